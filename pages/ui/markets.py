"""The markets: when each runs, which are soon to be renewed, and what that puts at risk year after year."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

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
from metrics.markets import Market
from metrics.present import words
from metrics.present.charts.gantt import gantt
from metrics.present.charts.over_time import over_time
from metrics.present.covered import covered
from metrics.query import NO_COMPARISON
from metrics.result import Result
from pages.ui import charts, html, links, listed, tables
from pages.ui.asking import Ask
from pages.ui.html import Element, el

_KEY = "marches"
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


def timeline(ask: Ask) -> None:
    """Draws the markets on a line of time, then those to renew within twelve months, with what they bring."""
    session, day = ask.session, today.day(ask.session.url, ask.session.known)
    near = markets.near(day)
    held = markets.timeline(session.url, ask.period, day, session.scope, ask.where, session.known)
    total = replace(ask, period=near)(AMOUNT_FALLING_DUE, versus=NO_COMPARISON)
    if not held:
        said = f"Aucun marché en cours ni à venir : {total.perimeter}."
        html.show(el("p", said, class_="vide", role="status"))
        return
    chart = charts.complete(gantt(held, day, near.last_day, total.perimeter), total, AMOUNT_FALLING_DUE)
    select = partial(charts.follow, ask, _KEY, DISPOSITIF.id)
    charts.picture(_KEY, chart, _every(held, total), select, of=AMOUNT_FALLING_DUE)
    html.show(el("p", "Un clic sur un marché garde son dispositif.", class_="phrase"))
    html.show(_due(ask, held, day, total))


def at_risk(ask: Ask) -> None:
    """Draws what falls due in the year of today and in those that follow, as far as nothing renews it."""
    ahead = markets.years_ahead(today.day(ask.session.url, ask.session.known))
    answer = replace(ask, period=ahead)(*_RISK, by=(YEAR,), versus=NO_COMPARISON)
    charts.draw(ask, "risque", over_time(answer, AMOUNT_FALLING_DUE), answer, *_RISK)


def renewal(ask: Ask, badges: Badges) -> None:
    """Draws what the markets of the period bring in a year, how many were won, due and renewed, or lost."""
    listed.table(ask, "Marchés gagnés et renouvelés", badges, *_RENEWAL)


def _every(held: tuple[Market, ...], total: Result) -> Element:
    """Every market of the picture, in its order."""
    columns = [*map(tables.Column, _HEADS), tables.Column("Montant annuel (€)", is_number=True)]
    lines = [
        [each.name, each.client, words.day(each.begins), _end(each), each.stage.value, _euros(each)]
        for each in held
    ]
    return tables.table(f"Les marchés et conventions, {total.perimeter}", columns, lines)


def _due(ask: Ask, held: tuple[Market, ...], day: date, total: Result) -> Element:
    """Those to renew soon: when, in how long, and what they bring in a year."""
    due, until = [each for each in held if each.is_due], words.day(total.query.period.last_day)
    if not due:
        return el("p", f"Aucun marché à renouveler d'ici le {until}.", class_="vide", role="status")
    amount = tables.Column("Montant annuel (€)", is_number=True, metric=AMOUNT_FALLING_DUE)
    link = links.ToMember(ask, DISPOSITIF)
    lines: list[tables.Line] = [
        [
            el("a", each.name, href=link(each.dispositif), target="_self"),
            each.client,
            words.day(each.term) if each.term else "",
            _days((each.term - day).days) if each.term else "",
            _euros(each),
        ]
        for each in due
    ]
    figure = total.cell(AMOUNT_FALLING_DUE).figure
    whole = words.number(figure.value) if figure.value is not None else words.MARKS[figure.state]
    lines.append(["Ensemble", "", "", "", whole])
    caption = f"À renouveler du {words.day(day)} au {until}"
    columns = [*map(tables.Column, _DUE_HEADS), amount]
    return tables.table(caption, columns, lines, total=True, source=covered(total, AMOUNT_FALLING_DUE))


def _days(left: int) -> str:
    if not left:
        return "aujourd'hui"
    return words.with_unit(words.number(Fraction(left)), "jour" if left == 1 else "jours")


def _end(market: Market) -> str:
    return words.day(market.last_day) if market.last_day else "sans échéance"


def _euros(market: Market) -> str:
    return "–" if market.cents is None else words.number(Fraction(market.cents, 100))
