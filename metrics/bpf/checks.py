"""The cross-checks of the form, as French sentences with what was found: those that fail included.

They are those that whoever receives the form makes of what is written (Cerfa 10443, notice 50199), and one
of ours: the income told line by line is that of the accounts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from metrics.bpf.form import Form, Sums, share, total
from metrics.bpf.lines import INCOME_LINES, LEVEL_LINES
from metrics.present.words import is_whole, number, with_unit

_ADDED = [f"C{n}" for n in range(1, 12)]  # the numbered lines, whose C2 is itself a sum
_HALF = Fraction(1, 2)  # euro: what rounding may move a line by


@dataclass(frozen=True, slots=True)
class Check:
    """A cross-check of the form, in words, with what was found."""

    sentence: str
    found: str
    holds: bool


def checks(filled: Form, sums: Sums) -> tuple[Check, ...]:
    """The cross-checks of the form these sums fill in, those that fail included."""
    return (*_income(filled, sums), *_same_totals(filled), *_levels(filled), *_elsewhere(filled))


def _income(filled: Form, sums: Sums) -> Iterator[Check]:
    pooled = sum(filled.euros(code) for code in INCOME_LINES if code.startswith("C2"))
    yield _equal("C2 est la somme de C2 a à C2 h", [_euros(filled, "C2"), Fraction(pooled)], "€")
    added = sum(filled.euros(code) for code in _ADDED)
    yield _equal("Le total C est la somme des lignes 1 à 11", [_euros(filled, "C"), Fraction(added)], "€")
    yield _near("Le total C est celui des comptes de la branche formation, aux arrondis près", filled, sums)
    percent, due = filled.percent("C %"), share(filled.euros("C"), sums.sales)
    sentence = "La part dans le chiffre d'affaires est entière, et d'au moins 1 %"
    yield Check(sentence, "–" if percent is None else with_unit(str(percent), "%"), percent == due)
    parts, whole = filled.euros("D 641") + filled.euros("D 604"), filled.euros("D")
    found = f"{number(Fraction(parts))} ; {with_unit(number(Fraction(whole)), '€')}"
    yield Check("Salaires et achats ne dépassent pas le total des charges", found, parts <= whole)


def _near(sentence: str, filled: Form, sums: Sums) -> Check:
    """Each line that is not empty was rounded by half a euro at most."""
    written, lines = _euros(filled, "C"), sum(filled.euros(code) != 0 for code in INCOME_LINES)
    return Check(sentence, _found([written, sums.ledger], "€"), abs(written - sums.ledger) <= _HALF * lines)


def _same_totals(filled: Form) -> Iterator[Check]:
    totals = [filled.followed(code) for code in ("F-1", "F-3", "F-4")]
    yield _equal("F-1, F-3 et F-4 comptent autant de stagiaires", [each.people for each in totals])
    yield _equal("F-1, F-3 et F-4 comptent autant d'heures", [each.hours for each in totals], "h")


def _levels(filled: Form) -> Iterator[Check]:
    levels = total(filled.followed(code) for code in LEVEL_LINES)
    titles = filled.followed("F-3a")
    yield _equal("Les niveaux de F-3 a font son nombre de stagiaires", [levels.people, titles.people])
    yield _equal("Les niveaux de F-3 a font ses heures", [levels.hours, titles.hours], "h")


def _elsewhere(filled: Form) -> Iterator[Check]:
    """What is taught for or by another body."""
    entrusted, every = filled.followed("F-2"), filled.followed("F-1")
    fewer = entrusted.people <= every.people and entrusted.hours <= every.hours
    yield Check("F-2 ne dépasse pas F-1", _found([entrusted.people, every.people]), fewer)
    paid, received = _euros(filled, "C10"), filled.followed("G").people
    sentence = "C10 et G vont ensemble : de l'argent d'un autre organisme, et ses stagiaires"
    found = f"{with_unit(number(paid), '€')} ; {number(received)}"
    yield Check(sentence, found, (paid > 0) == (received > 0))


def _equal(sentence: str, numbers: list[Fraction], unit: str = "") -> Check:
    return Check(sentence, _found(numbers, unit), len(set(numbers)) == 1)


def _euros(filled: Form, code: str) -> Fraction:
    return Fraction(filled.euros(code))


def _found(numbers: list[Fraction], unit: str = "") -> str:
    return with_unit(" ; ".join(map(_written, numbers)), unit)


def _written(value: Fraction) -> str:
    return number(value, 0 if is_whole(value, 0) else 2)
