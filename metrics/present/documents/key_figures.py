"""« Chiffres clés » : the page of the activity report, of any year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from data_access.access import Role
from metrics.badges import Badges, said
from metrics.catalogue.cfa import GRADUATES
from metrics.catalogue.dimensions import DISPOSITIF, JOB_FAMILY, PROGRAMME
from metrics.catalogue.dispositifs import (
    FIELD_DISPOSITIFS,
    NEW_MARKETS,
    QPV_INHABITANTS,
    QPV_SHARE,
    SCHOOLS,
    TERRITORIAL_AGENCIES,
)
from metrics.catalogue.financing import BULKY_WASTE_SHARE, MEDIATION_SHARE, REVENUE, TRAINING_SHARE
from metrics.catalogue.renewal import RENEWED_MARKETS
from metrics.catalogue.staff_profile import (
    FOUNDATION_SHARE,
    FOUNDATION_TRAINED,
    OWN_CFA_TITLED,
    TITLED_MEDIATORS,
)
from metrics.catalogue.training import EMPLOYEES_IN_TITLE_MODULES, LEARNERS, TRAINING_SITES
from metrics.catalogue.workforce import (
    APPRENTICES,
    BIRTH_COUNTRIES,
    BORN_ABROAD,
    BORN_ABROAD_SHARE,
    HEADCOUNT,
)
from metrics.model import Metric
from metrics.present import missing, words
from metrics.present.blocks import Block
from metrics.present.charts.bars import bars
from metrics.present.covered import covered
from metrics.present.export import ANNEX, Export
from metrics.present.headers import covering
from metrics.present.table import Column, Line, Table, grouped
from metrics.query import Filter
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.export import export
from metrics.views.page import Page, foot, printed
from metrics.views.parts import answering, figures
from metrics.views.parts.pictures import picture
from metrics.views.views import View

CARDS = "cartes"  # how paper shows a table of figures
_MEDIATORS, _REFERENTS, _MANAGERS, _SUPPORT = "mediator", "referent", "manager", "support"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the page, and the families of jobs that it is kept to, in the words of the report."""

    metric: Metric
    jobs: tuple[str, ...] = ()
    said: str = ""


PARTS: Mapping[str, tuple[Figure, ...]] = {
    "Produits": (
        Figure(REVENUE),
        Figure(MEDIATION_SHARE),
        Figure(TRAINING_SHARE),
        Figure(BULKY_WASTE_SHARE),
    ),
    "Territoires": (
        Figure(TERRITORIAL_AGENCIES),
        Figure(FIELD_DISPOSITIFS),
        Figure(SCHOOLS),
        Figure(QPV_INHABITANTS),
        Figure(QPV_SHARE),
    ),
    "Marchés": (Figure(NEW_MARKETS), Figure(RENEWED_MARKETS)),
    "Équipes": (
        Figure(HEADCOUNT),
        Figure(BIRTH_COUNTRIES),
        Figure(BORN_ABROAD),
        Figure(BORN_ABROAD_SHARE),
    ),
    "Médiation sociale": (
        Figure(HEADCOUNT, (_MEDIATORS,), "Médiateurs et médiatrices, apprentis compris"),
        Figure(HEADCOUNT, (_REFERENTS,), "Référents"),
        Figure(HEADCOUNT, (_MANAGERS,), "Responsables opérationnels"),
        Figure(HEADCOUNT, (_MEDIATORS, _REFERENTS, _MANAGERS), "Professionnels de la médiation"),
    ),
    "Formation des salariés": (
        Figure(TRAINING_SITES),
        Figure(FOUNDATION_TRAINED),
        Figure(FOUNDATION_SHARE),
    ),
    "Organisme de formation et CFA": (
        Figure(LEARNERS),
        Figure(EMPLOYEES_IN_TITLE_MODULES),
        Figure(TITLED_MEDIATORS),
        Figure(OWN_CFA_TITLED),
        Figure(APPRENTICES, (_SUPPORT,), "Apprentis des fonctions support et formation"),
    ),
}


def told(ask: Ask) -> Iterator[Block]:
    """The figures of the page in its order, then what the dispositifs weigh and the titles delivered."""
    badges = printed(ask)
    yield _figures(ask, badges)
    weights = ask(REVENUE, by=(DISPOSITIF,))
    yield from picture(ask, "poids", bars(weights, REVENUE), weights, REVENUE)
    titles = answering.by(ask, (PROGRAMME,), GRADUATES)
    if isinstance(titles, Result) and missing.why(titles, GRADUATES) is None:
        yield from picture(ask, "titres", bars(titles, GRADUATES), titles, GRADUATES)


def _contents(ask: Ask) -> Iterator[Block]:
    yield from told(ask)
    yield foot(ask(*(each.metric for each in PARTS["Produits"])))


def _figures(ask: Ask, badges: Badges) -> Table:
    """Every figure under the title of its part, with its change and where it was printed."""
    answers = _answers(ask)
    groups = [
        (title, [_line(each, answers[each], badges) for each in those]) for title, those in PARTS.items()
    ]
    known = [each for each in answers.values() if isinstance(each, Result)]
    caption = f"Chiffres clés, {covering(known[0]) if known else ask.period.label}"
    columns = (Column("Chiffre"), Column("Valeur", is_number=True))
    source = covered(known[0], REVENUE) if known else ""
    return replace(grouped(caption, columns, groups, source=source), look=CARDS)


def _answers(ask: Ask) -> Mapping[Figure, Result | str]:
    """The answer that tells each figure, those kept to the same jobs asked together, or what refuses it."""
    every = [each for those in PARTS.values() for each in those]
    found: dict[Figure, Result | str] = {}
    for jobs in dict.fromkeys(each.jobs for each in every):
        own = [each for each in every if each.jobs == jobs]
        kept = replace(ask, where=(*ask.where, Filter(JOB_FAMILY, jobs))) if jobs else ask
        found |= zip(own, answering.each(kept, *(each.metric for each in own)), strict=True)
    return found


def _line(told: Figure, answer: Result | str, badges: Badges) -> Line:
    """The name of a figure and its value with its unit, or what refuses it."""
    metric = told.metric
    if isinstance(answer, str):
        return figures.named(metric, told.said, answering.beneath(answer)), "–"
    entry = figures.figure(answer, metric, None, said(badges, answer, metric))
    value = words.with_unit(*words.on_tile(answer.cell(metric).figure, metric.unit))
    return figures.named(metric, told.said), replace(entry, text=value)


def make(ask: Ask, person: str) -> Export:
    """The page of key figures of a year, as a person reads it."""
    return replace(export(ask, PAGE, person), annex=ANNEX)


PAGE = Page(
    view=View(
        url="chiffres-cles",
        title="Chiffres clés",
        question="L'année en chiffres, dans l'ordre du rapport d'activité",
        roles=frozenset({Role.DIRECTION, Role.BOARD}),
    ),
    figures=tuple(dict.fromkeys(each.metric for those in PARTS.values() for each in those)),
    contents=_contents,
    by=(),
)
