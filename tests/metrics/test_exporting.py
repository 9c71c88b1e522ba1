"""The command that writes a view to a file: whole or not at all, with the rights of whom it is for."""

import io
import os
from pathlib import Path
from urllib.parse import parse_qs
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert

from data_access.access import Role
from data_access.audit import Action, broken, traces
from data_access.clock import now
from data_access.engine import reading_engine, writing
from data_access.people import add_person
from data_access.schema import closing
from metrics import taken
from metrics.period import parse
from metrics.views.files import FORMATS
from metrics.views.pages import PAGES
from tests.metrics.running import MISTAKE, Run

SIGNS = {"csv": b"PK", "xlsx": b"PK", "pdf": b"%PDF-"}
ASKED = ("activite", "--period", "2024")


def rows(store: str) -> list[tuple[str, str]]:
    with reading_engine(store).connect() as connection:
        return [(row.action, row.view) for row in traces(connection, 1_000)]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_view_is_written_in_each_format(run: Run, told_store: str, tmp_path: Path, ending: str) -> None:
    file, before = tmp_path / f"vue.{ending}", rows(told_store)
    code, out, _ = run("export", *ASKED, "--format", ending, "--out", str(file), store=told_store)
    assert code == 0
    assert out.startswith(f"{file} : ")
    assert file.read_bytes().startswith(SIGNS[ending])
    assert os.listdir(tmp_path) == [file.name]
    assert rows(told_store) == [(Action.EXPORT, "commande export"), *before]


def test_a_folder_is_given_a_file_named_after_the_view(run: Run, told_store: str, tmp_path: Path) -> None:
    for ending, name in (("csv", "rennes_activite_2024-12.zip"), ("xlsx", "rennes_activite_2024-12.xlsx")):
        asked = ("activite", "--period", "2024-12", "--where", "agency=RENNES", "--format", ending)
        assert run("export", *asked, "--out", str(tmp_path), store=told_store)[0] == 0
        assert (tmp_path / name).exists()


def test_an_archive_under_another_name_says_that_it_is_one(run: Run, told_store: str, tmp_path: Path) -> None:
    _, out, _ = run("export", *ASKED, "--format", "csv", "--out", str(tmp_path / "vue.csv"), store=told_store)
    assert "archive ZIP" in out


def test_the_row_says_what_was_taken_by_whom(run: Run, told_store: str, tmp_path: Path) -> None:
    with writing(told_store) as connection:
        add_person(connection, "rennes@exemple.fr", Role.AGENCY_MANAGER, frozenset({"RENNES"}), by="test")
    asked = (*ASKED, "--person", "rennes@exemple.fr", "--format", "xlsx")
    assert run("export", *asked, "--out", str(tmp_path / "vue.xlsx"), store=told_store)[0] == 0
    with reading_engine(told_store).connect() as connection:
        row = next(traces(connection, 1))
        assert broken(connection) is None
    assert row.person.startswith("opérateur")
    assert row.detail == "avec les droits de rennes@exemple.fr"
    assert (
        parse_qs(row.filters).items()
        >= {"view": ["activite"], "period": ["2024"], "format": ["xlsx"]}.items()
    )
    assert row.rows > 100
    book = load_workbook(tmp_path / "vue.xlsx")
    told = {line[0]: line[1] for line in book["Lisez-moi"].iter_rows(values_only=True)}
    assert (told["Demandé par"], told["Droits"]) == ("rennes@exemple.fr", "Responsable d'agence (Rennes)")


def test_a_view_that_a_person_does_not_have_is_refused(run: Run, told_store: str, tmp_path: Path) -> None:
    with writing(told_store) as connection:
        add_person(connection, "ca@exemple.fr", Role.BOARD, by="test")
    before = rows(told_store)
    asked = (*ASKED, "--person", "ca@exemple.fr", "--format", "xlsx", "--out", str(tmp_path / "vue.xlsx"))
    code, _, said = run("export", *asked, store=told_store)
    assert (code, said) == (MISTAKE, "La vue « Dispositifs » ne fait pas partie de celles de votre rôle.\n")
    assert os.listdir(tmp_path) == []
    assert rows(told_store) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("activites", "--period", "2024", "--format", "xlsx"), "Vouliez-vous dire « activite » ?"),
        ((*ASKED, "--format", "docx"), "Format inconnu : « docx »"),
        (("activite", "--period", "hier", "--format", "xlsx"), "Période non reconnue"),
        ((*ASKED, "--format", "xlsx", "--where", "job=MED"), "n'est pas filtrée par « Métier »"),
        ((*ASKED, "--format", "xlsx", "--as-of", "9999"), "L'import n° 9999 n'existe pas"),
        ((*ASKED, "--format", "xlsx", "--as-of", "published"), "n'ont pas été publiés"),
        ((*ASKED, "--format", "xlsx", "--person", "personne@exemple.fr"), "n'est pas inscrite"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(
    run: Run, told_store: str, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    code, _, told = run("export", *words, "--out", str(tmp_path / "vue.xlsx"), store=told_store)
    assert code == MISTAKE
    assert said.lower() in told.lower()
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there_is_said_before_anything_is_read(
    run: Run, told_store: str, tmp_path: Path
) -> None:
    file, before = tmp_path / "ailleurs" / "vue.xlsx", rows(told_store)
    code, _, said = run("export", *ASKED, "--format", "xlsx", "--out", str(file), store=told_store)
    assert (code, said) == (MISTAKE, f"Le dossier « {file.parent} » n'existe pas.\n")
    assert rows(told_store) == before


def test_a_file_is_written_whole_or_not_at_all(
    run: Run, told_store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up leaves the file that was there as it was."""
    file = tmp_path / "vue.xlsx"
    file.write_bytes(b"avant")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, said = run("export", *ASKED, "--format", "xlsx", "--out", str(file), store=told_store)
    assert code == MISTAKE
    assert "n'a pas pu être écrit" in said
    assert file.read_bytes() == b"avant"
    assert os.listdir(tmp_path) == ["vue.xlsx"]


def test_where_nothing_can_be_written_nobody_took_anything(run: Run, told_store: str, tmp_path: Path) -> None:
    file, before = tmp_path / f"{'v' * 250}.xlsx", rows(told_store)  # with its sign: too long a name
    code, _, said = run("export", *ASKED, "--format", "xlsx", "--out", str(file), store=told_store)
    assert (code, "n'a pas pu être écrit" in said) == (MISTAKE, True)
    assert (rows(told_store), os.listdir(tmp_path)) == (before, [])


def test_nothing_is_written_when_no_row_can_be(
    run: Run, told_store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(taken, "record", full)
    with pytest.raises(OSError, match="full"):
        run("export", *ASKED, "--format", "csv", "--out", str(tmp_path / "vue.zip"), store=told_store)
    assert os.listdir(tmp_path) == []


def test_what_was_published_is_read_as_it_was_known_then(run: Run, sample_copy: str, tmp_path: Path) -> None:
    """The last import that any month of the period was published at."""
    months = [f"2024-{month:02}" for month in range(10, 13)]
    with writing(sample_copy) as connection:
        for place, month in enumerate(months):
            told = {"domain": "activity", "month": parse(month).start, "state": "published", "person": "test"}
            connection.execute(insert(closing).values(**told, import_id=100 + place, at=now()))
    file = tmp_path / "vue.zip"
    asked = ("activite", "--period", "2024-T4", "--as-of", "published", "--format", "csv")
    assert run("export", *asked, "--out", str(file), store=sample_copy)[0] == 0
    with ZipFile(io.BytesIO(file.read_bytes())) as archive:
        read = archive.read("lisez-moi.csv").decode()
    assert "Base lue;import n° 102," in read


def test_every_view_of_the_menu_that_tells_figures_can_be_written() -> None:
    told = {"accueil", "activite", "agences", "effectifs", "formation", "rse", "financement", "rapprochement"}
    assert set(PAGES) >= told
