"""What a load writes: values, agencies, coverage, versions and books; and what it refuses to write."""

from datetime import date

import pytest
from sqlalchemy import select

from data_access import schema as s
from data_access.engine import reading_engine
from data_access.ingest.report import FileRejected, Outcome
from data_access.ingest.undo import undo
from data_access.status import covered, history
from data_access.versions import last_import
from tests.data_access.builders import (
    STAFF,
    csv_file,
    employee,
    interventions,
    loaded,
    people_met,
    rows_of,
    workbook,
)

MARCH_4, MARCH_5, APRIL_4 = date(2024, 3, 4), date(2024, 3, 5), date(2024, 4, 4)


def test_a_load_writes_values_and_takes_the_agency_from_the_dispositif(world: str) -> None:
    report = loaded(world, interventions([("04/03/2024", "TRAM", 3)]))
    assert (report.outcome, report.number, report.rows_retired) == (Outcome.LOADED, 1, 0)
    assert rows_of(world, s.intervention) == [
        {
            "day": MARCH_4,
            "hour": 18,
            "agency_id": "NANTES",
            "dispositif_id": "TRAM",
            "sector_id": None,
            "intervention_kind_id": "BRUIT",
            "people_met": 3,
        }
    ]


def test_a_load_replaces_its_months_and_nothing_else(world: str) -> None:
    loaded(world, interventions([("04/03/2024", "TRAM", 3), ("05/03/2024", "JOUR", 5)]))
    loaded(world, interventions([("04/04/2024", "TRAM", 7)], period="2024-04"))
    report = loaded(world, interventions([("04/03/2024", "TRAM", 4)]))
    assert report.rows_retired == 2
    assert people_met(world) == {(MARCH_4, "TRAM"): 4, (APRIL_4, "TRAM"): 7}


def test_a_load_of_one_dispositif_leaves_the_others(world: str) -> None:
    loaded(world, interventions([("04/03/2024", "TRAM", 3), ("05/03/2024", "JOUR", 5)]))
    loaded(world, interventions([("04/03/2024", "TRAM", 4)], dispositif="TRAM"))
    assert people_met(world) == {(MARCH_4, "TRAM"): 4, (MARCH_5, "JOUR"): 5}


def test_the_same_file_again_changes_nothing(world: str) -> None:
    content = interventions([("04/03/2024", "TRAM", 3)])
    loaded(world, content)
    again = loaded(world, content, name="copie.csv")
    assert (again.outcome, again.number) == (Outcome.ALREADY, 1)
    with reading_engine(world).connect() as connection:
        assert last_import(connection) == 1


def test_the_same_file_after_another_one_puts_its_rows_back(world: str) -> None:
    first = interventions([("04/03/2024", "TRAM", 3)])
    loaded(world, first)
    loaded(world, interventions([("04/03/2024", "TRAM", 9)], dispositif="TRAM"))
    assert loaded(world, first).outcome is Outcome.LOADED
    assert people_met(world) == {(MARCH_4, "TRAM"): 3}


def test_the_same_file_is_already_loaded_when_what_replaced_it_was_undone(world: str) -> None:
    first = interventions([("04/03/2024", "TRAM", 3)])
    loaded(world, first)
    loaded(world, interventions([("04/03/2024", "TRAM", 9)]))
    undo(world, 2, "essai")
    assert loaded(world, first).outcome is Outcome.ALREADY


def test_a_refused_file_writes_nothing_at_all(world: str) -> None:
    loaded(world, interventions([("04/03/2024", "TRAM", 3)]))
    with pytest.raises(FileRejected) as refusal:
        loaded(world, interventions([("04/03/2024", "TRAM", 4), ("04/03/2024", "TRAM", -1)]))
    assert refusal.value.report.verdict.errors == 1
    assert people_met(world) == {(MARCH_4, "TRAM"): 3}
    with reading_engine(world).connect() as connection:
        assert last_import(connection) == 1


def test_coverage_says_which_months_are_known_even_without_rows(world: str) -> None:
    loaded(world, interventions([], period="2024-01..2024-02"))
    loaded(world, interventions([("04/03/2024", "TRAM", 3)], dispositif="TRAM"))
    assert rows_of(world, s.coverage) == [
        {"kind": "interventions", "month": date(2024, 1, 1), "dispositif_id": None},
        {"kind": "interventions", "month": date(2024, 2, 1), "dispositif_id": None},
        {"kind": "interventions", "month": date(2024, 3, 1), "dispositif_id": "TRAM"},
    ]
    with reading_engine(world).connect() as connection:
        (found,) = covered(connection)
    assert (found.first_month, found.last_month, found.months) == (date(2024, 1, 1), date(2024, 3, 1), 3)


def test_all_dispositifs_replace_the_coverage_of_one_and_not_the_other_way(world: str) -> None:
    loaded(world, interventions([], dispositif="TRAM"))
    loaded(world, interventions([]))
    loaded(world, interventions([], dispositif="JOUR"))
    assert [row["dispositif_id"] for row in rows_of(world, s.coverage)] == [None, "JOUR"]


def test_the_books_say_who_loaded_what(world: str) -> None:
    loaded(world, interventions([("04/03/2024", "TRAM", 3)], dispositif="TRAM"), name="mars.csv")
    with reading_engine(world).connect() as connection:
        (line,) = history(connection)
        audited = connection.execute(select(s.audit.c.person, s.audit.c.action, s.audit.c.detail)).all()
    assert (line.kind, line.dispositif, line.file_name) == ("interventions", "TRAM", "mars.csv")
    assert (line.first_month, line.last_month) == (date(2024, 3, 1), date(2024, 3, 1))
    assert (line.rows_loaded, line.rows_retired, line.person, line.sample) == (1, 0, "essai", False)
    assert line.at.tzinfo is not None
    assert audited == [("essai", "chargement", "import n° 1, interventions, mars.csv")]


def test_countries_of_birth_are_counted_and_forgotten(world: str) -> None:
    """Nantes: Mali twice and France. Rennes: Mali and not declared. The association: Mali and France."""
    rows = [
        employee("P1", country="Mali"),
        employee("P2", country="mali"),
        employee("P3", country="France"),
        employee("P4", agency="RENNES", country="MALI"),
        employee("P5", agency="RENNES", country=""),
    ]
    loaded(world, csv_file("personnel", STAFF, rows, period="2024-03"))
    areas = [row["birth_area"] for row in rows_of(world, s.staff)]
    assert areas == ["africa", "africa", "france", "africa", "undeclared"]
    counts = {row["agency_id"]: row["countries"] for row in rows_of(world, s.staff_countries)}
    assert counts == {"NANTES": 2, "RENNES": 1, None: 2}
    with reading_engine(world).connect() as connection:
        stored = [
            str(row) for table in (s.staff, s.imports, s.audit) for row in connection.execute(select(table))
        ]
    assert not any("mali" in row.lower() for row in stored)


def test_counts_of_countries_are_replaced_with_their_month(world: str) -> None:
    first = csv_file("personnel", STAFF, [employee("P1", country="Mali"), employee("P2")], period="2024-03")
    second = csv_file("personnel", STAFF, [employee("P1", country="Mali")], period="2024-03")
    loaded(world, first)
    loaded(world, second)
    assert [row["countries"] for row in rows_of(world, s.staff_countries)] == [1, 1]
    undo(world, 2, "essai")
    assert [row["countries"] for row in rows_of(world, s.staff_countries)] == [2, 2]


def test_a_workbook_loads_as_a_text_does(world: str) -> None:
    lines = [("Fichier", "personnel"), ("Période", "2024-03"), STAFF]
    rows = [
        (
            *(date(2024, 3, 31), "P1", "NANTES", "", "MED", "CDI", 0.8, "Femmes", 1990),
            *(date(2020, 1, 1), "Mali", "non", date(2020, 7, 1), "Aucun titre"),
        )
    ]
    loaded(world, workbook([*lines, *rows]), name="personnel.xlsx")
    (person,) = rows_of(world, s.staff)
    assert (person["fte_hundredths"], person["hired_on"]) == (80, date(2020, 1, 1))
    assert (person["foundation"], person["replacement"]) == ("within_six_months", False)
