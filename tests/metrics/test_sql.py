"""The SQL itself: bound values only, and words that both engines know."""

import re
from itertools import product

import pytest
from sqlalchemy import Connection, Dialect
from sqlalchemy.dialects import postgresql, sqlite

from data_access.errors import QueryError
from metrics import period
from metrics.asked import slots
from metrics.catalogue import METRICS, metric
from metrics.catalogue.dimensions import AGENCY, DIMENSIONS, DISPOSITIF, MONTH, YEAR
from metrics.compile import compile_query
from metrics.query import Against, Comparison, Filter, Query
from tests.metrics.asking import EVERYTHING, ask, manager, value, values
from tests.metrics.store import put

BY_AGENCY = [name for name, each in METRICS.items() if each.allows(AGENCY)]
DIALECTS = {"sqlite": sqlite.dialect(), "postgresql": postgresql.dialect()}
FIRST_MONTHS = {"JOUR": 10, "QUARTIER": 1}
HOSTILE = (
    "'; DROP TABLE intervention; --",
    '" OR 1=1 --',
    "RENNES' OR '1'='1",
    "%s %(x)s :name ? {0} \\",
    "x\u0000y",
)
FORBIDDEN = (
    "FILTER (",
    "FILTER(",
    "GROUPING SETS",
    "ROLLUP",
    "CUBE",
    "DATE_TRUNC",
    "EXTRACT",
    "STRFTIME",
    "OVER (",
)


def compiled(query: Query, dialect: Dialect) -> list[tuple[str, dict[str, object]]]:
    """The text and the bound values of each statement of a question."""
    statements = compile_query(query, manager("RENNES", "SIEGE"), slots(query, FIRST_MONTHS), as_of=3)
    done = [statement.select.compile(dialect=dialect) for statement in statements]
    return [(str(each), dict(each.params)) for each in done]


def whole_question(name: str) -> Query:
    """A metric by month, or year, and agency, filtered, against the year before: everything at once."""
    return Query(
        metrics=(metric(name),),
        by=(YEAR if metric(name).yearly else MONTH, AGENCY),
        where=(Filter(AGENCY, ("RENNES",)),),
        period=period.year(2024),
        versus=Comparison(Against.PREVIOUS_YEAR),
    )


@pytest.mark.parametrize(("name", "dialect"), [*product(BY_AGENCY, DIALECTS)])
def test_every_metric_compiles_with_words_both_engines_know(name: str, dialect: str) -> None:
    for text, _ in compiled(whole_question(name), DIALECTS[dialect]):
        upper = " ".join(text.upper().split())
        assert [word for word in FORBIDDEN if word in upper] == []


@pytest.mark.parametrize("name", BY_AGENCY)
def test_no_value_is_ever_written_into_the_text(name: str) -> None:
    for text, params in compiled(whole_question(name), DIALECTS["postgresql"]):
        assert not re.search(r"'|\b2024\b|\b2023\b|RENNES|SIEGE", text)
        bound = {
            str(each) for value in params.values() for each in (value if isinstance(value, list) else [value])
        }
        assert {"2024-01-01", "2023-01-01", "RENNES", "SIEGE"} <= bound


@pytest.mark.parametrize(("name", "dialect"), [*product(METRICS, DIALECTS)])
def test_every_dimension_a_metric_allows_compiles(name: str, dialect: str) -> None:
    allowed = [dimension for dimension in DIMENSIONS.values() if metric(name).allows(dimension)]
    assert allowed
    for dimension in allowed:
        query = Query(metrics=(metric(name),), by=(dimension,), period=period.year(2024))
        statements = compile_query(query, EVERYTHING, slots(query, FIRST_MONTHS))
        assert all(str(statement.select.compile(dialect=DIALECTS[dialect])) for statement in statements)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_value_is_bound_and_never_written(text: str) -> None:
    query = Query(
        metrics=(metric("interventions"),),
        where=(Filter(DISPOSITIF, (text,)),),
        period=period.year(2024),
    )
    for written, params in compiled(query, DIALECTS["postgresql"]):
        assert text not in written
        assert [text] in params.values()


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\u0000" not in text])
def test_a_hostile_value_finds_nothing_and_breaks_nothing(db: Connection, text: str) -> None:
    put(db, "intervention day\n 2024-05-01")
    query = Query(
        metrics=(metric("interventions"),), where=(Filter(DISPOSITIF, (text,)),), period=period.year(2024)
    )
    for statement in compile_query(query, EVERYTHING, slots(query, FIRST_MONTHS)):
        assert db.execute(statement.select).all() == []
    assert value(ask(db, "interventions")) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_condition_from_an_address_is_refused_in_words(db: Connection, text: str) -> None:
    for where in (f"dispositif={text}", f"{text}=RENNES", text):
        with pytest.raises(QueryError):
            ask(db, "interventions", where=where.replace(",", ";"))


def test_a_name_with_a_quote_is_a_name_like_another(db: Connection) -> None:
    put(
        db,
        """
        funder  id      name   kind
                L'EAU   L'Eau  city

        ledger  day         funder  amount_cents
                2024-05-01  L'EAU   500
                2024-05-01  -       700
        """,
    )
    assert value(ask(db, "revenue", where="funder=L'EAU")) == 5
    assert values(ask(db, "revenue", by="funder")) == {"L'EAU": 5, None: 7}


def test_one_question_makes_one_statement_per_fact() -> None:
    same = ("people_met", "interventions")
    two = ("interventions", "interventions_per_hour", "field_hours", "presence_rate")
    for names, statements in ((same, 1), (two, 2)):
        query = Query(metrics=tuple(map(metric, names)), period=period.year(2024))
        assert len(compiled(query, DIALECTS["sqlite"])) == statements


def test_a_shared_measure_is_read_once() -> None:
    query = Query(metrics=(metric("field_hours"), metric("presence_rate")), period=period.year(2024))
    (statement,) = compile_query(query, EVERYTHING, slots(query, {}))
    assert len(statement.measures) == 2  # done and planned, and not done twice
