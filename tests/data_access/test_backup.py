"""A backup is tried for real: written from one engine, taken back by either, compared to the last hash."""

import json
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import func, insert, select

from data_access import backup
from data_access import schema as s
from data_access.access import Role
from data_access.audit import broken, head
from data_access.engine import reading_engine, writing
from data_access.errors import StoreError
from data_access.people import add_person
from data_access.saved_views import SavedView, save_view
from tests.conftest import NewStore
from tests.data_access.builders import (
    STAFF,
    csv_file,
    employee,
    furnish,
    interventions,
    loaded,
    people_met,
    rows_of,
)

BY = "essai"


@pytest.fixture
def full(store: str) -> str:
    """Both engines in turn: a store with something in its facts, its books and its tables about people."""
    furnish(store)
    loaded(store, interventions([("04/03/2024", "TRAM", 3)]))
    loaded(store, interventions([("04/03/2024", "TRAM", 4), ("05/03/2024", "JOUR", 5)]))
    loaded(store, csv_file("personnel", STAFF, [employee("P1"), employee("P2")], period="2024-03"))
    with writing(store) as connection:
        add_person(connection, "camille@exemple.fr", Role.AGENCY_MANAGER, frozenset({"NANTES"}), by=BY)
        view = SavedView("Été « 24 »", "agence=nantes", is_default=True)
        save_view(connection, "camille@exemple.fr", "activite", view)
    return store


@pytest.fixture(params=["sqlite", "postgresql"])
def new_target(request: pytest.FixtureRequest) -> NewStore:
    """Each engine as the one that takes a backup back."""
    return request.getfixturevalue("new_sqlite_store" if request.param == "sqlite" else "new_postgres_store")


def everything(url: str) -> dict[str, list[bytes]]:
    """The store as text, without what its last command wrote at the end of the trail."""
    with reading_engine(url).connect() as connection:
        found = {t.name: list(backup._lines(connection, t)) for t in s.metadata.sorted_tables}
    return found | {"audit": found["audit"][:-1]}


def test_either_engine_takes_back_what_either_wrote(full: str, new_target: NewStore, tmp_path: Path) -> None:
    written = backup.back_up(full, tmp_path / "base.zip", BY)
    target = new_target()
    assert backup.restore(target, tmp_path / "base.zip", BY) == written
    assert everything(target) == everything(full)
    with reading_engine(target).connect() as connection:
        assert broken(connection) is None
        assert connection.scalar(select(s.audit.c.previous_hash).order_by(s.audit.c.id.desc()).limit(1)) == (
            written.trail
        )


def test_a_restored_store_lives_on(full: str, new_target: NewStore, tmp_path: Path) -> None:
    """New rows come after those that were put back under their numbers; what was known before is known."""
    backup.back_up(full, tmp_path / "base.zip", BY)
    target = new_target()
    backup.restore(target, tmp_path / "base.zip", BY)
    loaded(target, interventions([("04/04/2024", "TRAM", 9)], period="2024-04"))
    assert sum(people_met(target).values()) == 4 + 5 + 9
    assert sum(people_met(target, as_of=1).values()) == 3
    with reading_engine(target).connect() as connection:
        assert broken(connection) is None


def test_the_backup_is_of_its_owner_alone_and_leaves_no_half(full: str, tmp_path: Path) -> None:
    backup.back_up(full, tmp_path / "base.zip", BY)
    assert stat.S_IMODE(os.stat(tmp_path / "base.zip").st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir() if "base" in file.name] == ["base.zip"]


def test_both_leave_a_line_in_the_trail(full: str, new_sqlite_store: NewStore, tmp_path: Path) -> None:
    backup.back_up(full, tmp_path / "base.zip", BY)
    target = new_sqlite_store()
    backup.restore(target, tmp_path / "base.zip", BY)
    for url, action in ((full, "sauvegarde"), (target, "restauration")):
        with reading_engine(url).connect() as connection:
            last = connection.execute(select(s.audit).order_by(s.audit.c.id.desc()).limit(1)).one()
        assert (last.action, last.detail, last.person) == (action, "base.zip", BY)


def test_a_store_that_is_not_empty_is_left_as_it_is(full: str, tmp_path: Path) -> None:
    backup.back_up(full, tmp_path / "base.zip", BY)
    before = everything(full)
    with pytest.raises(StoreError, match="n'est pas vide"):
        backup.restore(full, tmp_path / "base.zip", BY)
    assert everything(full) == before


def _altered(file: Path, member: str, change: Callable[[bytes], bytes]) -> Path:
    """The same backup where one member was changed."""
    other = file.with_name("autre.zip")
    with ZipFile(file) as old, ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    return other


@pytest.fixture
def small(sqlite_store: str, tmp_path: Path) -> Path:
    """A small backup."""
    furnish(sqlite_store)
    loaded(sqlite_store, interventions([("04/03/2024", "TRAM", 3)]))
    backup.back_up(sqlite_store, tmp_path / "base.zip", BY)
    return tmp_path / "base.zip"


def _other_trail(content: bytes) -> bytes:
    return json.dumps(json.loads(content) | {"trail": "0" * 64}).encode()


def _other_revision(content: bytes) -> bytes:
    return json.dumps(json.loads(content) | {"revision": "0001"}).encode()


@pytest.mark.parametrize(
    ("member", "change", "sentence"),
    [
        ("intervention.jsonl", lambda text: text.replace(b"TRAM", b"JOUR"), "abîmée : table intervention"),
        ("agency.jsonl", lambda text: text.splitlines(keepends=True)[0], "abîmée : table agency"),
        ("manifeste.json", lambda text: b"{", "n'est pas une sauvegarde entière"),
        ("manifeste.json", _other_trail, "Le journal restauré est rompu"),
        ("manifeste.json", _other_revision, "est à la révision 0001"),
    ],
    ids=["a value", "a line", "no manifest", "another trail", "another version"],
)
def test_a_backup_that_was_changed_is_not_taken_back(
    small: Path, new_sqlite_store: NewStore, member: str, change: Callable[[bytes], bytes], sentence: str
) -> None:
    target = new_sqlite_store()
    with pytest.raises(StoreError, match=sentence):
        backup.restore(target, _altered(small, member, change), BY)
    with reading_engine(target).connect() as connection:
        assert connection.scalar(select(func.count()).select_from(s.agency)) == 0


@pytest.mark.parametrize("kept", [0.0, 0.5, 0.99])
def test_a_backup_cut_short_is_not_taken_back(small: Path, new_sqlite_store: NewStore, kept: float) -> None:
    content = small.read_bytes()
    small.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(StoreError, match="n'est pas une sauvegarde entière"):
        backup.restore(new_sqlite_store(), small, BY)


def test_a_file_that_is_not_there_is_told(new_sqlite_store: NewStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="n'existe pas"):
        backup.restore(new_sqlite_store(), tmp_path / "rien.zip", BY)


def test_a_trail_tampered_with_before_the_backup_is_seen_at_the_restoration(
    sqlite_store: str, new_sqlite_store: NewStore, tmp_path: Path
) -> None:
    furnish(sqlite_store)
    loaded(sqlite_store, interventions([("04/03/2024", "TRAM", 3)]))
    with sqlite3.connect(sqlite_store.removeprefix("sqlite:///")) as connection:
        connection.execute("DROP TRIGGER audit_never_changes")
        connection.execute("UPDATE audit SET person = 'autre' WHERE id = 1")
    backup.back_up(sqlite_store, tmp_path / "base.zip", BY)
    with pytest.raises(StoreError, match="rompu à la ligne 1"):
        backup.restore(new_sqlite_store(), tmp_path / "base.zip", BY)


def test_what_is_written_meanwhile_is_all_in_or_all_out(full: str, tmp_path: Path) -> None:
    """The backup is of one instant: a row added while it is written is not in it."""
    told = backup._lines

    def slow(connection: object, table: object) -> object:
        if table is s.agency:
            with writing(full) as other:
                other.execute(insert(s.funder).values(id="APRES", name="Après", kind="city"))
        return told(connection, table)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup, "_lines", slow)
        backup.back_up(full, tmp_path / "base.zip", BY)
    with ZipFile(tmp_path / "base.zip") as archive:
        assert b"APRES" not in archive.read("funder.jsonl")
    assert head_of(full)


def head_of(url: str) -> str:
    with reading_engine(url).connect() as connection:
        return head(connection)


def test_every_table_is_in_it(small: Path) -> None:
    with ZipFile(small) as archive:
        names = {name.removesuffix(".jsonl") for name in archive.namelist()}
    assert names == {*s.metadata.tables, "manifeste.json"} - {"calendar"}


def test_rows_keep_their_numbers(full: str, new_sqlite_store: NewStore, tmp_path: Path) -> None:
    backup.back_up(full, tmp_path / "base.zip", BY)
    target = new_sqlite_store()
    backup.restore(target, tmp_path / "base.zip", BY)
    assert rows_of(target, s.staff) == rows_of(full, s.staff)
