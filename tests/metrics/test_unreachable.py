"""Two printed shares that no number of graduates can give: shown as such, with what the records count."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from metrics import period
from metrics.catalogue import METRICS
from metrics.query import Query
from metrics.run import ask
from tests.metrics.asking import EVERYTHING

GRADUATES = 63  # RA-124, which the same page prints
PRINTED = {"RA-125": 64, "RA-126": 36}


def in_whole_per_cent(part: int) -> int:
    """The share of the graduates as a report prints it, by other means than the suite's."""
    return int((Decimal(100 * part) / GRADUATES).quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize("figure", PRINTED)
def test_no_number_of_graduates_gives_the_printed_share(figure: str) -> None:
    assert PRINTED[figure] not in {in_whole_per_cent(part) for part in range(GRADUATES + 1)}


def test_the_neighbours_of_the_printed_shares_are_reached() -> None:
    assert [in_whole_per_cent(part) for part in (40, 41)] == [63, 65]
    assert [in_whole_per_cent(part) for part in (22, 23)] == [35, 37]


@pytest.mark.parametrize(("name", "part"), [("msads_graduates_share", 40), ("amis_graduates_share", 23)])
def test_the_records_give_the_nearest_share(sample: str, name: str, part: int) -> None:
    asked = Query(metrics=(METRICS[name],), period=period.parse("2019..2024"))
    figure = ask(sample, asked, EVERYTHING).rows[0].cells[0].figure
    assert (figure.numerator, figure.denominator) == (part, GRADUATES)
    assert figure.value == Fraction(part, GRADUATES) * 100
