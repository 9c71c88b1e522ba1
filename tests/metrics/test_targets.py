"""A figure against what was promised for exactly its days and its perimeter, or for parts that tile them."""

import pytest
from sqlalchemy import Connection

from tests.metrics.asking import ask, change, manager, reference, references, value
from tests.metrics.store import put


def test_the_target_of_the_same_days_and_perimeter(db: Connection) -> None:
    put(
        db,
        """
        target        metric         valid_from  valid_to    agency  dispositif  value_thousandths
                      interventions  2024-01-01  2025-01-01  -       -           40000
                      interventions  2024-01-01  2025-01-01  RENNES  -           25000
                      interventions  2024-01-01  2025-01-01  RENNES  JOUR        20000
                      people_met     2024-01-01  2025-01-01  -       -           999000

        intervention  day         dispositif  times
                      2024-05-01  JOUR        22
                      2024-05-01  ECOLE       2
        """,
    )
    assert reference(ask(db, "interventions", versus="target")) == 40
    assert reference(ask(db, "interventions", where="agency=RENNES", versus="target")) == 25
    answered = ask(db, "interventions", where="agency=RENNES,dispositif=JOUR", versus="target")
    assert (value(answered), reference(answered), change(answered)) == (22, 20, 100 * (22 - 20) / 20)
    by_agency = references(ask(db, "interventions", by="agency", versus="target"))
    assert (by_agency["RENNES"], by_agency["NANTES"]) == (25, "–")


TWELVE_MONTHS = "\n".join(
    f"interventions  2024-{m:02}-01  {2024 + m // 12}-{m % 12 + 1:02}-01  {m}000" for m in range(1, 13)
)


def test_monthly_targets_of_a_flow_add_up_to_the_quarter_and_the_year(db: Connection) -> None:
    put(db, f"target metric valid_from valid_to value_thousandths\n{TWELVE_MONTHS}")
    assert reference(ask(db, "interventions", span="2024-03", versus="target")) == 3
    assert reference(ask(db, "interventions", span="2024-T2", versus="target")) == 4 + 5 + 6
    assert reference(ask(db, "interventions", versus="target")) == sum(range(1, 13))
    months = references(ask(db, "interventions", by="month", versus="target"))
    assert months["2024-05"] == 5


def test_monthly_targets_of_a_gap_add_up_like_the_flows_it_is_between(db: Connection) -> None:
    months = "\n".join(f"budget_gap 2024-{n:02}-01 2024-{n + 1:02}-01 {n * 1000}" for n in (1, 2, 3))
    put(db, f"target metric valid_from valid_to value_thousandths\n{months}")
    put(db, "ledger day amount_cents\n 2024-01-05 100\n\nbudget day amount_cents\n 2024-01-01 100")
    assert reference(ask(db, "budget_gap", span="2024-T1", versus="target")) == 1 + 2 + 3


def test_targets_that_leave_a_gap_make_no_target(db: Connection) -> None:
    without_march = "\n".join(
        line for line in TWELVE_MONTHS.splitlines() if "2024-03-01  2024-04" not in line
    )
    put(db, f"target metric valid_from valid_to value_thousandths\n{without_march}")
    assert reference(ask(db, "interventions", versus="target")) == "–"
    assert reference(ask(db, "interventions", span="2024-T2", versus="target")) == 4 + 5 + 6


def test_targets_of_a_rate_are_never_added(db: Connection) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    value_thousandths
                presence_rate  2024-01-01  2024-07-01  80000
                presence_rate  2024-07-01  2025-01-01  90000
        """,
    )
    assert reference(ask(db, "presence_rate", versus="target")) != 80 + 90


def test_the_target_of_a_stock_is_that_of_its_last_day(db: Connection) -> None:
    put(
        db,
        """
        target  metric     valid_from  valid_to    value_thousandths
                headcount  2024-07-01  2025-01-01  130000

        staff   day         times
                2024-12-31  129
        """,
    )
    assert reference(ask(db, "headcount", span="2024", versus="target")) == 130
    assert reference(ask(db, "headcount", span="2024-06", versus="target")) == "–"


def test_the_target_of_exactly_these_days_wins_over_another_that_ends_the_same_day(db: Connection) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    value_thousandths
                presence_rate  2024-01-01  2025-01-01  80000
                presence_rate  2024-12-01  2025-01-01  95000
        """,
    )
    assert reference(ask(db, "presence_rate", span="2024-12", versus="target")) == 95
    assert reference(ask(db, "presence_rate", span="2024", versus="target")) == 80


def test_a_target_that_nobody_set_is_no_figure_to_wait_for_and_never_zero(db: Connection) -> None:
    answered = ask(db, "interventions", versus="target")
    assert (reference(answered), change(answered)) == ("–", "–")


@pytest.mark.parametrize("where", ["intervention_kind=BRUIT", "setting=public_space", "agency=RENNES|NANTES"])
def test_a_filter_no_target_knows_makes_the_comparison_not_applicable(db: Connection, where: str) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    value_thousandths
                interventions  2024-01-01  2025-01-01  40000
        """,
    )
    answered = ask(db, "interventions", where=where, versus="target")
    assert (reference(answered), change(answered)) == ("–", "–")


def test_the_figure_of_ones_own_agency_never_meets_the_target_of_the_association(db: Connection) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    agency  value_thousandths
                interventions  2024-01-01  2025-01-01  -       40000
                interventions  2024-01-01  2025-01-01  RENNES  25000
        """,
    )
    own = ask(db, "interventions", versus="target", scope=manager("RENNES"))
    both = ask(db, "interventions", versus="target", scope=manager("RENNES", "NANTES"))
    assert (reference(own), reference(both)) == (25, "–")


def test_the_target_of_a_contract_year_is_that_of_the_dispositifs_own_days(db: Connection) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    agency  dispositif  value_thousandths
                interventions  2023-10-01  2024-10-01  -       JOUR        17000
        """,
    )
    assert (
        reference(ask(db, "interventions", span="marche:2024", where="dispositif=JOUR", versus="target"))
        == 17
    )


def test_targets_too_are_read_as_they_were_known(db: Connection) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    value_thousandths  loaded_by  retired_by
                interventions  2024-01-01  2025-01-01  40000              1          5
                interventions  2024-01-01  2025-01-01  45000              5          -
        """,
    )
    assert reference(ask(db, "interventions", versus="target")) == 45
    assert reference(ask(db, "interventions", versus="target", as_of=4)) == 40


def test_a_years_target_tiles_two_years_even_beside_months(db: Connection) -> None:
    put(
        db,
        f"""
        target metric valid_from valid_to value_thousandths
        interventions  2023-01-01  2024-01-01  50000
        interventions  2024-01-01  2025-01-01  90000
        {TWELVE_MONTHS}
        """,
    )
    assert reference(ask(db, "interventions", span="2023..2024", versus="target")) == 50 + 90  # not 50 + 78
    assert reference(ask(db, "interventions", span="2023-01..2024-02", versus="target")) == 50 + 1 + 2


def test_a_long_part_that_leads_nowhere_does_not_hide_the_short_ones_that_tile(db: Connection) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    value_thousandths
                interventions  2024-01-01  2024-04-01  100000
                interventions  2024-01-01  2024-03-01  2000
                interventions  2024-03-01  2024-07-01  3000
        """,
    )
    assert reference(ask(db, "interventions", span="2024-01..2024-06", versus="target")) == 2 + 3


def test_of_targets_that_end_the_same_day_the_longest_within_the_days_is_read(db: Connection) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    value_thousandths
                presence_rate  2024-12-01  2025-01-01  95000
                presence_rate  2024-07-01  2025-01-01  85000
                presence_rate  2023-01-01  2025-01-01  70000
        """,
    )
    assert reference(ask(db, "presence_rate", span="2024", versus="target")) == 85
    assert reference(ask(db, "presence_rate", span="2024-10..2024-12", versus="target")) == 95


def test_the_target_of_another_agencys_dispositif_is_not_told(db: Connection) -> None:
    put(
        db,
        """
        target  metric         valid_from  valid_to    agency  dispositif  value_thousandths
                interventions  2024-01-01  2025-01-01  -       QUARTIER    20000
        """,
    )
    of_nantes = {"where": "dispositif=QUARTIER", "versus": "target"}
    assert reference(ask(db, "interventions", **of_nantes)) == 20
    assert reference(ask(db, "interventions", **of_nantes, scope=manager("NANTES"))) == 20
    assert reference(ask(db, "interventions", **of_nantes, scope=manager("RENNES"))) == "–"
