"""What pages tell beside their text: tags, titles, language, fonts, the day they are made of."""

import io

import pikepdf
import pytest

from metrics.present import pdf
from metrics.present.blocks import Heading
from metrics.present.table import Column, grouped
from tests.metrics.present.papers import elements, exported, lines_of, picture, tiles


def test_those_who_listen_are_told_titles_headers_and_pictures() -> None:
    shown = picture(41)
    paper = pdf.write(exported(tiles(), Heading("Le détail"), shown, lines_of(3), part="Activité"))
    told = elements(paper)
    tags = [tag for tag, _ in told]
    assert tags.count("TH") == 2
    assert tags.count("Table") == 1
    assert "Caption" in tags
    assert [alt for tag, alt in told if tag == "Figure" and alt] == [shown.chart.sentence]
    assert [tag for tag in tags if tag in ("Title", "H1", "H2", "H3")] == [
        "Title", "H1", "H2", "H2", "H3", "H1",
    ]  # fmt: skip


def test_the_document_says_its_language_its_title_and_where_its_parts_are() -> None:
    export = exported(Heading("Le détail"), part="Activité")
    with pikepdf.open(io.BytesIO(pdf.write(export))) as document:
        root = document.Root
        assert str(root.Lang) == "fr-FR"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        with document.open_outline() as outline:
            (activity, reading) = outline.root
            assert (activity.title, reading.title) == ("Activité", "Lire ce document")
            assert [each.title for each in activity.children] == ["Le détail"]
        with document.open_metadata() as written:
            assert written["dc:title"] == "Rondes — rondes_2024-12"
            assert written["pdfuaid:part"] == "1"


@pytest.mark.parametrize("look", ["sous-partie", "partie", "entete-graphique"])
def test_no_level_of_titles_is_skipped(look: str) -> None:
    tags = [tag for tag, _ in elements(pdf.write(exported(Heading("Seul", look=look), picture(41))))]
    levels = [int(tag[1]) for tag in tags if tag[0] == "H" and tag[1:].isdigit()]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_only_the_fonts_of_the_documents_are_in_it() -> None:
    """Whatever fonts a machine has, pages are the same."""
    with pikepdf.open(io.BytesIO(pdf.write(exported(tiles(), picture(3), lines_of(3))))) as document:
        fonts = {str(each.BaseFont) for each in document.objects if _is_font(each)}
    assert fonts
    assert all("SourceSans3" in name for name in fonts)


def rows(paper: bytes) -> list[list[tuple[str, int, str]]]:
    """The cells of each line of the tables of a document: their tag, how many they span, their scope."""
    with pikepdf.open(io.BytesIO(paper)) as document:
        every = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        return [[_cell(cell) for cell in each.K] for each in every if each.get("/S") == "/TR"]


def _cell(cell: pikepdf.Object) -> tuple[str, int, str]:
    said = cell.get("/A", [])
    named = {
        key: value
        for each in (said if isinstance(said, pikepdf.Array) else [said])
        for key, value in each.items()
    }
    return str(cell.S).removeprefix("/"), int(named.get("/ColSpan", 1)), str(named.get("/Scope", ""))


def test_each_line_of_a_table_has_its_columns_and_each_header_says_what_it_heads() -> None:
    table = grouped(
        "T", [Column("A"), Column("B"), Column("C")], [("Jour", [["1"] * 3] * 2), ("Nuit", [["2"] * 3])]
    )
    told = rows(pdf.write(exported(table)))
    assert len(told) == 1 + 2 + 3
    assert {sum(wide for _, wide, _ in line) for line in told} == {3}
    headers = [cell for line in told for cell in line if cell[0] == "TH"]
    assert len(headers) == 3 + 2
    assert {scope for _, _, scope in headers} == {"/Column"}


def test_all_that_a_page_draws_is_tagged_or_said_to_be_no_more_than_looks() -> None:
    paper = pdf.write(exported(tiles(), Heading("Le détail"), picture(41), lines_of(90), part="Activité"))
    with pikepdf.open(io.BytesIO(paper)) as document:
        for page in document.pages:
            depth, bare = 0, []
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                depth += (name in ("BDC", "BMC")) - (name == "EMC")
                if name in _DRAWS and not depth:
                    bare.append((name, operands))
            assert bare == []


_DRAWS = ("Tj", "TJ", "'", '"', "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI")


def _is_font(each: object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font" and "/BaseFont" in each


def test_the_same_view_gives_the_same_bytes_dated_of_its_own_day() -> None:
    export = exported(tiles(), picture(3), lines_of(3))
    paper = pdf.write(export)
    pdf.write(exported(picture(41)))
    assert pdf.write(export) == paper
    with pikepdf.open(io.BytesIO(paper)) as document:
        assert str(document.docinfo.CreationDate).startswith("D:20250106")
