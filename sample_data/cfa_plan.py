"""Who came to the CFA since its first session, and how it ended.

112 since 2018: 63 titles, 21 in training, 6 who failed or left in 2024 and 22 before. In 2024 they are 45:
26 of the association, 19 of other employers; 23 sit, 18 pass.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Literal

from sample_data.programmes import AMIS, MSADS

Result = Literal["passed", "partial", "failed"]
_OUTCOMES = {"passed": "passed", "partial": "failed", "failed": "failed"}


@dataclass(frozen=True, kw_only=True)
class Learners:
    """Apprentices alike; the last day is that of the jury for those who sat."""

    programme: str
    agency: str
    employer: str
    many: int
    first: date
    last: date | None = None
    result: Result | None = None
    hours: dict[int, int] = field(
        default_factory=dict
    )  # of them all, by year; of the years told hour by hour

    @property
    def outcome(self) -> str:
        """Gives the outcome that the register of the CFA holds."""
        if self.result is not None:
            return _OUTCOMES[self.result]
        return "in_training" if self.last is None else "interrupted"


# the jury's year, the title, then how many: passed (of the association, of others), failed, partial, left
_FIRST_YEARS = (
    (2019, MSADS, 2, 2, 1, 0, 0),
    (2019, AMIS, 1, 1, 0, 0, 1),
    (2020, MSADS, 1, 2, 0, 1, 1),
    (2020, AMIS, 1, 1, 1, 0, 1),
    (2021, MSADS, 4, 2, 1, 0, 1),
    (2021, AMIS, 1, 2, 0, 1, 1),
    (2022, MSADS, 4, 3, 1, 1, 1),
    (2022, AMIS, 2, 2, 1, 0, 1),
)

_M22 = partial(Learners, programme=MSADS, first=date(2022, 10, 3), last=date(2023, 6, 30))
_A22 = partial(Learners, programme=AMIS, first=date(2022, 10, 10), last=date(2023, 6, 23))
_SESSION_2022 = (
    _M22(agency="NANTES", employer="own", many=1, result="passed", hours={2023: 140}),
    _M22(agency="ANGERS", employer="own", many=1, result="passed", hours={2023: 140}),
    _M22(agency="NANTES", employer="own", many=1, result="failed", hours={2023: 126}),
    _M22(agency="RENNES", employer="private", many=5, result="passed", hours={2023: 5 * 140}),
    _M22(agency="NANTES", employer="public", many=2, result="passed", hours={2023: 2 * 140}),
    _M22(agency="RENNES", employer="private", many=1, result="failed", hours={2023: 133}),
    _M22(agency="NANTES", employer="private", many=1, result="partial", hours={2023: 140}),
    _A22(agency="RENNES", employer="own", many=1, result="failed", hours={2023: 119}),
    _A22(agency="RENNES", employer="private", many=3, result="passed", hours={2023: 3 * 140}),
    _A22(agency="NANTES", employer="public", many=2, result="passed", hours={2023: 2 * 140}),
    _A22(agency="NANTES", employer="private", many=1, result="failed", hours={2023: 140}),
    _A22(agency="RENNES", employer="public", many=1, result="partial", hours={2023: 140}),
    Learners(
        programme=AMIS,
        agency="RENNES",
        employer="private",
        many=1,
        first=date(2022, 10, 10),
        last=date(2023, 3, 17),
        hours={2023: 56},
    ),
)


def _msads(many: int) -> dict[int, int]:
    """Gives the hours of MSADS apprentices who came in the autumn of 2023: 441 hours over two years."""
    return {2023: many * 301, 2024: many * 140}


def _amis(many: int) -> dict[int, int]:
    """Gives those of AMIS apprentices: 406 hours."""
    return {2023: many * 266, 2024: many * 140}


_M23 = partial(Learners, programme=MSADS, first=date(2023, 10, 2), last=date(2024, 6, 28))
_A23 = partial(Learners, programme=AMIS, first=date(2023, 10, 9), last=date(2024, 6, 21))
_SESSION_2023 = (
    _M23(agency="RENNES", employer="own", many=1, result="passed", hours=_msads(1)),
    _M23(agency="ANGERS", employer="own", many=2, result="passed", hours=_msads(2)),
    _M23(agency="RENNES", employer="private", many=5, result="passed", hours=_msads(5)),
    _M23(agency="NANTES", employer="private", many=2, result="passed", hours=_msads(2)),
    _M23(agency="RENNES", employer="public", many=1, result="passed", hours=_msads(1)),
    _M23(agency="RENNES", employer="private", many=1, result="failed", hours=_msads(1)),
    _M23(agency="NANTES", employer="private", many=1, result="failed", hours=_msads(1)),
    _M23(agency="RENNES", employer="public", many=1, result="partial", hours=_msads(1)),
    _A23(agency="RENNES", employer="private", many=4, result="passed", hours=_amis(4)),
    _A23(agency="NANTES", employer="public", many=2, result="passed", hours=_amis(2)),
    _A23(agency="NANTES", employer="private", many=1, result="partial", hours=_amis(1)),
    Learners(
        programme=MSADS,
        agency="NANTES",
        employer="private",
        many=1,
        first=date(2023, 10, 2),
        last=date(2024, 2, 9),
        hours={2023: 280, 2024: 61},
    ),
)

_WINTER = partial(
    Learners,
    programme=AMIS,
    agency="ANGERS",
    employer="own",
    many=1,
    first=date(2024, 2, 5),
    hours={2024: 406},
)
_A24 = partial(Learners, programme=AMIS, employer="own", first=date(2024, 9, 2))
_M24 = partial(Learners, programme=MSADS, employer="own", first=date(2024, 9, 2))
_MISSED = {
    "NANTES": 12,
    "RENNES": 8,
    "IDF": 12,
}  # hours of absence, all AMIS apprentices of the agency together
_SESSION_2024 = (
    _WINTER(last=date(2024, 11, 22), result="passed"),
    _WINTER(last=date(2024, 11, 22), result="failed"),
    _A24(agency="NANTES", many=4, hours={2024: 4 * 357 - _MISSED["NANTES"]}),
    _A24(agency="RENNES", many=3, hours={2024: 3 * 357 - _MISSED["RENNES"]}),
    _A24(agency="IDF", many=5, hours={2024: 5 * 357 - _MISSED["IDF"]}),
    _M24(agency="NANTES", many=4, hours={2024: 4 * 147}),
    _M24(agency="RENNES", many=2, hours={2024: 2 * 147}),
    _M24(agency="ANGERS", many=3, hours={2024: 3 * 147}),
)
# the title, its first and last day, then the hours taught by year
CLASSES = (
    (MSADS, date(2022, 10, 3), date(2023, 6, 30), {2023: 140}),
    (AMIS, date(2022, 10, 10), date(2023, 6, 23), {2023: 140}),
    (MSADS, date(2023, 10, 2), date(2024, 6, 28), {2023: 301, 2024: 140}),
    (AMIS, date(2023, 10, 9), date(2024, 6, 21), {2023: 266, 2024: 140}),
    (AMIS, date(2024, 2, 5), date(2024, 11, 22), {2024: 406}),
    (AMIS, date(2024, 9, 2), None, {2024: 357}),
    (MSADS, date(2024, 9, 2), None, {2024: 147}),
)


def learners() -> Iterator[Learners]:
    """Gives everyone who ever came, in the order of the sessions."""
    for year, programme, *how_many in _FIRST_YEARS:
        yield from _first_session(year, programme, *how_many)
    yield from (*_SESSION_2022, *_SESSION_2023, *_SESSION_2024)


def _first_session(
    year: int, programme: str, own: int, others: int, failed: int, partly: int, left: int
) -> Iterator[Learners]:
    alike = partial(Learners, programme=programme, first=date(year - 1, 10, 1))
    sat = partial(alike, last=date(year, 6, 26))
    yield sat(agency="NANTES", employer="own", many=own, result="passed")
    yield sat(agency="RENNES", employer="private", many=others, result="passed")
    yield sat(agency="RENNES", employer="private", many=failed, result="failed")
    yield sat(agency="RENNES", employer="public", many=partly, result="partial")
    yield alike(agency="RENNES", employer="private", many=left, last=date(year, 2, 15))
