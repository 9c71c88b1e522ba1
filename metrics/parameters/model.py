"""A constant and what stands behind it: the text that sets it, since when, when it was last checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from data_access.errors import QueryError
from metrics.present.words import day as written


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A number set by a text or a publication.

    ``since`` is the day of the text, or the first day its value was published; None: a convention
    without a date, which holds on every day. A later value of the same ``id`` replaces it.
    """

    id: str
    label: str
    value: Fraction
    unit: str
    reference: str
    checked_on: date
    since: date | None = None
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it was already set on the day."""
        return self.since is None or self.since <= day

    @property
    def sentence(self) -> str:
        """What a page or a document prints under a figure that rests on it."""
        since = f", depuis le {written(self.since)}" if self.since else ""
        note = f" {self.note}" if self.note else ""
        checked = f"vérifiée le {written(self.checked_on)}"
        return f"{self.label}{since}. Référence : {self.reference}, {checked}.{note}"


def in_force(parameters: Iterable[Parameter], day: date, what: str) -> Parameter:
    """The latest value set on or before the day, or an error that names the first day there is one."""
    dated = sorted(parameters, key=lambda each: each.since or date.min)
    known = [each for each in dated if each.holds_on(day)]
    if known:
        return known[-1]
    first = next((each.since for each in dated if each.since), None)
    start = f" Le premier date du {written(first)}." if first else ""
    raise QueryError(f"{what} : aucune valeur connue le {written(day)}.{start}")
