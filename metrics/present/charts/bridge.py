"""A bridge between two figures: each end from zero, and between them what each part adds or takes away."""

from fractions import Fraction
from functools import lru_cache
from typing import Any

import altair as alt

from metrics.bridge import Bridge
from metrics.present import words
from metrics.present.charts.chart import ACCENT, INK, MUTED, Chart, Drawing, Rows, finished, named
from metrics.result import Figure
from metrics.unit import Unit

_ROWS, _ROOM = "rows", "room"
_WIDER = Fraction(13, 10)  # than the longest bar, for what is written after it
_UNDER = 9  # pixels: a bar is as much under the middle of its line as its name is above
_END, _MORE, _LESS = "chiffre", "en plus", "en moins"


def bridge(found: Bridge, subtitle: str) -> Chart:
    """The two ends and the steps, from top to bottom."""
    return Chart(
        drawing=_drawing(),
        rows={_ROWS: _lines(found), _ROOM: [{"end": float(max(found.first, found.last) * _WIDER)}]},
        title=f"{_end(found, first=True)}, {_end(found, first=False)}",
        subtitle=subtitle,
        sentence=sentence(found),
    )


def amount(found: Bridge, value: Fraction) -> str:
    """A step as it is read: signed, as precise as the more precise of the two ends."""
    return words.signed(value, unit(found).decimals)


def unit(found: Bridge) -> Unit:
    """That of the steps, which lead from one unit to another: none, as precise as the more precise."""
    return Unit(symbol="", decimals=max(found.start.unit.decimals, found.end.unit.decimals))


def ends(found: Bridge) -> tuple[str, str]:
    """Both figures as they are read, in their units."""
    pairs = ((found.first, found.start), (found.last, found.end))
    first, last = (words.exact(Figure(value), metric.unit) for value, metric in pairs)
    return first, last


def sentence(found: Bridge) -> str:
    """« Salariés 129 pers. ; CDI −10,52 ; Apprentissage −9,00 ; Équivalents temps plein 106,92 ETP. »"""
    first, last = ends(found)
    steps = "".join(f"{step.label} {amount(found, step.amount)} ; " for step in found.steps)
    return words.ended(f"{found.start.label} {first} ; {steps}{found.end.label} {last}")


def _end(found: Bridge, *, first: bool) -> str:
    """« 129 salariés », « 106,92 équivalents temps plein », « 112 postes autorisés »."""
    value, metric = (found.first, found.start) if first else (found.last, found.end)
    label = metric.label[:1].lower() + metric.label[1:]
    return f"{words.number(value, metric.unit.decimals)}{words.NO_BREAK}{label}"


def _lines(found: Bridge) -> Rows:
    first, last = ends(found)
    lines = [_line(found.start.label, Fraction(0), found.first, first, _END)]
    at = found.first
    for step in found.steps:
        kind = _LESS if step.amount < 0 else _MORE
        lines.append(_line(step.label, at, at + step.amount, amount(found, step.amount), kind))
        at += step.amount
    return [*lines, _line(found.end.label, Fraction(0), found.last, last, _END)]


def _line(label: str, begin: Fraction, end: Fraction, text: str, kind: str) -> dict[str, Any]:
    low, high = sorted((begin, end))
    return {"label": label, "low": float(low), "high": float(high), "text": text, "kind": kind}


@lru_cache(maxsize=1)
def _drawing() -> Drawing:
    base = named(_ROWS)
    y = alt.Y(field="label", type="nominal", sort=None, axis=None)
    axis = alt.Axis(title=None, format=",~f", tickCount=4)
    low = alt.X(field="low", type="quantitative", axis=axis, scale=alt.Scale(domainMin=0, nice=False))
    high = alt.X2(field="high")
    colour = alt.Color(
        field="kind",
        type="nominal",
        scale=alt.Scale(domain=[_END, _MORE, _LESS], range=[INK, ACCENT, MUTED]),
        legend=None,
    )
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in (("label", "Étape"), ("text", "Nombre"))
    ]
    bar = base.mark_bar(height={"band": 0.4}, yOffset=_UNDER).encode(
        x=low, x2=high, y=y, color=colour, tooltip=tooltip
    )
    name = base.mark_text(align="left", dy=-_UNDER, color=INK, limit=alt.ExprRef("width")).encode(
        x=alt.value(0), y=y, text=alt.Text(field="label", type="nominal")
    )
    text = base.mark_text(align="left", dx=5, dy=_UNDER, color=INK).encode(
        x=alt.X(field="high", type="quantitative"), y=y, text=alt.Text(field="text", type="nominal")
    )
    room = named(_ROOM).mark_point(opacity=0, size=0).encode(x=alt.X(field="end", type="quantitative"))
    return finished(alt.layer(bar, name, text, room).properties(height=alt.Step(40)))
