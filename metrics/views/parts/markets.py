"""The markets: when each runs, which are soon to be renewed, and what that puts at risk year after year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from metrics import markets, today
from metrics.badges import Badges
from metrics.catalogue.dimensions import DISPOSITIF, YEAR
from metrics.catalogue.dispositifs import NEW_MARKETS
from metrics.catalogue.renewal import (
    AMOUNT_FALLING_DUE,
    AMOUNT_TO_RENEW,
    AMOUNT_TO_RENEW_SHARE,
    MARKET_AMOUNTS,
    MARKETS_DUE,
    MARKETS_FALLING_DUE,
    MARKETS_TO_RENEW,
    RENEWAL_RATE,
    RENEWED_MARKETS,
)
from metrics.catalogue.units import EUROS
from metrics.markets import Market
from metrics.present import words
from metrics.present.blocks import Block, Hint, Picture, nothing
from metrics.present.charts.gantt import gantt
from metrics.present.charts.over_time import over_time
from metrics.present.covered import covered
from metrics.present.leads import Member
from metrics.present.once import once
from metrics.present.table import Column, Entry, Line, Ref, Table, table
from metrics.query import NO_COMPARISON
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.parts import listed, pictures

SECTION = "marches"  # what the address of Financement names this section by
_RISK = (AMOUNT_FALLING_DUE, MARKETS_FALLING_DUE)
_RENEWAL = (
    MARKET_AMOUNTS,
    NEW_MARKETS,
    MARKETS_DUE,
    RENEWED_MARKETS,
    RENEWAL_RATE,
    MARKETS_TO_RENEW,
    AMOUNT_TO_RENEW,
    AMOUNT_TO_RENEW_SHARE,
)
_HEADS = ("Marché", "Commanditaire", "Début", "Fin", "Situation")
_DUE_HEADS = ("Marché", "Commanditaire", "Échéance", "Dans")
_AMOUNT = "Montant annuel (€)"


def timeline(ask: Ask) -> Iterator[Block]:
    """The markets on a line of time, then those to renew within twelve months, with what they bring."""
    visit = ask.visit
    day = today.day(visit.url, visit.known)
    near = markets.near(day)
    held = markets.timeline(visit.url, ask.period, day, visit.scope, ask.where, visit.known)
    total = replace(ask, period=near)(AMOUNT_FALLING_DUE, versus=NO_COMPARISON)
    if not held:
        yield nothing(f"Aucun marché en cours ni à venir : {total.perimeter}.")
        return
    drawn = gantt(held, day, near.last_day, total.perimeter)
    chart = pictures.complete(drawn, total, AMOUNT_FALLING_DUE)
    yield Picture(key="marches", chart=chart, table=_every(held, total), of=AMOUNT_FALLING_DUE)
    yield Hint("Un clic sur un marché garde son dispositif.")
    yield _due(held, day, total)


def at_risk(ask: Ask) -> Iterator[Block]:
    """What falls due in the year of today and in those that follow, as far as nothing renews it."""
    ahead = markets.years_ahead(today.day(ask.visit.url, ask.visit.known))
    answer = replace(ask, period=ahead)(*_RISK, by=(YEAR,), versus=NO_COMPARISON)
    yield from pictures.picture(ask, "risque", over_time(answer, AMOUNT_FALLING_DUE), answer, *_RISK)


def renewal(ask: Ask, badges: Badges) -> Iterator[Block]:
    """What the markets of the period bring in a year, how many were won, due and renewed, or lost."""
    yield from listed.table(ask, "Marchés gagnés et renouvelés", badges, *_RENEWAL)


@once
def _every(held: tuple[Market, ...], total: Result) -> Table:
    """Every market of the picture, in its order."""
    columns = [*map(Column, _HEADS), Column(_AMOUNT, is_number=True)]
    lines = [
        (each.name, each.client, _day(each.begins), _end(each), each.stage.value, _euros(each))
        for each in held
    ]
    caption = f"Les marchés et conventions, {total.perimeter}"
    return table(caption, columns, lines, folded="Voir le tableau")


@once
def _due(held: tuple[Market, ...], day: date, total: Result) -> Block:
    """Those to renew soon: when, in how long, and what they bring in a year."""
    due, until = [each for each in held if each.is_due], words.day(total.query.period.last_day)
    if not due:
        return nothing(f"Aucun marché à renouveler d'ici le {until}.")
    amount = Column(_AMOUNT, is_number=True, metric=AMOUNT_FALLING_DUE)
    return table(
        f"À renouveler du {words.day(day)} au {until}",
        [*map(Column, _DUE_HEADS), amount],
        [*(_falling(each, day) for each in due), ("Ensemble", "", "", "", _whole(total))],
        total=True,
        source=covered(total, AMOUNT_FALLING_DUE),
    )


def _falling(market: Market, day: date) -> Line:
    """A market to renew: its name keeps its dispositif."""
    term = market.term
    return (
        Entry(market.name, to=Member(DISPOSITIF, market.dispositif)),
        market.client,
        _day(term) if term else "",
        _days((term - day).days) if term else "",
        _euros(market),
    )


def _whole(total: Result) -> Entry:
    cell = total.cell(AMOUNT_FALLING_DUE)
    value = cell.figure.value
    said = words.number(value) if value is not None else words.MARKS[cell.figure.state]
    return Entry(said, Ref(total, AMOUNT_FALLING_DUE, cell))


def _days(left: int) -> str:
    if not left:
        return "aujourd'hui"
    return words.with_unit(words.number(Fraction(left)), "jour" if left == 1 else "jours")


def _day(day: date) -> Entry:
    return Entry(words.day(day), value=day)


def _end(market: Market) -> Entry | str:
    return _day(market.last_day) if market.last_day else "sans échéance"


def _euros(market: Market) -> Entry | str:
    if market.cents is None:
        return "–"
    euros = Fraction(market.cents, 100)
    return Entry(words.number(euros), value=euros, unit=EUROS)
