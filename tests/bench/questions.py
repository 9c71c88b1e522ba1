"""What the store answers, without any page: loads, questions never asked before, the register."""

import os
import subprocess
import sys
from pathlib import Path

import manage
from data_access.access import Role, scope_for
from data_access.engine import migrate, reading_engine
from metrics import context, period, run
from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.period import Kind, Period, add_months
from metrics.query import NO_COMPARISON, Against, Comparison, Query
from metrics.reconcile import badges, reconcile
from pages.ui.filters import HISTORY_MONTHS
from tests.bench.measure import MILLISECOND, Line, repeated, timed
from tests.pages.test_home import KEY_FIGURES

DIRECTION = scope_for(Role.DIRECTION)
LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)
QUESTION, PAGE = 25 * MILLISECOND, 60 * MILLISECOND  # one question, and those of a page together


def load(store: str, files: Path) -> list[Line]:
    """The sample years, written then loaded by the commands that a person uses."""
    migrate(store)
    environment = {**os.environ, "DATABASE_URL": store}
    command = [sys.executable, "-m", "data_access", "load", str(files)]

    def work() -> None:
        subprocess.run(command, cwd=manage.ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)

    return [
        Line("chargement des années d'exemple", [timed(work)], 60),
        Line("les mêmes fichiers, une seconde fois", [timed(work)]),
    ]


def home(span: Period) -> dict[str, Query]:
    """The questions of the home page, as it asks them."""
    months = Period(Kind.FREE, add_months(span.stop, -HISTORY_MONTHS), span.stop)
    target, by_agency = Comparison(Against.TARGET), KEY_FIGURES[:5]
    return {
        "les six chiffres": Query(metrics=KEY_FIGURES, period=span, versus=LAST_YEAR),
        "leurs objectifs": Query(metrics=KEY_FIGURES, period=span, versus=target),
        "les treize mois": Query(metrics=KEY_FIGURES, period=months, by=(MONTH,), versus=NO_COMPARISON),
        "les agences": Query(metrics=by_agency, period=span, by=(AGENCY,), versus=LAST_YEAR),
        "leur total": Query(metrics=by_agency, period=span, versus=LAST_YEAR),
    }


def answers(store: str) -> list[Line]:
    """Each question of the home page as if nobody had asked it, then all that is around."""
    known = context.context(store)

    def ask(*questions: Query) -> None:
        for question in questions:
            with reading_engine(store).connect() as connection:
                run.answer(connection, question, DIRECTION, known)

    lines = []
    for span in (period.month(2024, 12), period.year(2024), period.contract_year(2024)):
        asked = home(span)
        lines += [
            Line(f"{span.label} : {name}", repeated(lambda q=question: ask(q)), QUESTION)
            for name, question in asked.items()
        ]
        lines.append(
            Line(f"{span.label} : les cinq ensemble", repeated(lambda a=asked: ask(*a.values())), PAGE)
        )
    return lines + _around(store)


def _around(store: str) -> list[Line]:
    def forgotten() -> None:
        context._KEPT.clear()
        context.context(store)

    def register() -> None:
        run._remembered.cache_clear()
        reconcile(store, DIRECTION)

    question = home(period.year(2024))["les six chiffres"]
    run.ask(store, question, DIRECTION)
    return [
        Line("une question déjà posée", repeated(lambda: run.ask(store, question, DIRECTION))),
        Line("noms, couverture et exercices, lus à chaque import", repeated(forgotten)),
        Line("pages où les chiffres ont été publiés", repeated(lambda: badges(store))),
        Line("rapprochement, aucune question déjà posée", repeated(register, 3)),
        Line("rapprochement, toutes déjà posées", repeated(lambda: reconcile(store, DIRECTION), 5)),
    ]
