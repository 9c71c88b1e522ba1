"""What the store answers, without any page: questions never asked before, the register, memory."""

from dataclasses import replace
from datetime import date
from itertools import product

from data_access.access import Role, scope_for
from data_access.engine import reading_engine
from metrics import context, measures, period, run
from metrics.badges import badges
from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.catalogue.facts import STAFF
from metrics.catalogue.workforce import HEADCOUNT
from metrics.masks import found_on, mask_of
from metrics.model import Metric
from metrics.period import Kind, Period, add_months
from metrics.query import Filter, Query
from metrics.reconcile import reconcile
from tests.bench.measure import MILLISECOND, Line, repeated, timed
from tests.bench.process import resident
from tests.page_questions import INTERVENTIONS, activity, four, home

DIRECTION = scope_for(Role.DIRECTION)
QUESTION, PAGE = 25 * MILLISECOND, 60 * MILLISECOND  # one question, and those of a page together
ROUNDS = 15
SECRET = 10 * MILLISECOND  # what the secrecy of a question may cost, once its masks are known


def answers(store: str) -> list[Line]:
    """Each question of the pages as if nobody had asked it, in turn: a busy moment falls on all of them."""
    known = context.context(store)

    def ask(*questions: Query) -> None:
        for question in questions:
            with reading_engine(store).connect() as connection:
                run.answer(connection, question, DIRECTION, known)

    asked: dict[str, tuple[Query, ...]] = {}
    for span in (period.month(2024, 12), period.year(2024), period.contract_year(2024)):
        page = home(span)
        asked |= {f"{span.label} : {name}": (question,) for name, question in page.items()}
        asked[f"{span.label} : les cinq ensemble"] = tuple(page.values())
    asked |= {name: (question,) for name, question in (activity("NANTES-QUARTIER") | four()).items()}
    times: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, questions in asked.items():
            times[name].append(timed(lambda q=questions: ask(*q)))
    return [Line(name, times[name], QUESTION if len(asked[name]) == 1 else PAGE) for name in asked]


def around(store: str) -> list[Line]:
    """What is around the questions: what they remember, the context, the register."""

    def forgotten() -> None:
        context._KEPT.clear()
        context.context(store)

    def register() -> None:
        run._remembered.cache_clear()
        reconcile(store, DIRECTION)

    def masks() -> None:
        found_on.cache_clear()
        with reading_engine(store).connect() as connection:
            mask_of(connection, replace(context.context(store), kept={}), STAFF, 2024)

    def staff(about: Metric) -> None:
        people = Query(metrics=(about,), period=period.year(2024), by=(MONTH, AGENCY))
        with reading_engine(store).connect() as connection:
            run.answer(connection, people, DIRECTION, context.context(store))

    unguarded = measures.count(replace(STAFF, published=None), label="salariés présents")
    plain = replace(HEADCOUNT, measure=unguarded)
    staff(HEADCOUNT)
    pairs = [[timed(lambda m=each: staff(m)) for each in (plain, HEADCOUNT)] for _ in range(20)]
    added = [max(0.0, masked - alone) for alone, masked in pairs]
    question = home(period.year(2024))["les six chiffres"]
    run.ask(store, question, DIRECTION)
    return [
        Line("effectif par mois et agence, sans secret", [alone for alone, _ in pairs]),
        Line("effectif par mois et agence, masques retenus", [masked for _, masked in pairs]),
        Line("ce que le secret ajoute à cette question", added, SECRET),
        Line("masques du personnel d'une année, à trouver", repeated(masks, 3)),
        Line("une question déjà posée", repeated(lambda: run.ask(store, question, DIRECTION))),
        Line("noms, couverture et exercices, lus à chaque import", repeated(forgotten)),
        Line("pages où les chiffres ont été publiés", repeated(lambda: badges(store))),
        Line("rapprochement, aucune question déjà posée", repeated(register, 3)),
        Line("rapprochement, toutes déjà posées", repeated(lambda: reconcile(store, DIRECTION), 5)),
    ]


def memory(store: str) -> str:
    """What this process holds after one thousand, two thousand… questions, none asked twice."""
    agencies = list(context.context(store).names[AGENCY.id])
    spans = [_months_from(month, width) for month, width in product(range(1, 13), range(1, 61))]
    told = [f"au départ {resident()} Mo"]
    for count, (span, agency) in enumerate(product(spans, agencies), 1):
        own = (Filter(AGENCY, (agency,)),)
        run.ask(store, Query(metrics=INTERVENTIONS, period=span, by=(MONTH,), where=own), DIRECTION)
        if count % 1000 == 0:
            told.append(f"{count} questions {resident()} Mo")
    return " · ".join(told)


def _months_from(month: int, width: int) -> Period:
    start = date(2023, month, 1)
    return Period(Kind.FREE, start, add_months(start, width))
