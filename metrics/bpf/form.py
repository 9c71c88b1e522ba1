"""Lines C to G of the form from declared sums, as pure functions.

Amounts are rounded to the euro line by line, so that totals are those of what is written.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from data_access.codes import OBJECTIVE, TRAINEE
from metrics.bpf.lines import (
    INCOME_LINES,
    INCOME_OF,
    LEVEL_LINES,
    MAIN_SPECIALITIES,
    OBJECTIVE_LINES,
    OTHER_INCOME,
    TRAINEE_LINES,
)
from metrics.present.words import rounded

ZERO = Fraction(0)
_OTHER_SPECIALITIES = "Autres spécialités"


@dataclass(frozen=True, slots=True)
class Followed:
    """Some trainees and the hours they followed."""

    people: Fraction = ZERO
    hours: Fraction = ZERO

    def __add__(self, other: "Followed") -> "Followed":
        return Followed(self.people + other.people, self.hours + other.hours)


NOBODY = Followed()


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What the form is made of. Money in euros; ``income`` by source of financing and nature of funder.

    ``ledger`` is the whole income of training, as the accounts add it up. ``by_level`` cuts the objective
    ``rncp``. ``delivered`` is the hours taught. ``purchases`` is None when the books have no account of
    them. ``entrusted`` to another body and ``received`` from one: nobody unless said.
    """

    income: Mapping[tuple[str, str | None], Fraction]
    ledger: Fraction
    sales: Fraction  # accounts 70 of the whole association
    expenses: Fraction
    salaries: Fraction
    purchases: Fraction | None
    delivered: Fraction
    by_trainee: Mapping[str, Followed]
    by_objective: Mapping[str, Followed]
    by_level: Mapping[int | None, Followed]
    by_speciality: Mapping[str | None, Followed]
    specialities: Mapping[str | None, str]
    entrusted: Followed = NOBODY
    received: Followed = NOBODY


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form: an amount in whole euros, a percentage, or people and hours.

    ``to_fill``: no record tells it, a person completes it before sending.
    """

    code: str
    label: str
    euros: int | None = None
    percent: int | None = None
    people: Fraction | None = None
    hours: Fraction | None = None
    to_fill: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it is of one of the frames of amounts."""
        return self.code[0] in "CD"


@dataclass(frozen=True)
class Form:
    """The lines of the form, in its order."""

    lines: tuple[Line, ...]

    @cached_property
    def _by_code(self) -> dict[str, Line]:
        return {line.code: line for line in self.lines}

    def euros(self, code: str) -> int:
        """The amount of a line, 0 when it has none."""
        return self._by_code[code].euros or 0

    def percent(self, code: str) -> int | None:
        """The percentage of a line, or None when it has none."""
        return self._by_code[code].percent

    def followed(self, code: str) -> Followed:
        """The trainees of a line, nobody when it has none."""
        return _followed(self._by_code[code])


def form(sums: Sums) -> Form:
    """The form these sums fill in."""
    income = _income(sums)
    return Form((*income, *_money(sums, income[-1]), *_trainees(sums)))


def _income(sums: Sums) -> list[Line]:
    exact = dict.fromkeys(INCOME_LINES, ZERO)
    for source, euros in sums.income.items():
        exact[_line_of(*source)] += euros
    amounts = {code: int(rounded(euros, 0)) for code, euros in exact.items()}
    lines = [Line(code, INCOME_LINES[code], euros=amount) for code, amount in amounts.items()]
    pooled = [line for line in lines if line.code.startswith("C2")]
    where = lines.index(pooled[0])
    lines.insert(where, Line("C2", "OPCO et autres financeurs : total", euros=_euros(pooled)))
    whole = sum(amounts.values())
    return [*lines, Line("C", "Total des produits de la formation", euros=whole)]


def _line_of(source: str, funder: str | None) -> str:
    whatever = INCOME_OF.get((source, None), OTHER_INCOME)
    return INCOME_OF.get((source, funder), whatever)


def _money(sums: Sums, income: Line) -> Iterator[Line]:
    yield Line(
        "C %", "Part dans le chiffre d'affaires (comptes 70)", percent=share(income.euros or 0, sums.sales)
    )
    yield Line("D", "Total des charges de la formation", euros=int(rounded(sums.expenses, 0)))
    yield Line("D 641", "dont salaires des formateurs (comptes 641)", euros=int(rounded(sums.salaries, 0)))
    bought = None if sums.purchases is None else int(rounded(sums.purchases, 0))
    label = "dont achats de prestations et honoraires (comptes 604 et 6226)"
    yield Line("D 604", label, euros=bought, to_fill=bought is None)
    yield Line("E", "Heures dispensées, à répartir entre les deux lignes suivantes", hours=sums.delivered)
    yield Line("E 1", "Personnes de l'organisme : nombre et heures", to_fill=True)
    yield Line("E 2", "Personnes extérieures : nombre et heures", to_fill=True)


def share(training: int, sales: Fraction) -> int | None:
    """The training turnover in the whole, in whole per cent and never under 1; None without sales."""
    return max(1, int(rounded(training / sales * 100, 0))) if sales else None


def _trainees(sums: Sums) -> Iterator[Line]:
    f1 = [_line(code, TRAINEE.labels[key], sums.by_trainee.get(key)) for key, code in TRAINEE_LINES.items()]
    yield from _with_total(f1, "F-1", "Total par type de stagiaires")
    yield _unknown("F-2", "dont confiés à un autre organisme", sums.entrusted)
    f3 = [
        _line(code, OBJECTIVE.labels[key], sums.by_objective.get(key))
        for key, code in OBJECTIVE_LINES.items()
    ]
    yield f3[0]
    for code, (label, levels) in LEVEL_LINES.items():
        yield _line(code, label, total(sums.by_level.get(level, NOBODY) for level in levels))
    yield from _with_total(f3, "F-3", "Total par objectif")[1:]
    yield from _with_total(_specialities(sums), "F-4", "Total par spécialité")
    yield _unknown("G", "Stagiaires confiés par un autre organisme", sums.received)


def _specialities(sums: Sums) -> list[Line]:
    """The main specialities, by trainees then hours, and the others together."""
    named = [
        (sums.specialities.get(code) or str(code), each) for code, each in sums.by_speciality.items() if code
    ]
    named.sort(key=lambda pair: (-pair[1].people, -pair[1].hours, pair[0]))
    rest = [each for _, each in named[MAIN_SPECIALITIES:]] + [sums.by_speciality.get(None, NOBODY)]
    main = [*named[:MAIN_SPECIALITIES], (_OTHER_SPECIALITIES, total(rest))]
    return [_line(f"F-4 {place}", label, each) for place, (label, each) in enumerate(main, 1)]


def _line(code: str, label: str, followed: Followed | None) -> Line:
    each = followed or NOBODY
    return Line(code, label, people=each.people, hours=each.hours)


def _unknown(code: str, label: str, followed: Followed) -> Line:
    """A line of what is taught with another body, which no record tells unless somebody says it."""
    return replace(_line(code, label, followed), to_fill=followed == NOBODY)


def _with_total(lines: list[Line], code: str, label: str) -> list[Line]:
    return [*lines, _line(code, label, total(_followed(line) for line in lines))]


def _followed(line: Line) -> Followed:
    return Followed(line.people or ZERO, line.hours or ZERO)


def total(each: Iterable[Followed]) -> Followed:
    """Some trainees and hours, added up."""
    return sum(each, NOBODY)


def _euros(lines: Iterable[Line]) -> int:
    return sum(line.euros or 0 for line in lines)
