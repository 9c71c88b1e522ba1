"""The register of published figures and the targets: what a page could not show is refused at the door."""

import pytest
from sqlalchemy import select, update

from data_access import schema as s
from data_access.access import Domain
from data_access.codes import DOMAIN
from data_access.engine import writing
from data_access.ingest.contracts import contract
from data_access.ingest.notation import is_comparison, is_period
from data_access.ingest.undo import undo
from tests.data_access.builders import csv_file, loaded, rows_of, sentences

REGISTER = contract("chiffres publiés")
GOOD = {
    "figure_id": "RA-001",
    "document": "RA2024",
    "section": "Chiffres clés p.6",
    "label_fr": "Produit total",
    "value": "4748",
    "unit": "k€",
    "precision": "rounded",
    "derivation": "computed",
    "note": "",
    "domain": "financing",
    "metric": "revenue",
    "where": "",
    "period": "2024",
    "versus": "none",
    "part": "value",
}


def register(*lines: dict[str, str]) -> str:
    """A file of published figures; a line shows only what differs from a right one."""
    rows = [list((GOOD | line).values()) for line in lines]
    return csv_file(REGISTER.kind, list(GOOD), rows)


def test_a_right_line_is_kept_as_written(small_world: str) -> None:
    loaded(small_world, register({"versus": "previous-year", "part": "minus change"}))
    (row,) = rows_of(small_world, s.published_figure)
    kept = {name: row[name] for name in ("precision", "derivation", "domain", "period", "versus", "part")}
    assert kept == {
        "precision": "rounded",
        "derivation": "computed",
        "domain": "financing",
        "period": "2024",
        "versus": "previous-year",
        "part": "minus change",
    }


@pytest.mark.parametrize(
    ("column", "word", "sentence"),
    [
        ("precision", "exacte", "l'une des valeurs exact, rounded, more_than, about, unreachable"),
        ("derivation", "calculé", "l'une des valeurs computed, declared"),
        ("domain", "finance", "l'une des valeurs activity, workforce, training, rse, financing"),
        ("part", "valeur", "l'une des valeurs value, change, minus change"),
        ("period", "bientôt", "une période comme 2024, 2024-12, 2024-T3"),
        ("period", "2024-13", "une période comme 2024, 2024-12, 2024-T3"),
        ("period", "2024..2019", "une période comme 2024, 2024-12, 2024-T3"),
        ("period", "", "une période comme 2024, 2024-12, 2024-T3"),
        ("versus", "avant", "none, previous-year, previous-period, target, median ou une période"),
        ("part", "change", "value, quand « versus » est none"),  # a change from nothing
    ],
)
def test_a_word_the_register_could_not_show_is_refused(
    small_world: str, column: str, word: str, sentence: str
) -> None:
    (said,) = sentences(small_world, register({column: word}))
    assert f"Ligne 4, colonne « {column} »" in said
    assert sentence in said


@pytest.mark.parametrize(
    "text",
    [
        *("2024", "2024-12", "2024-T3", "2023-10..2024-09", "2019..2024", "2024-T3..2024-12"),
        *("ytd:2024-09", "12m:2024-12", "scolaire:2023", "marche:2024"),
    ],
)
def test_every_notation_of_the_commands_is_a_period(text: str) -> None:
    assert is_period(text)
    assert is_comparison(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "24", "0001", "٢٠٢٤", "2024\n", "2024-00", "2024-T5"),
        *("2024..", "..2024", "2024-10..2024-09", "2024-T3..2024-06"),
    ],
)
def test_nothing_like_a_period_is_one(text: str) -> None:
    assert not is_period(text)


@pytest.mark.parametrize(
    "text", ["ytd:2024", "12m:2024-T1", "scolaire:2024-09", "marche:", "mois:2024", "2024-12-31"]
)
def test_a_prefix_has_its_own_notation(text: str) -> None:
    assert not is_period(text)


def test_the_domains_of_files_are_those_of_rights() -> None:
    assert list(DOMAIN) == list(Domain)


def test_a_register_put_back_is_in_the_order_of_its_file(world: str) -> None:
    """PostgreSQL gives a row that was written again after the others, unless it is asked for an order."""
    names = ["RA-002", "RA-001", "RA-003"]
    loaded(world, register(*({"figure_id": name} for name in names)))
    loaded(world, register({"figure_id": "RA-009"}))
    table = s.published_figure
    with writing(world) as connection:
        connection.execute(update(table).where(table.c.figure == "RA-002").values(note="relu"))
        assert len(connection.execute(select(table.c.id)).all()) == 3 + 1
    undo(world, 2, "essai")
    assert [row["figure"] for row in rows_of(world, table)] == names
