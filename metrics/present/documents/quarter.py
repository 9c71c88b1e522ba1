"""« Billet trimestriel » : a dispositif over a quarter, on one sheet for its commanditaire."""

from collections.abc import Iterator
from dataclasses import replace

from data_access.access import Role
from data_access.errors import QueryError
from metrics.catalogue.activity import (
    INTERVENTIONS_COUNT,
    MEETINGS_ATTENDED,
    PREVENTION_CHILDREN,
    TONNES_COLLECTED,
)
from metrics.catalogue.dimensions import DISPOSITIF, JOB, MEETING_KIND, SECTOR, SITE
from metrics.catalogue.dispositifs import SECTORS_SERVED, WORK_SITES
from metrics.catalogue.orders import MEDIAN_ORDER_DELAY, ORDERS_ANSWERED_SHARE, ORDERS_RECEIVED
from metrics.portfolio import Entry, told
from metrics.portrait import Portrait
from metrics.present.blocks import Block, Heading, note
from metrics.present.documents import comments, moves
from metrics.present.export import SHEET, Export
from metrics.present.lists import Facts
from metrics.result import Cell, Result
from metrics.views.ask import Ask
from metrics.views.dispositif import KEY_FIGURES, NONE_CHOSEN, TEAM, key_figures
from metrics.views.export import export
from metrics.views.page import Page, foot
from metrics.views.parts import comparison, portrait, work
from metrics.views.views import View

NAME = "billet-trimestriel"
COUNT = INTERVENTIONS_COUNT
BESIDES = (
    PREVENTION_CHILDREN,
    TONNES_COLLECTED,
    ORDERS_RECEIVED,
)  # of some, and not of others
ORDERS = (ORDERS_RECEIVED, ORDERS_ANSWERED_SHARE, MEDIAN_ORDER_DELAY)
_NO_FIGURE = "Aucun chiffre de ce dispositif n'est à dire sur la période."


def contents(ask: Ask) -> Iterator[Block]:
    """Its market, its places and its team, its figures and its months, its partners, the comment."""
    who = _who(ask)
    own = portrait.entry(ask, who)
    headline = _headline(ask, own)
    yield from (each for each in portrait.identity(who, own) if not isinstance(each, Heading))
    yield from _places(ask)
    has_object = any(portrait.has_object(each, headline) for each in headline.query.metrics)
    yield key_figures(ask, headline, own) if has_object else note(_NO_FIGURE)
    if COUNT in headline.query.metrics and portrait.has_object(COUNT, headline):
        yield from work.narrow(ask, "mois", COUNT)
        yield from work.kinds(ask, COUNT)
    yield from _team(ask)
    yield from _partners(ask)
    yield moves.told(ask, headline)
    yield from comments.zone(ask, NAME)
    yield foot(headline)


def _who(ask: Ask) -> Portrait:
    found = portrait.asked(ask)
    if found is None:
        raise QueryError(NONE_CHOSEN)
    return found


def _headline(ask: Ask, own: Entry) -> Result:
    """The key figures of its page that mean something for it, then what it does besides."""
    usual, more = told(ask(*KEY_FIGURES), own), ask(*BESIDES)
    kept = [each for each in KEY_FIGURES if portrait.has_object(each, usual)]
    besides = [each for each in BESIDES if _has_some(more.cell(each))]
    orders = ORDERS if ORDERS_RECEIVED in besides else ()
    figures = (*kept, *(each for each in besides if each is not ORDERS_RECEIVED), *orders)
    return told(ask(*figures), own) if figures else usual


def _has_some(cell: Cell) -> bool:
    return bool(cell.figure.value or cell.reference.value)


def _places(ask: Ask) -> Iterator[Block]:
    """Where it worked, each kind of place after its name."""
    found = portrait.places(ask(SECTORS_SERVED, by=(SECTOR,)), ask(WORK_SITES, by=(SITE,)))
    names = {each.title: [str(line[0]) for _, lines in each.groups for line in lines] for each in found.lists}
    facts = tuple((title, ", ".join(places)) for title, places in names.items() if places)
    if facts:
        yield Facts(facts=facts, look="fiche")


def _team(ask: Ask) -> Iterator[Block]:
    """The posts of its market, when it has some."""
    jobs = ask(*TEAM, by=(JOB,))
    if jobs.rows:
        yield from comparison.table("L'équipe : postes par métier", jobs, ask(*TEAM))


def _partners(ask: Ask) -> Iterator[Block]:
    """The instances attended, when there were some."""
    total = ask(MEETINGS_ATTENDED)
    if total.cell(MEETINGS_ATTENDED).figure.value:
        instances = ask(MEETINGS_ATTENDED, by=(MEETING_KIND,))
        yield from comparison.table("Les instances partenariales", instances, total)


def make(ask: Ask, person: str) -> Export:
    """The sheet of the dispositif that is asked for, as a person reads it."""
    made, who = export(ask, PAGE, person), _who(ask)
    return replace(made, title=who.name, question=f"{PAGE.view.title}, {ask.period.label}", layout=SHEET)


PAGE = Page(
    view=View(
        url=NAME,
        title="Billet trimestriel",
        question="Qu'a fait ce dispositif pendant le trimestre ?",
        roles=frozenset({Role.DIRECTION, Role.AGENCY_MANAGER}),
    ),
    figures=KEY_FIGURES,
    contents=contents,
    by=(DISPOSITIF,),
    about=DISPOSITIF,
)
