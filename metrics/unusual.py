"""Whether a month is out of the ordinary: its change against the trend of the months before it.

Each month is set against the same month a year before, so that seasons do not count. A change further
than 3.5 median absolute deviations from the median change of the months before is unusual.
"""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

LIMIT = Fraction(7, 2)
FEWEST = 6  # months of which the change is known before one can be called unusual


def is_unusual(before: Sequence[Fraction], last: Fraction) -> bool:
    """Whether the last change stands out of those before it; never out of too few, or of equal ones."""
    if len(before) < FEWEST:
        return False
    middle = median(before)
    spread = median(abs(change - middle) for change in before)
    return spread > 0 and abs(last - middle) > LIMIT * spread
