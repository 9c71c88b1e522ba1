"""How the index of concentration is read, and the marks it is read against.

Source of the marks: European Commission, guidelines on horizontal mergers, 2004/C 31/03, points 19 and 20:
below 1 000, from 1 000 to 2 000, and above, out of 10 000.
"""

from fractions import Fraction

import pytest

from metrics.catalogue.funders import FUNDING_CONCENTRATION
from metrics.concentration import Level, as_many_alike, herfindahl, level
from metrics.present.concentration import reading
from metrics.result import Cell, Figure
from tests.pages.answers import single


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (Fraction(999, 10_000), Level.LOW),
        (Fraction(1000, 10_000), Level.MODERATE),
        (Fraction(2000, 10_000), Level.MODERATE),
        (Fraction(2001, 10_000), Level.HIGH),
        (Fraction(1), Level.HIGH),
    ],
)
def test_the_marks_are_those_of_the_guidelines(index: Fraction, expected: Level) -> None:
    assert level(index) is expected


def test_an_index_amounts_to_so_many_funders_alike() -> None:
    assert as_many_alike(Fraction(1, 4)) == 4
    found = herfindahl({name: (Fraction(5),) for name in "abcdefgh"})
    assert found is not None
    assert found[1] is not None
    assert as_many_alike(found[0] / found[1]) == 8
    # half of everything from one, the rest from five alike: 0.5² + 5 × 0.1² = 0.30, or 3.3 funders alike
    assert as_many_alike(Fraction(1, 2) ** 2 + 5 * Fraction(1, 10) ** 2) == Fraction(10, 3)


@pytest.mark.parametrize(
    ("index", "said"),
    [
        (Fraction(2, 13), "6,5 financeurs apportaient chacun la même somme."),  # 13 / 2
        (Fraction(1, 2), "2 financeurs apportaient chacun la même somme."),
        (Fraction(5, 8), "1,6 financeur apportait tout."),  # 8 / 5: two only are several in French
        (Fraction(1), "1 financeur apportait tout."),
    ],
)
def test_what_it_amounts_to_agrees_with_its_number(index: Fraction, said: str) -> None:
    told, _ = reading(single(FUNDING_CONCENTRATION, Cell(Figure(index))), FUNDING_CONCENTRATION)
    assert told.partition("comme si ")[2].replace("\u00a0", " ") == said
