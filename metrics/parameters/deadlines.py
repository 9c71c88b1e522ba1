"""Days by which something is due, and the levels of the RSE label."""

from dataclasses import dataclass
from datetime import date

from data_access.errors import QueryError, unknown
from metrics.present.words import day as written

_CHECKED = date(2026, 11, 22)


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """What is due each year on a day of a month; ``moved`` days replace it, each in its own year."""

    id: str
    label: str
    month: int
    day: int
    reference: str
    first_year: int = 0
    checked_on: date = _CHECKED
    moved: tuple[date, ...] = ()
    note: str = ""

    def in_year(self, year: int) -> date:
        """The last day of the year on which it may be done."""
        if year < self.first_year:
            raise QueryError(
                f"{self.label} : rien n'était dû en {year}, la première année est {self.first_year}."
            )
        own = next((day for day in self.moved if day.year == year), None)
        return own or date(year, self.month, self.day)

    def sentence(self, year: int) -> str:
        """What a page prints about the year: the day, the text, the day it was checked."""
        note = f" {self.note}" if self.note else ""
        return (
            f"{self.label} : au plus tard le {written(self.in_year(year))}. Référence : {self.reference}, "
            f"vérifiée le {written(self.checked_on)}.{note}"
        )


BPF = Deadline(
    id="bpf",
    label="Bilan pédagogique et financier (Cerfa 10443*17, notice 50199*17)",
    month=4,
    day=30,
    reference="Code du travail, articles L6352-11, R6352-22 et R6352-23",
    moved=(date(2026, 5, 31),),
    note="Le report de 2026 est à confirmer sur le site du ministère du Travail.",
)
EQUALITY_INDEX = Deadline(
    id="equality_index",
    label="Index de l'égalité professionnelle",
    month=3,
    day=1,
    first_year=2020,  # employers of 50 to 250
    reference="Code du travail, article L1142-8 ; décret n° 2019-15 du 8 janvier 2019",
    note="Il porte sur douze mois consécutifs achevés avant le 1er janvier.",
)
SEVEN_INDICATORS = Deadline(
    id="seven_indicators",
    label="Sept indicateurs de transparence des rémunérations",
    month=6,
    day=1,
    first_year=2027,
    reference="directive (UE) 2023/970 ; projet de loi du 6 mars 2026",
    note="La loi n'était pas définitive quand la date a été relevée ; le rythme dépend de l'effectif.",
)
DEADLINES = {each.id: each for each in (BPF, EQUALITY_INDEX, SEVEN_INDICATORS)}


def deadline(name: str) -> Deadline:
    """The deadline of this id, or an error naming the nearest one."""
    if name not in DEADLINES:
        raise unknown("Délai", name, DEADLINES)
    return DEADLINES[name]


@dataclass(frozen=True)
class Level:
    """A level of the label and its scores, both included."""

    label: str
    lowest: int
    highest: int


RSE_LEVELS = (
    Level("Initial", 1, 300),
    Level("Progression", 301, 500),
    Level("Confirmé", 501, 700),
    Level("Exemplaire", 701, 1000),
)


def rse_level(score: int) -> Level:
    """The level of the label that a score gives."""
    for level in RSE_LEVELS:
        if level.lowest <= score <= level.highest:
            return level
    raise QueryError(f"Note du label Engagé RSE : {score} n'est pas entre 1 et 1 000.")
