"""Numbers are rounded once, at display, half-up; changes always show their sign."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import (
    AGENCY,
    CITY,
    DISPOSITIF,
    FAMILY,
    INTERVENTION_FAMILY,
    JOB,
    MEETING_KIND,
    SECTOR,
)
from metrics.catalogue.units import COUNT, EUROS, FTE, PERCENT
from metrics.figures import set_against
from metrics.model import Dimension
from metrics.present import words
from metrics.query import Against, Comparison
from metrics.result import HIDDEN, MISSING, NOT_APPLICABLE, NOT_COMPUTABLE, Cell, Figure, State
from metrics.unit import Unit

YEAR = Comparison(Against.PREVIOUS_YEAR)
THIN, SPACE, MINUS = "\u202f", "\u00a0", "\u2212"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ni l'un : ni l'autre ; jamais ?", f"Ni l'un{SPACE}: ni l'autre{SPACE}; jamais{SPACE}?"),
        ("« divers » à 5 % !", f"«{SPACE}divers{SPACE}» à 5{SPACE}%{SPACE}!"),
        ("5 jours, 2024-11 et a:b", "5 jours, 2024-11 et a:b"),  # no sign, or none that stands alone
        (f"déjà{SPACE}: fait", f"déjà{SPACE}: fait"),
    ],
)
def test_no_line_breaks_before_a_french_sign_nor_inside_quotation_marks(typed: str, shown: str) -> None:
    assert words.french(typed) == shown


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("1/2", 0, "1"),  # not 0, as « half to even » would say
        ("3/2", 0, "2"),
        ("5/2", 0, "3"),  # not 2
        ("-1/2", 0, "-1"),  # away from zero: a loss rounds like a gain
        ("-5/2", 0, "-3"),
        ("1/8", 2, "0.13"),
        ("-1/8", 2, "-0.13"),
        ("267/100", 1, "2.7"),
        ("265/100", 1, "2.7"),  # a float would hold 2.6499999…
        ("1005/1000", 2, "1.01"),  # and here 1.00499999…
        ("49999/100000", 0, "0"),
        ("1/3", 2, "0.33"),
        ("2/3", 2, "0.67"),
        ("0", 1, "0.0"),
        ("4747870", 0, "4747870"),
    ],
)
def test_halves_round_away_from_zero_on_exact_fractions(value: str, decimals: int, expected: str) -> None:
    assert words.rounded(Fraction(value), decimals) == Decimal(expected)


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6), st.integers(0, 4))
def test_rounding_is_symmetric_and_within_half_a_unit(value: Fraction, decimals: int) -> None:
    rounded = words.rounded(value, decimals)
    assert words.rounded(-value, decimals) == -rounded
    assert abs(Fraction(rounded) - value) * 2 * 10**decimals <= 1


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=4), st.integers(0, 3))
def test_rounding_is_the_half_up_of_accountants(value: Decimal, decimals: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert words.rounded(Fraction(value), decimals) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0, 0, "0"),
        (1234567, 0, f"1{THIN}234{THIN}567"),
        (-12, 0, f"{MINUS}12"),
        (Fraction(-1, 3), 0, "0"),  # never « −0 »
        (Fraction(69, 10), 1, "6,9"),
        (Fraction(10692, 100), 2, "106,92"),
        (-1234, 1, f"{MINUS}1{THIN}234,0"),
    ],
)
def test_numbers_are_written_in_french(value: Fraction, decimals: int, expected: str) -> None:
    assert words.number(Fraction(value), decimals) == expected


@pytest.mark.parametrize(
    ("figure", "unit", "expected"),
    [
        (Figure(Fraction(129)), COUNT, "129"),
        (Figure(Fraction(2557, 100)), PERCENT, f"25,6{SPACE}%"),
        (Figure(Fraction(4747870)), EUROS, f"4{THIN}747{THIN}870{SPACE}€"),
        (Figure(Fraction(68, 10)), FTE, f"6,80{SPACE}ETP"),
        (Figure(Fraction(0)), COUNT, "0"),
        (MISSING, COUNT, "n.d."),
        (HIDDEN, PERCENT, "s"),
        (NOT_COMPUTABLE, PERCENT, "n.c."),
        (NOT_APPLICABLE, COUNT, "–"),
    ],
)
def test_a_figure_reads_with_its_unit_or_as_the_mark_of_its_state(
    figure: Figure, unit: Unit, expected: str
) -> None:
    assert words.exact(figure, unit) == expected


def test_what_is_told_per_fte_has_one_decimal() -> None:
    told = words.exact(Figure(Fraction("1713.24")), metric("interventions_per_fte").unit)
    assert told == f"1{THIN}713,2{SPACE}par ETP"


def test_the_marks_are_all_different_and_all_explained() -> None:
    marks = list(words.MARKS.values())
    assert set(words.MARKS) == set(State) - {State.PRESENT}
    assert len(set(marks)) == len(marks)
    assert set(words.MARK_LABELS) == set(marks)
    assert "0" not in marks


@pytest.mark.parametrize(
    ("value", "expected"),
    [(4747870, ("4\u202f748", "k€")), (499, ("0", "k€")), (500, ("1", "k€")), (-1500, (f"{MINUS}2", "k€"))],
)
def test_a_tile_reads_in_its_larger_unit(value: int, expected: tuple[str, str]) -> None:
    assert words.on_tile(Figure(Fraction(value)), EUROS) == expected


def cell(name: str, current: Fraction | int | Figure, before: Fraction | int | Figure) -> Cell:
    figures = [each if isinstance(each, Figure) else Figure(Fraction(each)) for each in (current, before)]
    return set_against(metric(name), *figures)


@pytest.mark.parametrize(
    ("name", "current", "before", "expected"),
    [
        ("permanent_share", 65, 62, f"+3,0{SPACE}pt"),  # in points, and not +4,8 %
        ("permanent_share", Fraction(6204, 100), 62, f"0,0{SPACE}pt"),  # nothing after rounding: no sign
        ("permanent_share", 60, 62, f"{MINUS}2,0{SPACE}pt"),
        ("interventions", 40, 20, f"+20 (+100,0{SPACE}%)"),
        ("interventions", 12, 24, f"{MINUS}12 ({MINUS}50,0{SPACE}%)"),
        ("revenue", 4747870, 4437262, f"+311{SPACE}k€ (+7,0{SPACE}%)"),
        ("interventions", 3, 0, "+3"),  # in percent of nothing, nothing can be said
        ("net_result", -1000, 800, f"{MINUS}2\u00a0k€"),  # nor across zero: −225 % would say nothing
        ("net_result", 1000, -800, "+2\u00a0k€"),
        ("net_result", -1600, -800, f"{MINUS}1\u00a0k€ ({MINUS}100,0{SPACE}%)"),
        ("interventions", 3, MISSING, "n.d."),
        ("headcount", HIDDEN, 20, "s"),
        ("headcount", 20, HIDDEN, "s"),
        ("headcount", 20, NOT_APPLICABLE, "–"),
    ],
)
def test_a_change_says_how_much_in_the_right_unit(name, current, before, expected: str) -> None:
    assert words.change(cell(name, current, before), metric(name)) == expected


@pytest.mark.parametrize(
    ("name", "current", "before", "trend", "tone"),
    [
        ("revenue", 110, 100, "en hausse", "good"),
        ("revenue", 90, 100, "en baisse", "bad"),
        ("revenue", 102, 100, "stable", "neutral"),  # two per cent is within the band
        ("revenue", Fraction(10201, 100), 100, "en hausse", "good"),
        ("interventions", 200, 100, "en hausse", "neutral"),  # more facts are neither good nor bad
        ("sales_share", Fraction(601, 10), 60, "stable", "neutral"),
        ("revenue", 110, MISSING, "", "neutral"),
    ],
)
def test_a_trend_has_a_colour_only_where_more_is_better(name, current, before, trend: str, tone: str) -> None:
    moved = cell(name, current, before)
    assert (words.trend(moved, metric(name), YEAR), words.tone(moved, metric(name))) == (trend, tone)


def test_from_nothing_a_table_tells_the_amount_as_a_tile_does() -> None:
    late = cell("rse_actions_late", 1, 0)
    assert words.percent_change(late, metric("rse_actions_late")) == "+1"
    assert words.change(late, metric("rse_actions_late")) == "+1"
    assert words.percent_change(cell("revenue", 2_000, 0), metric("revenue")) == f"+2{SPACE}k€"
    assert words.percent_change(cell("revenue", 0, 0), metric("revenue")) == ""  # nothing moved
    assert words.percent_change(cell("sales_share", 5, MISSING), metric("sales_share")) == ""


def test_beside_an_exact_figure_the_change_is_exact() -> None:
    gap = cell("revenue", 1_037, 1_813)  # 1 037 − 1 813 = −776, and −776 / 1 813 = −42,8 %
    assert words.change(gap, metric("revenue")) == f"−1{SPACE}k€ (−42,8{SPACE}%)"
    assert words.change(gap, metric("revenue"), exactly=True) == f"−776{SPACE}€ (−42,8{SPACE}%)"


def test_from_a_loss_to_a_gain_a_table_tells_the_amount() -> None:
    assert words.percent_change(cell("net_result", 1000, -800), metric("net_result")) == "+2\u00a0k€"


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("2023", "à l'année 2023"),
        ("2019..2024", "aux années 2019 à 2024"),
        ("2023-12", "à décembre 2023"),
        ("2023-T4", "au 4e trimestre 2023"),
        ("ytd:2023-09", "au cumul à fin septembre 2023"),
        ("12m:2023-12", "aux 12 mois à fin décembre 2023"),
        ("scolaire:2022", "à l'année scolaire 2022-2023"),
        ("marche:2023", "à l'exercice de marché 2023"),
        ("2023-12-15", "à la journée du 15/12/2023"),
        ("2023-12-15..2023-12-20", "à la période du 15/12/2023 au 20/12/2023"),
        ("2023-10..2023-11", "à la période octobre 2023 à novembre 2023"),
    ],
)
def test_a_sentence_compares_with_an_article(span: str, said: str) -> None:
    assert words.compared_to(period.parse(span).label) == said


def test_the_stop_of_an_abbreviation_ends_the_sentence() -> None:
    assert (words.ended("+2 pers."), words.ended("+2 h")) == ("+2 pers.", "+2 h.")


@pytest.mark.parametrize(
    ("dimension", "said"),
    [(AGENCY, "Toutes"), (CITY, "Toutes"), (FAMILY, "Toutes"), (INTERVENTION_FAMILY, "Toutes"),
     (MEETING_KIND, "Toutes"), (DISPOSITIF, "Tous"), (SECTOR, "Tous"), (JOB, "Tous")],
)  # fmt: skip
def test_all_of_a_dimension_agrees_with_its_name(dimension: Dimension, said: str) -> None:
    assert words.every(dimension) == said


def test_days_and_months_read_in_french() -> None:
    assert words.day(date(2024, 3, 1)) == "1er mars 2024"
    assert words.day(date(2024, 8, 31)) == "31 août 2024"
    assert words.short_month(date(2024, 2, 1)) == "févr. 2024"
