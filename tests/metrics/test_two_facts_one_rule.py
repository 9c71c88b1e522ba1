"""A rule over two kinds of file is not known while one of them is missing: a budget alone is no gap."""

from fractions import Fraction

import pytest
from sqlalchemy import Connection

from tests.metrics.asking import ask, reference, value, values
from tests.metrics.store import cover, put

MONEY = """
    ledger  day         dispositif  agency  account  amount_cents
            2024-03-31  JOUR        RENNES  706      90000

    budget  day         dispositif  agency  line   amount_cents
            2024-03-01  JOUR        RENNES  sales  80000
            2024-04-01  JOUR        RENNES  sales  50000
            2024-04-01  QUARTIER    NANTES  sales  70000
"""
GAPS = ["budget_gap", "budget_gap_share"]


@pytest.mark.parametrize("metric", GAPS)
def test_the_months_ahead_have_a_budget_and_no_gap(bare: Connection, metric: str) -> None:
    cover(bare, "grand livre", "2024-03")
    cover(bare, "budget", "2024-01", "2024-12")
    put(bare, MONEY)
    assert value(ask(bare, metric, span="2024-04")) == "n.d."  # and not -1 200 €
    by_agency = values(ask(bare, metric, span="2024-04", by="agency"))
    assert (by_agency["RENNES"], by_agency["NANTES"]) == ("n.d.", "n.d.")
    by_month = values(ask(bare, "budget_gap", span="2024-T2", by="month"))
    assert set(by_month.values()) == {"n.d."}


@pytest.mark.parametrize("metric", GAPS)
def test_months_booked_without_a_budget_have_no_gap_either(bare: Connection, metric: str) -> None:
    cover(bare, "grand livre", "2024-03")
    put(bare, "ledger day account amount_cents\n 2024-03-31 706 90000")
    assert value(ask(bare, metric, span="2024-03")) == "n.d."


def test_a_month_that_both_have_is_known_and_an_agency_without_entries_is_0(bare: Connection) -> None:
    cover(bare, "grand livre", "2024-03", "2024-04")
    cover(bare, "budget", "2024-03", "2024-04")
    put(bare, MONEY)
    assert value(ask(bare, "budget_gap", span="2024-03")) == 900 - 800
    april = values(ask(bare, "budget_gap", span="2024-04", by="agency"))
    assert (april["RENNES"], april["NANTES"], april["ANGERS"]) == (0 - 500, 0 - 700, 0)


def test_the_gap_is_not_added_up_by_agency_but_asked_for_whole(bare: Connection) -> None:
    cover(bare, "grand livre", "2024-03", "2024-04")
    cover(bare, "budget", "2024-03", "2024-04")
    put(bare, MONEY)
    shares = values(ask(bare, "budget_gap_share", span="2024-03..2024-04", by="agency"))
    assert (shares["RENNES"], shares["NANTES"]) == (Fraction(900 - 1300, 1300) * 100, -100)
    whole = ask(bare, "budget_gap_share", span="2024-03..2024-04", versus="previous-year")
    assert value(whole) == Fraction(900 - 2000, 2000) * 100
    assert reference(whole) == "n.d."
