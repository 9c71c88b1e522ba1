"""Few people are never shown, nor given back by a total, a complement or a change."""

from fractions import Fraction

import pytest
from sqlalchemy import Connection

from metrics.catalogue import metric
from metrics.disclosure import protect
from metrics.result import HIDDEN, MISSING, Figure, State
from tests.metrics.asking import ask, change, changes, reference, value, values
from tests.metrics.store import put

HEADCOUNT = metric("headcount")  # hidden below 5


def counts(*numbers: int) -> list[Figure]:
    return [Figure(Fraction(n), State.PRESENT, Fraction(n)) for n in numbers]


def shown(figures: list[Figure]) -> list[object]:
    return ["s" if figure.state is State.HIDDEN else figure.value for figure in figures]


@pytest.mark.parametrize(("people", "expected"), [(0, 0), (1, "s"), (4, "s"), (5, 5), (6, 6)])
def test_a_count_from_one_to_four_is_hidden_and_zero_is_a_value(
    db: Connection, people: int, expected: object
) -> None:
    if people:
        put(db, f"staff day times\n 2024-12-31 {people}")
    assert value(ask(db, "headcount")) == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ([20, 30, 40], [20, 30, 40]),
        ([3, 30, 40], ["s", "s", 40]),  # 3 alone would be the total less 30 and 40
        ([3, 4, 40], ["s", "s", 40]),  # two hidden cells protect each other
        ([3, 0, 40], ["s", 0, "s"]),  # a zero hides nothing: the next one does
        ([3, 0, 0], ["s", 0, 0]),  # nothing else to hide
        ([3, 40, 40], ["s", "s", 40]),
        ([0, 0], [0, 0]),
    ],
)
def test_a_hidden_cell_takes_its_smallest_neighbour_along(column: list[int], expected: list[object]) -> None:
    assert shown(protect(HEADCOUNT, counts(*column), breakdown=True)) == expected


def test_a_figure_that_is_no_part_of_a_total_hides_alone() -> None:
    assert shown(protect(HEADCOUNT, counts(3, 30), breakdown=False)) == ["s", 30]


def test_a_metric_without_threshold_hides_nothing() -> None:
    assert shown(protect(metric("interventions"), counts(1, 2, 300), breakdown=True)) == [1, 2, 300]


def test_what_is_not_known_stays_not_known() -> None:
    figures = [MISSING, *counts(3, 30)]
    assert [figure.state for figure in protect(HEADCOUNT, figures, breakdown=True)] == [
        State.MISSING,
        State.HIDDEN,
        State.HIDDEN,
    ]


@pytest.mark.parametrize(
    ("numerator", "denominator", "hidden"),
    [
        (10, 20, False),
        (3, 20, True),
        (17, 20, True),
        (20, 20, False),
        (0, 20, False),
        (2, 4, True),
        (0, 4, True),
    ],
)
def test_a_ratio_hides_with_its_numerator_its_base_or_its_complement(
    numerator: int, denominator: int, hidden: bool
) -> None:
    share = metric("permanent_share")
    figure = Figure(
        Fraction(numerator, denominator), State.PRESENT, Fraction(numerator), Fraction(denominator)
    )
    assert (protect(share, [figure], breakdown=False) == [HIDDEN]) is hidden


@pytest.mark.parametrize(
    ("part", "whole", "hidden"),
    [(7, 12, False), (7, 11, True), (7, 8, True), (7, 7, False), (0, 30, False), (0, 4, True), (4, 30, True)],
)
def test_a_count_hides_with_the_rest_of_the_whole_it_is_part_of(part: int, whole: int, hidden: bool) -> None:
    figure = Figure(Fraction(part), State.PRESENT, Fraction(part), whole=Fraction(whole))
    assert (protect(metric("women"), [figure], breakdown=False) == [HIDDEN]) is hidden


def test_the_rest_is_counted_in_the_same_agency(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  sex  times
               2024-12-31  RENNES  F    7
               2024-12-31  RENNES  M    4
               2024-12-31  NANTES  F    12
               2024-12-31  NANTES  M    30
               2024-12-31  ANGERS  F    9
               2024-12-31  ANGERS  M    8
        """,
    )
    women = values(ask(db, "women", by="agency"))
    assert (women["RENNES"], women["ANGERS"], women["NANTES"]) == ("s", "s", 12)  # 9 protects 7
    assert value(ask(db, "women")) == 7 + 12 + 9


def test_a_median_is_judged_on_people_in_each_agency(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  seniority_months  times
               2024-12-31  RENNES  1                 6
               2024-12-31  NANTES  24                9
               2024-12-31  ANGERS  600               4
        """,
    )
    medians = values(ask(db, "median_seniority", by="agency"))
    assert (medians["ANGERS"], medians["RENNES"], medians["NANTES"]) == ("s", "s", 2)
    assert value(ask(db, "median_seniority", where="agency=RENNES")) == Fraction(1, 12)


def test_a_share_of_few_people_is_hidden_and_the_total_is_not(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  contract    times
               2024-12-31  RENNES  permanent   9
               2024-12-31  RENNES  fixed_term  2
               2024-12-31  NANTES  permanent   30
               2024-12-31  NANTES  fixed_term  10
               2024-12-31  ANGERS  permanent   12
        """,
    )
    shares = values(ask(db, "permanent_share", by="agency"))
    assert (shares["RENNES"], shares["NANTES"], shares["ANGERS"]) == (
        "s",
        75,
        "s",
    )  # 2 of 11 are not permanent
    assert value(ask(db, "permanent_share")) == Fraction(9 + 30 + 12, 11 + 40 + 12) * 100


def test_a_hidden_figure_carries_neither_its_value_nor_its_sums(db: Connection) -> None:
    put(db, "staff day times\n 2024-12-31 3")
    figure = ask(db, "permanent_share").rows[0].cells[0].figure
    assert (figure.value, figure.numerator, figure.denominator) == (None, None, None)


def test_the_change_from_or_to_a_hidden_cell_is_hidden(db: Connection) -> None:
    put(
        db,
        """
        staff  day         contract    times
               2023-12-31  permanent   3
               2023-12-31  apprentice  20
               2024-12-31  permanent   12
               2024-12-31  apprentice  2
        """,
    )
    grown = ask(db, "headcount", where="contract=CDI", versus="previous-year")
    assert (value(grown), reference(grown), change(grown)) == (12, "s", "s")
    shrunk = ask(db, "headcount", where="contract=Apprentissage", versus="previous-year")
    assert (value(shrunk), reference(shrunk), change(shrunk)) == ("s", 20, "s")


def test_each_month_is_judged_among_its_own_members(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  times
               2024-11-30  RENNES  3
               2024-11-30  NANTES  20
               2024-11-30  ANGERS  30
               2024-12-31  RENNES  10
               2024-12-31  NANTES  20
               2024-12-31  ANGERS  30
        """,
    )
    shown_ = values(ask(db, "headcount", span="2024-11..2024-12", by="month,agency"))
    assert [shown_["2024-11", agency] for agency in ("RENNES", "NANTES", "ANGERS")] == ["s", "s", 30]
    assert [shown_["2024-12", agency] for agency in ("RENNES", "NANTES", "ANGERS")] == [10, 20, 30]


def test_the_reference_of_a_breakdown_is_protected_like_the_figure(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  times
               2023-12-31  RENNES  2
               2023-12-31  NANTES  20
               2023-12-31  ANGERS  30
               2024-12-31  RENNES  10
               2024-12-31  NANTES  20
               2024-12-31  ANGERS  33
        """,
    )
    moved = changes(ask(db, "headcount", by="agency", versus="previous-year"))
    assert (moved["RENNES"], moved["NANTES"], moved["ANGERS"]) == ("s", "s", 10)


def test_birth_abroad_hides_more_than_contracts_do(db: Connection) -> None:
    put(
        db,
        """
        staff  day         birth_area  times
               2024-12-31  africa      7
               2024-12-31  france      50
        """,
    )
    assert value(ask(db, "headcount")) == 57
    assert value(ask(db, "born_abroad")) == "s"  # fewer than 11
    assert value(ask(db, "born_abroad_share")) == "s"
