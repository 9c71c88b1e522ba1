"""What the teams deal with, and how many people they meet while doing it, dispositif by dispositif."""

from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate

# kind of intervention -> share; N1 stands for noise at any hour and is read N2 at night
_STREET = (
    {"P1": 260, "O1": 110, "O4": 120, "N1": 70, "N3": 35, "N4": 12, "N5": 55, "C1": 40, "C3": 32, "C4": 30}
    | {"D1": 20, "D2": 14, "D3": 16, "I1": 18, "I2": 8, "I3": 5, "I4": 2, "T1": 28, "T2": 7, "T3": 30}
    | {"V1": 24, "V2": 18, "V3": 10, "V4": 3, "E1": 14, "E2": 18, "E3": 40, "E4": 12, "A1": 55, "A2": 28}
    | {"A3": 8, "O2": 16, "O5": 2, "C2": 5, "D4": 4, "O3": 2}
)
_NIGHT = (
    {"P1": 190, "O1": 150, "O4": 140, "N1": 175, "N5": 55, "C1": 62, "C3": 24, "C4": 34, "D1": 16, "D3": 20}
    | {"I1": 20, "I2": 12, "I3": 8, "I4": 3, "T1": 36, "T3": 38, "V1": 16, "V2": 22, "V3": 16, "V4": 2}
    | {
        "E1": 20,
        "E2": 22,
        "E3": 18,
        "A1": 18,
        "O2": 26,
        "O3": 5,
        "C2": 9,
        "D2": 6,
        "D4": 5,
        "N3": 10,
        "N4": 8,
    }
)
_NIGHT_LIFE = {
    "P1": 330,
    "N1": 190,
    "O4": 110,
    "C3": 30,
    "C4": 46,
    "I1": 34,
    "I2": 14,
    "I3": 14,
    "I4": 3,
    "T3": 60,
} | {"V2": 44, "V3": 22, "A1": 74, "D1": 12, "D2": 6, "N3": 24, "C5": 10, "T1": 8, "V4": 2, "N5": 14}
_SCHOOL = {
    "P1": 300,
    "C4": 210,
    "C3": 80,
    "I1": 90,
    "I2": 22,
    "I3": 30,
    "V4": 9,
    "V1": 34,
    "A1": 60,
    "D1": 14,
} | {"C5": 26, "C2": 10, "V2": 12, "A2": 16, "O4": 10, "T3": 4, "N5": 3}
_POOL = {"P1": 360, "C3": 170, "C4": 80, "I1": 90, "I2": 20, "I3": 8, "C5": 120, "A1": 90, "N1": 20, "V4": 6}
_COUNTER = {
    "A1": 280,
    "A2": 260,
    "A3": 90,
    "C5": 150,
    "P1": 80,
    "I1": 40,
    "I2": 20,
    "V1": 34,
    "V2": 36,
    "V3": 30,
}
_WORKSITE = {"A1": 420, "P1": 180, "E5": 170, "E4": 70, "C3": 60, "N1": 34, "A2": 20, "N5": 30, "E1": 8}
_CITIZENS = {"P1": 520, "A1": 260, "A2": 80, "C3": 60, "A3": 20}

# people met at a time, as twenty equally likely cases
_ALONE = (0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 5)
_FEW = (0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 6)
_SOME = (0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 4, 6)
_GROUPS = (0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 9)
_MEETINGS = (1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 9, 10, 12, 14, 18)
_NOBODY_TWICE_IN_THREE = frozenset("EDT")  # families in which there is often nobody to meet


@dataclass(frozen=True)
class Mix:
    """The kinds and the people of one dispositif, ready to be drawn from."""

    kinds: tuple[str, ...]
    cumulated: tuple[int, ...]
    people: dict[str, tuple[int, ...]]

    def draw(self, chance: float) -> str:
        """Gives the kind that a random number between 0 and 1 falls on."""
        return self.kinds[bisect(self.cumulated, chance * self.cumulated[-1])]


def _mix(shares: dict[str, int], people: tuple[int, ...]) -> Mix:
    often_nobody = (0,) * (2 * len(people)) + people
    tables = {kind: often_nobody if kind[0] in _NOBODY_TWICE_IN_THREE else people for kind in shares}
    return Mix(tuple(shares), tuple(accumulate(shares.values())), tables)


MIXES = {
    "NANTES-QUARTIER": _mix(_STREET, _SOME),
    "VAN-NUIT": _mix(_NIGHT_LIFE, _GROUPS),
    "CCAS": _mix(_COUNTER, _FEW),
    "NANTES-ECOLE": _mix(_SCHOOL, _SOME),
    "RENNES-JOUR": _mix(_STREET, _ALONE),
    "RENNES-BINOMES": _mix(_STREET, _ALONE),
    "RENNES-ECOLE": _mix(_SCHOOL, _SOME),
    "RENNES-PISCINE": _mix(_POOL, _GROUPS),
    "ANGERS-NUIT": _mix(_NIGHT, _SOME),
    "FOIRE": _mix(_NIGHT_LIFE, _GROUPS),
    "VELIVAL": _mix(_WORKSITE, _SOME),
    "CLICHY": _mix(_STREET, _SOME),
    "SCEAUX": _mix(_STREET, _SOME),
    "CHARENTON": _mix(_STREET, _SOME),
    "VINCENNES": _mix(_NIGHT, _GROUPS),
    "IDF-ECOLE": _mix(_SCHOOL, _SOME),
    "AACC": _mix(_CITIZENS, _MEETINGS),
    "T13": _mix(_WORKSITE, _SOME),
}
