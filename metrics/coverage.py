"""Where an absent figure is 0 and where it is not known: what has been loaded, month by month."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.versions import known_at
from metrics.kinds import Time
from metrics.model import Fact
from metrics.period import add_months


@dataclass(frozen=True, eq=False)
class Coverage:
    """The months loaded of each kind of file, for all dispositifs (None) or for one.

    A kind whose file stands for everything has the month None: it covers all days. A month is whole
    with a file for all dispositifs, or with the file of each dispositif expected to send one: those
    that ever sent this kind by name, and every known one as soon as one file stood for all of them,
    for nobody then knows who was in it.
    """

    loaded: dict[str, dict[date | None, frozenset[str | None]]]
    dispositifs: frozenset[str] = frozenset()

    def covers(self, kind: str, start: date, stop: date, among: frozenset[str] | None = None) -> bool:
        """Whether at least one month of the bounds has been loaded, for one of some dispositifs if told."""
        return any(self._has(kind, month, among) for month in _months(start, stop))

    def complete(self, kind: str, start: date, stop: date, among: frozenset[str] | None = None) -> bool:
        """Whether each month of the bounds is whole, for some dispositifs if told."""
        return _complete(self, kind, start, stop, among)

    def last_day(
        self, kind: str, start: date, stop: date, among: frozenset[str] | None = None
    ) -> date | None:
        """The last day of the last whole month within the bounds; None without time, or nothing there."""
        inside = [m for m in self._months_of(kind) if m < stop and add_months(m, 1) > start]
        whole = [month for month in inside if self.is_whole(kind, month, among)]
        return add_months(max(whole), 1) - timedelta(days=1) if whole else None

    def first_month(self, kinds: Iterable[str]) -> date | None:
        """The first day of the first month loaded for every kind that has months."""
        firsts = [min(months) for kind in kinds if (months := self._months_of(kind))]
        return max(firsts) if firsts else None

    def last_complete_month(self, kinds: Iterable[str]) -> date | None:
        """The first day of the last month every kind that has months is whole up to, if there is one."""
        lasts = [
            max((month for month in months if self.is_whole(kind, month, None)), default=None)
            for kind in kinds
            if (months := self._months_of(kind))
        ]
        known = [month for month in lasts if month is not None]
        return min(known) if known and len(known) == len(lasts) else None

    def last_of(self, kind: str) -> date | None:
        """The first day of the last month loaded of a kind that has months."""
        return max(self._months_of(kind), default=None)

    def months(self, kinds: Iterable[str], among: frozenset[str] | None = None) -> list[date]:
        """The first days of the months loaded for every kind that has months, for one of some dispositifs
        if told; the latest first."""
        dated = [(kind, months) for kind in kinds if (months := self._months_of(kind))]
        common = frozenset[date]().union(*(months for _, months in dated))
        return sorted(
            (month for month in common if all(self._has(kind, month, among) for kind, _ in dated)),
            reverse=True,
        )

    def last_month(self) -> date | None:
        """The last month of most kinds of file: a budget runs ahead, a yearly register behind."""
        lasts = Counter(max(months) for kind in self.loaded if (months := self._months_of(kind)))
        return max(lasts, key=lambda month: (lasts[month], month), default=None)

    def _has(self, kind: str, month: date, among: frozenset[str] | None) -> bool:
        scopes = self._scopes(kind, month)
        return None in scopes or bool(scopes if among is None else scopes & among)

    def is_whole(self, kind: str, month: date, among: frozenset[str] | None) -> bool:
        """Whether a month is whole, for some dispositifs if told."""
        scopes = self._scopes(kind, month)
        senders = frozenset[str | None]().union(*self.loaded.get(kind, {}).values())
        expected = self.dispositifs if None in senders else senders
        mine = expected if among is None else expected & among
        return None in scopes or (bool(mine) and mine <= scopes)

    def _scopes(self, kind: str, month: date) -> frozenset[str | None]:
        months = self.loaded.get(kind, {})
        return months.get(None, frozenset()) | months.get(month, frozenset())

    def _months_of(self, kind: str) -> list[date]:
        return [month for month in self.loaded.get(kind, {}) if month]


NOTHING_LOADED = Coverage({})


def read(connection: Connection, as_of: int | None) -> Coverage:
    """The coverage known today, or at a past import."""
    c = s.coverage.c
    rows = connection.execute(select(c.kind, c.month, c.dispositif_id).where(known_at(s.coverage, as_of)))
    loaded: dict[str, dict[date | None, set[str | None]]] = {}
    for kind, month, dispositif in rows:
        loaded.setdefault(kind, {}).setdefault(month, set()).add(dispositif)
    return Coverage(
        {k: {m: frozenset(d) for m, d in months.items()} for k, months in loaded.items()},
        frozenset(connection.scalars(select(s.dispositif.c.id))),
    )


@lru_cache(maxsize=4096)  # each line of an answer asks the same
def _complete(coverage: Coverage, kind: str, start: date, stop: date, among: frozenset[str] | None) -> bool:
    return all(coverage.is_whole(kind, month, among) for month in _months(start, stop))


@lru_cache(maxsize=1024)
def known_until(fact: Fact, coverage: Coverage) -> date | None:
    """The day before which a register tells what was; what it says of the days that follow is only planned.

    It is the day after the last month of its own files, else of those it is known with, else of most files.
    """
    if fact.time is not Time.SPAN or fact.planned:
        return None
    last = coverage.last_of(fact.kind) or coverage.last_of(fact.known_with) or coverage.last_month()
    return None if last is None else add_months(last, 1)


def last_day_read(
    fact: Fact, coverage: Coverage, start: date, stop: date, among: frozenset[str] | None
) -> date | None:
    """The last day of its files within the bounds, or the one that a register is read to when cut short."""
    until = known_until(fact, coverage)
    cut = until - timedelta(days=1) if until is not None and start < until < stop else None
    return coverage.last_day(fact.kind, start, stop, among) or cut


@lru_cache(maxsize=1024)
def _months(start: date, stop: date) -> tuple[date, ...]:
    found = [start.replace(day=1)]
    while found[-1] < stop:
        found.append(add_months(found[-1], 1))
    return tuple(found[:-1])
