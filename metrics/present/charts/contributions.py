"""What each part added to a change: bars on both sides of zero, which add up to the change.

A part of a rate adds by its own rate and by its weight: two pieces of its bar.
"""

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any

import altair as alt

from metrics.decompose import ZERO
from metrics.explain import MOVED, Explanation, Part
from metrics.present import words
from metrics.present.charts.chart import ACCENT, INK, MUTED, SELECTION, Chart, finished, least_step, named
from metrics.unit import Unit

MOST = 8  # parts shown; the others are one bar
RATE, MIX = "Effet taux", "Effet de structure"
_GAIN, _LOSS = "hausse", "baisse"
_BARS, _PIECES = "bars", "pieces"
_UNDER = 9  # pixels: a bar is as much under the middle of its line as its name is above
Line = dict[str, Any]


def contributions(found: Explanation, *, dimension: str = "", place: str = "") -> Chart:
    """The greatest contributions first, the others together.

    A click on a bar chooses a member of the ``dimension``; ``place`` is where the change is read.
    """
    said = sentence(found)
    bars, pieces = _lines(found)
    where, against = f"{place} · " if place else "", words.compared_to(found.versus_label)
    return Chart(
        drawing=finished(_drawing(found, bars, clickable=bool(dimension))),
        rows={_BARS: bars, _PIECES: pieces},
        title=_title(found),
        subtitle=f"{where}Contribution de chaque part à l'évolution par rapport {against}",
        sentence=said,
        dimension=dimension,
    )


def _title(found: Explanation) -> str:
    if found.steady is None:
        return f"{found.metric.label} : {words.change(found.cell, found.metric)}"
    return f"{found.metric.label} · {_at_constant_perimeter(found)}"


def _at_constant_perimeter(found: Explanation) -> str:
    """« À périmètre constant : +1 770 (+1,8 %) », or nothing when it is not asked or not known."""
    return f"À périmètre constant : {words.change(found.steady, found.metric)}" if found.steady else ""


def amount(found: Explanation, value: Fraction) -> str:
    """A contribution as it is read: signed, in the unit of the change."""
    unit = written_in(found)
    return words.with_unit(words.signed(value, unit.decimals), unit.symbol)


def written_in(found: Explanation) -> Unit:
    """The unit of the change, as precise as its parts must be."""
    return replace(found.metric.unit.of_changes, decimals=_decimals(found))


@lru_cache(maxsize=64)  # asked for every number of the same table
def _decimals(found: Explanation) -> int:
    """Those of the unit, two for points; others for a rate whose parts would not read as adding up.

    One more where its parts have effects; in points, one less when its few terms then add up.
    """
    unit = found.metric.unit
    usual = 2 if unit.change_in_points else unit.decimals
    if _adds_up(found, usual):
        return usual
    if unit.change_in_points:
        return usual - (found.effects is None and _adds_up(found, usual - 1))
    return usual + (found.effects is not None)


def _adds_up(found: Explanation, decimals: int) -> bool:
    """Whether each line of the table, rounded, is the sum of its effects, and the last that of all lines."""
    sums: list[tuple[Fraction, tuple[Fraction, ...]]]
    split = (part for part in found.parts if part.rate is not None)
    sums = [(part.contribution, (part.rate or ZERO, part.mix or ZERO)) for part in split]
    sums.append((found.change, (*(part.contribution for part in found.parts), found.others)))
    written = partial(words.rounded, decimals=decimals)
    return all(written(total) == sum(map(written, parts)) for total, parts in sums)


def sentence(found: Explanation) -> str:
    """The change, what makes it of a rate, and the parts that make most of it."""
    own, moved_on = _told(found)
    told = [f"{part.label} {amount(found, part.contribution)}" for part in own[:3]]
    others = f" ; {found.others_label.lower()} {amount(found, found.others)}" if found.others else ""
    against = words.compared_to(found.versus_label)
    moved = f"{found.metric.label} : {amount(found, found.change)} par rapport {against}"
    nothing = "aucune part ne bouge" if found.parts else "aucune part ne se montre"
    shares = f"Principales contributions : {' ; '.join(told) or nothing}{others}"
    apart = [f" ; {MOVED.lower()} {amount(found, part.contribution)}" for part in moved_on]
    steady = f"À périmètre constant : {_steady(found)}{''.join(apart)}. " if found.steady else ""
    return f"{words.ended(moved)} {steady}{_effects(found)}{words.ended(shares)}"


def _steady(found: Explanation) -> str:
    """The change at constant perimeter, as precise as what is told beside it."""
    apart = sum((part.contribution for part in found.parts if part.key == MOVED), ZERO)
    moved = amount(found, found.change - apart)
    if found.steady is None or found.steady.change.value is None or found.metric.unit.change_in_points:
        return moved
    return f"{moved} ({words.percent_change(found.steady, found.metric)})"


def _effects(found: Explanation) -> str:
    if found.effects is None:
        return ""
    rate, mix = (amount(found, each) for each in found.effects)
    return f"Les taux de chacun font {rate}, leur poids {mix}. "


def _told(found: Explanation) -> tuple[list[Part], list[Part]]:
    """The parts that add something, as it is written, and apart from them what came or went."""
    parts = [part for part in found.parts if any(_is_written(found, each) for each in _amounts(part))]
    return [part for part in parts if part.key != MOVED], [part for part in parts if part.key == MOVED]


def _amounts(part: Part) -> tuple[Fraction, ...]:
    return (part.contribution, part.rate or ZERO, part.mix or ZERO)


def _is_written(found: Explanation, value: Fraction) -> bool:
    return words.rounded(value, _decimals(found)) != 0


def _lines(found: Explanation) -> tuple[list[Line], list[Line]]:
    """The bars and the pieces they are made of."""
    own, moved_on = _told(found)
    shown, rest = [*own[:MOST], *moved_on], own[MOST:]
    left = found.others + sum((part.contribution for part in rest), Fraction(0))
    bars = [_bar(found, str(part.key), part.label, part.contribution) for part in shown]
    pieces = [piece for part in shown for piece in _pieces(found, part)]
    if left or rest:
        label = f"Autres ({len(rest)})" if rest else found.others_label
        bars.insert(min(len(own), MOST), _bar(found, "", label, left))
        pieces.append(_piece(found, "", label, left, None))
    for bar in bars:
        mine = [piece["value"] for piece in pieces if piece["label"] == bar["label"]]
        bar["end"] = sum(value for value in mine if (value < 0) == (bar["value"] < 0))
    return bars, pieces


def _bar(found: Explanation, key: str, label: str, value: Fraction) -> Line:
    return {"key": key, "label": label, "value": float(value), "text": amount(found, value)}


def _pieces(found: Explanation, part: Part) -> list[Line]:
    if part.rate is None or part.mix is None:
        return [_piece(found, str(part.key), part.label, part.contribution, None)]
    effects = ((part.rate, RATE), (part.mix, MIX))
    return [_piece(found, str(part.key), part.label, value, name) for value, name in effects]


def _piece(found: Explanation, key: str, label: str, value: Fraction, effect: str | None) -> Line:
    return {**_bar(found, key, label, value), "kind": effect or (_LOSS if value < 0 else _GAIN)}


def _drawing(found: Explanation, lines: list[Line], *, clickable: bool) -> Any:
    y = alt.Y(field="label", type="nominal", sort=[line["label"] for line in lines], axis=None)
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in (("label", "Part"), ("kind", "Effet"), ("text", "Contribution"))
    ]
    bar = named(_PIECES).mark_bar(height={"band": 0.4}, yOffset=_UNDER)
    bar = bar.encode(x=_x(found), y=y, color=_colours(found), tooltip=tooltip)
    if clickable:
        bar = bar.add_params(alt.selection_point(name=SELECTION, fields=["key"], clear="dblclick"))
    return alt.layer(bar, *_texts(y)).properties(height=alt.Step(40))


def _x(found: Explanation) -> alt.X:
    """Both sides of zero, with room for what is written after bars, however narrow the screen."""
    axis = alt.Axis(
        title=("points" if found.metric.unit.change_in_points else found.metric.unit.symbol) or None,
        format="+,~f",
        tickCount=alt.ExprRef("width < 500 ? 2 : 4"),
        tickMinStep=least_step(found.metric),
        labelExpr="datum.value === 0 ? '0' : datum.label",
        labelOverlap=True,
        labelFlush=True,
    )
    room = alt.Scale(padding=alt.ExprRef("min(80, width / 4)"))
    return alt.X(field="value", type="quantitative", axis=axis, scale=room, stack="zero")


def _colours(found: Explanation) -> alt.Color:
    """Gains and losses, which the axis tells too; the two effects of a rate, named above the picture."""
    if found.effects is None:
        scale = alt.Scale(domain=[_GAIN, _LOSS], range=[ACCENT, MUTED])
        return alt.Color(field="kind", type="nominal", scale=scale, legend=None)
    scale = alt.Scale(domain=[RATE, MIX, _GAIN, _LOSS], range=[ACCENT, MUTED, INK, INK])
    legend = alt.Legend(title=None, orient="top", values=[RATE, MIX])
    return alt.Color(field="kind", type="nominal", scale=scale, legend=legend)


def _texts(y: alt.Y) -> list[alt.Chart]:
    """The name of each part above its bar, whatever its length, and its contribution after the end."""
    base = named(_BARS)
    x, text = alt.X(field="end", type="quantitative"), alt.Text(field="text", type="nominal")
    gains, losses = base.transform_filter("datum.value >= 0"), base.transform_filter("datum.value < 0")
    name = base.mark_text(align="left", dy=-_UNDER, color=INK, limit=alt.ExprRef("width"))
    return [
        name.encode(x=alt.value(0), y=y, text=alt.Text(field="label", type="nominal")),
        gains.mark_text(align="left", dx=5, dy=_UNDER, color=INK).encode(x=x, y=y, text=text),
        losses.mark_text(align="right", dx=-5, dy=_UNDER, color=INK).encode(x=x, y=y, text=text),
    ]
