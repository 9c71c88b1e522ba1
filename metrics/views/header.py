"""What heads the files of a view: what was asked, of what the store knew, by whom and when."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select

from data_access.access import ROLE_LABELS, Scope
from data_access.engine import reading_engine
from data_access.schema import imports
from data_access.status import holds_sample
from data_access.versions import moment
from data_access.words import counted
from metrics.catalogue.dimensions import AGENCY
from metrics.context import Context
from metrics.lines import versus_label
from metrics.present import words
from metrics.query import Filter
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.page import Page
from metrics.views.visit import Visit

Facts = Iterable[tuple[str, str]]
_SAMPLE = "données d'exemple, aucune donnée réelle"


def is_sample(url: str) -> bool:
    """Whether the store holds the example data and nothing else."""
    with reading_engine(url).connect() as connection:
        return holds_sample(connection)


def data_date(ask: Ask, answers: Iterable[Result]) -> date | None:
    """The last day that all the figures of the period are covered up to, as far as they have one."""
    told = (answer.data_date for answer in answers if answer.query.period == ask.period)
    return min((day for day in told if day is not None), default=None)


def facts(
    ask: Ask, page: Page, person: str, day: date, known_to: date | None, choices: Facts
) -> Iterator[tuple[str, str]]:
    """What was asked for and chosen, of what import, by whom, with what rights and when."""
    if page.by or page.figures:  # what follows no bar was asked nothing
        yield "Période", ask.period.label
        yield "Comparaison", versus_label(ask.versus, ask.period) or "aucune"
        yield from _filters(ask)
    yield from choices
    yield "Données au", words.day(known_to) if known_to else "aucune donnée datée sur cette période"
    yield "Base lue", _known(ask.visit)
    if is_sample(ask.visit.url):
        yield "Origine", _SAMPLE
    yield "Demandé par", person
    yield "Droits", rights(ask.visit.scope, ask.visit.known)
    yield "Établi le", words.day(day)


def rights(scope: Scope, known: Context) -> str:
    """« Responsable d'agence (Rennes) » : whose rights the figures are read with."""
    own = sorted({agency for _, right in scope.rights for agency in right.agencies or ()})
    names = ", ".join(known.names[AGENCY.id].get(each, each) for each in own)
    return f"{ROLE_LABELS[scope.role]} ({names})" if names else ROLE_LABELS[scope.role]


def _filters(ask: Ask) -> Iterator[tuple[str, str]]:
    for each in ask.where:
        yield f"Filtre : {each.dimension.label}", _values(each, ask.visit.known)
    if not ask.where:
        yield "Filtres", "aucun"


def _values(kept: Filter, known: Context) -> str:
    """« Rennes, Nantes »."""
    names = known.names[kept.dimension.id]
    said = [
        kept.dimension.missing if value is None else names.get(value, str(value)) for value in kept.values
    ]
    return ", ".join(said)


def _known(visit: Visit) -> str:
    """« import n° 57, du 12/03/2024 à 09:30:12 » : what the store knew, today or then."""
    known = visit.known
    number = known.import_number if known.as_of is None else known.as_of
    if not number:
        return "aucun import"
    with reading_engine(visit.url).connect() as connection:
        at = connection.scalar(select(imports.c.at).where(imports.c.id == number))
    made = f", fait le {moment(at)}" if at else ""
    since = known.import_number - number
    then = f", sans {counted(since, 'import')} fait{'s' * (since > 1)} depuis" if since else ", le dernier"
    return f"import n° {number}{made}{then}"
