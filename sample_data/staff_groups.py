"""How groups of employees are described: what they share, and when they came, changed or left."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

Contract = Literal["permanent", "fixed_term", "apprentice"]
Window = tuple[date, date]  # a day is drawn between both


@dataclass(frozen=True)
class Change:
    """What changes for someone who stays; no dispositif and no agency mean the same ones."""

    on: date
    fte_hundredths: int
    dispositif: str | None = None
    contract: Contract = "permanent"
    agency: str | None = None


@dataclass(frozen=True)
class Group:
    """People alike within a team; each one's own days are drawn within the windows."""

    contract: Contract
    how_many: int
    fte_hundredths: int
    hired: Window
    left: Window | None = None  # last day
    change: Change | None = None
    replacement: bool = False  # they stand in for absent employees


@dataclass(frozen=True)
class Team:
    """The groups of one agency, dispositif and job."""

    agency: str
    dispositif: str | None
    job: str
    groups: tuple[Group, ...]


CDI = partial(Group, "permanent")
CDD = partial(Group, "fixed_term")
APPRENTICES = partial(Group, "apprentice")


def between(first: tuple[int, int, int], last: tuple[int, int, int]) -> Window:
    """Gives the window between two days."""
    return date(*first), date(*last)


def on(year: int, month: int, day: int) -> Window:
    """Gives the window of a single day."""
    return date(year, month, day), date(year, month, day)


OLD = between((2008, 1, 7), (2020, 12, 14))
LATER = between((2018, 1, 8), (2022, 11, 28))
SHORT_2022 = between((2022, 7, 4), (2022, 12, 12))
SHORT_2023 = between((2023, 1, 16), (2023, 7, 3))
END_OF_2023 = between((2023, 9, 4), (2023, 12, 11))
LEFT_2023 = between((2023, 2, 10), (2023, 12, 15))
LEFT_2024 = between((2024, 1, 19), (2024, 12, 13))
SPRING_2024 = between((2024, 1, 12), (2024, 6, 14))
SESSION_2022 = between((2022, 9, 5), (2022, 10, 17))
SESSION_2023 = between((2023, 9, 4), (2023, 10, 16))
SESSION_2024 = between((2024, 9, 2), (2024, 10, 14))
END_OF_SCHOOL_2023 = on(2023, 7, 7)
END_OF_SCHOOL_2024 = on(2024, 7, 5)
