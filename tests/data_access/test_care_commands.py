"""The commands that take care of the whole store, as an operator types them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from data_access.__main__ import main
from tests.conftest import NewStore, close
from tests.data_access.builders import STAFF, csv_file, employee, furnish, interventions, loaded
from tests.guarded import Guarded, guarded


def answer(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """The exit code, the answer without its narrow spaces, and what was said of a mistake."""
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out.strip().replace("\u202f", " "), said.err.strip()


@pytest.fixture
def full(world: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Points the command line at a store with two employees in March."""
    loaded(world, interventions([("04/03/2024", "TRAM", 3)]))
    loaded(world, csv_file("personnel", STAFF, [employee("P1"), employee("P2")], period="2024-03"))
    monkeypatch.setenv("DATABASE_URL", world)
    return world


def test_a_store_is_backed_up_and_restored(
    full: str,
    new_sqlite_store: NewStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said, _ = answer(capsys, "backup", tmp_path / "base.zip")
    assert code == 0
    written = re.fullmatch(r"Sauvegarde écrite et relue : (.*)\.", said)
    assert written
    monkeypatch.setenv("DATABASE_URL", new_sqlite_store())
    code, said, _ = answer(capsys, "restore", tmp_path / "base.zip")
    assert (code, said) == (0, f"Sauvegarde restaurée et comparée : {written[1]}.")
    code, _, mistake = answer(capsys, "restore", tmp_path / "base.zip")
    assert code == 2
    assert "n'est pas vide" in mistake


def test_a_store_is_restored_where_there_was_none(
    full: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "backup", tmp_path / "base.zip")
    url = f"sqlite:///{tmp_path / 'neuf' / 'suite.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    assert answer(capsys, "restore", tmp_path / "base.zip")[0] == 0
    assert answer(capsys, "audit", "check")[0] == 0
    close(url)


def test_pseudonyms_are_renewed_and_someone_forgotten(full: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = answer(capsys, "rotate-pseudonyms")
    assert code == 0
    assert said.startswith("2 pseudonymes renouvelés ; les matricules des prochains fichiers suivront.")
    code, said, _ = answer(capsys, "forget", "P1")
    assert code == 0
    assert said.startswith("1 ligne effacée, du 31/03/2024 au 31/03/2024. Redémarrez l'application")
    code, _, mistake = answer(capsys, "forget", "P1")
    assert (code, mistake) == (2, "Personne n'est connu sous ce matricule ni sous ce pseudonyme.")


def test_old_months_are_purged(
    full: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUITE_TODAY", "2026-06-01")
    code, said, _ = answer(capsys, "purge", "2024-04")
    assert code == 0
    assert said.startswith("2 lignes effacées, avant 04/2024.")
    for month, sentence in (("2026-01", "2 ans au moins"), ("avril", "n'est pas un mois")):
        code, _, mistake = answer(capsys, "purge", month)
        assert code == 2
        assert sentence in mistake


@pytest.fixture
def bare_server(new_postgres_store: NewStore) -> Iterator[Guarded]:
    """A store whose rights were given."""
    owner = new_postgres_store()
    furnish(owner)
    with guarded(owner) as addresses:
        yield addresses
    close(addresses.imports)
    close(addresses.pages)


def test_rights_are_given_again_at_will(
    bare_server: Guarded, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", bare_server.owner)
    for _ in range(2):
        code, said, _ = answer(capsys, "grant")
        assert code == 0
        assert re.fullmatch(r"Droits donnés ; \d+ tables gardées ligne par ligne\.", said)


def test_a_server_without_the_roles_is_told_what_to_run(
    new_postgres_store: NewStore, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", new_postgres_store())
    monkeypatch.setenv("SUITE_ROWS_KEY", "k" * 32)
    monkeypatch.setattr("data_access.granting.READER", "somebody_else")
    code, _, mistake = answer(capsys, "grant")
    assert code == 2
    assert "deploy/postgresql.sql" in mistake


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("imports", ["people", "list"]),
        ("imports", ["audit", "list"]),
        ("imports", ["backup", "base.zip"]),
        ("imports", ["forget", "P1"]),
        ("imports", ["rotate-pseudonyms"]),
        ("pages", ["purge", "2020-01"]),
        ("pages", ["backup", "base.zip"]),
        ("pages", ["undo", "1"]),
    ],
)
def test_an_account_without_the_right_is_told_so(
    bare_server: Guarded,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    who: str,
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    loaded(bare_server.imports, interventions([("04/03/2024", "TRAM", 3)]))
    monkeypatch.setenv("DATABASE_URL", getattr(bare_server, who))
    code, _, mistake = answer(capsys, *words)
    assert code == 2
    assert re.search(r"n'a pas le droit de le faire|sous le compte propriétaire", mistake)
    assert not list(tmp_path.glob("base.zip*"))


def test_no_password_is_ever_told(
    bare_server: Guarded, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    owner = make_url(bare_server.owner).set(password="secret").render_as_string(hide_password=False)
    monkeypatch.setenv("DATABASE_URL", owner)
    for words in (["migrate"], ["grant"], ["audit", "check"]):
        code, said, mistake = answer(capsys, *words)
        assert code == 0
        assert "secret" not in said + mistake
    close(owner)
