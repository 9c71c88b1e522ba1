"""Why a figure moved: every part is told once, secrets stay with the others, and all adds up."""

from fractions import Fraction

import pytest
from sqlalchemy import Connection

from data_access.errors import QueryError
from metrics import period
from metrics.catalogue import METRICS, dimension
from metrics.explain import MOVED, explain, explained, splits
from metrics.query import Against, Comparison, Query
from metrics.result import State
from metrics.run import answer, ask
from tests.metrics.asking import EVERYTHING, known
from tests.metrics.asking import question as asked_of
from tests.metrics.explaining import contributions, told
from tests.metrics.store import put

LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)
SPLIT = [
    (name, by)
    for name, metric in METRICS.items()
    for by in ("agency", "dispositif")
    if splits(metric, dimension(by))
]
MARKETS = """
    market  code  agency  dispositif  valid_from  valid_to
            A     RENNES  JOUR        2022-01-01  -
            B     RENNES  JOUR        2024-01-01  -
            C     RENNES  ECOLE       2024-03-01  -
            D     NANTES  QUARTIER    2022-01-01  2024-06-01
            E     ANGERS  NUIT        2024-05-01  -
"""


def question(name: str, by: str, span: str = "2024", versus: Comparison = LAST_YEAR) -> Query:
    return Query(metrics=(METRICS[name],), period=period.parse(span), by=(dimension(by),), versus=versus)


def test_each_agency_tells_what_it_adds_to_the_change_of_a_sum(sample: str) -> None:
    found = explain(sample, question("revenue", "agency"), EVERYTHING)
    assert contributions(found) == {
        "IDF": 862_140 - 629_300,
        "RENNES": (746_210 + 85_120) - (632_400 + 71_530),
        "NANTES": 2_249_870 - 2_343_600,
        "SIEGE": (280_960 + 27_630) - (250_400 + 28_532),
        "ANGERS": 495_940 - 481_500,
    }
    assert (found.change, found.others) == (4_747_870 - 4_437_262, 0)
    assert next(iter(contributions(found))) == "IDF"  # the greatest move comes first, whatever its sign


def test_the_constant_perimeter_sets_new_markets_apart(sample: str) -> None:
    """Clichy, Vélival and the T13 open in 2024; the van starts in February 2023; seasons come back."""
    found = explain(sample, question("revenue", "agency"), EVERYTHING, steady=True)
    new = 205_000 + 27_500 + 36_800
    van = 212_000 - 205_000
    assert contributions(found)[MOVED] == new + van
    assert contributions(found)["IDF"] == 862_140 - 629_300 - 205_000 - 36_800
    assert contributions(found)["NANTES"] == 2_249_870 - 2_343_600 - van
    assert found.others == 0


def test_what_is_secret_is_told_with_the_others_and_never_alone(sample: str) -> None:
    found = explain(sample, question("women_share", "agency"), EVERYTHING)
    told = {part.key for part in found.parts}
    assert 0 < len(told) <= 5 - 2
    assert sum(part.contribution for part in found.parts) + found.others == found.change


def test_a_rate_over_too_few_is_told_with_the_others_for_its_sums_are_not_known(sample: str) -> None:
    asked = question("satisfaction_rate", "programme")
    rows = ask(sample, asked, EVERYTHING).rows
    few = {
        row.keys[0]
        for row in rows
        if State.NOT_COMPUTABLE in (row.cells[0].figure.state, row.cells[0].reference.state)
    }
    found = explain(sample, asked, EVERYTHING)
    assert len(few) >= 2
    assert {part.key for part in found.parts} == {row.keys[0] for row in rows} - few
    assert sum(part.contribution for part in found.parts) + found.others == found.change


@pytest.mark.parametrize(("name", "by"), SPLIT)
def test_contributions_always_add_up_to_the_change(sample: str, name: str, by: str) -> None:
    spans = ("2024",) if METRICS[name].yearly else ("2024", "2024-11")
    for asked in (question(name, by, span) for span in spans):
        whole = ask(sample, asked.total(), EVERYTHING).rows[0].cells[0]
        if None in (whole.figure.value, whole.reference.value):
            with pytest.raises(QueryError, match="n'a pas d'évolution"):
                explain(sample, asked, EVERYTHING)
            continue
        found = explain(sample, asked, EVERYTHING)
        assert sum(part.contribution for part in found.parts) + found.others == found.change
        if len(found.parts) == len(ask(sample, asked, EVERYTHING).rows):
            assert found.others == 0  # nothing is hidden: the others hide no part counted twice or not at all
        for part in found.parts:
            if part.rate is not None and part.mix is not None:
                assert part.rate + part.mix == part.contribution


def test_the_effects_at_constant_perimeter_are_those_of_the_parts_that_stayed(db: Connection) -> None:
    """JOUR and QUARTIER stay, from 1 to 2 an hour and 3 to 3; NUIT opens in 2024, at 10 an hour."""
    put(
        db,
        """
        market  code  agency  dispositif  valid_from
                A     RENNES  JOUR        2022-01-01
                B     NANTES  QUARTIER    2022-01-01
                C     ANGERS  NUIT        2024-01-01

        field_hours  day         dispositif  done_minutes
                     2023-06-01  JOUR        600
                     2023-06-01  QUARTIER    600
                     2024-06-01  JOUR        600
                     2024-06-01  QUARTIER    600
                     2024-06-01  NUIT        600

        intervention  day         dispositif  times
                      2023-06-01  JOUR        10
                      2023-06-01  QUARTIER    30
                      2024-06-01  JOUR        20
                      2024-06-01  QUARTIER    30
                      2024-06-01  NUIT        100
        """,
    )
    query = asked_of(known(db).names, "interventions_per_hour", versus="previous-year", by="dispositif")
    kept = frozenset({"JOUR", "QUARTIER"})
    found = explained(lambda each, rights: answer(db, each, rights, known(db)), query, EVERYTHING, kept)
    effects = {part.key: (part.contribution, part.rate, part.mix) for part in found.parts}
    stayed = Fraction(20 + 30, 20) - Fraction(10 + 30, 20)
    assert effects["JOUR"] == (stayed, Fraction(10, 20) * (2 - 1), 0)
    assert effects["QUARTIER"] == (0, 0, 0)
    assert effects[MOVED] == (Fraction(150, 30) - Fraction(40, 20) - stayed, None, None)
    assert found.effects == (stayed, 0)
    assert (sum(part.contribution for part in found.parts), found.others) == (found.change, 0)


def test_unequal_periods_have_no_change_to_explain(sample: str) -> None:
    for span in ("scolaire:2024", "2025-T1", "2024-12-20..2025-01-10"):
        for steady in (False, True):
            with pytest.raises(QueryError, match="n'a pas d'évolution"):
                explain(sample, question("interventions", "agency", span), EVERYTHING, steady=steady)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (question("schools", "agency"), "ne se décompose pas"),  # two agencies may serve the same school
        (question("qpv_share", "agency"), "ne se décompose pas"),  # a rule
        (question("revenue", "month"), "une ventilation à la fois"),
        (question("revenue", "agency", versus=Comparison(Against.TARGET)), "entre deux périodes"),
        (question("revenue", "agency", span="2023"), "n'a pas d'évolution"),
    ],
    ids=["distinct", "rule", "step of time", "target", "nothing before"],
)
def test_what_does_not_split_is_refused_with_a_sentence(sample: str, asked: Query, sentence: str) -> None:
    with pytest.raises(QueryError, match=sentence):
        explain(sample, asked, EVERYTHING)


def test_staff_are_never_told_by_dispositif_to_set_markets_apart(sample: str) -> None:
    with pytest.raises(QueryError, match="périmètre constant"):
        explain(sample, question("headcount", "agency"), EVERYTHING, steady=True)


# --- distinct counts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "by", "whether"),
    [
        ("field_dispositifs", "agency", True),  # a dispositif has one agency, which its rows repeat
        ("field_dispositifs", "dispositif", True),
        ("field_dispositifs", "family", True),
        ("field_dispositifs", "funder", False),  # that of the market: a dispositif may have several
        ("territorial_agencies", "agency", True),
        ("work_sites", "dispositif", False),
        ("sectors_served", "agency", False),
        ("apprentices_in_year", "agency", False),  # people move from one to another
        ("funders", "agency", False),
        ("median_order_delay", "agency", False),
        ("travel_emissions", "agency", True),  # a rule that adds up
    ],
)
def test_a_distinct_count_splits_where_no_value_is_met_twice(name: str, by: str, whether: bool) -> None:
    assert splits(METRICS[name], dimension(by)) is whether


def test_each_dispositif_that_opens_or_closes_is_one_of_the_change(sample: str) -> None:
    for by in ("agency", "dispositif"):
        found = explain(sample, question("field_dispositifs", by), EVERYTHING)
        assert (found.change, found.others) == (14 - 11, 0)
        assert sum(contributions(found).values()) == 14 - 11
    assert set(contributions(found).values()) <= {-1, 0, 1}


def test_a_second_market_of_a_dispositif_adds_nothing(db: Connection) -> None:
    """At the end of 2023: JOUR and QUARTIER; of 2024: JOUR, by two markets, ECOLE and NUIT."""
    put(db, MARKETS)
    by_agency = told(db, EVERYTHING, by="agency", metric="field_dispositifs")
    assert contributions(by_agency) == {
        "RENNES": 2 - 1,
        "NANTES": 0 - 1,
        "ANGERS": 1 - 0,
        "IDF": 0,
        "SIEGE": 0,
    }
    by_dispositif = told(db, EVERYTHING, by="dispositif", metric="field_dispositifs")
    assert contributions(by_dispositif) == {"JOUR": 0, "ECOLE": 1, "QUARTIER": -1, "NUIT": 1}
    assert by_agency.others == by_dispositif.others == 0
