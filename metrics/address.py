"""What an address says and what it is made of: French slugs, read as a visitor's input.

``?periode=2024-12&comparaison=annee-precedente&agence=rennes,nantes``. The period is written as in the
commands. A value that cannot be honoured is left out and named.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from data_access.errors import QueryError
from data_access.words import plain
from metrics import period as periods
from metrics.catalogue.dimensions import (
    AGENCY,
    BRANCH,
    CITY,
    DISPOSITIF,
    FAMILY,
    FUNDER,
    FUNDING_LINE,
    INTERVENTION_FAMILY,
    INTERVENTION_KIND,
    ORIENTATION,
    PROGRAMME,
    PROGRAMME_FAMILY,
    SECTOR,
)
from metrics.members import Names
from metrics.model import Dimension
from metrics.period import Period
from metrics.query import Against, Comparison, Filter, Value

PERIOD, VERSUS = "periode", "comparaison"
COMPARISONS = {
    "annee-precedente": Comparison(Against.PREVIOUS_YEAR),
    "periode-precedente": Comparison(Against.PREVIOUS_PERIOD),
    "objectif": Comparison(Against.TARGET),
    "mediane": Comparison(Against.MEDIAN),
    "aucune": Comparison(),
}
SLUGS = {
    "agence": AGENCY,
    "dispositif": DISPOSITIF,
    "famille": FAMILY,
    "orientation": ORIENTATION,
    "commune": CITY,
    "secteur": SECTOR,
    "nature": INTERVENTION_FAMILY,
    "type": INTERVENTION_KIND,
    "financeur": FUNDER,
    "branche": BRANCH,
    "famille-de-formation": PROGRAMME_FAMILY,
    "formation": PROGRAMME,
    "source": FUNDING_LINE,
}
NAMES = frozenset({PERIOD, VERSUS, *SLUGS})  # the parameters that the bar reads and writes
NOTHING = "non-affecte"
_SHOWN = 40  # characters: enough to recognise a value
_OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What figures are asked for; None where the address does not say."""

    period: Period | None = None
    versus: Comparison | None = None
    where: tuple[Filter, ...] = ()
    problems: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def meant(name: str) -> str | None:
    """The parameter that a name stands for: itself, or the one it is a slip of; None when it is not ours."""
    return name if name in NAMES else next(iter(get_close_matches(plain(name), NAMES, 1, 0.8)), None)


def ours(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What the bar reads of an address, each repeated parameter whole, slips included."""
    read: dict[str, list[str]] = {}
    for name, value in said:
        if value and meant(name) is not None:
            read.setdefault(name, []).append(value)
    return {name: ",".join(values) for name, values in read.items()}


def slug(value: Value, dimension: Dimension, names: Names) -> str:
    """How an address writes a value: its code, or its French label when codes are the program's own."""
    if value is None:
        return NOTHING
    return _slug(names[value] if dimension.names else str(value))


def _slug(text: str) -> str:
    return _OTHER.sub("-", plain(text)).strip("-")


def read(parameters: Mapping[str, str], names: Mapping[str, Names]) -> Asked:
    """What the parameters of an address ask for."""
    problems = [_unknown(name, near) for name in parameters if (near := meant(name)) not in (None, name)]
    period = _period(parameters.get(PERIOD), problems)
    versus = _versus(parameters.get(VERSUS), problems)
    filters = (
        _filter(dimension, parameters[name], names[dimension.id], problems)
        for name, dimension in SLUGS.items()
        if parameters.get(name)
    )
    return Asked(period, versus, tuple(each for each in filters if each.values), tuple(problems))


def _period(text: str | None, problems: list[str]) -> Period | None:
    if text is None:
        return None
    try:
        return periods.parse(text)
    except QueryError:
        problems.append(_said("Période", text))
        return None


def _versus(text: str | None, problems: list[str]) -> Comparison | None:
    if text is None:
        return None
    if text in COMPARISONS:
        return COMPARISONS[text]
    try:
        return Comparison(Against.PERIOD, periods.parse(text))
    except QueryError:
        problems.append(_said("Comparaison", text))
        return None


def _filter(dimension: Dimension, text: str, names: Names, problems: list[str]) -> Filter:
    known = {slug(value, dimension, names): value for value in (*names, None)}
    asked = {part: _slug(part) for part in text.split(",") if part}  # « Nantes » and « nantes » alike
    problems += [_said(dimension.label, part) for part, read in asked.items() if read not in known]
    return Filter(dimension, tuple(known[read] for read in dict.fromkeys(asked.values()) if read in known))


def _unknown(name: str, near: str | None) -> str:
    return f"« {name[:_SHOWN]} » n'est pas un filtre ; vouliez-vous dire « {near} » ?"


def _said(label: str, text: str) -> str:
    """A visitor's words are shown as they are: in Markdown they could be a link to somewhere else."""
    return f"{label} : « {text[:_SHOWN]} » n'existe pas ; l'adresse n'a pas été suivie sur ce point."


def write(
    period: Period, versus: Comparison, where: Iterable[Filter], names: Mapping[str, Names]
) -> dict[str, str]:
    """The parameters of the address that asks for this."""
    named = {dimension: name for name, dimension in SLUGS.items()}
    against = next((name for name, known in COMPARISONS.items() if known == versus), str(versus))
    filters = {
        named[each.dimension]: ",".join(
            slug(value, each.dimension, names[each.dimension.id]) for value in each.values
        )
        for each in where
        if each.values
    }
    return {PERIOD: str(period), VERSUS: against, **filters}
