"""Excel's own charts under the tables of pictures that a series over time or bars can tell."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter.chart import Chart

from metrics.catalogue.dimensions import DIMENSIONS
from metrics.model import Metric
from metrics.present.charts.chart import ACCENT, MUTED
from metrics.present.grid import Grid
from metrics.present.xlsx.book import Book, number_format
from metrics.present.xlsx.page import UPRIGHT, keep
from metrics.present.xlsx.tables import FIRST, HEADER, Placed

MOST = 20  # bars, as on the page
_STEPS = frozenset(each.label for each in DIMENSIONS.values() if each.grain is not None)
_LINES = (ACCENT, "#B4531A", "#10181D", "#6B4C9A", "#4F7F2A", "#7B8A93")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "long_dash")
_WIDTH, _HEIGHT, _BAR, _FRAME = UPRIGHT, 320, 14, 110  # pixels
_POINTS = 0.75  # of a pixel


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a chart shows of a table: some columns, from a line to another."""

    metric: Metric
    figures: tuple[int, ...]
    references: tuple[int, ...]
    first: int
    last: int
    is_over_time: bool


def draw(book: Book, placed: Placed) -> bool:
    """Draws the chart of a sheet under its table, its sentence as the text of the picture; tells whether."""
    picture, grid = placed.sheet.chart, placed.sheet.grid
    drawn = _drawn(grid, ranked=bool(picture and picture.order)) if picture is not None else None
    if picture is None or drawn is None:
        return False
    kind = ("column" if drawn.metric.is_of_events else "line") if drawn.is_over_time else "bar"
    if len(drawn.figures) > 1:
        kind = "line"
    chart = book.workbook.add_chart({"type": kind})
    for rank, column in enumerate((*drawn.figures, *drawn.references)):
        chart.add_series(_series(placed, drawn, column, rank, kind))
    _dress(chart, picture.title, drawn, kind)
    bars = drawn.last - drawn.first + 1
    height = _FRAME + _BAR * bars * (1 + len(drawn.references)) if kind == "bar" else _HEIGHT
    chart.set_size({"width": _WIDTH, "height": height})
    said = {"description": f"{picture.title}. {picture.sentence}", "object_position": 2}
    placed.worksheet.insert_chart(placed.end + 1, 0, chart, said)
    keep(placed.worksheet, placed.shape, placed.points, placed.end + 1, height * _POINTS)
    return True


def _drawn(grid: Grid, *, ranked: bool) -> _Drawn | None:
    """What can be drawn of a table, or None: one name a line, and numbers without a mark among them."""
    heads = grid.heads
    figures = tuple(place for place, head in enumerate(heads) if head.metric is not None)
    metric = heads[figures[0]].metric if figures else None
    if metric is None or figures[0] != 1 or heads[0].is_number:
        return None
    same = tuple(place for place in figures if heads[place].metric is metric)
    is_over_time = heads[0].label in _STEPS
    rows = _known(grid, same, most=MOST if ranked and not is_over_time else len(grid.lines) - grid.total)
    if rows is None or (not is_over_time and (len(same) > 1 or rows[1] - rows[0] >= MOST)):
        return None
    against = tuple(place + 1 for place in same if _is_known_reference(grid, place + 1, rows))
    return _Drawn(metric, same, against if len(same) == 1 else (), *rows, is_over_time)


def _known(grid: Grid, columns: tuple[int, ...], most: int) -> tuple[int, int] | None:
    """The lines between which every number is known, those at both ends left out that lack one.

    A spreadsheet draws a mark as zero, which it is not: with one in the middle there is no chart.
    """
    known = [all(line[place].number is not None for place in columns) for line in grid.lines[:most]]
    if not any(known):
        return None
    first, last = known.index(True), len(known) - 1 - known[::-1].index(True)
    return (first, last) if all(known[first : last + 1]) and last > first else None


def _is_known_reference(grid: Grid, place: int, rows: tuple[int, int]) -> bool:
    if place >= len(grid.heads) or not grid.heads[place].is_reference:
        return False
    return all(line[place].number is not None for line in grid.lines[rows[0] : rows[1] + 1])


def _series(placed: Placed, drawn: _Drawn, column: int, rank: int, kind: str) -> dict[str, Any]:
    first, last = FIRST + drawn.first, FIRST + drawn.last
    is_reference = column in drawn.references
    colour = MUTED if is_reference else _LINES[rank % len(_LINES)]
    series = {
        "name": [placed.name, HEADER, column],
        "categories": [placed.name, first, 0, last, 0],
        "values": [placed.name, first, column, last, column],
    }
    if kind != "line":
        fill = {"none": True} if is_reference else {"color": colour}
        return series | {"fill": fill, "border": {"color": colour}, "gap": 60}
    dash = "dash" if is_reference else "solid"
    marker = {"type": _MARKERS[rank % len(_MARKERS)], "size": 5, "fill": {"color": colour}}
    return series | {
        "line": {"color": colour, "width": 1.5 if is_reference else 2.25, "dash_type": dash},
        "marker": marker | {"border": {"color": colour}},
    }


def _dress(chart: Chart, title: str, drawn: _Drawn, kind: str) -> None:
    """Its title, its axes and, where it has several series, their names under it."""
    shown = number_format(drawn.metric.unit)
    values = {"num_format": shown, "major_gridlines": {"visible": True, "line": {"color": "#D5DCDF"}}}
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True}, "overlay": False})
    if kind == "bar":  # names stand on the upright axis, the first one at the top
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis(values | {"label_position": "high"})
    else:
        chart.set_y_axis(values)
    chart.set_legend(
        {"position": "bottom"} if len(drawn.figures) + len(drawn.references) > 1 else {"none": True}
    )
    chart.show_blanks_as("gap")
