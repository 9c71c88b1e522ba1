"""Markets on a line of time: a bar each, from its start to its end, those to renew soon in the accent."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any

import altair as alt

from metrics.catalogue.dimensions import DISPOSITIF
from metrics.markets import Market
from metrics.portrait import Stage
from metrics.present import words
from metrics.present.charts.chart import (
    ACCENT,
    GROUND,
    INK,
    MUTED,
    SELECTION,
    Chart,
    Drawing,
    finished,
    named,
)
from metrics.present.once import once

_BARS, _TODAY = "markets", "today"
_DUE, _TO_COME, _RUNNING = "due", "to come", "running"
_STEP, _ABOVE = 38, 10  # pixels: a line, and how far its words are above its middle
_AFTER = timedelta(days=183)  # shown of what has no end, after all others
_TOLD = 3  # markets that the sentence names


@once
def gantt(markets: tuple[Market, ...], today: date, near: date, perimeter: str) -> Chart:
    """The markets, the first to end first; a click on one chooses its dispositif."""
    starts = date(min(today.year, *(each.begins.year for each in markets)), 1, 1)
    first = max(starts, date(today.year - 2, 1, 1))
    last = max((each.last_day for each in markets if each.last_day is not None), default=today) + _AFTER
    due = [each for each in markets if each.is_due]
    until = words.day(near)
    return Chart(
        drawing=_drawing(),
        rows={
            _BARS: [_line(each, first, last) for each in markets],
            _TODAY: [{"day": _place(today), "label": words.day(today)}],
        },
        title=f"{_counted(len(due))} d'ici le {until}",
        subtitle=(
            f"Du début à la fin · {perimeter} · en couleur : à renouveler d'ici le {until} · en contour : à "
            f"venir · trait : le {words.day(today)}"
        ),
        sentence=_sentence(due, until),
        dimension=DISPOSITIF.id,
        order=tuple(each.code for each in markets),
    )


def _called(market: Market) -> str:
    """« 31/08/2026 · 132 k€ · Sceaux, Ville de Sceaux » : a narrow screen cuts what comes last."""
    end = f"{market.last_day:%d/%m/%Y}" if market.last_day else "sans échéance"
    amount = "" if market.cents is None else f" · {_in_thousands(market.cents)}"
    return f"{end}{amount} · {_who(market)}"


def _who(market: Market) -> str:
    """« Sceaux, Ville de Sceaux », the client once."""
    return market.name if market.client in market.name else f"{market.name}, {market.client}"


def _in_thousands(cents: int) -> str:
    """« 132 k€ »."""
    return words.with_unit(words.number(Fraction(cents, 100_000)), "k€")


def _counted(due: int) -> str:
    if not due:
        return "Aucun marché à renouveler"
    return f"{due} marchés ou conventions à renouveler" if due > 1 else "1 marché ou convention à renouveler"


def _sentence(due: Sequence[Market], until: str) -> str:
    told = " ; ".join(map(_called, due[:_TOLD]))
    more = f" ; {len(due) - _TOLD} de plus dans le tableau" if len(due) > _TOLD else ""
    return words.ended(f"{_counted(len(due))} d'ici le {until}{' : ' if told else ''}{told}{more}")


def _line(market: Market, first: date, last: date) -> dict[str, Any]:
    state = _DUE if market.is_due else _TO_COME if market.stage is Stage.TO_COME else _RUNNING
    return {
        "key": market.dispositif,
        "code": market.code,
        "label": _called(market),
        "from": _place(max(market.begins, first)),
        "to": _place(market.last_day or last),
        "state": state,
        "begins": words.day(market.begins),
        "ends": words.day(market.last_day) if market.last_day else "sans échéance",
        "client": market.client,
    }


def _place(day: date) -> float:
    """A day as a number of years, so that no clock moves it."""
    start, stop = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start) / (stop - start)


@lru_cache(maxsize=1)
def _drawing() -> Drawing:
    y = alt.Y(field="code", type="nominal", sort=None, axis=None)
    axis = alt.Axis(title=None, format="d", tickMinStep=1, orient="top", labelFlush=False)
    x = alt.X(field="from", type="quantitative", axis=axis, scale=alt.Scale(zero=False, nice=False))
    fields = (("label", "Marché"), ("client", "Commanditaire"), ("begins", "Début"), ("ends", "Fin"))
    tooltip = [alt.Tooltip(field=field, type="nominal", title=title) for field, title in fields]
    bars = (
        named(_BARS)
        .mark_bar(height={"band": 0.32}, yOffset=_ABOVE, strokeWidth=1.5)
        .encode(
            x=x,
            x2=alt.X2(field="to"),
            y=y,
            tooltip=tooltip,
            fill=_in_state({_DUE: ACCENT, _TO_COME: GROUND}, MUTED),
            stroke=_in_state({_DUE: ACCENT}, MUTED),
        )
        .add_params(alt.selection_point(name=SELECTION, fields=["key"], clear="dblclick"))
    )
    text = alt.Text(field="label", type="nominal")
    rim, name = (
        named(_BARS)
        .mark_text(
            align="left",
            dy=3 - _ABOVE,
            color=INK,
            stroke=GROUND,
            strokeWidth=width,
            limit=alt.ExprRef("width"),
        )
        .encode(x=alt.value(0), y=y, text=text)
        for width in (4, 0)
    )
    rule = (
        named(_TODAY)
        .mark_rule(color=INK, strokeDash=[4, 3])
        .encode(x=alt.X(field="day", type="quantitative"))
    )
    return finished(alt.layer(bars, rule, rim, name).properties(height=alt.Step(_STEP)))


def _in_state(colours: dict[str, str], otherwise: str) -> Any:
    """A colour by state: filled or not says it too, and the words of each line."""
    tests = [{"test": f"datum.state === '{state}'", "value": colour} for state, colour in colours.items()]
    return {"condition": tests, "value": otherwise}
