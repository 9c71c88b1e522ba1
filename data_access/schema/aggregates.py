"""Aggregate tables: sums kept beside a fact by the loader, of the rows of today only."""

from typing import Any

from sqlalchemy import Column, Index, Integer, SmallInteger, Table

from data_access.schema.base import ROW_ID, key, metadata
from data_access.schema.dimensions import agency, calendar, dispositif, intervention_kind, sector


def _interventions(name: str, *by: Column[Any]) -> Table:
    """Interventions and people met, by month, dispositif and some other columns."""
    return Table(
        name,
        metadata,
        Column("id", ROW_ID, primary_key=True),
        key(calendar, "day", comment="first day of the month"),
        key(agency),
        key(dispositif),
        *by,
        Column("rows", Integer, nullable=False, comment="how many rows were added up"),
        Column("people_met", Integer, nullable=False),
        Index(f"ix_{name}_day", "day", "dispositif_id"),
    )


intervention_month = _interventions("intervention_month")
intervention_sector_month = _interventions("intervention_sector_month", key(sector, nullable=True))
intervention_kind_month = _interventions("intervention_kind_month", key(intervention_kind))
intervention_hour_month = _interventions(
    "intervention_hour_month",
    Column("weekday", SmallInteger, nullable=False, comment="1 Monday to 7 Sunday"),
    Column("hour", SmallInteger, nullable=False, comment="0-23, start of the intervention"),
)
intervention_place_month = _interventions(
    "intervention_place_month", key(sector, nullable=True), key(intervention_kind)
)
