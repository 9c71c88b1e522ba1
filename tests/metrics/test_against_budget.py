"""The budget beside what was booked: month by month, then since the first of them, as it would be asked."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection

from data_access.access import Role, scope_for
from metrics import period, run
from metrics.against_budget import CUMULATED, CUMULATED_BUDGET, against, cumulated
from metrics.catalogue.budget import BUDGETED_REVENUE
from metrics.catalogue.financing import REVENUE
from metrics.model import Metric
from metrics.present.charts.budget import month_by_month, since_the_first
from metrics.present.charts.over_time import over_time
from metrics.query import Against, Query
from metrics.result import Result
from tests.metrics.asking import ask, value
from tests.metrics.store import cover, put

BOOKS = """
    ledger  day         account  amount_cents
            2024-01-31  706      10000
            2024-02-29  706      30000
            2024-02-29  641      -5000
            2024-03-31  706      20000

    budget  day         line     amount_cents
            2024-01-01  sales    20000
            2024-02-01  sales    20000
            2024-03-01  sales    10000
            2024-03-01  expense  -7000
"""


def months(db: Connection, span: str = "2024-01..2024-03") -> Result:
    cover(db, "grand livre", "2024-01", "2024-03")
    cover(db, "budget", "2024-01", "2024-12")
    put(db, BOOKS)
    return ask(db, REVENUE, BUDGETED_REVENUE, span=span, by="month")


def pairs(answer: Result) -> list[tuple[object, object]]:
    return [(row.cells[0].figure.value, row.cells[0].reference.value) for row in answer.rows]


def hatched(answer: Result, metric: Metric) -> list[bool]:
    """Which of the months are drawn as not whole."""
    (rows,) = over_time(answer, metric).rows.values()
    return [row["partial"] for row in rows]


def test_each_month_is_set_against_what_was_voted_of_it(bare: Connection) -> None:
    found = against(months(bare), BUDGETED_REVENUE)
    assert pairs(found) == [(100, 200), (300, 200), (200, 100)]
    assert [row.cells[0].change.value for row in found.rows] == [-50, 50, 100]
    assert (found.versus_label, found.query.versus.against) == ("budget", Against.TARGET)


def test_sums_since_the_first_month_are_those_that_would_be_asked(bare: Connection) -> None:
    answer = cumulated(months(bare), CUMULATED, CUMULATED_BUDGET)
    found = against(answer, CUMULATED_BUDGET)
    assert pairs(found) == [(100, 200), (400, 400), (600, 500)]
    for last, (booked, voted) in zip(("01", "02", "03"), pairs(found), strict=True):
        span = f"ytd:2024-{last}"
        assert value(ask(bare, REVENUE, span=span)) == booked
        assert value(ask(bare, BUDGETED_REVENUE, span=span)) == voted


def test_a_month_that_is_not_loaded_leaves_what_follows_not_known(bare: Connection) -> None:
    answer = cumulated(months(bare, "2024-02..2024-05"), CUMULATED, CUMULATED_BUDGET)
    assert [row.cells[0].figure.value for row in answer.rows] == [300, 500, None, None]
    assert [row.cells[1].figure.value for row in answer.rows] == [200, 300, 300, 300]  # nothing was voted


def test_the_last_sum_and_its_gap_are_what_the_chart_tells(bare: Connection) -> None:
    found = against(cumulated(months(bare), CUMULATED, CUMULATED_BUDGET), CUMULATED_BUDGET)
    chart = since_the_first(found, CUMULATED)
    assert chart.title == "Produits cumulés : +20,0\u00a0% par rapport au budget"
    assert chart.sentence == (
        "Produits cumulés, janvier 2024 à mars 2024 : 600\u00a0€ à fin mars 2024, pour 500\u00a0€ au budget, "
        "soit +20,0\u00a0%."
    )
    assert "en contour : budget" in chart.subtitle


def test_the_months_over_the_budget_are_what_their_chart_tells(bare: Connection) -> None:
    chart = month_by_month(against(months(bare), BUDGETED_REVENUE), REVENUE)
    assert chart.title == "Produits : 2 mois sur 3 au-dessus du budget"  # 300 for 200, 200 for 100
    assert chart.sentence.endswith(" ; 2 mois sur 3 au-dessus du budget.")
    answer = months(bare, "2024-02..2024-05")  # two months are not loaded
    assert "sur" not in month_by_month(against(answer, BUDGETED_REVENUE), REVENUE).title


def test_without_any_budget_nothing_is_said_of_it(bare: Connection) -> None:
    cover(bare, "grand livre", "2024-01", "2024-03")
    put(bare, BOOKS.split("\n\n")[0])
    answer = ask(bare, REVENUE, BUDGETED_REVENUE, span="2024-01..2024-03", by="month")
    chart = since_the_first(
        against(cumulated(answer, CUMULATED, CUMULATED_BUDGET), CUMULATED_BUDGET), CUMULATED
    )
    assert chart.title == "Produits cumulés"
    assert "budget," not in chart.sentence


def test_a_month_that_is_not_whole_is_hatched_and_so_are_the_sums_after_it(bare: Connection) -> None:
    january, february, march = (answer := months(bare)).rows
    cut = replace(february, cells=tuple(replace(cell, partial=True) for cell in february.cells))
    answer = replace(answer, rows=(january, cut, march))
    so_far = cumulated(answer, CUMULATED, CUMULATED_BUDGET)
    assert hatched(against(answer, BUDGETED_REVENUE), REVENUE) == [False, True, False]
    assert hatched(against(so_far, CUMULATED_BUDGET), CUMULATED) == [False, True, True]


def test_sums_never_stand_for_the_figure_that_they_sum_up(sample_store: str) -> None:
    """Equal questions share one answer: sums that were asked for would be remembered as the figure itself."""
    asked = [Query(metrics=(each,), period=period.year(2024)) for each in (CUMULATED, REVENUE)]
    assert asked[0] != asked[1]
    with pytest.raises(ValueError, match="what it sums up is asked for"):
        run.ask(sample_store, asked[0], scope_for(Role.DIRECTION))
