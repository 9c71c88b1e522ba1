"""Pseudonyms: renewed everywhere at once, and every figure stays what it was."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import func, select

from data_access import schema as s
from data_access.access import Role, scope_for
from data_access.engine import reading_engine
from data_access.errors import StoreError
from data_access.ingest.undo import undo
from data_access.pseudonyms import keys, pseudonym, rotate
from data_access.versions import known_at
from metrics.asked import slots
from metrics.catalogue import METRICS
from metrics.compile import compile_query
from metrics.context import context
from metrics.period import parse
from metrics.query import Query
from metrics.sums import read
from tests.conftest import NewStore, close
from tests.data_access.builders import STAFF, csv_file, employee, furnish, loaded
from tests.guarded import driven, guarded

BY = "essai"
NUMBERS = [f"MATRICULE{n:03}" for n in range(1, 6)]
DIRECTION = scope_for(Role.DIRECTION)


def staff_file(*numbers: str, month: str = "2024-03", end: str = "31/03/2024") -> str:
    rows = [[end, *employee(number)[1:]] for number in numbers]
    return csv_file("personnel", STAFF, rows, period=month)


@pytest.fixture
def staffed(store: str) -> str:
    """Five people in March, of whom a first file knew three."""
    furnish(store)
    loaded(store, staff_file(*NUMBERS[:3]))
    loaded(store, staff_file(*NUMBERS))
    return store


def names(url: str) -> list[str]:
    """Every name in every version of every row."""
    with reading_engine(url).connect() as connection:
        return list(connection.scalars(select(s.staff.c.person).order_by(s.staff.c.id)))


def people(url: str, as_of: int | None = None) -> int:
    count = select(func.count(s.staff.c.person.distinct())).where(known_at(s.staff, as_of))
    with reading_engine(url).connect() as connection:
        return connection.scalar(count) or 0


def test_everyone_has_another_name_in_every_version(staffed: str) -> None:
    before = names(staffed)
    assert rotate(staffed, BY) == 5
    after = names(staffed)
    assert not {*before} & {*after}
    renamed = dict(zip(before, after, strict=True))
    assert len({*renamed.values()}) == 5
    assert after == [renamed[name] for name in before]
    assert (people(staffed), people(staffed, as_of=1)) == (5, 3)


def test_the_next_file_meets_the_same_people(staffed: str) -> None:
    """The HR tool goes on sending numbers: they become the names that are already there."""
    for _ in range(2):
        rotate(staffed, BY)
        loaded(staffed, staff_file(*NUMBERS, month="2024-04", end="30/04/2024"))
        assert people(staffed) == 5
        assert not {*names(staffed)} & {*NUMBERS}


def test_an_import_undone_after_a_renewal_brings_back_no_old_name(staffed: str) -> None:
    rotate(staffed, BY)
    undo(staffed, 2, BY)
    assert people(staffed) == 3
    assert not {*names(staffed)} & {*NUMBERS}


def test_the_same_file_again_is_still_known(staffed: str) -> None:
    rotate(staffed, BY)
    assert loaded(staffed, staff_file(*NUMBERS)).outcome.name == "ALREADY"


def test_a_store_renewed_before_its_first_file_never_holds_a_number(store: str) -> None:
    furnish(store)
    assert rotate(store, BY) == 0
    loaded(store, staff_file(*NUMBERS))
    assert not {*names(store)} & {*NUMBERS}
    assert people(store) == 5


def test_names_do_not_follow_from_numbers_without_the_keys(staffed: str, new_store: NewStore) -> None:
    other = new_store()
    furnish(other)
    loaded(other, staff_file(*NUMBERS))
    for url in (staffed, other):
        rotate(url, BY)
    assert not {*names(staffed)} & {*names(other)}
    with reading_engine(staffed).connect() as connection:
        assert {*names(staffed)} == {pseudonym(number, keys(connection)) for number in NUMBERS}


def test_nothing_of_the_old_names_is_left_in_the_file(new_sqlite_store: NewStore) -> None:
    """Neither in the pages no longer used, nor in the journal beside it, nor in the books of the imports."""
    store = new_sqlite_store()
    furnish(store)
    loaded(store, staff_file(*NUMBERS), name="personnel_mars.csv")
    file = Path(store.removeprefix("sqlite:///"))
    assert b"MATRICULE001" in _bytes(file)
    rotate(store, BY)
    assert b"MATRICULE" not in _bytes(file)
    old = names(store)
    rotate(store, BY)
    assert not [name for name in old if name.encode() in _bytes(file)]


def _bytes(file: Path) -> bytes:
    return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))


def test_nothing_of_the_old_names_is_left_in_any_column(staffed: str) -> None:
    rotate(staffed, BY)
    with reading_engine(staffed).connect() as connection:
        for table in s.metadata.sorted_tables:
            said = " ".join(str(tuple(row)) for row in connection.execute(select(table)))
            assert "MATRICULE" not in said, table.name


def test_a_renewal_is_in_the_trail_without_a_name(staffed: str) -> None:
    rotate(staffed, BY)
    with reading_engine(staffed).connect() as connection:
        last = connection.execute(select(s.audit).order_by(s.audit.c.id.desc()).limit(1)).one()
    assert (last.person, last.action, last.detail) == (BY, "pseudonymes renouvelés", "5 personnes")


def figures(url: str) -> list[object]:
    """What every figure of two years is made of, before anything is hidden."""
    known = context(url)
    years = parse("2023"), parse("2024")
    asked = [Query(metrics=(each,), period=year) for each in METRICS.values() for year in years]
    with reading_engine(url).connect() as connection:
        found = [compile_query(query, DIRECTION, slots(query, known.first_months)) for query in asked]
        return [(sums.plain, sums.members) for sums in (read(connection, each) for each in found)]


def test_every_figure_of_the_sample_stays_what_it_was(sample_copy: str) -> None:
    before = figures(sample_copy)
    assert rotate(sample_copy, BY) > 100
    assert figures(sample_copy) == before


@pytest.fixture
def addresses(new_postgres_store: NewStore) -> Iterator[tuple[str, str, str]]:
    owner = new_postgres_store()
    furnish(owner)
    with guarded(owner) as each:
        yield each.owner, each.imports, each.pages
    close(each.imports)
    close(each.pages)


def test_only_the_owner_renews(addresses: tuple[str, str, str]) -> None:
    _, imports, pages = addresses
    for url in (imports, pages):
        with pytest.raises(StoreError, match="sous le compte propriétaire"):
            rotate(url, BY)


def test_imports_use_the_keys_and_pages_never_see_them(addresses: tuple[str, str, str]) -> None:
    owner, imports, pages = addresses
    rotate(owner, BY)
    loaded(imports, staff_file(*NUMBERS))
    assert people(owner) == 5
    assert not {*names(owner)} & {*NUMBERS}
    with psycopg.connect(driven(pages)) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("SELECT * FROM pseudonym_key")
