"""The index beside its base, by hand: maxima of the decree, out of the base what is not computable.

Source of the points and of the worked totals: decrees 2019-15 and 2022-243, articles D1142-2 to D1142-6-2 of
the labour code, and the published tests of the ministry's calculator (56/80 is 70, 79/85 is 93, 65/65 none).
"""

from fractions import Fraction

import pytest

from metrics import period
from metrics.catalogue.equality import EQUALITY_INDEX
from metrics.egapro.index import from_points
from metrics.egapro.scales import Regime
from metrics.equality_table import READ, Index, index
from metrics.model import Metric
from metrics.query import Query
from metrics.result import MISSING, NOT_COMPUTABLE, Cell, Figure, Result, Row

NAMES = ("ind1", "ind2_3", "ind4", "ind5")
POINTS = READ[1::2]  # after the index, each indicator's points, then what they are given for


def declared(**points: int | None) -> Index:
    """The table of an index of these points, as the catalogue would answer."""
    given = from_points(Regime.SMALL, points)
    score = NOT_COMPUTABLE
    if given.computable:
        sums = Fraction(given.points), Fraction(given.base)
        score = Figure(sums[0] / sums[1] * 100, numerator=sums[0], denominator=sums[1])
    return index(
        answered({EQUALITY_INDEX: score} | dict(zip(POINTS, map(_points, points.values()), strict=True)))
    )


def _points(value: int | None) -> Figure:
    return NOT_COMPUTABLE if value is None else Figure(Fraction(value), numerator=Fraction(value))


def answered(figures: dict[Metric, Figure]) -> Result:
    return Result(
        query=Query(metrics=READ, period=period.parse("2024")),
        rows=(Row((), (), tuple(Cell(figures.get(metric, MISSING)) for metric in READ)),),
        perimeter="Ensemble de l'association",
        versus_label="",
        data_dates=(None,) * len(READ),
        partial=(False,) * len(READ),
        as_of=None,
        import_number=1,
    )


@pytest.mark.parametrize(
    ("points", "obtained", "base", "score"),
    [
        ((40, 25, 15, 10), 40 + 25 + 15 + 10, 40 + 35 + 15 + 10, 90),  # the published 90 of 2024
        ((39, 25, 15, 5), 39 + 25 + 15 + 5, 100, 84),
        ((40, 35, None, 5), 40 + 35 + 5, 40 + 35 + 10, 94),  # nobody came back from leave: 80/85
        ((34, 35, None, 10), 79, 85, 93),  # 92.94 rounds to 93
        ((40, 35, None, None), 75, 75, 100),
    ],
)
def test_the_base_is_the_maxima_of_what_is_computable(
    points: tuple[int | None, ...], obtained: int, base: int, score: int
) -> None:
    found = declared(**dict(zip(NAMES, points, strict=True)))
    assert (found.points, found.base) == (obtained, base)
    value = found.score.figure.value
    assert value is not None
    assert int(value + Fraction(1, 2)) == score
    assert (found.score.figure.numerator, found.score.figure.denominator) == (obtained, base)


def test_under_75_possible_points_there_is_no_index_and_the_base_is_still_told() -> None:
    found = declared(ind1=40, ind2_3=None, ind4=15, ind5=10)
    assert found.score.figure.value is None
    assert (found.points, found.base) == (40 + 15 + 10, 65)
    assert [each.counts for each in found.indicators] == [True, False, True, True]
    assert found.is_declared


def test_the_maxima_are_those_of_the_decree_for_50_to_250_employees() -> None:
    assert [each.maximum for each in declared(ind1=0, ind2_3=0, ind4=0, ind5=0).indicators] == [
        40,
        35,
        15,
        10,
    ]


def test_what_payroll_has_not_declared_is_no_index() -> None:
    assert not index(answered({})).is_declared
