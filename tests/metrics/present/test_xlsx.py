"""Workbooks: every cell read back is what the table holds, and nothing in them is a formula."""

import io
from dataclasses import replace
from datetime import date
from fractions import Fraction
from zipfile import ZipFile

import pytest
from openpyxl.styles.numbers import is_date_format

from metrics.kinds import Polarity
from metrics.present.blocks import note
from metrics.present.export import Export
from metrics.present.table import Column, Entry, table
from metrics.present.words import MARKS
from metrics.present.xlsx import workbook
from metrics.query import Against
from tests.metrics.present.books import FIRST, HEADER, differences, opened, tables
from tests.metrics.present.papers import exported, lines_of
from tests.metrics.present.rounds import HOSTILE, MASKED, RISEN, ROUNDS, cells, hostile, share, tiles
from tests.pages.answers import metric, moved, single

DONE = metric(polarity=Polarity.MORE)
LATE = metric(polarity=Polarity.LESS)
VIEW = exported(
    tiles(),
    cells(RISEN, ROUNDS),
    note("Une phrase."),
    cells(MASKED, ROUNDS),
    part="Jour",
    notes=("Un pied.",),
)
RATED = share(Fraction(200, 3))


def rated() -> Export:
    return exported(cells(RATED, RATED.query.metrics[0]))


def test_every_cell_is_what_its_table_holds() -> None:
    assert differences(VIEW, opened(VIEW)) == []


def test_the_first_sheet_says_what_the_others_are() -> None:
    book = opened(VIEW)
    assert book.sheetnames == [
        "Lisez-moi",
        "Chiffres clés",
        "Les rondes par agence",
        "Les rondes par agence (2)",
        "Identifiants",
    ]
    told = [tuple(cell.value for cell in line) for line in book["Lisez-moi"].iter_rows(max_col=2)]
    assert ("Période", "décembre 2024") in told
    assert ("Interventions", None) in told
    assert ("Définition", ROUNDS.definition) in told
    assert (None, "Un pied.") in told
    assert {name for name, _ in told} >= {*MARKS.values(), *book.sheetnames[1:-1]}
    links = [cell.hyperlink.location for cell in book["Lisez-moi"]["A"] if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:-1]]


def test_numbers_have_the_format_of_their_unit() -> None:
    book = opened(rated())
    cell = book.worksheets[1].cell(FIRST, 2)
    assert cell.number_format == "0.0 %"
    assert cell.value == pytest.approx(2 / 3, rel=1e-14)
    whole = opened(VIEW)["Les rondes par agence"]
    assert whole.cell(FIRST, 2).number_format == "#,##0"
    assert whole.cell(FIRST, 4).number_format == "+0.0 %;-0.0 %;0.0 %"


def test_days_are_days() -> None:
    view = exported(table("T", [Column("Jour")], [[Entry("1er mars 2024", value=date(2024, 3, 1))]]))
    cell = opened(view).worksheets[1].cell(FIRST, 1)
    assert is_date_format(cell.number_format)
    assert differences(view, opened(view)) == []


def test_a_mark_is_text_and_never_zero() -> None:
    sheet = opened(exported(cells(MASKED, ROUNDS))).worksheets[1]
    assert [sheet.cell(FIRST + n, 2).value for n in range(4)] == [1112, "s", "n.d.", 12]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula(text: str) -> None:
    view = exported(table(text, [Column(text)], [[text]]), title=text, part=text, facts=((text, text),))
    book = opened(view)
    every = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert [cell.coordinate for cell in every if cell.data_type == "f"] == []
    assert any(cell.value == text.replace("\r\n", "\n").replace("\r", "\n") for cell in every)


def test_a_text_that_begins_like_a_formula_stays_text_once_it_is_edited() -> None:
    sheet = opened(exported(hostile())).worksheets[1]
    assert [sheet.cell(FIRST + n, 1).quotePrefix for n in range(4)] == [True] * 4


def test_there_is_no_formula_and_no_outside_address_in_the_file() -> None:
    with ZipFile(io.BytesIO(workbook.write(exported(hostile(), tiles())))) as archive:
        read = {name: archive.read(name).decode() for name in archive.namelist()}
    assert [name for name, text in read.items() if "<f>" in text] == []
    assert [name for name, text in read.items() if 'TargetMode="External"' in text] == []


def test_headers_stay_in_sight_and_the_lines_can_be_filtered_but_not_the_total() -> None:
    total = exported(cells(RISEN, ROUNDS, total=True))
    sheet = opened(total).worksheets[1]
    assert sheet.freeze_panes == f"B{FIRST}"
    assert sheet.auto_filter.ref == f"A{HEADER}:D{FIRST}"  # two lines, of which the last is the whole
    assert sheet.cell(FIRST + 1, 1).font.b


def test_a_sheet_prints_on_a4_with_its_header_on_each_page() -> None:
    for sheet in opened(VIEW):
        assert int(sheet.page_setup.paperSize) == 9
        assert "page &P/&N" in sheet.oddFooter.right.text
    for _, sheet in tables(VIEW, opened(VIEW)):
        assert sheet.print_title_rows == f"${HEADER}:${HEADER}"


def test_what_is_said_beside_a_table_stands_under_it() -> None:
    sheet = opened(VIEW)["Les rondes par agence"]
    assert sheet.cell(FIRST + 2 + 1, 1).value == "Une phrase."


def test_references_lead_to_the_cell_of_each_figure() -> None:
    book = opened(VIEW)
    header, *found = book["Identifiants"].iter_rows(values_only=True)
    assert header == ("Référence", "Indicateur", "Feuille", "Cellule", "Valeur")
    assert len(found) == 1 + 2 + 4  # the tile, and the agencies of both tables
    for reference, name, sheet, cell, value in found:
        assert book[sheet][cell].value == value, reference
        assert name == "Interventions"


def test_a_hidden_figure_is_hidden_beside_its_reference_too() -> None:
    rows = opened(VIEW)["Identifiants"].iter_rows(values_only=True)
    assert [row[-1] for row in rows if row[0].endswith("agency=NANTES")] == [90, "s"]


@pytest.mark.parametrize(
    "captions",
    [
        ("Interventions [jour] : a/b\\c ? *", "rondes [jour] : a/b\\c ? *"),
        ("'guillemets'", "history", "Lisez-moi", "IDENTIFIANTS", ":"),
        ("mot " * 20, "mot " * 21, "x" * 80, "x" * 81),
    ],
)
def test_names_of_sheets_are_those_that_excel_takes(captions: tuple[str, ...]) -> None:
    """Thirty-one characters, no forbidden sign, no two alike whatever their capitals."""
    names = opened(exported(*(table(each, [Column("Nom")], [["a"]]) for each in captions))).sheetnames
    assert len({name.lower() for name in names}) == len(captions) + 2
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.lower() != "history"


def test_a_long_table_is_whole() -> None:
    view = exported(lines_of(3_000))
    assert differences(view, opened(view)) == []


def test_the_same_view_is_the_same_bytes() -> None:
    assert workbook.write(VIEW) == workbook.write(VIEW)


def test_example_data_say_so_on_every_page() -> None:
    for sheet in opened(exported(tiles(), is_sample=True)):
        assert "Données d'exemple" in sheet.oddFooter.left.text


def test_it_is_dated_from_its_view() -> None:
    assert opened(VIEW).properties.created.date() == VIEW.day


def test_changes_have_the_colour_that_the_notes_tell() -> None:
    """A figure of which more is better rose in blue; one of which less is better, in orange and italic."""
    grown = single(DONE, moved(1112, 11, 112), versus="année 2023", against=Against.PREVIOUS_YEAR)
    worse = single(LATE, moved(1112, 11, 112), versus="année 2023", against=Against.PREVIOUS_YEAR)
    book = opened(exported(cells(grown, DONE), cells(worse, LATE)))
    good, bad = (sheet.cell(FIRST, 4).font for sheet in book.worksheets[1:3])
    assert (good.color.rgb, good.i) == ("FF0F4C9C", False)
    assert (bad.color.rgb, bad.i) == ("FF8F4A00", True)


def test_a_name_gives_no_order_to_the_foot_of_pages() -> None:
    """« &G » would be a picture, « &P » the page; what is too long would leave no foot at all."""
    told = replace(VIEW, title="Rue & Gare &P" + " loin" * 100)
    foot = opened(told).worksheets[1].oddFooter
    assert foot.left.text.startswith("Rue et Gare et P loin")
    assert "page &P/&N" in foot.right.text


USUAL = 15  # points of a line that says nothing of its height
LONG = "Une phrase que personne ne lit d'un coup, tant elle est longue. " * 4


def test_a_text_of_several_lines_has_a_line_as_high_as_it_needs() -> None:
    """A spreadsheet that measures nothing when it opens a file would write one line over the next."""
    view = exported(table("T", [Column("Nom"), Column("Preuve")], [["A", LONG], ["B", "courte"]]))
    sheet = opened(view).worksheets[1]
    told, usual = (sheet.row_dimensions[FIRST + n].height or USUAL for n in range(2))
    assert told > 4 * usual
    assert sheet.cell(FIRST, 2).alignment.wrap_text


def test_what_is_said_around_a_table_runs_across_it_and_never_out_of_the_page() -> None:
    view = exported(cells(RISEN, ROUNDS), note(LONG))
    sheet = opened(view).worksheets[1]
    assert {str(each) for each in sheet.merged_cells.ranges} >= {"A1:H1", "A2:H2"}
    said = FIRST + len(RISEN.rows) + 1
    assert sheet.cell(said, 1).value == LONG
    assert sheet.row_dimensions[said].height > 2 * USUAL


def test_a_sheet_stands_when_it_holds_so_and_lies_otherwise() -> None:
    wide = table("T", [Column(f"Colonne {n}") for n in range(12)], [["a"] * 12])
    book = opened(exported(cells(RISEN, ROUNDS), wide))
    assert [sheet.page_setup.orientation for sheet in book.worksheets[1:3]] == ["portrait", "landscape"]
    assert [int(sheet.page_setup.fitToWidth or 1) for sheet in book.worksheets[1:3]] == [1, 1]
