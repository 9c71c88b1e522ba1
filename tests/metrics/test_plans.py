"""How the engines read the tables for each question of the pages, as a text that a review reads.

A fact that grows is read through its aggregates, the others by an index and its conditions. Plans are
those of the sample years; PostgreSQL is told to look up each row by an index, so that it reads a whole
table only where no index could serve, whatever its version and its statistics say of small tables.
SUITE_PLANS=1 writes the texts again.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Select

from data_access import schema as s
from data_access.aggregates import AGGREGATES
from data_access.engine import reading_engine, writing
from metrics import period
from metrics.asked import slots
from metrics.compile import compile_query
from metrics.query import Query
from tests.metrics.asking import EVERYTHING, known
from tests.page_questions import activity, home

FOLDER = Path(__file__).parent / "plans"
SPANS = {
    "mois": period.month(2024, 12),
    "année": period.year(2024),
    "exercice": period.contract_year(2024),
}
QUESTIONS = {f"{span}, {name}": q for span, of in SPANS.items() for name, q in home(of).items()}
QUESTIONS |= activity("NANTES-QUARTIER")
GROWING = {aggregate.fact.name for aggregate in AGGREGATES}


OTHER_WAYS = ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "material", "memoize")


def plan(connection: Connection, question: Select[Any]) -> list[str]:
    """How each table is read: which part of which index, or the whole of it."""
    sqlite = connection.dialect.name == "sqlite"
    compiled = question.compile(connection, compile_kwargs={"render_postcompile": True})
    given = {n: v.isoformat() if isinstance(v, date) else v for n, v in compiled.construct_params().items()}
    ordered = tuple(given[name] for name in compiled.positiontup or ()) if sqlite else given
    prefix = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN (FORMAT JSON) "
    found = connection.exec_driver_sql(prefix + str(compiled), ordered).all()
    if not sqlite:
        return sorted(set(_scans(found[0][0][0]["Plan"])))
    steps = [str(row[-1]) for row in found]
    return [step for step in steps if step.startswith(("SEARCH", "SCAN")) and "CONSTANT" not in step]


def _scans(node: dict[str, Any]) -> Iterator[str]:
    if "Relation Name" in node:
        how = node["Index Name"] if "Index Cond" in node else "FULL SCAN"
        yield f"{node['Relation Name']}: {how}"
    for part in node.get("Plans", ()):
        yield from _scans(part)


def plans(connection: Connection, question: Query) -> str:
    """The plans of a question, fact by fact."""
    if connection.dialect.name == "postgresql":
        for way in OTHER_WAYS:
            connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
    asked = slots(question, known(connection).first_months)
    statements = compile_query(question, EVERYTHING, asked)
    return "\n".join("\n".join(plan(connection, each.select)) + "\n" for each in statements)


@pytest.fixture(scope="module")
def store(sample: str) -> Iterator[Connection]:
    """Both engines in turn: the sample years, as PostgreSQL knows them after a night."""
    if sample.startswith("postgresql"):
        with writing(sample) as connection:
            connection.exec_driver_sql("ANALYZE")
    with reading_engine(sample).connect() as connection:
        yield connection


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_plan_is_the_one_that_was_reviewed(store: Connection, name: str) -> None:
    file = FOLDER / store.dialect.name / f"{name}.txt"
    found = plans(store, QUESTIONS[name])
    if os.environ.get("SUITE_PLANS"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8"), "SUITE_PLANS=1 writes the plans again, to be reviewed"


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_page_reads_the_rows_of_a_fact_that_grows(store: Connection, name: str) -> None:
    read = plans(store, QUESTIONS[name]).replace(":", " ").split()
    assert GROWING.isdisjoint(read)


def test_reading_every_row_shows_in_a_plan(store: Connection) -> None:
    plans(store, QUESTIONS["année, leur total"])  # with the same settings
    whole = "\n".join(plan(store, s.intervention.select().where(s.intervention.c.people_met > 3)))
    assert "SCAN intervention" in whole or "intervention: FULL SCAN" in whole


def test_every_checked_in_plan_is_of_a_question_still_asked() -> None:
    for engine in ("sqlite", "postgresql"):
        assert {file.stem for file in (FOLDER / engine).iterdir()} == set(QUESTIONS)
