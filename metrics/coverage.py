"""Where an absent figure is 0 and where it is not known: what has been loaded, month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.versions import known_at
from metrics.period import add_months


@dataclass(frozen=True, eq=False)
class Coverage:
    """The months loaded of each kind of file, for all dispositifs (None) or for one.

    A kind whose file stands for everything has the month None: it covers all days.
    """

    loaded: dict[str, dict[date | None, frozenset[str | None]]]

    def covers(self, kind: str, start: date, stop: date, among: frozenset[str] = frozenset()) -> bool:
        """Whether at least one month of the bounds has been loaded, for one of some dispositifs if any."""
        return any(self._has(kind, month, among) for month in _months(start, stop))

    def complete(self, kind: str, start: date, stop: date, among: frozenset[str] = frozenset()) -> bool:
        """Whether each month of the bounds has been loaded, for one of some dispositifs if any."""
        return all(self._has(kind, month, among) for month in _months(start, stop))

    def last_day(
        self, kind: str, start: date, stop: date, among: frozenset[str] = frozenset()
    ) -> date | None:
        """The last day loaded within the bounds; None when the kind has no time, or nothing there."""
        months = [month for month in self.loaded.get(kind, {}) if month and self._has(kind, month, among)]
        inside = [month for month in months if month < stop and add_months(month, 1) > start]
        return add_months(max(inside), 1) - timedelta(days=1) if inside else None

    def first_month(self, kinds: Iterable[str]) -> date | None:
        """The first day of the first month loaded for every kind that has months."""
        firsts = [min(months) for kind in kinds if (months := [m for m in self.loaded.get(kind, {}) if m])]
        return max(firsts) if firsts else None

    def last_complete_month(self, kinds: Iterable[str]) -> date | None:
        """The first day of the last month loaded for every kind that has months."""
        lasts = [max(months) for kind in kinds if (months := [m for m in self.loaded.get(kind, {}) if m])]
        return min(lasts) if lasts else None

    def _has(self, kind: str, month: date, among: frozenset[str]) -> bool:
        months = self.loaded.get(kind, {})
        scopes = months.get(None, frozenset()) | months.get(month, frozenset())
        return None in scopes or bool(scopes & among if among else scopes)


def read(connection: Connection, as_of: int | None) -> Coverage:
    """The coverage known today, or at a past import."""
    c = s.coverage.c
    rows = connection.execute(select(c.kind, c.month, c.dispositif_id).where(known_at(s.coverage, as_of)))
    loaded: dict[str, dict[date | None, set[str | None]]] = {}
    for kind, month, dispositif in rows:
        loaded.setdefault(kind, {}).setdefault(month, set()).add(dispositif)
    return Coverage({k: {m: frozenset(d) for m, d in months.items()} for k, months in loaded.items()})


def _months(start: date, stop: date) -> Iterable[date]:
    month = start.replace(day=1)
    while month < stop:
        yield month
        month = add_months(month, 1)
