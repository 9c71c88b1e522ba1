"""The little curve of a tile: thirteen months, no axis, and a sentence for those who cannot see it."""

from metrics.model import Metric
from metrics.present import words
from metrics.result import Result
from pages.ui import html
from pages.ui.html import Element

_WIDTH, _HEIGHT, _MARGIN = 340, 36, 4
Point = tuple[str, str]
_COLOUR = "#2A8C9E"  # 3:1 at least on both grounds, for a picture cannot follow the theme


def sparkline(metric: Metric, history: Result) -> Element | None:
    """The curve of the months that have a value; a month without one breaks the line.

    Dashes lead to a month that is not all there, and its point is open when it is the last.
    """
    cells = [cell for _, cell in history.column(metric)]
    values = [None if cell.figure.value is None else float(cell.figure.value) for cell in cells]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    points, partial = _points(values, min(known), max(known)), [cell.partial for cell in cells]
    last = max(place for place, point in enumerate(points) if point is not None)
    x, y = points[last] or ("", "")
    inside = "none" if partial[last] else _COLOUR
    shapes = "".join(_line(*run) for run in _runs(points, partial))
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'preserveAspectRatio="xMinYMid" fill="none" stroke="{_COLOUR}" stroke-width="2" '
        f'stroke-linecap="round">{shapes}<circle cx="{x}" cy="{y}" r="3" fill="{inside}"/></svg>'
    )
    return html.picture(drawing, _sentence(metric, history), "courbe")


def _line(run: list[Point], dashed: bool) -> str:
    """A line through months that follow each other; a month alone, drawn twice, is a dot."""
    through = run if len(run) > 1 else run * 2
    style = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<polyline points="{" ".join(map(",".join, through))}"{style}/>'


def _points(values: list[float | None], low: float, high: float) -> list[Point | None]:
    """Where each value is drawn: unlike a figure, a drawing needs no exact number."""
    step = (_WIDTH - 2 * _MARGIN) / max(1, len(values) - 1)
    rise = (_HEIGHT - 2 * _MARGIN) / (high - low) if high > low else 0.0
    return [
        None
        if value is None
        else (_plain(_MARGIN + n * step), _plain(_HEIGHT - _MARGIN - (value - low) * rise))
        for n, value in enumerate(values)
    ]


def _plain(length: float) -> str:
    """To the nearest tenth of a pixel."""
    whole, tenth = divmod(int(length * 10 + 0.5), 10)
    return f"{whole}.{tenth}"


def _runs(points: list[Point | None], partial: list[bool]) -> list[tuple[list[Point], bool]]:
    """The lines, each plain or dashed; the point where one ends and the other begins is in both."""
    runs: list[tuple[list[Point], bool]] = []
    for place, point in enumerate(points):
        before = points[place - 1] if place else None
        dashed = partial[place] or (place > 0 and partial[place - 1])
        if point is None:
            continue
        if before is None:
            runs.append(([point], False))
        elif len(runs[-1][0]) == 1 or runs[-1][1] == dashed:
            runs[-1] = ([*runs[-1][0], point], dashed)
        else:
            runs.append(([before, point], dashed))
    return runs


def _sentence(metric: Metric, history: Result) -> str:
    ends = [
        f"{words.exact(cell.figure, metric.unit)} en {words.short_month(row.keys[0])}"  # type: ignore[arg-type]
        + (" (mois incomplet)" if cell.partial else "")
        for row, cell in list(history.column(metric))[:: max(1, len(history.rows) - 1)]
    ]
    return f"{metric.label}, 13 mois : {', '.join(ends)}."
