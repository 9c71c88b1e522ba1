"""One figure over months, a line per agency: small, drawn like its neighbours, so that they compare."""

from datetime import date
from typing import Any

import altair as alt

from metrics.catalogue.dimensions import AGENCY
from metrics.members import Names
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts import palette
from metrics.present.charts.chart import Chart, finished, value
from metrics.present.headers import headed
from metrics.result import Result, Row

_HEIGHT = 150
Point = dict[str, Any]


def small_multiple(answer: Result, metric: Metric, agencies: Names) -> Chart:
    """The months of an answer by agency; ``agencies`` are all of them, in their order."""
    points = [_point(answer, metric, row) for row in answer.rows]
    sentence = _sentence(answer, metric, points)
    return Chart(
        spec=finished(_lines(metric, points, agencies).properties(height=_HEIGHT), sentence),
        title=headed(metric),
        subtitle=f"{answer.perimeter} · {answer.query.period.label}",
        sentence=sentence,
    )


def _point(answer: Result, metric: Metric, row: Row) -> Point:
    figure = answer.cell(metric, row).figure
    by = dict(zip(answer.query.by, zip(row.keys, row.labels, strict=True), strict=True))
    step = next(key for key in row.keys if isinstance(key, date))
    agency, label = by[AGENCY]
    return {
        "step": step.isoformat(),
        "month": words.short_month(step),
        "key": str(agency),
        "label": label,
        "value": value(figure),
        "text": words.exact(figure, metric.unit),
        "told": f"{label}, {words.short_month(step)} : {words.exact(figure, metric.unit)}",
    }


def _lines(metric: Metric, points: list[Point], agencies: Names) -> alt.Chart:
    """The agencies that ever have something; every chart of a page has the same months across."""
    told = {point["key"] for point in points if point["value"]}
    months = list(dict.fromkeys(point["month"] for point in points))
    return (
        alt.Chart(alt.Data(values=[point for point in points if point["key"] in told]))
        .mark_line(strokeWidth=1.75, point=alt.OverlayMarkDef(size=28, filled=True, opacity=1))
        .encode(
            x=alt.X(field="month", type="ordinal", scale=alt.Scale(domain=months), axis=_axis(months)),
            y=alt.Y(
                field="value",
                type="quantitative",
                axis=alt.Axis(title=None, format=",~f", tickCount=4, domain=False, aria=False),
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


def _axis(months: list[str]) -> alt.Axis:
    """The first month, the middle one and the last."""
    shown = list(dict.fromkeys([months[0], months[len(months) // 2], months[-1]])) if months else []
    return alt.Axis(title=None, values=shown, labelAngle=0, labelOverlap=False, ticks=False, aria=False)


def _sentence(answer: Result, metric: Metric, points: list[Point]) -> str:
    """The first and the last month of each agency."""
    by_agency: dict[str, list[Point]] = {}
    for point in points:
        by_agency.setdefault(point["label"], []).append(point)
    told = " ; ".join(f"{name} {of[0]['text']} puis {of[-1]['text']}" for name, of in by_agency.items())
    ends = f"en {points[0]['month']} puis en {points[-1]['month']}" if points else answer.query.period.label
    return f"{metric.label}, {ends} : {told or 'rien à montrer'}".rstrip(".") + "."
