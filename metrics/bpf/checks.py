"""The cross-checks of the form, as French sentences with what was found: those that fail included.

Only lines that come from different questions are checked: a total written from its own lines always agrees.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from metrics.bpf.form import Form, total
from metrics.bpf.lines import LEVEL_LINES
from metrics.present.words import is_whole, number


@dataclass(frozen=True, slots=True)
class Check:
    """A cross-check of the form, in words, with what was found."""

    sentence: str
    found: str
    holds: bool


def checks(filled: Form) -> tuple[Check, ...]:
    """The cross-checks of the form, those that fail included."""
    return (*_same_totals(filled), *_levels(filled))


def _same_totals(filled: Form) -> Iterator[Check]:
    totals = [filled.followed(code) for code in ("F-1", "F-3", "F-4")]
    yield _equal("F-1, F-3 et F-4 comptent autant de stagiaires", [each.people for each in totals])
    yield _equal("F-1, F-3 et F-4 comptent autant d'heures", [each.hours for each in totals])


def _levels(filled: Form) -> Iterator[Check]:
    levels = total(filled.followed(code) for code in LEVEL_LINES)
    titles = filled.followed("F-3a")
    yield _equal("Les niveaux de F-3 a font son nombre de stagiaires", [levels.people, titles.people])
    yield _equal("Les niveaux de F-3 a font ses heures", [levels.hours, titles.hours])


def _equal(sentence: str, numbers: list[Fraction]) -> Check:
    return Check(sentence, " ; ".join(map(_written, numbers)), len(set(numbers)) == 1)


def _written(value: Fraction) -> str:
    return number(value, 0 if is_whole(value, 0) else 2)
