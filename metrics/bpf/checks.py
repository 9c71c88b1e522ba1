"""The cross-checks of the form, as French sentences with what was found: those that fail included."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from metrics.bpf.form import Followed, Form, total
from metrics.bpf.lines import INCOME_LINES, LEVEL_LINES
from metrics.present.words import is_whole, number, with_unit


@dataclass(frozen=True, slots=True)
class Check:
    """A cross-check of the form, in words, with what was found."""

    sentence: str
    found: str
    holds: bool


def checks(filled: Form) -> tuple[Check, ...]:
    """The cross-checks of the form, those that fail included."""
    return (*_same_totals(filled), *_parts(filled), *_subcontracting(filled), _smallest_share(filled))


def _same_totals(filled: Form) -> Iterator[Check]:
    totals = [filled.followed(code) for code in ("F-1", "F-3", "F-4")]
    yield _equal("F-1, F-3 et F-4 comptent autant de stagiaires", [each.people for each in totals])
    yield _equal("F-1, F-3 et F-4 comptent autant d'heures", [each.hours for each in totals])


def _parts(filled: Form) -> Iterator[Check]:
    levels = total(filled.followed(code) for code in LEVEL_LINES)
    titles = filled.followed("F-3a")
    yield _equal("Les niveaux de F-3 a font son nombre de stagiaires", [levels.people, titles.people])
    yield _equal("Les niveaux de F-3 a font ses heures", [levels.hours, titles.hours])
    pooled = sum(filled.euros(code) for code in INCOME_LINES if code.startswith("C2"))
    yield _equal("C2 est la somme de ses lignes a à h", [Fraction(filled.euros("C2")), Fraction(pooled)])
    whole = sum(filled.euros(code) for code in INCOME_LINES)
    yield _equal(
        "Le total des produits est la somme de ses lignes", [Fraction(filled.euros("C")), Fraction(whole)]
    )


def _subcontracting(filled: Form) -> Iterator[Check]:
    whole, entrusted = filled.followed("F-1"), filled.followed("F-2")
    yield Check(
        "F-2 ne dépasse pas F-1",
        f"{_said(entrusted)} sur {_said(whole)}",
        entrusted.people <= whole.people and entrusted.hours <= whole.hours,
    )
    paid, received = filled.euros("C10"), filled.followed("G")
    yield Check(
        "C10 et G vont ensemble : pas de sous-traitance reçue sans stagiaires, ni l'inverse",
        f"{with_unit(_written(Fraction(paid)), '€')} et {_said(received)}",
        (paid > 0) == (received.people > 0),
    )


def _smallest_share(filled: Form) -> Check:
    percent = next(line.percent for line in filled.lines if line.code == "C %")
    found = "sans chiffre d'affaires" if percent is None else with_unit(str(percent), "%")
    return Check(
        "La part du chiffre d'affaires est d'au moins 1\u00a0%", found, percent is not None and percent >= 1
    )


def _equal(sentence: str, numbers: list[Fraction]) -> Check:
    return Check(sentence, " ; ".join(map(_written, numbers)), len(set(numbers)) == 1)


def _said(followed: Followed) -> str:
    return f"{_written(followed.people)} stagiaires, {with_unit(_written(followed.hours), 'h')}"


def _written(value: Fraction) -> str:
    return number(value, 0 if is_whole(value, 0) else 2)
