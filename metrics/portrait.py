"""What the reference books say of a dispositif and of the sectors, for display: no figure is read here."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.codes import FAMILY, ORIENTATION, SETTING
from data_access.engine import reading_engine
from data_access.errors import AccessDenied, QueryError
from metrics import records
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.catalogue.listings import BEGINS, ENDS, MARKETS_HELD
from metrics.context import Context
from metrics.period import Kind, Period
from metrics.query import Filter, Value
from metrics.records import Record

_EVER = Period(Kind.FREE, date(1900, 1, 1), date(2200, 1, 1))


@dataclass(frozen=True, slots=True)
class Portrait:
    """A dispositif as its file describes it, in French words."""

    id: str
    name: str
    agency: str
    family: str
    orientation: str
    setting: str
    funder: str
    schedule: str
    first_month: int  # of its contract year


class Stage(StrEnum):
    """Where a market stands on a day."""

    TO_COME = "à venir"
    RUNNING = "en cours"
    OVER = "terminé"


@dataclass(frozen=True, slots=True)
class Held:
    """A market of a dispositif."""

    stage: Stage
    record: Record


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a sector stands in the grid of its city; None where the store does not say."""

    sector: str
    name: str
    city: str
    row: int | None
    column: int | None


def readable(known: Context, scope: Scope) -> dict[Value, str]:
    """The dispositifs a person may read in detail, by name."""
    agencies = scope.right(Domain.ACTIVITY).agencies
    homes = known.home_agencies
    return {
        value: name
        for value, name in known.names[DISPOSITIF.id].items()
        if agencies is None or homes.get(str(value)) in agencies
    }


def portrait(url: str, dispositif: Value, scope: Scope) -> Portrait:
    """The portrait of a dispositif, to those who may read its agency in detail."""
    with reading_engine(url).connect() as connection:
        return read(connection, dispositif, scope)


def read(connection: Connection, dispositif: Value, scope: Scope) -> Portrait:
    """The same through a connection."""
    agencies = scope.right(Domain.ACTIVITY).agencies
    source = s.dispositif.join(s.agency).outerjoin(s.funder, s.dispositif.c.funder_id == s.funder.c.id)
    wanted = select(
        s.dispositif, s.agency.c.name.label("agency"), s.funder.c.name.label("funder")
    ).select_from(source)
    found = connection.execute(wanted.where(s.dispositif.c.id == dispositif)).one_or_none()
    if found is None:
        raise QueryError("Ce dispositif n'existe pas.")
    if agencies is not None and found.agency_id not in agencies:
        raise AccessDenied(f"Votre rôle ne permet pas de lire le dispositif « {found.name} ».")
    return Portrait(
        id=found.id,
        name=found.name,
        agency=found.agency,
        family=FAMILY.labels[found.family],
        orientation=ORIENTATION.labels[found.orientation],
        setting=SETTING.labels[found.setting],
        funder=found.funder or "",
        schedule=found.schedule,
        first_month=found.contract_year_month,
    )


def markets(
    url: str, dispositif: Value, scope: Scope, on: date, known: Context | None = None
) -> tuple[Held, ...]:
    """The markets a dispositif ever had, each with where it stood on a day, in the order they began."""
    question = records.question(MARKETS_HELD, _EVER, (Filter(DISPOSITIF, (dispositif,)),))
    found = records.page(url, question, scope, known)
    return tuple(
        Held(stage_on(on, found.cell(row, BEGINS), found.cell(row, ENDS)), row) for row in found.rows
    )


def stage_on(on: date, begins: date, after: date | None) -> Stage:
    """Where a market stands on a day, from its first day and the day after its last."""
    if begins > on:
        return Stage.TO_COME
    return Stage.OVER if after is not None and after <= on else Stage.RUNNING


def tiles(url: str) -> tuple[Tile, ...]:
    """Every sector with its place in the grid of its city, city by city."""
    with reading_engine(url).connect() as connection:
        return read_tiles(connection)


def read_tiles(connection: Connection) -> tuple[Tile, ...]:
    """The same through a connection."""
    c = s.sector.c
    wanted = select(c.id, c.name, s.city.c.name.label("city"), c.tile_row, c.tile_column)
    rows = connection.execute(wanted.select_from(s.sector.join(s.city)).order_by(s.city.c.name, c.id))
    return tuple(Tile(*row) for row in rows)
