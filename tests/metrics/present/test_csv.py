"""French CSV: read back to the last digit, marks as text, nothing that a spreadsheet would carry out."""

import csv as reader
import io
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from zipfile import ZipFile

import pytest

from metrics.catalogue.listings import LISTINGS, MARKETS
from metrics.present import csv
from metrics.present.blocks import note
from metrics.present.notes import COLOURS
from metrics.present.table import Column, Entry, Table, table
from metrics.present.words import MARKS
from metrics.records import Page, Record
from metrics.result import State
from tests.metrics.present.papers import exported
from tests.metrics.present.rounds import HOSTILE, MASKED, RISEN, ROUNDS, cells, hostile, share, tiles
from tests.pages.answers import figure

INTERVENTIONS = LISTINGS[0]


def lines(content: bytes) -> list[list[str]]:
    """The cells of a file, as a spreadsheet in French reads them."""
    return list(reader.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def files(content: bytes) -> dict[str, list[list[str]]]:
    """The tables of an archive, by name."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: lines(archive.read(name)) for name in archive.namelist()}


def test_excel_in_french_reads_it_as_it_is() -> None:
    """The mark of UTF-8, semicolons, the ends of line of Windows."""
    content = csv.write(exported(cells(RISEN, ROUNDS)))
    assert content.startswith(b"\xef\xbb\xbfAgence;Interventions;")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == 1 + 2  # the header, two agencies


def test_numbers_have_a_comma_and_no_spaces_and_marks_are_text() -> None:
    read = lines(csv.write(exported(cells(MASKED, ROUNDS))))
    assert [line[1] for line in read] == ["Interventions", "1112", "s", "n.d.", "12"]
    assert [line[3] for line in read] == ["Interventions : Évolution (%)", "11,0", "s", "n.d.", "n.c."]


def test_a_negative_number_stays_a_number() -> None:
    """Its sign is not that of a formula, and is the one that spreadsheets know."""
    read = lines(csv.write(exported(cells(RISEN, ROUNDS))))
    assert read[2][3] == "-10,0"


def test_a_percentage_is_written_as_its_header_says() -> None:
    answered = share(Fraction(200, 3))
    read = lines(csv.write(exported(cells(answered, answered.query.metrics[0]))))
    assert [line[1] for line in read] == ["Taux de présence sur le terrain (%)", "66,7"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula(text: str) -> None:
    """An apostrophe comes before what would be one; a reader of CSV finds the text whole behind it."""
    read = lines(csv.write(exported(table("T", [Column("Nom")], [[text]]))))
    (cell,) = read[1]
    assert cell.lstrip("'") == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_titles_and_headers_are_no_formulas_either() -> None:
    read = files(csv.write(exported(hostile(), hostile(), note("=1+1"), title="=cmd", part="@part")))
    every = [cell for file in read.values() for line in file for cell in line]
    assert [cell for cell in every if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_one_table_says_the_reference_of_each_figure_beside_it() -> None:
    read = lines(csv.write(exported(cells(RISEN, ROUNDS))))
    assert read[0][-1] == "Référence : Interventions"
    assert [line[-1] for line in read[1:]] == [
        "interventions/2024-12/v1/1/agency=RENNES",
        "interventions/2024-12/v1/1/agency=NANTES",
    ]


def test_several_tables_are_an_archive_with_what_they_are() -> None:
    content = csv.write(exported(tiles(), cells(RISEN, ROUNDS), note("Une phrase.")))
    assert csv.ending(exported(tiles(), cells(RISEN, ROUNDS))) == "zip"
    assert list(files(content)) == [
        "01_chiffres-cles.csv",
        "02_les-rondes-par-agence.csv",
        "identifiants.csv",
        "lisez-moi.csv",
    ]


def test_the_name_of_a_file_ends_on_a_whole_word() -> None:
    long = table("Cadre F-2 : activité confiée à un autre organisme de formation", [Column("A")], [["a"]])
    assert (
        list(files(csv.write(exported(tiles(), long))))[1] == "02_cadre-f-2-activite-confiee-a-un-autre.csv"
    )


def test_references_lead_to_the_table_the_line_and_the_column() -> None:
    read = files(csv.write(exported(tiles(), cells(RISEN, ROUNDS))))
    header, *found = read["identifiants.csv"]
    assert header == ["Référence", "Indicateur", "Table", "Ligne", "Colonne", "Valeur"]
    assert len(found) == 1 + 2  # the tile, two agencies
    for reference, name, file, number, column, value in found:
        there = read[file][int(number) - 1]
        assert there[read[file][0].index(column)] == value, reference
        assert name == "Interventions"


def test_what_was_asked_what_figures_mean_and_what_marks_mean_are_told() -> None:
    read = files(csv.write(exported(tiles(), cells(RISEN, ROUNDS), note("Une phrase."), notes=("Un pied.",))))
    told = read["lisez-moi.csv"]
    assert ["Demande", "Période", "décembre 2024"] in told
    assert ["Définition", "Interventions", ROUNDS.definition] in told
    assert ["Note", "", "Un pied."] in told
    assert {line[1] for line in told if line[0] == "Légende"} == set(MARKS.values())
    (about,) = [line[2] for line in told if line[1] == "02_les-rondes-par-agence.csv"]
    assert about.endswith("Une phrase.")


def test_sentences_that_no_table_follows_have_a_table_of_their_own() -> None:
    told = exported(note("Rien à dire."))
    assert lines(csv.write(told)) == [["Texte"], ["Rien à dire."]]


def test_the_same_view_is_the_same_bytes() -> None:
    view = exported(tiles(), cells(RISEN, ROUNDS))
    assert csv.write(view) == csv.write(view)


def _pages(count: int, held: list[int]) -> Iterator[Page]:
    """Records page by page, each noted when it is asked for."""
    row = Record((date(2024, 1, 2), 1), (date(2024, 1, 2), "8 h", "Rennes", "=Jour", None, "Conflit", 3), ())
    for number in range(count):
        held.append(number)
        yield Page(INTERVENTIONS, (row,) * 10, figure(10 * count), None)


def test_records_are_written_as_they_are_read() -> None:
    """A page is asked for once the one before it is written: they are never all held."""
    held: list[int] = []
    stream = csv.listed(_pages(1_000, held))
    first = [next(stream) for _ in range(1 + 1 + 10)]  # the mark, the header, a page
    assert held == [0]
    assert lines(b"".join(first))[1] == ["02/01/2024", "8 h", "Rennes", "'=Jour", "–", "Conflit", "3"]
    assert sum(1 for _ in stream) == 10 * (1_000 - 1)


def test_records_have_exact_amounts_and_the_last_day_itself() -> None:
    """A market is kept with the day after its last one, and amounts in cents."""
    shown = {
        "Marché": "M",
        "Début": date(2022, 1, 1),
        "Fin": date(2023, 1, 1),
        "Montant annuel (€)": 12_345_67,
    }
    values = tuple(shown.get(column.header) for column in MARKETS.columns)
    row = Record((date(2022, 1, 1), 1), values, ())
    header, line = lines(b"".join(csv.listed([Page(MARKETS, (row,), figure(1), None)])))
    read = dict(zip(header, line, strict=True))
    assert read["Début"] == "01/01/2022"
    assert read["Fin"] == "31/12/2022"
    assert read["Montant annuel (€)"] == "12345,67"


def test_a_hidden_figure_is_hidden_wherever_it_is_written() -> None:
    """In its table and beside its reference."""
    read = files(csv.write(exported(tiles(), cells(MASKED, ROUNDS))))
    mark = MARKS[State.HIDDEN]
    (hidden,) = [line for line in read["identifiants.csv"] if line[0].endswith("agency=NANTES")]
    assert hidden[-1] == mark
    assert read["02_les-rondes-par-agence.csv"][2][1:4] == [mark] * 3


def test_a_day_is_a_day_to_spreadsheets() -> None:
    told: Table = table(
        "T", [Column("Jour")], [[Entry("1er mars 2024", value=date(2024, 3, 1))], ["sans échéance"]]
    )
    assert lines(csv.write(exported(told)))[1:] == [["01/03/2024"], ["sans échéance"]]


def test_colours_are_not_told_where_there_are_none() -> None:
    read = files(csv.write(exported(tiles(), cells(RISEN, ROUNDS), notes=(COLOURS, "Un pied."))))
    assert [line[2] for line in read["lisez-moi.csv"] if line[0] == "Note"] == ["Un pied."]
