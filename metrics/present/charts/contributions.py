"""What each part added to a change: bars on both sides of zero, which add up to the change."""

from fractions import Fraction
from typing import Any

import altair as alt

from metrics.explain import Explanation
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import ACCENT, INK, MUTED, Chart, finished

MOST = 12  # parts shown; the others are one bar
OTHERS = "Autres"


def contributions(found: Explanation) -> Chart:
    """The greatest contributions first, the others together."""
    lines = [_line(found.metric, part.label, part.contribution) for part in found.parts[:MOST]]
    rest = found.others + sum((part.contribution for part in found.parts[MOST:]), Fraction(0))
    if rest:
        lines.append(_line(found.metric, OTHERS, rest))
    said = sentence(found)
    return Chart(
        spec=finished(_drawing(found.metric, lines), said),
        title=f"{found.metric.label} : {words.change(found.cell, found.metric)}",
        subtitle=f"Contribution de chaque part à l'évolution, par rapport à : {found.versus_label}",
        sentence=said,
    )


def amount(metric: Metric, value: Fraction) -> str:
    """A contribution as it is read: signed, in the unit of the change."""
    if metric.unit.change_in_points:
        return words.with_unit(words.signed(value, 2), "pt")
    return words.with_unit(words.signed(value, metric.unit.decimals), metric.unit.symbol)


def sentence(found: Explanation) -> str:
    """The change and the parts that make most of it."""
    told = [f"{part.label} {amount(found.metric, part.contribution)}" for part in found.parts[:3]]
    others = f" ; autres {amount(found.metric, found.others)}" if found.others else ""
    moved = f"{found.metric.label} : {amount(found.metric, found.change)} par rapport à {found.versus_label}"
    return f"{moved}. Principales contributions : {' ; '.join(told) or 'aucune part ne se montre'}{others}."


def _line(metric: Metric, label: str, value: Fraction) -> dict[str, Any]:
    return {"label": label, "value": float(value), "text": amount(metric, value), "side": value < 0}


def _drawing(metric: Metric, lines: list[dict[str, Any]]) -> Any:
    base = alt.Chart(alt.Data(values=lines))
    y = alt.Y(
        field="label",
        type="nominal",
        sort=[line["label"] for line in lines],
        axis=alt.Axis(title=None, ticks=False, domain=False),
    )
    unit = "points" if metric.unit.change_in_points else metric.unit.symbol
    x = alt.X(
        field="value",
        type="quantitative",
        axis=alt.Axis(title=unit or None, format="+,~f", tickCount=4),
        scale=alt.Scale(padding=80),
    )
    colour = alt.Color(
        field="side",
        type="nominal",
        scale=alt.Scale(domain=[False, True], range=[ACCENT, MUTED]),
        legend=None,
    )
    tooltip = [
        alt.Tooltip(field="label", type="nominal", title="Part"),
        alt.Tooltip(field="text", type="nominal", title="Contribution"),
    ]
    bar = base.mark_bar(height={"band": 0.6}).encode(x=x, y=y, color=colour, tooltip=tooltip)
    text = alt.Text(field="text", type="nominal")
    gains, losses = base.transform_filter("datum.value >= 0"), base.transform_filter("datum.value < 0")
    right = gains.mark_text(align="left", dx=5, color=INK).encode(x=x, y=y, text=text)
    left = losses.mark_text(align="right", dx=-5, color=INK).encode(x=x, y=y, text=text)
    return alt.layer(bar, right, left).properties(height=alt.Step(26))
