"""How the index of concentration is read, and the marks it is read against.

Source of the marks: European Commission, guidelines on horizontal mergers, 2004/C 31/03, points 19 and 20:
below 1 000, from 1 000 to 2 000, and above, out of 10 000.
"""

from fractions import Fraction

import pytest

from metrics.concentration import Level, as_many_alike, herfindahl, level


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
