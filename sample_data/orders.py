"""What commanditaires order from the dispositifs that take orders, and the day each one was answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from itertools import accumulate
from random import Random

from sample_data.days import LAST_DAY, MONTHS, YEARS, between, is_working_day, month_days
from sample_data.markets import MARKETS
from sample_data.write import Row, Sheet

# how often the answer comes on the order's own day, on the next working day, on the one after…
_SWIFT = (18, 25, 22, 14, 9, 6, 3, 2, 1)
_USUAL = (13, 20, 21, 16, 11, 7, 5, 3, 2, 1, 1)
_SLOW = (7, 14, 18, 17, 14, 10, 7, 5, 3, 2, 1, 1, 1)
_LONGEST = 20  # days
_UNANSWERED = 60  # one order out of so many never is
# how many orders each month brings, per cent of an ordinary one
_MONTHS = (88, 92, 100, 102, 110, 116, 104, 70, 112, 110, 102, 94)
_BY_WEEKDAY = (130, 105, 95, 90, 100)  # Monday, after the weekend, to Friday
_UNNAMED = ""  # the commanditaire was not written down


@dataclass(frozen=True, eq=False)
class Orders:
    """What one dispositif is ordered: how much by year, by whom, and how fast it answers."""

    dispositif: str
    years: tuple[int, int]  # in 2023, in 2024
    funders: dict[str, int]  # shares
    answers: tuple[tuple[int, ...], tuple[int, ...]]

    def may_come(self, day: date) -> bool:
        """Tells whether an order can come that day: an office is open and a market runs."""
        return is_working_day(day) and any(
            market.first <= day and (market.last is None or day <= market.last)
            for market in MARKETS
            if market.dispositif == self.dispositif
        )


_PLANS = (
    Orders("NANTES-QUARTIER", (312, 298), {"NANTES-METROPOLE": 100}, (_USUAL, _SWIFT)),
    Orders("RENNES-JOUR", (128, 141), {"VILLE-RENNES": 100}, (_USUAL, _USUAL)),
    Orders(
        "ANGERS-NUIT",
        (204, 231),
        {"VILLE-ANGERS": 51, "BAILLEURS-ANGERS": 45, _UNNAMED: 4},
        (_USUAL, _SWIFT),
    ),
    Orders("ALH", (41, 36), {"ANGERS-LOIRE-HABITAT": 100}, (_SLOW, _USUAL)),
    Orders("CLICHY", (0, 104), {"VILLE-CLICHY": 56, "BATIGERE": 23, "SEQENS": 21}, (_SLOW, _SLOW)),
    Orders("SCEAUX", (33, 37), {"VILLE-SCEAUX": 100}, (_USUAL, _USUAL)),
    Orders("CHARENTON", (26, 29), {"VILLE-CHARENTON": 100}, (_USUAL, _USUAL)),
    Orders("VINCENNES", (12, 14), {"VILLE-VINCENNES": 100}, (_SWIFT, _SWIFT)),
    Orders("ICF", (74, 63), {"ICF": 100}, (_SLOW, _USUAL)),
)


def orders(month: date) -> list[Row]:
    """Gives the orders received in a month, in order of date."""
    found = [row for plan in _PLANS for row in _of_year(plan, month.year) if row["day"].month == month.month]
    return sorted(found, key=lambda row: row["day"])


@cache
def _of_year(plan: Orders, year: int) -> tuple[Row, ...]:
    return tuple(_received(plan, year))


def _received(plan: Orders, year: int) -> Iterator[Row]:
    chance = Random(f"orders/{plan.dispositif}/{year}")
    place = YEARS.index(year)
    days = [day for month in MONTHS if month.year == year for day in month_days(month) if plan.may_come(day)]
    weights = [_MONTHS[day.month - 1] * _BY_WEEKDAY[day.weekday()] for day in days]
    for _ in range(plan.years[place]):
        (day,) = chance.choices(days, cum_weights=tuple(accumulate(weights)))
        (funder,) = chance.choices(tuple(plan.funders), weights=tuple(plan.funders.values()))
        yield {
            "day": day,
            "dispositif_id": plan.dispositif,
            "funder_id": funder or None,
            "answered_on": _answer(chance, day, plan.answers[place]),
        }


def _answer(chance: Random, received: date, weights: tuple[int, ...]) -> date | None:
    """Gives a working day from the order on; none for the few forgotten, and for those still waiting."""
    open_days = [day for day in between(received, received + timedelta(_LONGEST)) if is_working_day(day)]
    (rank,) = chance.choices(range(len(weights)), weights=weights)
    forgotten = chance.randrange(_UNANSWERED) == 0
    answered = open_days[min(rank, len(open_days) - 1)]
    return None if forgotten or answered > LAST_DAY else answered


def sheets() -> Iterable[Sheet]:
    """Gives one file a month."""
    for month in MONTHS:
        yield Sheet(
            name=f"optimedia_commandes_{month:%Y-%m}.csv",
            kind="commandes",
            period=f"{month:%Y-%m}",
            rows=partial(orders, month),
        )
