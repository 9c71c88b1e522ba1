"""The bilan pédagogique et financier as aligned text, as cells to paste, and as plain data for `--json`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from metrics.bpf.checks import Check
from metrics.bpf.form import Form, Line
from metrics.catalogue.budget import EXPENSES
from metrics.catalogue.financing import REVENUE
from metrics.catalogue.training import DELIVERED_HOURS, LEARNERS, TRAINEE_HOURS_FOLLOWED
from metrics.catalogue.units import EUROS, HOURS, PEOPLE
from metrics.model import Metric
from metrics.parameters.deadlines import BPF
from metrics.present.json import plain
from metrics.present.table import Entry
from metrics.present.text import table
from metrics.present.words import is_whole, number, with_unit
from metrics.unit import Unit

Write = Callable[[Line], Entry]
_OF_100 = Unit(symbol="%")
TO_CHECK = (
    "La base ne dit ni qui enseigne (E), ni ce qui est sous-traité (F-2 et G), ni les achats de formation "
    "que le plan comptable ne distingue pas (D 604) : complétez ces lignes avant l'envoi."
)
TO_FILL = "à compléter"
HEADS = ("Ligne", "Libellé", "Montant (€)", "Personnes", "Heures")
_FRAMES = {
    "C": "Cadre C : origine des produits hors taxes",
    "D": "Cadre D : charges",
    "E": "Cadre E : personnes qui enseignent",
    "F-1": "Cadre F-1 : type de stagiaires",
    "F-2": "Cadre F-2 : activité confiée à un autre organisme",
    "F-3": "Cadre F-3 : objectif général des prestations",
    "F-4": "Cadre F-4 : spécialités de formation",
    "G": "Cadre G : stagiaires confiés par un autre organisme",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame of the form, under its title."""

    code: str
    title: str
    lines: tuple[Line, ...]

    @property
    def columns(self) -> tuple[tuple[str, Metric, Write], ...]:
        """What its numbers are: a header, the figure they come from, and how a line writes them."""
        own = {"C": (_INCOME,), "D": (_COSTS,), "E": (_TAUGHT,)}
        return own.get(self.code, (_PEOPLE, _FOLLOWED))

    @property
    def is_about_trainees(self) -> bool:
        """Whether it counts those who are taught."""
        return self.code[0] in "FG"


def frames(form: Form) -> tuple[Frame, ...]:
    """The frames of the form, in its order."""
    return tuple(
        Frame(code, title, tuple(line for line in form.lines if _frame(line) == code))
        for code, title in _FRAMES.items()
    )


def _frame(line: Line) -> str:
    """« F-3 » for « F-3a 6-8 », « C » for « C2a »."""
    return line.code[:3] if line.code.startswith("F-") else line.code[:1]


def amount(line: Line) -> Entry:
    """The amount of a line, or its percentage."""
    if line.to_fill and line.is_money:
        return Entry(TO_FILL)
    if line.percent is not None:
        return Entry(with_unit(str(line.percent), "%"), value=Fraction(line.percent), unit=_OF_100)
    return _number(None if line.euros is None else Fraction(line.euros), EUROS)


def people(line: Line) -> Entry:
    """How many people a line counts."""
    return _number(line.people, PEOPLE) if line.is_money or not line.to_fill else Entry(TO_FILL)


def hours(line: Line) -> Entry:
    """The hours of a line."""
    if line.to_fill and not line.is_money:
        return Entry(TO_FILL)
    is_exact = line.hours is None or is_whole(line.hours, 0)
    return _number(line.hours, HOURS if is_exact else replace(HOURS, decimals=2))


def _number(value: Fraction | None, unit: Unit) -> Entry:
    """A number alone, its header says the unit; nothing where the form has none."""
    return Entry("") if value is None else Entry(number(value, unit.decimals), value=value, unit=unit)


def as_cells(form: Form) -> str:
    """The lines as a spreadsheet reads what is pasted: a tab between cells, no space within numbers."""
    return "\n".join("\t".join(cells) for cells in (HEADS, *map(_pasted, form.lines)))


def _pasted(line: Line) -> Iterable[str]:
    numbers = (each.text.translate(_SPACES) for each in (amount(line), people(line), hours(line)))
    return line.code, line.label, *numbers


_INCOME, _COSTS = (("Montant (€)", metric, amount) for metric in (REVENUE, EXPENSES))
_PEOPLE, _FOLLOWED = ("Personnes", LEARNERS, people), ("Heures", TRAINEE_HOURS_FOLLOWED, hours)
_TAUGHT = ("Heures", DELIVERED_HOURS, hours)
_SPACES = {ord("\u202f"): None, ord("\u00a0"): " "}


def as_text(year: int, form: Form, checks: tuple[Check, ...]) -> str:
    """The lines of the form, its cross-checks, and until when it is due."""
    titles = ("ligne", "libellé", "montant", "personnes", "heures")
    lines = table([titles, *map(_written, form.lines)])
    judged = table([("oui" if each.holds else "NON", each.sentence, each.found) for each in checks])
    head = f"Bilan pédagogique et financier, exercice {year}"
    return f"{head}\n\n{lines}\n\nContrôles\n{judged}\n\n{TO_CHECK}\n{BPF.sentence(year + 1)}"


def as_data(year: int, form: Form, checks: tuple[Check, ...]) -> dict[str, Any]:
    """The same as plain data: amounts in euros, people and hours as numbers."""
    return {
        "year": year,
        "lines": [
            {
                "line": line.code,
                "label": line.label,
                "euros": line.euros,
                "percent": line.percent,
                "people": plain(line.people),
                "hours": plain(line.hours),
                "to_fill": line.to_fill,
            }
            for line in form.lines
        ],
        "checks": [{"sentence": each.sentence, "found": each.found, "holds": each.holds} for each in checks],
        "due": BPF.in_year(year + 1).isoformat(),
    }


def _written(line: Line) -> tuple[str, ...]:
    money, told = amount(line), hours(line)
    in_euros = with_unit(money.text, "€") if money.unit is EUROS else money.text
    in_hours = told.text if told.value is None else with_unit(told.text, "h")
    return line.code, line.label, in_euros, people(line).text, in_hours
