"""The contract year: each dispositif has its own twelve months, in one question and one total.

In the small world JOUR starts in October, ECOLE in September, NUIT in April, QUARTIER and VRAC in January.
"""

import pytest
from sqlalchemy import Connection

from data_access.engine import reading_engine
from data_access.errors import QueryError
from metrics.catalogue import metric
from metrics.period import parse
from metrics.query import Query
from metrics.run import answer
from tests.metrics.asking import EVERYTHING, ask, known, reference, references, value, values
from tests.metrics.store import cover, put
from tests.metrics.unguarded import HEADS

AROUND_THE_BOUNDS = """
    intervention  day         dispositif  people_met
                  2023-09-30  JOUR        1
                  2023-10-01  JOUR        2
                  2024-09-30  JOUR        4
                  2024-10-01  JOUR        8
                  2023-03-31  NUIT        16
                  2023-04-01  NUIT        32
                  2024-03-31  NUIT        64
                  2024-04-01  NUIT        128
                  2023-12-31  QUARTIER    256
                  2024-01-01  QUARTIER    512
                  2024-12-31  QUARTIER    1024
                  2025-01-01  QUARTIER    2048
"""


def test_each_dispositif_counts_the_days_of_its_own_contract_year(db: Connection) -> None:
    put(db, AROUND_THE_BOUNDS)
    shown = values(ask(db, "people_met", span="marche:2024", by="dispositif"))
    assert shown == {"JOUR": 2 + 4, "NUIT": 32 + 64, "QUARTIER": 512 + 1024}


def test_the_total_adds_up_years_that_start_in_different_months(db: Connection) -> None:
    put(db, AROUND_THE_BOUNDS)
    assert value(ask(db, "people_met", span="marche:2024")) == 2 + 4 + 32 + 64 + 512 + 1024


def test_the_contract_year_before_is_that_of_each_dispositif(db: Connection) -> None:
    put(db, AROUND_THE_BOUNDS)
    answered = ask(db, "people_met", span="marche:2024", by="dispositif", versus="previous-year")
    assert references(answered) == {"JOUR": 1, "NUIT": 16, "QUARTIER": 256}
    assert reference(ask(db, "people_met", span="marche:2024", versus="previous-period")) == 1 + 16 + 256


def test_months_of_a_contract_year_count_each_dispositif_in_its_own_months_only(db: Connection) -> None:
    put(db, AROUND_THE_BOUNDS)
    jour = values(ask(db, "people_met", span="marche:2024", by="month", where="dispositif=JOUR"))
    assert (jour["2023-10"], jour["2024-09"]) == (2, 4)
    assert (jour["2023-09"], jour["2024-10"]) == ("–", "–")  # out of its year: neither 0 nor unknown
    everyone = values(ask(db, "people_met", span="marche:2024", by="month"))
    assert (everyone["2023-09"], everyone["2023-10"], everyone["2023-12"]) == (0, 2, 0)
    assert (everyone["2024-03"], everyone["2024-12"]) == (64, 1024)


def test_months_meet_those_of_the_contract_year_before(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  people_met
                      2022-10-15  JOUR        3
                      2023-10-15  JOUR        5
        """,
    )
    months = ask(
        db, "people_met", span="marche:2024", by="month", where="dispositif=JOUR", versus="previous-year"
    )
    assert (values(months)["2023-10"], references(months)["2023-10"]) == (5, 3)


def test_a_contract_year_against_a_calendar_year_compares_what_was_asked(db: Connection) -> None:
    put(db, AROUND_THE_BOUNDS)
    answered = ask(db, "people_met", span="marche:2024", where="dispositif=JOUR", versus="2024")
    assert (value(answered), reference(answered)) == (2 + 4, 4 + 8)
    the_other_way = ask(db, "people_met", span="2024", where="dispositif=JOUR", versus="marche:2024")
    assert (value(the_other_way), reference(the_other_way)) == (4 + 8, 2 + 4)


def test_a_ratio_over_a_contract_year_divides_days_of_the_same_windows(db: Connection) -> None:
    put(
        db,
        """
        field_hours  day         dispositif  planned_minutes  done_minutes
                     2023-09-30  JOUR        1000             0
                     2023-10-01  JOUR        100              80
                     2024-12-01  QUARTIER    300              300
        """,
    )
    assert value(ask(db, "presence_rate", span="marche:2024")) == 100 * (80 + 300) / (100 + 300)


def test_a_stock_of_a_contract_year_is_read_on_the_last_month_of_each_dispositif(db: Connection) -> None:
    put(
        db,
        """
        staff  day         dispositif  times
               2024-03-31  NUIT        5
               2024-03-31  JOUR        6
               2024-09-30  NUIT        7
               2024-09-30  JOUR        8
               2024-12-31  QUARTIER    9
        """,
    )
    assert values(ask(db, HEADS, span="marche:2024", by="dispositif")) == {
        "NUIT": 5,
        "JOUR": 8,
        "QUARTIER": 9,
    }


def test_windows_that_start_together_and_stop_apart_keep_their_own_last_snapshot(db: Connection) -> None:
    put(
        db,
        """
        staff  day         dispositif  times
               2024-07-31  ECOLE       6
               2024-08-31  ECOLE       7
               2024-07-31  JOUR        8
               2024-09-30  JOUR        9
        """,
    )  # the third quarter stops in August for ECOLE, in September for JOUR
    quarters = values(ask(db, HEADS, span="marche:2024", by="quarter,dispositif"))
    assert (quarters["2024-07", "ECOLE"], quarters["2024-07", "JOUR"]) == (7, 9)


def test_a_span_counts_when_open_in_its_own_dispositifs_year(db: Connection) -> None:
    put(
        db,
        """
        post  dispositif  valid_from  valid_to
              JOUR        2022-01-01  2023-10-01
              JOUR        2024-09-30  -
              JOUR        2024-10-01  -
              QUARTIER    2024-12-31  -
        """,
    )
    assert values(ask(db, "posts", span="marche:2024", by="dispositif")) == {"JOUR": 1, "QUARTIER": 1}


def test_coverage_is_looked_for_in_the_dispositifs_own_months(bare: Connection) -> None:
    cover(bare, "interventions", "2024-10", "2024-12")
    assert value(ask(bare, "interventions", span="marche:2024", where="dispositif=JOUR")) == "n.d."
    assert value(ask(bare, "interventions", span="marche:2024", where="dispositif=QUARTIER")) == 0


def test_what_has_no_dispositif_has_no_contract_year_and_the_perimeter_says_so(db: Connection) -> None:
    put(
        db,
        """
        ledger  day         dispositif  agency  amount_cents
                2024-01-10  QUARTIER    NANTES  500
                2024-01-10  -           SIEGE   300
        """,
    )
    answered = ask(db, "revenue", span="marche:2024")
    assert (value(answered), answered.perimeter) == (5, "Dispositifs seuls, chacun sur son exercice")
    one = ask(db, "revenue", span="marche:2024", where="dispositif=QUARTIER")
    assert (value(one), one.perimeter) == (5, "Dispositif : QUARTIER")


def test_an_agency_without_dispositif_has_no_contract_year_rather_than_nobody(db: Connection) -> None:
    put(
        db,
        """
        staff  day         dispositif  agency  times
               2024-09-30  JOUR        RENNES  7
               2024-12-31  -           SIEGE   19
        """,
    )
    by_agency = values(ask(db, HEADS, span="marche:2024", by="agency"))
    assert (by_agency["RENNES"], by_agency["SIEGE"]) == (7, "–")
    alone = ask(db, HEADS, span="marche:2024", where="agency=SIEGE")
    assert value(alone) == "–"
    assert values(ask(db, "headcount", span="2024-12", by="agency"))["SIEGE"] == 19


@pytest.mark.parametrize("metric", ["placements", "index_women"])
def test_a_fact_without_dispositif_is_refused_in_words(db: Connection, metric: str) -> None:
    with pytest.raises(QueryError, match="exercice de marché"):
        ask(db, metric, span="marche:2024")


@pytest.mark.parametrize(
    "metric",
    ["mean_headcount", "mean_fte", "legal_headcount", "permanent_turnover", "staff_turnover"],
)
@pytest.mark.parametrize("asked", [{"span": "marche:2024"}, {"versus": "marche:2024"}])
def test_a_mean_of_months_is_refused_for_years_that_start_in_two_months(
    db: Connection, metric: str, asked: dict[str, str]
) -> None:
    put(
        db,
        """
        staff  day         dispositif  agency  times
               2023-10-31  JOUR        RENNES  10
               2024-12-31  QUARTIER    NANTES  30
        """,
    )  # the two months make a mean of neither dispositif
    with pytest.raises(QueryError, match=r"exercice de marché|année civile"):
        ask(db, metric, **asked)


def test_a_store_without_any_dispositif_answers_that_it_knows_nothing(store: str) -> None:
    query = Query(metrics=(metric("interventions"),), period=parse("marche:2024"))
    with reading_engine(store).connect() as connection:
        assert value(answer(connection, query, EVERYTHING, known(connection))) == "n.d."


def test_the_result_is_refused_for_the_head_office_has_charges_and_no_contract_year(db: Connection) -> None:
    with pytest.raises(QueryError, match="« Résultat » ne se lit pas par exercice de marché : le siège"):
        ask(db, "net_result", span="marche:2024")
    with pytest.raises(QueryError, match="le siège n'en a pas"):
        ask(db, "net_result", span="2024", versus="marche:2024")
