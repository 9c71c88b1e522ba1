"""What the CSR approach is held to, told from today: labels and certifications, and the plan of actions.

Display only, as in a portrait: every count is asked of the catalogue. « Today » is the day of the setting or
of the clock, and the last day loaded of the example data: nothing is ever said to expire in the past.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from data_access.access import Scope
from data_access.engine import reading_engine
from data_access.errors import AccessDenied
from metrics import records, rights
from metrics.catalogue import listings as shown
from metrics.catalogue.listings import ACTIONS_PLANNED, CERTIFICATIONS_HELD, Shown
from metrics.context import Context, context, context_like
from metrics.model import Metric
from metrics.period import Kind, Period
from metrics.portrait import Stage
from metrics.query import Filter
from metrics.records import Page
from metrics.today import day as day_of

EVER = Period(Kind.FREE, date(1900, 1, 1), date(2200, 1, 1))
_ALL = 10_000  # lines of a book kept by hand
_DONE, _ABANDONED = "done", "abandoned"


@dataclass(frozen=True, slots=True)
class Held:
    """A label, a certification or a licence, and where it stands on a day."""

    title: str
    kind: str
    issuer: str
    level: str
    begins: date
    last_day: date | None
    stage: Stage
    followed: bool  # another one of the same title goes on from the day after

    def days_left(self, on: date) -> int | None:
        """How many days it still holds, or None when it does not run, or never ends."""
        runs = self.stage is Stage.RUNNING and self.last_day is not None
        return (self.last_day - on).days if runs and self.last_day else None


@dataclass(frozen=True, slots=True)
class Action:
    """An action of the plan: what, where, who answers for it, and when it was due and done."""

    title: str
    axis: str
    agency: str
    owner: str
    status: str
    begins: date
    due: date
    done: date | None
    is_open: bool  # neither done nor given up

    def days_late(self, on: date) -> int:
        """How many days late it is, or was when it was done; 0 when it is not."""
        end = self.done or (on if self.is_open else self.due)
        return max((end - self.due).days, 0)


@dataclass(frozen=True, slots=True)
class Commitments:
    """The labels and the actions that a person may read, and the day they are told from."""

    day: date
    held: tuple[Held, ...] = ()
    actions: tuple[Action, ...] = ()


def commitments(
    url: str, scope: Scope, since: date, where: tuple[Filter, ...] = (), known: Context | None = None
) -> Commitments:
    """The labels ever held, and the actions due from a day on, under the filters they can follow.

    ``known`` is as for ``ask``.
    """
    known = known or context(url)
    return _told(url, scope, since, where, known, day_of(url, known))


@lru_cache(maxsize=256)  # what an import holds never changes, and a page reads it at each of its runs
def _told(
    url: str, scope: Scope, since: date, where: tuple[Filter, ...], known: Context, day: date
) -> Commitments:
    with reading_engine(url).connect() as connection:
        seen = context_like(connection, url, known)
        return Commitments(day, certifications(connection, seen, scope, day),
                           actions(connection, seen, scope, since, where))  # fmt: skip


def certifications(connection: Connection, known: Context, scope: Scope, day: date) -> tuple[Held, ...]:
    """The labels and certifications of the association, to those who read all of it."""
    page = _read(connection, known, scope, CERTIFICATIONS_HELD, EVER, ())
    if page is None:
        return ()
    rows = [_cells(page, place) for place in range(len(page.rows))]
    return tuple(_held(row, rows, day) for row in rows)


def actions(
    connection: Connection, known: Context, scope: Scope, since: date, where: tuple[Filter, ...] = ()
) -> tuple[Action, ...]:
    """The actions due from a day on, by the day they are due."""
    span = Period(Kind.FREE, since, EVER.stop)
    page = _read(connection, known, scope, ACTIONS_PLANNED, span, where)
    if page is None:
        return ()
    found = (_action(page, place) for place in range(len(page.rows)))
    return tuple(sorted(found, key=lambda each: (each.due, each.begins, each.title)))


def _read(
    connection: Connection,
    known: Context,
    scope: Scope,
    metric: Metric,
    span: Period,
    where: tuple[Filter, ...],
) -> Page | None:
    """All the records of a figure, or None for those who may not list them, or not those of these places."""
    listing = records.listing_of(metric)
    if listing is None or not rights.may_ask(metric, scope, listing.dimensions):
        return None
    kept = tuple(each for each in where if rights.follows(metric, each.dimension, scope))
    try:
        return records.read(connection, records.question(metric, span, kept), scope, known, size=_ALL)
    except AccessDenied:
        return None


def _cells(page: Page, place: int) -> dict[Shown, Any]:
    """The values of a line, names in French, by column."""
    return dict(zip(page.listing.columns, page.rows[place].cells, strict=True))


def _held(row: dict[Shown, Any], rows: Sequence[dict[Shown, Any]], day: date) -> Held:
    begins, last_day = row[shown.SINCE], row[shown.EXPIRES]
    others = (each for each in rows if each[shown.TITLE] == row[shown.TITLE] and each is not row)
    return Held(
        title=row[shown.TITLE],
        kind=row[shown.KIND],
        issuer=row[shown.ISSUER],
        level=row[shown.LEVEL] or "",
        begins=begins,
        last_day=last_day,
        stage=_stage(begins, last_day, day),
        followed=last_day is not None and any(_follows(each, last_day) for each in others),
    )


def _stage(begins: date, last_day: date | None, day: date) -> Stage:
    if begins > day:
        return Stage.TO_COME
    return Stage.OVER if last_day is not None and last_day < day else Stage.RUNNING


def _follows(other: dict[Shown, Any], last_day: date) -> bool:
    """Whether another one begins the day after at the latest, and lasts longer."""
    end = other[shown.EXPIRES]
    longer = end is None or end > last_day
    return bool(other[shown.SINCE] <= last_day + timedelta(days=1) and longer)


def _action(page: Page, place: int) -> Action:
    row, record = _cells(page, place), page.rows[place]
    return Action(
        title=row[shown.ACTION],
        axis=row[shown.AXIS],
        agency=row[shown.ACTION_PLACE],
        owner=row[shown.OWNER],
        status=row[shown.STATUS],
        begins=row[shown.STARTS],
        due=row[shown.DUE],
        done=row[shown.DONE],
        is_open=row[shown.DONE] is None and page.key(record, shown.STATUS) not in (_DONE, _ABANDONED),
    )
