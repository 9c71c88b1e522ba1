"""What each part added to a change: bars on both sides of zero, which add up to the change.

A part of a rate adds by its own rate and by its weight: two pieces of its bar.
"""

from fractions import Fraction
from typing import Any

import altair as alt

from metrics.explain import Explanation, Part
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import ACCENT, INK, MUTED, SELECTION, Chart, finished, named

MOST = 8  # parts shown; the others are one bar
RATE, MIX = "Effet taux", "Effet de structure"
_GAIN, _LOSS = "hausse", "baisse"
_BARS, _PIECES = "bars", "pieces"
Line = dict[str, Any]


def contributions(found: Explanation, *, dimension: str = "", place: str = "") -> Chart:
    """The greatest contributions first, the others together.

    A click on a bar chooses a member of the ``dimension``; ``place`` is where the change is read.
    """
    said = sentence(found)
    bars, pieces = _lines(found)
    where = f"{place} · " if place else ""
    return Chart(
        drawing=finished(_drawing(found, bars, clickable=bool(dimension))),
        rows={_BARS: bars, _PIECES: pieces},
        title=f"{found.metric.label} : {words.change(found.cell, found.metric)}",
        subtitle=f"{where}Contribution de chaque part à l'évolution, par rapport à : {found.versus_label}",
        sentence=said,
        dimension=dimension,
    )


def amount(metric: Metric, value: Fraction) -> str:
    """A contribution as it is read: signed, in the unit of the change."""
    if metric.unit.change_in_points:
        return words.with_unit(words.signed(value, 2), "pt")
    return words.with_unit(words.signed(value, metric.unit.decimals), metric.unit.symbol)


def sentence(found: Explanation) -> str:
    """The change, what makes it of a rate, and the parts that make most of it."""
    told = [f"{part.label} {amount(found.metric, part.contribution)}" for part in found.parts[:3]]
    others = f" ; {found.others_label.lower()} {amount(found.metric, found.others)}" if found.others else ""
    moved = f"{found.metric.label} : {amount(found.metric, found.change)} par rapport à {found.versus_label}"
    parts = f"Principales contributions : {' ; '.join(told) or 'aucune part ne se montre'}{others}."
    return f"{moved}. {_effects(found)}{parts}"


def _effects(found: Explanation) -> str:
    if found.effects is None:
        return ""
    rate, mix = (amount(found.metric, each) for each in found.effects)
    return f"Les taux de chacun font {rate}, leur poids {mix}. "


def _lines(found: Explanation) -> tuple[list[Line], list[Line]]:
    """The bars and the pieces they are made of."""
    shown, rest = found.parts[:MOST], found.parts[MOST:]
    left = found.others + sum((part.contribution for part in rest), Fraction(0))
    bars = [_bar(found.metric, str(part.key), part.label, part.contribution) for part in shown]
    pieces = [piece for part in shown for piece in _pieces(found.metric, part)]
    if left or rest:
        label = f"Autres ({len(rest)})" if rest else found.others_label
        bars.append(_bar(found.metric, "", label, left))
        pieces.append(_piece(found.metric, "", label, left, None))
    for bar in bars:
        mine = [piece["value"] for piece in pieces if piece["label"] == bar["label"]]
        bar["end"] = sum(value for value in mine if (value < 0) == (bar["value"] < 0))
    return bars, pieces


def _bar(metric: Metric, key: str, label: str, value: Fraction) -> Line:
    return {"key": key, "label": label, "value": float(value), "text": amount(metric, value)}


def _pieces(metric: Metric, part: Part) -> list[Line]:
    if part.rate is None or part.mix is None:
        return [_piece(metric, str(part.key), part.label, part.contribution, None)]
    effects = ((part.rate, RATE), (part.mix, MIX))
    return [_piece(metric, str(part.key), part.label, value, name) for value, name in effects]


def _piece(metric: Metric, key: str, label: str, value: Fraction, effect: str | None) -> Line:
    return {**_bar(metric, key, label, value), "kind": effect or (_LOSS if value < 0 else _GAIN)}


def _drawing(found: Explanation, lines: list[Line], *, clickable: bool) -> Any:
    y = alt.Y(
        field="label",
        type="nominal",
        sort=[line["label"] for line in lines],
        axis=alt.Axis(title=None, ticks=False, domain=False),
    )
    unit = "points" if found.metric.unit.change_in_points else found.metric.unit.symbol
    signed = "datum.value === 0 ? '0' : datum.label"
    axis = alt.Axis(title=unit or None, format="+,~f", tickCount=4, labelExpr=signed)
    x = alt.X(field="value", type="quantitative", axis=axis, scale=alt.Scale(padding=80), stack="zero")
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in (("label", "Part"), ("kind", "Effet"), ("text", "Contribution"))
    ]
    bar = named(_PIECES).mark_bar(height={"band": 0.6})
    bar = bar.encode(x=x, y=y, color=_colours(found), tooltip=tooltip)
    if clickable:
        bar = bar.add_params(alt.selection_point(name=SELECTION, fields=["key"], clear="dblclick"))
    return alt.layer(bar, *_texts(y)).properties(height=alt.Step(26))


def _colours(found: Explanation) -> alt.Color:
    """Gains and losses, which the axis tells too; the two effects of a rate, named above the picture."""
    if found.effects is None:
        scale = alt.Scale(domain=[_GAIN, _LOSS], range=[ACCENT, MUTED])
        return alt.Color(field="kind", type="nominal", scale=scale, legend=None)
    scale = alt.Scale(domain=[RATE, MIX, _GAIN, _LOSS], range=[ACCENT, MUTED, INK, INK])
    legend = alt.Legend(title=None, orient="top", values=[RATE, MIX])
    return alt.Color(field="kind", type="nominal", scale=scale, legend=legend)


def _texts(y: alt.Y) -> list[alt.Chart]:
    """Each bar's contribution, after its end."""
    base = named(_BARS)
    x, text = alt.X(field="end", type="quantitative"), alt.Text(field="text", type="nominal")
    gains, losses = base.transform_filter("datum.value >= 0"), base.transform_filter("datum.value < 0")
    return [
        gains.mark_text(align="left", dx=5, color=INK).encode(x=x, y=y, text=text),
        losses.mark_text(align="right", dx=-5, color=INK).encode(x=x, y=y, text=text),
    ]
