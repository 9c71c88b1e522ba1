"""Breakdowns other than agencies, and contract years, found again by SQL written by hand from the schema.

Each file of ``independent_sql/breakdowns`` gives a numerator and a denominator for each member.
"""

from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import Date, bindparam, text

from data_access.engine import reading_engine
from metrics import period
from metrics.catalogue import dimension, metric
from metrics.period import Period
from metrics.query import Query
from metrics.run import ask
from tests.metrics.asking import EVERYTHING, shown, value

FOLDER = Path(__file__).parent / "independent_sql" / "breakdowns"
QUESTIONS = {
    "budget_gap_by_dispositif_in_contract_year": ("budget_gap", "dispositif", period.contract_year(2024)),
    "budget_gap_by_funding_line": ("budget_gap", "funding_line", period.year(2024)),
    "revenue_by_funder": ("revenue", "funder", period.year(2024)),
}


def by_hand(store: str, file: str, asked: Period) -> dict[str | None, Fraction]:
    """The figure of each member."""
    written = (FOLDER / f"{file}.sql").read_text(encoding="utf-8")
    values = {"start": asked.start, "stop": asked.stop, "year": asked.last_day.year}
    given = {name: each for name, each in values.items() if f":{name}" in written}
    days = [bindparam(name, type_=Date) for name in ("start", "stop") if name in given]
    with reading_engine(store).connect() as connection:
        rows = connection.execute(text(written).bindparams(*days), given).all()
    return {member: Fraction(int(numerator), int(denominator)) for member, numerator, denominator in rows}


@pytest.mark.parametrize("file", QUESTIONS)
def test_each_member_and_their_sum(sample: str, file: str) -> None:
    name, by, asked = QUESTIONS[file]
    found = by_hand(sample, file, asked)
    query = Query(metrics=(metric(name),), period=asked, by=(dimension(by),))
    answered = ask(sample, query, EVERYTHING)
    assert len(found) >= 3
    told = {row.keys[0]: shown(row.cells[0].figure) for row in answered.rows}
    assert told == dict.fromkeys(told, 0) | found  # a member of other rows, as charges without funder, is 0
    assert value(ask(sample, query.total(), EVERYTHING)) == sum(found.values())


def test_every_sql_is_asked() -> None:
    assert {file.stem for file in FOLDER.glob("*.sql")} == set(QUESTIONS)
