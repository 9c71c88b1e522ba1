"""One figure over months, a line per agency: small, drawn like its neighbours, so that they compare.

Set against the median of the other agencies, the months of the median are a grey dashed line.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

import altair as alt

from data_access.words import uncapitalised
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts import palette
from metrics.present.charts.chart import MUTED, Chart, Drawing, finished, least_step, named, value
from metrics.present.headers import headed
from metrics.present.once import once
from metrics.query import Against, Value
from metrics.result import Cell, Figure, Result, Row, State

MEDIAN = "Médiane des autres agences"
_HEIGHT = 150
_POINTS, _MEDIANS = "points", "medians"
_ENDS = "indexof([0, 0.5, 1], datum.index) < 0 ? '' : datum.label"  # datum.index goes from 0 to 1
Point = dict[str, Any]


@once
def small_multiple(answer: Result, metric: Metric, agencies: tuple[Value, ...]) -> Chart:
    """The months of an answer by agency; ``agencies`` are all of them, in their order."""
    apart = silent(answer, metric)
    points = [_point(answer, metric, row) for row in answer.rows if _agency(answer, row)[1] not in apart]
    medians = _medians(answer, metric) if points else []
    sentence = _sentence(answer, metric, [*points, *medians])
    return Chart(
        drawing=_drawing(metric, tuple(map(str, agencies)), compared=bool(medians)),
        rows={_POINTS: points} | ({_MEDIANS: medians} if medians else {}),
        title=headed(metric, tile=True),
        subtitle=f"{answer.perimeter} · {answer.query.period.label}",
        sentence=sentence,
    )


@once
def silent(answer: Result, metric: Metric) -> tuple[str, ...]:
    """The agencies that have nothing to show of a figure in any month: neither a value nor a secret."""
    told: dict[str, bool] = {}
    for row, cell in answer.column(metric):
        name = _agency(answer, row)[1]
        told[name] = told.get(name, False) or _is_told(cell.figure)
    return tuple(name for name, is_told in told.items() if not is_told)


def _is_told(figure: Figure) -> bool:
    return bool(figure.value) or figure.state is State.HIDDEN


def _step(row: Row) -> date:
    return next(key for key in row.keys if isinstance(key, date))


def _agency(answer: Result, row: Row) -> tuple[str, str]:
    """The key and the name of the agency of a row."""
    by = dict(zip(answer.query.by, zip(row.keys, row.labels, strict=True), strict=True))
    key, label = by[AGENCY]
    return str(key), label


def _point(answer: Result, metric: Metric, row: Row) -> Point:
    key, label = _agency(answer, row)
    return {"key": key} | _told(metric, label, _step(row), answer.cell(metric, row).figure)


def _medians(answer: Result, metric: Metric) -> list[Point]:
    """The months of the median, when one agency is set against the others."""
    if answer.query.versus.against is not Against.MEDIAN:
        return []
    cells: list[tuple[Row, Cell]] = list(answer.column(metric))
    return [_told(metric, MEDIAN, _step(row), cell.reference) for row, cell in cells]


def _told(metric: Metric, label: str, step: date, figure: Figure) -> Point:
    month, text = words.short_month(step), words.exact(figure, metric.unit)
    drawn = value(figure)
    divisor = metric.unit.tile[1] if metric.unit.tile else 1
    return {
        "step": step.isoformat(),
        "month": month,
        "label": label,
        "value": None if drawn is None else float(Fraction(drawn) / divisor),
        "short": words.on_tile(figure, metric.unit)[0],
        "text": text,
        "told": f"{label}, {month} : {text}",
    }


@lru_cache(maxsize=256)
def _drawing(metric: Metric, agencies: tuple[str, ...], *, compared: bool) -> Drawing:
    lines = _lines(metric, agencies)
    drawn = alt.layer(_dashed(), lines) if compared else lines
    return finished(drawn.properties(height=_HEIGHT))


def _lines(metric: Metric, agencies: tuple[str, ...]) -> alt.Chart:
    """Every chart of a page has the same months across."""
    return (
        named(_POINTS)
        .mark_line(strokeWidth=1.75, point=alt.OverlayMarkDef(size=28, filled=True, opacity=1))
        .encode(
            x=_months(),
            y=alt.Y(
                field="value",
                type="quantitative",
                axis=alt.Axis(
                    title=None,
                    format=",~f",
                    tickCount=4,
                    tickMinStep=least_step(metric),
                    domain=False,
                    aria=False,
                ),
                scale=alt.Scale(zero=not metric.unit.change_in_points),
            ),
            color=alt.Color(field="key", type="nominal", scale=palette.colours(agencies), legend=None),
            shape=alt.Shape(field="key", type="nominal", scale=palette.shapes(agencies), legend=None),
            tooltip=[
                alt.Tooltip(field=field, type="nominal", title=title)
                for field, title in (("label", AGENCY.label), ("month", "Mois"), ("text", metric.label))
            ],
            description=alt.Description(field="told", type="nominal"),
        )
    )


def _dashed() -> alt.Chart:
    return (
        named(_MEDIANS)
        .mark_line(strokeWidth=1.5, strokeDash=[4, 3], color=MUTED)
        .encode(x=_months(), y=alt.Y(field="value", type="quantitative"))
    )


def _months() -> alt.X:
    """Months in the order of the rows; the first, the middle one and the last are named."""
    axis = alt.Axis(title=None, labelExpr=_ENDS, labelAngle=0, labelOverlap=False, ticks=False, aria=False)
    return alt.X(field="month", type="ordinal", sort=None, axis=axis)


def _sentence(answer: Result, metric: Metric, points: Sequence[Point]) -> str:
    """The first and the last month of each line, in the unit of the title."""
    lines: dict[str, list[Point]] = {}
    for point in points:
        lines.setdefault(point["label"], []).append(point)
    if not lines:
        return f"{headed(metric, tile=True)}, {answer.query.period.label} : rien à montrer."
    named = {uncapitalised(name) if name == MEDIAN else name: of for name, of in lines.items()}
    told = " ; ".join(f"{name} {of[0]['short']} → {of[-1]['short']}" for name, of in named.items())
    ends = f"{points[0]['month']} → {points[-1]['month']}"
    return words.ended(f"{headed(metric, tile=True)}, {ends} : {told}")
