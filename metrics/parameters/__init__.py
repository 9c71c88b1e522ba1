"""Legal constants and published factors: dated, referenced, with the day they were last checked."""

from collections.abc import Iterable
from datetime import date

from data_access.errors import unknown
from metrics.parameters.emissions import FACTORS
from metrics.parameters.legal import LEGAL
from metrics.parameters.model import Parameter, in_force


def _collect(parameters: Iterable[Parameter]) -> dict[str, tuple[Parameter, ...]]:
    """Every value of each id, in the order of their days."""
    found: dict[str, list[Parameter]] = {}
    for each in parameters:
        found.setdefault(each.id, []).append(each)
    return {
        name: tuple(sorted(values, key=lambda each: each.since or date.min)) for name, values in found.items()
    }


PARAMETERS = _collect((*LEGAL, *FACTORS))


def parameter(name: str, day: date) -> Parameter:
    """The value of a parameter in force on a day, or an error in words."""
    if name not in PARAMETERS:
        raise unknown("Paramètre", name, PARAMETERS)
    values = PARAMETERS[name]
    return in_force(values, day, values[-1].label)
