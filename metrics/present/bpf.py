"""The bilan pédagogique et financier as aligned text, and as plain data for `--json`."""

from fractions import Fraction
from typing import Any

from metrics.bpf.checks import Check
from metrics.bpf.form import Form, Line
from metrics.parameters.deadlines import BPF
from metrics.present.json import plain
from metrics.present.text import table
from metrics.present.words import is_whole, number, with_unit

_TO_CHECK = (
    "La base ne dit ni qui enseigne (E), ni ce qui est sous-traité (F-2 et G) : complétez ces lignes avant "
    "l'envoi."
)


def as_text(year: int, form: Form, checks: tuple[Check, ...]) -> str:
    """The lines of the form, its cross-checks, and until when it is due."""
    lines = table([("ligne", "libellé", "montant", "personnes", "heures"), *map(_written, form.lines)])
    judged = table([("oui" if each.holds else "NON", each.sentence, each.found) for each in checks])
    head = f"Bilan pédagogique et financier, exercice {year}"
    return f"{head}\n\n{lines}\n\nContrôles\n{judged}\n\n{_TO_CHECK}\n{BPF.sentence(year + 1)}"


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
            }
            for line in form.lines
        ],
        "checks": [{"sentence": each.sentence, "found": each.found, "holds": each.holds} for each in checks],
        "due": BPF.in_year(year + 1).isoformat(),
    }


def _written(line: Line) -> tuple[str, ...]:
    amount = with_unit(number(Fraction(line.euros)), "€") if line.euros is not None else ""
    if line.percent is not None:
        amount = with_unit(str(line.percent), "%")
    return line.code, line.label, amount, _count(line.people), _hours(line.hours)


def _count(value: Fraction | None) -> str:
    return "" if value is None else number(value)


def _hours(value: Fraction | None) -> str:
    return "" if value is None else with_unit(number(value, 0 if is_whole(value, 0) else 2), "h")
