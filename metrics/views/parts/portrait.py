"""A dispositif in words and tables: what it is, its markets, its places, the years it can be read by."""

from collections.abc import Iterator
from dataclasses import replace

from data_access.words import MONTHS
from metrics import period as periods
from metrics import portrait
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.model import Metric
from metrics.period import Kind, Period
from metrics.portfolio import Entry, entries
from metrics.portrait import Portrait
from metrics.present import records as written
from metrics.present.blocks import Block, Framed, Heading, Periods, note
from metrics.present.lists import Facts, Listing, Lists
from metrics.present.table import table
from metrics.query import Against, Filter
from metrics.result import Result, State
from metrics.views.ask import Ask
from metrics.views.parts import portfolio


def asked(ask: Ask) -> Portrait | None:
    """The only dispositif that the bar keeps, or None."""
    kept = next((f.values for f in ask.where if f.dimension is DISPOSITIF), ())
    return portrait.portrait(ask.visit.url, kept[0], ask.visit.scope) if len(kept) == 1 else None


def entry(ask: Ask, who: Portrait) -> Entry:
    """The same in the portfolio: its markets around the end of the period."""
    visit, own = ask.visit, (Filter(DISPOSITIF, (who.id,)),)
    (found,) = entries(visit.url, ask.period, visit.scope, own, visit.known)
    return found


def identity(who: Portrait, own: Entry) -> Iterator[Block]:
    """What its file says of it, and the market it worked under at the end of the period."""
    facts = {
        "Agence": who.agency,
        "Famille": who.family,
        "Orientation": who.orientation,
        "Cadre": who.setting,
        "Commanditaire principal": who.funder,
        "Marché": " ; ".join(portfolio.said(market, own.funder) for market in own.markets),
        "Présence": who.schedule,
        "Exercice de marché": _contract_year(who.first_month),
    }
    yield Heading(who.name, look="nom-dispositif")
    yield Facts(facts=tuple((said, value) for said, value in facts.items() if value), look="fiche")
    if own.begins:
        yield note(f"{portfolio.before(own.begins)}.".capitalize(), look="avis")


def has_object(metric: Metric, headline: Result) -> bool:
    """Whether a figure means something for it, so that its months do too."""
    return headline.cell(metric).figure.state is not State.NOT_APPLICABLE


def markets(ask: Ask, who: Portrait) -> Iterator[Block]:
    """Its markets and where each stood at the end of the period."""
    visit, last = ask.visit, ask.period.last_day
    held = portrait.markets(visit.url, who.id, visit.scope, last, visit.known)
    caption = f"Marchés et conventions, situation à la fin de la période ({ask.period.label})"
    yield Framed("serre-marches", (table(caption, *written.holdings(held)),))


def places(sectors: Result, sites: Result) -> Lists:
    """Where it works in the period."""
    return Lists((_list("Secteurs", sectors), _list("Sites", sites)), "lieux")


def years(ask: Ask, who: Portrait, own: Entry) -> Iterator[Block]:
    """The years its months can be read by: the calendar's, and those of its market that meet it."""
    offered = _years(ask, who, own)
    if any(period != ask.period for period in offered.values()):
        yield Periods(tuple(offered.items()))


def _years(ask: Ask, who: Portrait, own: Entry) -> dict[str, Period]:
    """By what they are called; none begins after what is loaded."""
    last = ask.visit.known.coverage.last_month() or ask.period.last_day
    number = min(ask.period.last_day.year, last.year)
    offered = {f"Année {number}": periods.year(number)}
    for contract in (periods.contract_year(number), periods.contract_year(number + 1)):
        begins, after = contract.window(who.first_month)
        if begins.month != 1 and begins <= last and own.is_held(begins, after):
            called = f"{contract.label.capitalize()} ({Period(Kind.FREE, begins, after).label})"
            offered[called] = contract
    return offered


def months(ask: Ask, who: Portrait, metric: Metric) -> Result:
    """The months of the period; of a contract year, those of its own."""
    asked_apart = ask.versus.against is Against.PERIOD  # a period of the reader's choice stays what it is
    if ask.period.kind is Kind.CONTRACT_YEAR and not asked_apart:
        begins, after = ask.period.window(who.first_month)
        kind = Kind.YEAR if who.first_month == 1 else Kind.FREE
        return replace(ask, period=Period(kind, begins, after)).months(metric)
    return ask.months(metric)


def _contract_year(first_month: int) -> str:
    last = MONTHS[(first_month + 10) % 12]
    return f"{MONTHS[first_month - 1]} à {last}"


def _list(title: str, answer: Result) -> Listing:
    names = [label for row in answer.rows for key, label in zip(row.keys, row.labels, strict=True) if key]
    lines = tuple((name,) for name in names)
    return Listing(f"{title} ({len(names)})", (("", lines),), "Aucun sur la période.")
