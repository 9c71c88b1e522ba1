"""The command that writes a document: whole or not at all, with the rights of whom it is for."""

import os
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from sqlalchemy import select

from data_access.access import Role
from data_access.audit import Action, broken, traces
from data_access.engine import reading_engine, writing
from data_access.people import add_person
from data_access.schema import comment
from metrics.context import context
from tests.metrics.present.papers import pages, squeezed
from tests.metrics.running import MISTAKE, Run

ASKED = ("chiffres-cles", "--period", "2024")
MANAGER, BOARD = "rennes@exemple.fr", "ca@exemple.fr"


@pytest.fixture
def peopled(told_store: str) -> str:
    """The sample years, with somebody of the board and the manager of an agency."""
    with reading_engine(told_store).connect() as connection:
        known = {row.person for row in traces(connection, 1_000, actions=(Action.PERSON_ADDED,))}
        known |= {row.detail for row in traces(connection, 1_000, actions=(Action.PERSON_ADDED,))}
    if not any(BOARD in each for each in known):
        with writing(told_store) as connection:
            add_person(connection, BOARD, Role.BOARD, by="test")
            add_person(connection, MANAGER, Role.AGENCY_MANAGER, frozenset({"RENNES"}), by="test")
    return told_store


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_a_document_is_written_once_its_row_is(
    run: Run, told_store: str, tmp_path: Path, ending: str, begins: bytes
) -> None:
    code, out, _ = run("document", *ASKED, "--format", ending, "--out", str(tmp_path), store=told_store)
    file = tmp_path / f"chiffres-cles_2024.{ending}"
    assert code == 0
    assert out.startswith(f"{file} : ")
    assert file.read_bytes().startswith(begins)
    assert os.listdir(tmp_path) == [file.name]
    with reading_engine(told_store).connect() as connection:
        row = next(traces(connection, 1))
        assert broken(connection) is None
    told = {name: values[-1] for name, values in parse_qs(row.filters).items()}
    assert (row.action, row.view) == (Action.EXPORT, "commande document")
    assert told.items() >= {"document": "chiffres-cles", "period": "2024", "format": ending}.items()
    assert told["import"] == str(context(told_store).import_number)
    assert row.rows > 20


def test_it_is_a_pdf_unless_somebody_says_otherwise(run: Run, told_store: str, tmp_path: Path) -> None:
    assert run("document", *ASKED, "--out", str(tmp_path), store=told_store)[0] == 0
    assert os.listdir(tmp_path) == ["chiffres-cles_2024.pdf"]


def test_it_is_read_as_known_at_a_past_import(run: Run, told_store: str, tmp_path: Path) -> None:
    asked = (*ASKED, "--as-of", "5", "--out", str(tmp_path))
    assert run("document", *asked, store=told_store)[0] == 0
    with reading_engine(told_store).connect() as connection:
        assert "import=5&" in next(traces(connection, 1)).filters


def test_a_comment_is_kept_for_the_sheet_and_its_period_and_not_in_the_trail(
    run: Run, told_store: str, tmp_path: Path
) -> None:
    asked = ("fiche-territoire", "--period", "2024", "--agency", "RENNES", "--out", str(tmp_path))
    text = "Une année marquée par l'ouverture du local."
    assert run("document", *asked, "--comment", text, store=told_store)[0] == 0
    (file,) = tmp_path.iterdir()
    assert squeezed(text) in squeezed("".join(pages(file.read_bytes())))
    with reading_engine(told_store).connect() as connection:
        assert "local" not in next(traces(connection, 1)).filters
    assert run("document", *asked, "--comment", "", store=told_store)[0] == 0
    assert squeezed(text) not in squeezed("".join(pages(file.read_bytes())))


def test_a_sheet_that_cannot_be_made_leaves_the_comment_as_it_was(
    run: Run, told_store: str, tmp_path: Path
) -> None:
    asked = ("fiche-territoire", "--period", "2024", "--out", str(tmp_path), "--comment")
    code, _, told = run("document", *asked, "Du siège.", "--agency", "SIEGE", store=told_store)
    assert (code, os.listdir(tmp_path)) == (MISTAKE, [])
    assert "Le siège n'a pas de fiche territoire" in told
    with reading_engine(told_store).connect() as connection:
        assert not connection.scalar(select(comment.c.text).where(comment.c.subject == "SIEGE"))
        assert "Du siège" not in next(traces(connection, 1)).filters


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dossier-cas", "--period", "2024"), "Vouliez-vous dire « dossier-ca » ?"),
        ((*ASKED, "--format", "csv"), "ne se fait pas au format « csv » : demandez pdf ou xlsx."),
        (("chiffres-cles", "--period", "hier"), "Période non reconnue"),
        (("chiffres-cles", "--period", "2024-12"), "ne se fait pas sur cette période"),
        ((*ASKED, "--agency", "RENNES"), "ne se filtre pas par « Agence »"),
        ((*ASKED, "--agency", "LONDRES"), "LONDRES"),
        (("fiche-territoire", "--period", "2024"), "dites de quelle agence"),
        (("fiche-territoire", "--period", "2024", "--agency", "RENNES|NANTES"), "dites de quelle agence"),
        ((*ASKED, "--comment", "Bravo"), "ont une zone de commentaire"),
        ((*ASKED, "--as-of", "9999"), "L'import n° 9999 n'existe pas"),
        ((*ASKED, "--as-of", "published"), "n'ont pas été publiés"),
        ((*ASKED, "--person", "personne@exemple.fr"), "n'est pas inscrite"),
        (
            (*ASKED, "--person", MANAGER),
            "Le document « Chiffres clés » ne fait pas partie de ceux de votre rôle.",
        ),
        (("fiche-territoire", "--period", "2024", "--agency", "RENNES", "--person", BOARD), "de votre rôle"),
        (
            ("fiche-territoire", "--period", "2024", "--agency", "NANTES", "--person", MANAGER),
            "« Nantes » ne fait pas partie de celles que votre rôle permet de lire",
        ),
    ],
)
def test_a_mistake_is_told_in_a_sentence_and_leaves_nothing(
    run: Run, peopled: str, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    with reading_engine(peopled).connect() as connection:
        before = next(traces(connection, 1)).id
    code, _, told = run("document", *words, "--out", str(tmp_path), store=peopled)
    assert code == MISTAKE
    assert said.lower() in told.lower()
    assert os.listdir(tmp_path) == []
    with reading_engine(peopled).connect() as connection:
        assert next(traces(connection, 1)).id == before
