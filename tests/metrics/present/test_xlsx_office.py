"""Workbooks as LibreOffice opens them: the same cells, no formula, pages and charts that print."""

import csv
from pathlib import Path

import pypdfium2

from metrics.present.blocks import note
from metrics.present.export import Export
from metrics.present.words import NARROW
from metrics.present.xlsx import workbook
from tests.metrics.present.papers import exported, pages
from tests.metrics.present.rounds import HOSTILE, MASKED, RISEN, ROUNDS, by_month, cells, hostile, tiles
from tests.spreadsheet import converted

A4 = (595, 842)  # points
_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1"


def written(export: Export, folder: Path) -> Path:
    """The file of a workbook."""
    file = folder / "vue.xlsx"
    file.write_bytes(workbook.write(export))
    return file


def read(folder: Path, sheet: str) -> list[list[str]]:
    """A sheet as LibreOffice wrote it: bare numbers, texts as they are."""
    with (folder / f"vue-{sheet}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter=";"))


def test_it_finds_the_cells_that_were_written(tmp_path: Path) -> None:
    view = exported(cells(MASKED, ROUNDS), hostile(), note("Une phrase."), title="Rondes")
    converted(written(view, tmp_path), _EVERY_SHEET, tmp_path)
    told = read(tmp_path, "Les rondes par agence")[3:]
    assert [line[:3] for line in told] == [
        ["RENNES", "1112", "1000"],
        ["NANTES", "s", "s"],
        ["ANGERS", "n.d.", "n.d."],
        ["IDF", "12", "0"],
    ]
    texts = [line[0] for line in read(tmp_path, "=Titre")[3 : 3 + len(HOSTILE)]]
    assert texts == [each.replace("\r\n", "\n").replace("\r", "\n") for each in HOSTILE]


def test_it_prints_every_sheet_with_its_charts(tmp_path: Path) -> None:
    view = exported(tiles(), by_month(3, 5, 4), cells(RISEN, ROUNDS), title="Rondes", is_sample=True)
    paper = converted(written(view, tmp_path), "pdf", tmp_path).read_bytes()
    found = pages(paper)
    assert [
        name for name in ("Lisez-moi", "Chiffres clés", "Interventions, mois") if not _is_in(name, found)
    ] == []
    assert all("Données d'exemple" in page for page in found)
    assert all(f"page {number}/{len(found)}" in page for number, page in enumerate(found, 1))
    assert not _is_in("Err:", found)
    assert _is_in(view.parts[0].pieces[1].chart.title, found)  # type: ignore[union-attr]
    assert _sizes(paper) == {A4}


def _is_in(text: str, found: list[str]) -> bool:
    return any(text.replace(NARROW, " ") in page.replace(NARROW, " ") for page in found)


def _sizes(paper: bytes) -> set[tuple[int, int]]:
    """The sizes of the pages, in points, whichever way each lies."""
    document = pypdfium2.PdfDocument(paper)
    try:
        every = map(document.get_page_size, range(len(document)))
        return {(round(min(size)), round(max(size))) for size in every}
    finally:
        document.close()
