"""What the equality index is computed from: pay by group, raises, returns from leave, the ten highest pays.

2024: 40 + 25 + 15 + 10 = 90 points out of 100. 2023: 39 + 25 + 15 + 5 = 84.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial

from sample_data.write import Sheet, records

_PAY = ("day", "pay_group", "women", "men", "women_mean_cents", "men_mean_cents")
_COUNTS = ("day", "item", "women", "men")
# women, men, mean yearly pay of each in euros; no mean where either counts fewer than 3
_GROUPS: dict[int, dict[str, tuple[int, int, int | None, int | None]]] = {
    2023: {
        "employees/under_30": (9, 8, 21_000, 21_300),
        "employees/30_39": (9, 12, 21_700, 22_600),
        "employees/40_49": (8, 12, 22_100, 23_500),
        "employees/50_over": (6, 7, 22_600, 24_000),
        "technicians/30_39": (3, 3, 27_000, 28_700),
        "technicians/40_49": (3, 4, 28_100, 29_600),
        "technicians/50_over": (1, 1, None, None),
        "managers/40_49": (3, 3, 40_000, 42_000),
        "managers/50_over": (2, 2, None, None),
    },
    2024: {
        "employees/under_30": (8, 9, 21_600, 21_500),
        "employees/30_39": (10, 13, 22_450, 23_050),
        "employees/40_49": (9, 12, 22_900, 23_400),
        "employees/50_over": (5, 8, 23_300, 24_200),
        "technicians/30_39": (3, 3, 27_900, 28_600),
        "technicians/40_49": (3, 4, 29_000, 29_900),
        "technicians/50_over": (1, 0, None, None),
        "managers/40_49": (3, 3, 41_000, 42_500),
        "managers/50_over": (2, 2, None, None),
    },
}
_ITEMS = {
    2023: {"raised": (4, 8), "returns": (2, 0), "returns_raised": (2, 0), "top_ten": (3, 7)},
    2024: {"raised": (4, 9), "returns": (3, 0), "returns_raised": (3, 0), "top_ten": (5, 5)},
}


def _cents(euros: int | None) -> int | None:
    return None if euros is None else euros * 100


def pay_groups(year: int) -> list[dict[str, object]]:
    """Gives one line per group."""
    lines = (
        (date(year, 12, 31), name, women, men, _cents(women_pay), _cents(men_pay))
        for name, (women, men, women_pay, men_pay) in _GROUPS[year].items()
    )
    return records(_PAY, lines)


def counts(year: int) -> list[dict[str, object]]:
    """Gives one line per count."""
    return records(_COUNTS, ((date(year, 12, 31), item, *pair) for item, pair in _ITEMS[year].items()))


def sheets() -> Iterable[Sheet]:
    """Gives two files a year: the reference period of the index is the calendar year."""
    kinds = (
        ("groupes de rémunération", "paie_groupes", pay_groups),
        ("comptes de l'index égalité", "paie_comptes_index", counts),
    )
    for year in _GROUPS:
        for kind, name, rows in kinds:
            yield Sheet(name=f"{name}_{year}.csv", kind=kind, period=f"{year}-12", rows=partial(rows, year))
