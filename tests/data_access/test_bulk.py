"""Rows sent in bulk arrive as they were given, whatever they hold, and are checked as any row."""

from datetime import date

import pytest
from psycopg import IntegrityError as CopyRefused
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from data_access import schema as s
from data_access.bulk import insert_columns
from data_access.codes import EVENT_KIND
from data_access.engine import reading_engine, writing

KIND = next(iter(EVENT_KIND))
ODD = ["", "\\N", "\\", "tab\there", "line\nbreak", "« l'été »", '"quoted"', "a;b", "NULL", "100 %"]


def test_texts_that_mean_something_to_an_engine_stay_texts(world: str) -> None:
    count = len(ODD)
    columns = {
        "day": [date(2024, 2, 29)] * count,
        "agency_id": [None, "RENNES"] * (count // 2),
        "kind": [KIND] * count,
        "title": ODD,
        "loaded_by": [1] * count,
    }
    with writing(world) as connection:
        insert_columns(connection, s.event, columns)
    kept = s.event.c
    with reading_engine(world).connect() as connection:
        rows = connection.execute(select(kept.day, kept.agency_id, kept.title).order_by(kept.id)).all()
    assert [tuple(row) for row in rows] == list(
        zip(columns["day"], columns["agency_id"], columns["title"], strict=True)
    )


def test_no_row_is_no_mistake(world: str) -> None:
    with writing(world) as connection:
        insert_columns(connection, s.event, {"day": [], "kind": [], "title": [], "loaded_by": []})


def test_a_code_that_no_dimension_knows_is_still_refused(world: str) -> None:
    lost = {"day": [date(2024, 1, 1)], "agency_id": ["NOWHERE"], "kind": [KIND], "title": ["x"]}
    with pytest.raises((IntegrityError, CopyRefused)), writing(world) as connection:
        insert_columns(connection, s.event, {**lost, "loaded_by": [1]})
