"""The SQL that definitions show: a clause a line, its values told, and the figure itself once copied."""

import re
import sqlite3

import pytest

from metrics import period
from metrics.catalogue import METRICS, metric
from metrics.query import Query
from metrics.run import ask
from metrics.sql import by_clause, statements
from tests.metrics.asking import EVERYTHING

WRITTEN = (
    "SELECT a, sum(CASE WHEN (b AND c) THEN 1 END) FROM t JOIN u ON t.x = u.x AND t.y = u.y "
    "LEFT OUTER JOIN v ON t.z = v.z WHERE t.k IN (SELECT k FROM w WHERE w.p = :p AND w.q) AND a "
    "GROUP BY a ORDER BY a"
)
VALUE = re.compile(r"^-- :(\w+) = (.*)$", re.MULTILINE)


def test_a_statement_is_shown_with_a_clause_on_each_line() -> None:
    assert by_clause(WRITTEN).splitlines() == [
        "SELECT a, sum(CASE WHEN (b AND c) THEN 1 END)",
        "FROM t",
        "JOIN u ON t.x = u.x",
        "  AND t.y = u.y",
        "LEFT OUTER JOIN v ON t.z = v.z",
        "WHERE t.k IN (",
        "  SELECT k",
        "  FROM w",
        "  WHERE w.p = :p",
        "    AND w.q)",
        "  AND a",
        "GROUP BY a",
        "ORDER BY a",
    ]


@pytest.mark.parametrize("name", METRICS)
def test_every_value_is_told_beside_the_statement_and_none_is_in_it(name: str) -> None:
    for shown in statements(metric(name), EVERYTHING, 2024):
        statement = "\n".join(line for line in shown.splitlines() if not line.startswith("--"))
        assert {told for told, _ in VALUE.findall(shown)} == set(re.findall(r":(\w+)", statement))
        assert not re.search(r"\?|'|\b2024\b", statement)


@pytest.mark.parametrize("name", ["interventions", "people_met", "headcount"])
def test_a_statement_that_is_copied_with_its_values_gives_the_figure(sample_store: str, name: str) -> None:
    (shown,) = statements(metric(name), EVERYTHING, 2024)
    values = {told: None if value == "NULL" else value for told, value in VALUE.findall(shown)}
    store = sqlite3.connect(sample_store.removeprefix("sqlite:///"))
    ((*_, copied),) = store.execute(shown, values).fetchall()
    store.close()
    answer = ask(sample_store, Query(metrics=(metric(name),), period=period.year(2024)), EVERYTHING)
    assert copied == answer.rows[0].cells[0].figure.value
