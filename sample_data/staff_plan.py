"""Who is on roll: groups of people alike, with when they came, what changed and when they left.

On 31/12/2023 they are 121 (93 CDI, 20 CDD, 8 apprentices); in 2024 45 come, 37 go, 4 apprentices who graduated
and 2 CDD become CDI; on 31/12/2024 they are 129 (94 CDI, 9 CDD, 26 apprentices).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Contract = Literal["permanent", "fixed_term", "apprentice"]
Window = tuple[date, date]


@dataclass(frozen=True)
class Change:
    """What changes for someone who stays."""

    window: Window
    contract: Contract
    fte_hundredths: int
    dispositif: str | None


@dataclass(frozen=True)
class Group:
    """People alike; each one's own days are drawn within the windows."""

    how_many: int
    agency: str
    dispositif: str | None
    job: str
    contract: Contract
    fte_hundredths: int
    hired: Window
    left: Window | None = None
    change: Change | None = None


def _between(first: tuple[int, int, int], last: tuple[int, int, int]) -> Window:
    return date(*first), date(*last)


def _on(*day: int) -> Window:
    return date(*day), date(*day)


_OLD = _between((2008, 1, 7), (2020, 12, 14))
_LATER = _between((2018, 1, 8), (2022, 11, 28))
_IN_2023 = _between((2023, 1, 9), (2023, 11, 27))
_LEFT_2023 = _between((2023, 2, 10), (2023, 12, 15))
_LEFT_2024 = _between((2024, 1, 19), (2024, 12, 13))
_SESSION_2022 = _between((2022, 9, 5), (2022, 10, 17))
_SESSION_2023 = _between((2023, 9, 4), (2023, 10, 16))
_SESSION_2024 = _between((2024, 9, 2), (2024, 10, 14))
_END_OF_2023 = _between((2023, 9, 4), (2023, 12, 11))
_SHORT_2022 = _between((2022, 7, 4), (2022, 12, 12))
_SHORT_2023 = _between((2023, 1, 16), (2023, 7, 3))
_SPRING_2024 = _between((2024, 1, 12), (2024, 6, 14))
_JULY_2023, _JULY_2024 = _on(2023, 7, 10), _on(2024, 7, 8)

_NANTES = (
    Group(1, "NANTES", None, "RESP", "permanent", 100, _OLD),
    Group(3, "NANTES", "NANTES-QUARTIER", "RESP", "permanent", 100, _OLD),
    Group(6, "NANTES", "NANTES-QUARTIER", "REF", "permanent", 100, _OLD),
    Group(6, "NANTES", "NANTES-QUARTIER", "MED", "permanent", 80, _OLD),
    Group(2, "NANTES", "NANTES-QUARTIER", "MED", "permanent", 80, _LATER),
    Group(
        1,
        "NANTES",
        "NANTES-QUARTIER",
        "MED",
        "apprentice",
        60,
        _SESSION_2022,
        change=Change(_JULY_2023, "permanent", 80, "NANTES-QUARTIER"),
    ),
    Group(1, "NANTES", "NANTES-QUARTIER", "MED", "permanent", 60, _OLD),
    Group(1, "NANTES", "NANTES-QUARTIER", "MED", "permanent", 72, _LATER),
    Group(5, "NANTES", "NANTES-QUARTIER", "MED", "permanent", 100, _OLD, _LEFT_2024),
    Group(4, "NANTES", "NANTES-QUARTIER", "MED", "permanent", 80, _LATER, _LEFT_2024),
    Group(4, "NANTES", "NANTES-QUARTIER", "MED", "permanent", 80, _LATER, _LEFT_2023),
    Group(4, "NANTES", "NANTES-QUARTIER", "MED", "fixed_term", 80, _SHORT_2022, _LEFT_2023),
    Group(4, "NANTES", "NANTES-QUARTIER", "MED", "fixed_term", 80, _SHORT_2023, _SPRING_2024),
    Group(3, "NANTES", "NANTES-QUARTIER", "MED", "fixed_term", 80, _END_OF_2023, _LEFT_2024),
    Group(1, "NANTES", "NANTES-QUARTIER", "MED", "fixed_term", 80, _END_OF_2023),
    Group(1, "NANTES", "NANTES-QUARTIER", "MED", "fixed_term", 80, _between((2024, 3, 4), (2024, 6, 3))),
    Group(1, "NANTES", "NANTES-QUARTIER", "MED", "apprentice", 60, _SESSION_2022, _on(2023, 7, 7)),
    Group(8, "NANTES", "NANTES-QUARTIER", "MED", "apprentice", 60, _SESSION_2024),
    Group(4, "NANTES", "VAN-NUIT", "MED", "permanent", 80, _on(2023, 1, 30)),
    Group(1, "NANTES", "CCAS", "MED", "permanent", 100, _on(2022, 4, 1)),
    Group(1, "NANTES", "NANTES-ECOLE", "RESP", "permanent", 100, _OLD),
    Group(9, "NANTES", "NANTES-ECOLE", "MED", "permanent", 80, _LATER),
    Group(1, "NANTES", "NANTES-ECOLE", "MED", "permanent", 80, _on(2024, 9, 2)),
    Group(1, "NANTES", "NANTES-ECOLE", "MED", "permanent", 80, _LATER, _on(2023, 7, 7)),
    Group(1, "NANTES", "NANTES-ECOLE", "MED", "fixed_term", 80, _END_OF_2023),
    Group(1, "NANTES", "NANTES-ECOLE", "MED", "fixed_term", 80, _on(2024, 9, 2)),
    Group(2, "NANTES", "NANTES-ECOLE", "MED", "fixed_term", 80, _on(2023, 9, 4), _on(2024, 7, 5)),
    Group(2, "NANTES", "NANTES-ECOLE", "MED", "fixed_term", 80, _on(2022, 9, 1), _on(2023, 7, 7)),
)
_RENNES = (
    Group(1, "RENNES", None, "RESP", "permanent", 100, _OLD),
    Group(1, "RENNES", "RENNES-JOUR", "RESP", "permanent", 100, _OLD),
    Group(1, "RENNES", "RENNES-JOUR", "REF", "permanent", 100, _OLD),
    Group(1, "RENNES", "ENCOMBRANTS", "AGENT-ENC", "permanent", 100, _OLD),
    Group(2, "RENNES", "RENNES-JOUR", "MED", "permanent", 100, _OLD),
    Group(1, "RENNES", "RENNES-JOUR", "MED", "permanent", 100, _LATER, _on(2024, 6, 28)),
    Group(1, "RENNES", "RENNES-JOUR", "MED", "permanent", 100, _LATER, _LEFT_2023),
    Group(2, "RENNES", "RENNES-JOUR", "MED", "fixed_term", 100, _SHORT_2023, _SPRING_2024),
    Group(1, "RENNES", "RENNES-JOUR", "MED", "fixed_term", 100, _SHORT_2022, _LEFT_2023),
    Group(1, "RENNES", "RENNES-JOUR", "MED", "apprentice", 60, _SESSION_2022, _on(2023, 7, 7)),
    Group(
        1,
        "RENNES",
        "RENNES-JOUR",
        "MED",
        "apprentice",
        60,
        _SESSION_2023,
        change=Change(_JULY_2024, "permanent", 100, "RENNES-JOUR"),
    ),
    Group(3, "RENNES", "RENNES-JOUR", "MED", "apprentice", 60, _SESSION_2024),
    Group(2, "RENNES", "RENNES-BINOMES", "MED", "permanent", 100, _LATER),
    Group(1, "RENNES", "RENNES-BINOMES", "MED", "fixed_term", 100, _END_OF_2023, _on(2024, 9, 30)),
    Group(1, "RENNES", "RENNES-BINOMES", "MED", "fixed_term", 100, _SHORT_2022, _LEFT_2023),
    Group(2, "RENNES", "RENNES-BINOMES", "MED", "apprentice", 60, _SESSION_2024),
    Group(3, "RENNES", "RENNES-ECOLE", "MED", "permanent", 80, _LATER),
    Group(1, "RENNES", "RENNES-ECOLE", "MED", "permanent", 80, _on(2024, 1, 8)),
    Group(1, "RENNES", "RENNES-ECOLE", "MED", "permanent", 80, _LATER, _on(2023, 7, 7)),
    Group(
        1,
        "RENNES",
        "RENNES-ECOLE",
        "MED",
        "fixed_term",
        80,
        _on(2023, 9, 4),
        change=Change(_on(2024, 9, 2), "permanent", 80, "RENNES-ECOLE"),
    ),
    Group(1, "RENNES", "RENNES-ECOLE", "MED", "fixed_term", 80, _on(2023, 9, 4)),
    Group(1, "RENNES", "RENNES-ECOLE", "MED", "fixed_term", 80, _on(2023, 9, 4), _on(2024, 7, 5)),
    Group(1, "RENNES", "RENNES-ECOLE", "MED", "fixed_term", 80, _on(2024, 9, 2)),
    Group(1, "RENNES", "RENNES-ECOLE", "MED", "fixed_term", 80, _on(2022, 9, 1), _on(2023, 7, 7)),
    Group(5, "RENNES", "RENNES-PISCINE", "MED", "fixed_term", 100, _on(2023, 6, 1), _on(2023, 8, 31)),
    Group(5, "RENNES", "RENNES-PISCINE", "MED", "fixed_term", 100, _on(2024, 6, 1), _on(2024, 8, 31)),
)
