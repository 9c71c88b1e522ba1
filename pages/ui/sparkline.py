"""The little curve of a tile: thirteen months, no axis, and a sentence for those who cannot see it."""

from fractions import Fraction

from metrics.model import Metric
from metrics.present import words
from metrics.result import Result
from pages.ui import html
from pages.ui.html import Element

_WIDTH, _HEIGHT, _MARGIN = 340, 36, 4
_COLOUR = "#2A8C9E"  # 3:1 at least on both grounds, for a picture cannot follow the theme


def sparkline(metric: Metric, history: Result) -> Element | None:
    """The curve of the months that have a value; a month without one breaks the line."""
    values = [cell.figure.value for _, cell in history.column(metric)]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    points = _points(values, min(known), max(known))
    x, y = next(point for point in reversed(points) if point is not None)
    shapes = "".join(map(_line, _runs(points))) + f'<circle cx="{x}" cy="{y}" r="3" fill="{_COLOUR}"/>'
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'preserveAspectRatio="xMinYMid" fill="none" stroke="{_COLOUR}" stroke-width="2" '
        f'stroke-linecap="round">{shapes}</svg>'
    )
    return html.picture(drawing, _sentence(metric, history), "courbe")


def _line(run: list[tuple[str, str]]) -> str:
    """A line through months that follow each other; a month alone, drawn twice, is a dot."""
    through = run if len(run) > 1 else run * 2
    return f'<polyline points="{" ".join(map(",".join, through))}"/>'


def _points(values: list[Fraction | None], low: Fraction, high: Fraction) -> list[tuple[str, str] | None]:
    step = Fraction(_WIDTH - 2 * _MARGIN, max(1, len(values) - 1))
    rise = (_HEIGHT - 2 * _MARGIN) / (high - low) if high > low else Fraction(0)
    return [
        None
        if value is None
        else (_plain(_MARGIN + n * step), _plain(_HEIGHT - _MARGIN - (value - low) * rise))
        for n, value in enumerate(values)
    ]


def _plain(length: Fraction) -> str:
    return str(words.rounded(length, 1))


def _runs(points: list[tuple[str, str] | None]) -> list[list[tuple[str, str]]]:
    runs: list[list[tuple[str, str]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _sentence(metric: Metric, history: Result) -> str:
    first, last = history.rows[0], history.rows[-1]
    said = [words.exact(history.cell(metric, row).figure, metric.unit) for row in (first, last)]
    months = [words.short_month(row.keys[0]) for row in (first, last)]  # type: ignore[arg-type]
    return f"{metric.label}, 13 mois : {said[0]} en {months[0]}, {said[1]} en {months[1]}."
