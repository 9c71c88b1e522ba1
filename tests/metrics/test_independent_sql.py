"""Every metric, found again on the sample years by SQL written by hand from the schema.

Each file of ``independent_sql`` gives a numerator and a denominator for the association (no agency)
and for each agency, and third what the figure rests on, or is part of, when its metric says so. The
two paths share nothing but the tables.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Date, TextClause, bindparam, text

from data_access.engine import reading_engine
from metrics import period
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Dimension, Metric
from metrics.period import Period
from metrics.query import Query
from metrics.result import Figure, State
from metrics.run import ask
from tests.metrics.asking import EVERYTHING, shown

FOLDER = Path(__file__).parent / "independent_sql"
PERIODS = {"2024": period.year(2024), "2024-11": period.month(2024, 11)}
# Printed by the reports: told, whatever they count.
PRINTED = {"accident_severity", "employee_graduates", "manager_training_days"}
# Not small by themselves, and hidden: with another cell they would tell one that is, or the people who come
# and go are told of whole years only.
HIDDEN = {
    "2024": {
        "amis_graduates_share", "cfa_entries", "interruption_rate", "msads_graduates_share",
        "presentation_rate",
    },
    "2024-11": {
        "accident_frequency", "accident_severity", "accidents_with_stop", "amis_graduates_share",
        "apprentices_in_training", "apprentices_in_year", "candidates", "cfa_entries", "commute_accidents",
        "employees_in_title_modules", "employees_training_hours", "entries", "exits", "graduates",
        "interruption_rate", "interruptions", "learners", "lost_days", "manager_training_days",
        "msads_graduates_share", "partial_titles", "pass_rate", "permanent_turnover", "presentation_rate",
        "staff_training_days", "staff_training_participants", "title_hours", "transfers_in",
        "transfers_out", "vsme_accident_rate",
    },
}  # fmt: skip
Sums = tuple[int, ...]  # numerator, denominator, and the base or the whole


@cache
def statement(name: str) -> TextClause:
    """The SQL of a metric, with its bounds as days."""
    written = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    bounds = [bindparam(bound, type_=Date) for bound in ("start", "stop") if f":{bound}" in written]
    return text(written).bindparams(*bounds)


def by_hand(store: str, name: str, asked: Period) -> dict[str | None, Sums]:
    """The sums of each agency, and of the association under None."""
    with reading_engine(store).connect() as connection:
        rows = connection.execute(statement(name), {"start": asked.start, "stop": asked.stop}).all()
    return {agency: tuple(int(each or 0) for each in sums) for agency, *sums in rows}


def by_engine(store: str, name: str, asked: Period, *by: Dimension) -> dict[object, Figure]:
    """The figures of the catalogue, by agency or under None."""
    answered = ask(store, Query(metrics=(METRICS[name],), period=asked, by=by), EVERYTHING)
    return {row.keys[0] if row.keys else None: row.cells[0].figure for row in answered.rows}


def expected(metric: Metric, sums: Sums | None) -> Fraction | str:
    """What the sums make: divided once, unless there is nothing to divide by or too few."""
    if sums is None:
        return _of_no_row(metric)
    numerator, denominator, *beside = sums
    if not denominator or (beside or [denominator])[0] < metric.min_cohort:
        return "n.c."
    return Fraction(numerator, denominator) * metric.unit.factor


OF_NO_ROW: dict[str, Fraction | str] = {
    "added": Fraction(0),
    "emitted.<locals>.of": Fraction(0),
    "emitted_per_kilometre.<locals>.of": "n.c.",
    "first_share": "n.c.",
    "gap": Fraction(0),
    "gap_share": "n.c.",
    "herfindahl": "n.c.",
    "index": "n.d.",
    "known": "n.d.",
    "leavers_rate": "n.c.",
    "legal_headcount": "n.c.",
    "mean": Fraction(0),
    "middle": "n.c.",
    "middle_in_years": "n.c.",
    "only": "n.d.",
    "points.<locals>.read": "n.d.",
    "renewal_rate": "n.c.",
    "result.<locals>.read": "n.d.",
    "share": "n.c.",
    "share_among": "n.c.",
    "share_having": "n.c.",
    "share_of_either": "n.c.",
    "total": Fraction(0),
}


def _of_no_row(metric: Metric) -> Fraction | str:
    """What no record at all makes: zero, unless it leaves nothing to divide by, or nothing said."""
    if metric.rule is None:
        return "n.c." if metric.is_ratio else Fraction(0)
    return OF_NO_ROW[metric.rule.function.__qualname__]


def is_small(metric: Metric, sums: Sums | None) -> bool:
    """Whether some count of people behind a figure is above zero and under the threshold."""
    if sums is None or not metric.hidden_below:
        return False
    numerator, denominator, *beside = sums
    if beside and metric.whole is None:
        return beside[0] < metric.hidden_below and (beside[0], numerator) != (0, 0)
    ratio = [numerator, denominator, denominator - numerator]
    counts = ratio if metric.is_ratio else [Fraction(numerator, denominator)]
    if metric.whole is not None:
        counts.append(Fraction(beside[0] - numerator))
    return any(0 < count < metric.hidden_below for count in counts)


def asked_over(names: Iterable[str]) -> list[tuple[str, str]]:
    """Each metric over each period it may be asked for."""
    return [(name, span) for name in names for span in PERIODS if span == "2024" or not METRICS[name].yearly]


@pytest.mark.parametrize(("name", "span"), asked_over(METRICS))
def test_the_association(sample: str, name: str, span: str) -> None:
    sums = by_hand(sample, name, PERIODS[span]).get(None)
    (figure,) = by_engine(sample, name, PERIODS[span]).values()
    if span == "2024" and name in PRINTED:
        assert shown(figure) == expected(METRICS[name], sums)
    elif is_small(METRICS[name], sums) or name in HIDDEN[span]:
        assert shown(figure) == "s"
    else:
        assert shown(figure) == expected(METRICS[name], sums)


@pytest.mark.parametrize(
    ("name", "span"), asked_over(name for name, each in METRICS.items() if each.allows(AGENCY))
)
def test_each_agency(sample: str, name: str, span: str) -> None:
    metric = METRICS[name]
    sums = by_hand(sample, name, PERIODS[span])
    figures = by_engine(sample, name, PERIODS[span], AGENCY)
    assert set(sums) - {None} <= set(figures)
    small = {agency for agency in figures if is_small(metric, sums.get(agency))}
    hidden = {agency for agency, figure in figures.items() if figure.state is State.HIDDEN}
    assert small <= hidden
    assert metric.hidden_below or not hidden
    for agency in set(figures) - hidden:
        assert shown(figures[agency]) == expected(metric, sums.get(agency)), agency


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_has_its_sql_and_it_finds_something(sample: str, name: str) -> None:
    years = (by_hand(sample, name, asked) for asked in (PERIODS["2024"], period.year(2023)))
    assert any(numerator for year in years for numerator, *_ in year.values())  # no pay gap is left in 2024


def test_every_sql_is_about_a_metric() -> None:
    assert {file.stem for file in FOLDER.glob("*.sql")} == set(METRICS)
