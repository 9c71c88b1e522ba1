"""« Fiche territoire » : an agency over a period, on one page that one can leave on a table."""

from collections.abc import Iterator
from dataclasses import replace

from data_access.access import Role
from data_access.errors import QueryError
from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INTERVENTIONS_COUNT,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PRESENCE_RATE,
    QPV_INTERVENTIONS_SHARE,
)
from metrics.catalogue.dimensions import AGENCY, CITY
from metrics.catalogue.dispositifs import (
    FIELD_DISPOSITIFS,
    FIELD_FTE,
    POSTS_AUTHORISED,
    QPV_INHABITANTS,
    SCHOOLS,
    SECTORS_SERVED,
    WORK_SITES,
)
from metrics.catalogue.financing import REVENUE
from metrics.catalogue.workforce import HEADCOUNT
from metrics.model import Metric
from metrics.present import phrases, words
from metrics.present.blocks import Block, note
from metrics.present.documents import comments, moves
from metrics.present.export import SHEET, Export
from metrics.present.leads import Definition
from metrics.present.lists import Facts
from metrics.present.table import Entry, Run
from metrics.result import Result, State
from metrics.views.ask import Ask
from metrics.views.export import export
from metrics.views.page import Page, foot, tiles
from metrics.views.parts import answering, figures, portfolio, work
from metrics.views.views import View

NAME = "fiche-territoire"
COUNT = INTERVENTIONS_COUNT
KEY_FIGURES = (
    REVENUE,
    COUNT,
    PEOPLE_MET,
    FIELD_HOURS_DONE,
    PRESENCE_RATE,
    QPV_INTERVENTIONS_SHARE,
    MEETINGS_ATTENDED,
    HEADCOUNT,
)
WHO = (FIELD_DISPOSITIFS, POSTS_AUTHORISED, SECTORS_SERVED, WORK_SITES, SCHOOLS, QPV_INHABITANTS)
_ROUNDED = "Produits arrondis au millier d'euros : leur somme peut différer un peu de l'ensemble."


def contents(ask: Ask) -> Iterator[Block]:
    """Who the agency is, its key figures, its dispositifs, its months, what moved, the comment."""
    _require_territory(ask)
    headline = ask(*KEY_FIGURES)
    yield from _who(ask)
    yield tiles(ask, headline)
    yield from portfolio.table(ask, FIELD_FTE, COUNT, REVENUE)
    yield note(_ROUNDED, look="vide")
    yield from work.narrow(ask, "mois", COUNT)
    yield from work.kinds(ask, COUNT)
    yield moves.told(ask, headline)
    yield from comments.zone(ask, NAME)
    yield foot(headline)


def _require_territory(ask: Ask) -> None:
    """Refuses the head office, which has no field."""
    for each in ask.where:
        if each.dimension is AGENCY and not set(each.values) <= set(ask.visit.known.territories):
            raise QueryError("Le siège n'a pas de fiche territoire : demandez une agence de territoire.")


def _who(ask: Ask) -> Iterator[Block]:
    """Where it works and with what."""
    cities = answering.by(ask, (CITY,), COUNT)
    if isinstance(cities, Result) and (names := _names(cities)):
        said = f"L'agence {phrases.of(_name(ask))} intervient {phrases.where(names)}"
        yield note(words.ended(said))
    answers = answering.each(ask, *WHO)
    told = (_fact(metric, answer) for metric, answer in zip(WHO, answers, strict=True))
    yield Facts(facts=tuple(filter(None, told)), look="fiche")


def _name(ask: Ask) -> str:
    """What the agency is called."""
    ((agency,),) = (each.values for each in ask.where if each.dimension is AGENCY)
    return ask.visit.known.names[AGENCY.id][agency]


def _names(cities: Result) -> list[str]:
    """The cities where something was done."""
    done = (row for row in cities.rows if row.keys[0] and row.cells[0].figure.value)
    return [row.labels[0] for row in done]


def _fact(metric: Metric, answer: Result | str) -> tuple[Run, Entry] | None:
    """A figure after its name, when the question arises for the agency."""
    if isinstance(answer, str):
        return None
    cell = answer.cell(metric)
    if cell.figure.state is State.NOT_APPLICABLE or cell.figure.value == 0:
        return None
    return Run(metric.label, to=Definition(metric)), figures.exact(answer, metric)


def make(ask: Ask, person: str) -> Export:
    """The sheet of the agency that is asked for, as a person reads it."""
    made, title = export(ask, PAGE, person), f"{PAGE.view.title} {phrases.of(_name(ask))}"
    return replace(made, title=title, question=phrases.opened(ask.period.label), layout=SHEET)


PAGE = Page(
    view=View(
        url=NAME,
        title="Fiche territoire",
        question="Qui est cette agence, et qu'a-t-elle fait ?",
        roles=frozenset({Role.DIRECTION, Role.AGENCY_MANAGER}),
    ),
    figures=KEY_FIGURES,
    contents=contents,
    by=(AGENCY,),
    about=AGENCY,
)
