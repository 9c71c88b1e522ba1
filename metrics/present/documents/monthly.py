"""« Rapport mensuel » : what moved in a month, what each agency was of it, what deserves a look."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from data_access.access import Role
from data_access.errors import UserError
from metrics import glossary
from metrics.catalogue.dimensions import AGENCY
from metrics.explain import Explanation, explain, splits
from metrics.model import Metric
from metrics.moved import MOST
from metrics.present import sentences, words
from metrics.present.blocks import Block, note, nothing
from metrics.present.export import Export
from metrics.query import Query
from metrics.result import Result, State
from metrics.today import day
from metrics.views import home
from metrics.views.ask import Ask
from metrics.views.export import export
from metrics.views.page import Page, foot, sections, tiles
from metrics.views.parts import contributed, domains, news
from metrics.views.parts.answering import Answers
from metrics.views.parts.domains import Line
from metrics.views.parts.news import News
from metrics.views.views import View

NAME = "rapport-mensuel"
_NOTHING = "Rien à dire de ce mois : aucun chiffre de ce domaine n'est chargé."
_WHY = "Aucune évolution de ce mois ne se décompose par agence."


def contents(ask: Ask) -> Iterator[Block]:
    """The key figures and what is new, then each domain, then what each agency was of the changes."""
    headline = ask(*home.KEY_FIGURES)
    lines = domains.asked(ask, *home.DOMAINS)
    found = news.asked(ask, headline, *domains.answers(lines))
    yield news.brief(found)
    yield tiles(ask, headline, versus=home.YEAR_AGO)
    parts = {
        "nouvelles": ("Ce qui a bougé, ce qui est à regarder", partial(_news, ask, found)),
        **{
            line.domain.value: (glossary.DOMAINS[line.domain], partial(_domain, ask, headline, line, each))
            for line, each in lines
        },
        "parts": ("Ce qui a bougé, agence par agence", partial(_why, ask, found)),
    }
    yield sections(parts)
    yield foot(headline)


def _news(ask: Ask, found: News) -> Iterator[Block]:
    yield news.in_full(ask, found)
    seen = day(ask.visit.url, ask.visit.known)
    if seen > ask.period.last_day:
        said = f"Objectifs et évolutions : {ask.period.label}. Échéances et retards : au {words.day(seen)}."
        yield note(words.french(said))


def _domain(ask: Ask, headline: Result, line: Line, answers: Answers) -> Iterator[Block]:
    """Five sentences at most: what moved, the furthest first, then what did not."""
    own = tuple(each for each in home.KEY_FIGURES if each.domain is line.domain)
    told = dict(zip(line.figures, answers, strict=True)) | dict.fromkeys(own, headline)
    known = {metric: each for metric, each in told.items() if isinstance(each, Result)}
    said = _sentences(ask, {metric: each for metric, each in known.items() if _is_told(each, metric)})
    for each in said[:MOST]:
        yield note(each)
    if not said:
        yield nothing(_NOTHING)


def _is_told(answer: Result, metric: Metric) -> bool:
    """Whether there is a figure to speak of."""
    return answer.cell(metric).figure.state is State.PRESENT


def _sentences(ask: Ask, known: dict[Metric, Result]) -> list[str]:
    if not known:
        return []
    found = news.moves(ask, *(answer.only(metric) for metric, answer in known.items()))
    others = (sentences.told(answer, each) for each, answer in known.items() if each not in found.figures)
    return [*map(words.french, found.sentences), *others]


def _why(ask: Ask, found: News) -> Iterator[Block]:
    """What each agency was of the changes that stand out, down to the changes themselves."""
    every = [_explained(ask, metric) for metric in found.moves.figures if splits(metric)]
    told = [each for each in every if each is not None]
    yield contributed.by_agency(ask, told) if told else nothing(_WHY)


def _explained(ask: Ask, metric: Metric) -> Explanation | None:
    """The contributions of agencies to a change, when they may be told."""
    query = Query(metrics=(metric,), period=ask.period, by=(AGENCY,), where=ask.where, versus=ask.versus)
    try:
        return explain(ask.visit.url, query, ask.visit.scope, ask.visit.known)
    except UserError:
        return None  # the change is told all the same


def make(ask: Ask, person: str) -> Export:
    """The report of a month, as a person reads it."""
    made = export(ask, PAGE, person)
    return replace(made, title=f"{PAGE.view.title} : {ask.period.label}")


PAGE = Page(
    view=View(
        url=NAME,
        title="Rapport mensuel",
        question="Qu'est-ce qui a bougé ce mois-ci, où, et que faut-il regarder ?",
        roles=frozenset({Role.DIRECTION}),
    ),
    figures=home.KEY_FIGURES,
    contents=contents,
    by=(),
)
