"""What goes away: one person on request, old rows in their time, and the register says for each table why."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Table, func, insert, select

from data_access import schema as s
from data_access.access import Role
from data_access.engine import ROOT, reading_engine, writing
from data_access.errors import StoreError
from data_access.people import add_person, remove_person
from data_access.pseudonyms import rotate
from data_access.retention import ABOUT_PEOPLE, PURGED, Gone, forget, purge
from data_access.saved_views import SavedView, save_view
from tests.data_access.builders import STAFF, csv_file, employee, furnish, loaded

BY = "essai"
REGISTER = ROOT / "docs" / "registre-traitements.md"


def staff_file(*numbers: str, month: str, end: str) -> str:
    rows = [[end, *employee(number)[1:]] for number in numbers]
    return csv_file("personnel", STAFF, rows, period=month)


@pytest.fixture
def staffed(store: str) -> str:
    """Two people in March, three in April, one of whom was first sent twice over."""
    furnish(store)
    loaded(store, staff_file("ANNE", month="2024-03", end="31/03/2024"))
    loaded(store, staff_file("ANNE", "BRUNO", month="2024-03", end="31/03/2024"))
    loaded(store, staff_file("ANNE", "BRUNO", "CHLOE", month="2024-04", end="30/04/2024"))
    return store


def names(url: str) -> list[str]:
    with reading_engine(url).connect() as connection:
        return sorted(connection.scalars(select(s.staff.c.person)))


def last_line(url: str) -> tuple[str, str, int]:
    """The end of the trail: what was done, what is said of it, how many rows."""
    with reading_engine(url).connect() as connection:
        row = connection.execute(select(s.audit).order_by(s.audit.c.id.desc()).limit(1)).one()
    return row.action, row.detail, row.rows


# --- one person --------------------------------------------------------------------------------------------


def test_an_employee_is_erased_from_every_version_of_every_month(staffed: str) -> None:
    gone = forget(staffed, "ANNE", BY)
    assert gone == Gone(1 + 1 + 1, date(2024, 3, 31), date(2024, 4, 30))
    assert names(staffed) == ["BRUNO", "BRUNO", "CHLOE"]
    assert last_line(staffed) == ("effacement", "une personne du personnel", 3)


def test_the_number_of_the_hr_tool_is_enough_after_a_renewal(staffed: str) -> None:
    rotate(staffed, BY)
    rotate(staffed, BY)
    assert forget(staffed, "CHLOE", BY).rows == 1
    assert len(names(staffed)) == 5


def test_an_unknown_employee_is_told_and_nothing_is_written(staffed: str) -> None:
    before = last_line(staffed)
    with pytest.raises(StoreError, match="Personne n'est connu sous ce matricule"):
        forget(staffed, "DENIS", BY)
    assert last_line(staffed) == before


def test_nothing_is_left_of_them_in_the_file(sqlite_store: str) -> None:
    furnish(sqlite_store)
    loaded(sqlite_store, staff_file("MATRICULE-7", "BRUNO", month="2024-03", end="31/03/2024"))
    forget(sqlite_store, "MATRICULE-7", BY)
    file = Path(sqlite_store.removeprefix("sqlite:///"))
    assert b"MATRICULE-7" not in b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))


@pytest.fixture
def registered(store: str) -> str:
    """Someone of the register, with a view, beside someone of the administration."""
    furnish(store)
    with writing(store) as connection:
        add_person(connection, "chef@exemple.fr", Role.ADMINISTRATION, by=BY)
        add_person(connection, "camille@exemple.fr", Role.AGENCY_MANAGER, frozenset({"NANTES"}), by=BY)
        save_view(connection, "camille@exemple.fr", "activite", SavedView("x", "", is_default=False))
    return store


def test_someone_of_the_register_is_erased_once_their_access_is_closed(registered: str) -> None:
    with pytest.raises(StoreError, match="fermez-le d'abord"):
        forget(registered, "Camille@exemple.fr", BY)
    with writing(registered) as connection:
        remove_person(connection, "camille@exemple.fr", by=BY)
    assert forget(registered, "Camille@exemple.fr", BY).rows == 3
    with reading_engine(registered).connect() as connection:
        assert connection.scalars(select(s.person.c.email)).all() == ["chef@exemple.fr"]
        assert connection.execute(select(s.saved_view)).all() == []
        assert connection.execute(select(s.person_agency)).all() == []
    assert last_line(registered) == ("effacement", "une personne du registre", 3)


def test_a_stranger_to_the_register_is_told(registered: str) -> None:
    with pytest.raises(StoreError, match="n'est pas inscrite"):
        forget(registered, "inconnue@exemple.fr", BY)


# --- old rows ----------------------------------------------------------------------------------------------


def covered_months(url: str) -> list[date]:
    with reading_engine(url).connect() as connection:
        return sorted(connection.scalars(select(s.coverage.c.month).distinct()))


def test_old_months_go_with_what_says_that_they_were_known(
    staffed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their figures are unknown from then on, not zero."""
    monkeypatch.setenv("SUITE_TODAY", "2026-04-15")
    assert purge(staffed, date(2024, 4, 1), BY).rows == 1 + 2
    assert names(staffed) == ["ANNE", "BRUNO", "CHLOE"]
    assert covered_months(staffed) == [date(2024, 4, 1)]
    assert last_line(staffed) == ("effacement", "personnel et apprenants, avant 2024-04", 3)


def test_what_is_too_recent_stays(staffed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUITE_TODAY", "2026-03-31")
    with pytest.raises(StoreError, match="2 ans au moins"):
        purge(staffed, date(2024, 4, 1), BY)
    assert len(names(staffed)) == 6


def test_an_apprenticeship_is_as_old_as_its_end(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUITE_TODAY", "2026-04-15")
    furnish(store)
    codes = {c.name: next(iter(c.info["codes"])) for c in s.enrolment.c if "codes" in c.info}
    kept = {"agency_id": "NANTES", "programme_id": "TITRE", "valid_from": date(2023, 1, 1), "loaded_by": 1}
    with writing(store) as connection:
        family = {c.name: next(iter(c.info["codes"])) for c in s.programme.c if "codes" in c.info}
        connection.execute(insert(s.programme).values(id="TITRE", name="Titre", **family))
        for end in (date(2024, 4, 1), date(2024, 4, 2), None):
            connection.execute(insert(s.enrolment).values(**kept, **codes, valid_to=end))
    assert purge(store, date(2024, 4, 1), BY).rows == 1


# --- the register of processing ----------------------------------------------------------------------------


def columns_about_people(table: Table) -> set[str]:
    """What tells, by its name alone, that a table is about someone."""
    return {"person", "email", "birth_area", "sex", "women", "trainee", "learners"} & {*table.c.keys()}


def test_every_table_with_data_on_people_is_known_as_such() -> None:
    told = {table for table in s.metadata.sorted_tables if columns_about_people(table)}
    hr_and_training = {
        table
        for table in s.metadata.sorted_tables
        if table.name.startswith(("staff", "absence", "accident", "hours_worked", "exam", "enrolment"))
    }
    assert told | hr_and_training <= set(ABOUT_PEOPLE)
    assert set(PURGED) <= set(ABOUT_PEOPLE)


@pytest.mark.parametrize("table", ABOUT_PEOPLE, ids=str)
def test_the_register_has_a_line_for_each(table: Table) -> None:
    lines = REGISTER.read_text(encoding="utf-8").splitlines()
    mine = [line for line in lines if line.startswith("|") and f"`{table.name}`" in line]
    assert len(mine) == 1, f"{table.name} a {len(mine)} lignes dans {REGISTER.name}"
    assert all(cell.strip() for cell in mine[0].strip("|").split("|"))


def test_the_register_names_no_table_that_does_not_exist() -> None:
    named = {
        word
        for line in REGISTER.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
        for word in [line.split("`")[1]]
    }
    assert named == {table.name for table in ABOUT_PEOPLE}


def test_what_is_purged_is_said_to_be_in_the_register() -> None:
    lines = REGISTER.read_text(encoding="utf-8").splitlines()
    said = {line.split("`")[1] for line in lines if line.startswith("| `") and "`purge`" in line}
    assert said == {table.name for table in PURGED}


def test_nothing_else_of_people_is_kept_for_ever(staffed: str) -> None:
    """Counts of the tables that a purge never touches: none of them has a row for one person."""
    grouped = set(ABOUT_PEOPLE) - set(PURGED) - {s.staff}
    with reading_engine(staffed).connect() as connection:
        rows = {t.name: connection.scalar(select(func.count()).select_from(t)) for t in grouped}
    assert rows["staff_countries"] == 2 + 2 + 2
