"""Aggregate tables: sums kept beside a fact by the loader, of the rows of today only."""

from sqlalchemy import Column, Index, Integer, Table

from data_access.schema.base import ROW_ID, key, metadata
from data_access.schema.dimensions import agency, calendar, dispositif

intervention_month = Table(
    "intervention_month",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    key(calendar, "day", comment="first day of the month"),
    key(agency),
    key(dispositif),
    Column("rows", Integer, nullable=False, comment="how many rows were added up"),
    Column("people_met", Integer, nullable=False),
    Index("ix_intervention_month_day", "day", "dispositif_id"),
)
