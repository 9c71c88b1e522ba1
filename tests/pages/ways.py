"""What an export holds, and each way out that must hold the same: page, CSV, workbook, PDF, commands."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pyarrow as pa
import pypdfium2
import pytest
from openpyxl import load_workbook

from metrics import figure_id
from metrics.badges import said
from metrics.context import Context
from metrics.present import json as as_json
from metrics.present import words
from metrics.present.blocks import Note, Picture, Tiles
from metrics.present.charts.chart import Rows
from metrics.present.datum import Datum
from metrics.present.export import Export
from metrics.present.pdf.glyphs import drawable
from metrics.present.pdf.pieces import FOLDED
from metrics.present.sheets import text
from metrics.present.table import Entry, Ref, Table
from metrics.present.tile import tile
from metrics.result import Figure, State
from tests.metrics.running import Run
from tests.pages.screen import Screen

_ONCE = "vide"  # a page tells the same reason once
_BETWEEN = re.compile(r"\s*[:;]\s*")
_BROKEN = re.compile(r"[\s\u00ad\u200b\ufffe-]+")  # where lines break, words of a document lose their hyphen


@dataclass(frozen=True)
class Held:
    """What an export holds: each figure, the words of its cells, its sentences, its tables, its charts."""

    refs: list[Ref]
    cells: list[str]
    sentences: list[str]
    tables: list[Table]
    pictures: list[Picture]


def held(found: Export) -> Held:
    """All of it, whatever the piece."""
    refs, cells, sentences = list[Ref](), list[str](), list[str]()
    pieces = [each for part in found.parts for each in part.pieces]
    for piece in pieces:
        if isinstance(piece, Tiles):
            for metric in piece.headline.query.metrics:
                one = tile(metric, piece.headline, piece.goals, said(piece.badges, piece.headline, metric))
                refs.append(Ref(piece.headline, metric, one.cell))
                cells += [one.value, one.change.amount, one.goal.sentence if one.goal else "", one.published]
        elif isinstance(piece, Note) and piece.look != _ONCE:
            sentences.append(text(piece.words))
        elif isinstance(piece, Picture):
            sentences.append(piece.chart.sentence)
    pictures = [each for each in pieces if isinstance(each, Picture)]
    tables = [each.table if isinstance(each, Picture) else each for each in pieces
              if isinstance(each, Picture | Table)]  # fmt: skip
    entries = [each for table in tables for line in table.lines for each in line if isinstance(each, Entry)]
    refs += [each.ref for each in entries if each.ref]
    refs = [each for each in refs if name(each)]  # what stands for another figure has no reference
    return Held(refs, cells, sentences, tables, pictures)


def name(ref: Ref) -> str:
    """The reference of a figure, as files write it."""
    return Datum("", ref=ref).id


def plain(said_so: str) -> str:
    """Words without what breaks their lines."""
    return _BROKEN.sub("", said_so)


def _told(table: Table) -> Iterator[str]:
    """The words of each cell of a table, then those under it."""
    for each in (each for line in table.lines for each in line):
        yield from [each] if isinstance(each, str) else [each.text, *(under.text for under in each.under)]


def on_page(found: Held, seen: list[Screen]) -> None:
    """Every table of the files is on the page, cell by cell; so are tiles, sentences and drawn lines."""
    shown: dict[str, list[list[str]]] = {}
    for table in (table for screen in seen for table in screen.tables):
        shown.setdefault(plain(table.caption), []).extend(table.rows)
    whole = plain("".join(screen.html.text for screen in seen))
    for table in found.tables:
        own = [plain(each) for row in shown.get(plain(table.caption), []) for each in row] or [whole]
        for said_so in _told(table):
            assert any(plain(said_so) in cell for cell in own), (table.caption, said_so)
    for said_so in found.cells:
        assert plain(said_so) in whole, said_so
    for said_so in found.sentences:
        parts = _BETWEEN.split(said_so.removeprefix("Légende").removesuffix("."))  # a page lists them
        assert plain(said_so) in whole or all(plain(each) in whole for each in parts), said_so
    sent = [lines for screen in seen for lines in _sent(screen)]
    for chart in (picture.chart for picture in found.pictures):
        assert [each for each in chart.rows.values() if _carried(each) not in sent] == [], chart.title


def _sent(screen: Screen) -> Iterator[Rows]:
    """The lines of each chart that the browser is sent."""
    for chart in screen.app.get("vega_lite_chart"):
        for each in chart.proto.datasets:
            yield pa.ipc.open_stream(each.data.data).read_all().to_pylist()


def _carried(lines: Rows) -> Rows:
    return pa.Table.from_pylist(lines).to_pylist()


def in_charts(found: Held) -> None:
    """A line whose figures are hidden has its mark on the drawing, and nothing to be measured by."""
    for picture in found.pictures:
        every = [line for lines in picture.chart.rows.values() for line in lines]
        for names in _hidden(picture.table):
            mine = [line for line in every if names and names <= {str(each) for each in line.values()}]
            for drawn in mine:
                numbers = {key: each for key, each in drawn.items() if isinstance(each, int | float) and each}
                told = {key for key in numbers if not key.startswith("reference")}
                assert told == set(), (picture.chart.title, drawn)


def _hidden(table: Table) -> Iterator[set[str]]:
    """The names of the lines of which every figure is hidden."""
    for line in table.lines:
        refs = [each.ref for each in line if isinstance(each, Entry) and each.ref]
        if refs and all(ref.cell.figure.state is State.HIDDEN for ref in refs):
            yield {each if isinstance(each, str) else each.text for each in line
                   if isinstance(each, str) or each.ref is None}  # fmt: skip


def in_csv(found: Held, made: bytes) -> None:
    """Each reference is listed with its value, rounded as its unit says, or its mark."""
    if not found.refs:
        return
    with ZipFile(BytesIO(made)) as archive:
        listed = archive.read("identifiants.csv").decode("utf-8-sig")
    lines = list(csv.reader(StringIO(listed), delimiter=";"))
    told = {line[0]: line[-1] for line in lines[1:]}
    for ref in found.refs:
        of = name(ref)
        assert _number(told[of], ref) == _rounded(ref), of


def _rounded(ref: Ref) -> Fraction | str:
    figure, unit = ref.cell.figure, ref.metric.unit
    if figure.value is None:
        return words.MARKS[figure.state]
    return Fraction(words.rounded(figure.value, unit.decimals))


def _number(written: str, ref: Ref) -> Fraction | str:
    try:
        return Fraction(words.rounded(Fraction(written.replace(",", ".")), ref.metric.unit.decimals))
    except ValueError:
        return written


def in_workbook(found: Held, made: bytes) -> None:
    """Each reference leads to its cell, which holds the number itself or the mark that stands for it."""
    book = load_workbook(BytesIO(made))
    rows = list(book.worksheets[-1].iter_rows(values_only=True))
    places = {str(row[0]): (str(row[2]), str(row[3])) for row in rows if row[0] and "/" in str(row[0])}
    for ref in found.refs:
        of = name(ref)
        sheet, cell = places[of]
        value = book[sheet][cell].value
        if ref.cell.figure.value is None:
            assert value == words.MARKS[ref.cell.figure.state], of
        else:
            exact = float(ref.cell.figure.value) / (100 if ref.metric.unit.symbol == "%" else 1)
            assert value == pytest.approx(exact, rel=1e-9, abs=1e-9), of


def in_pdf(found: Held, made: bytes) -> None:
    """Tiles, sentences and each cell of the tables that are printed are in the text of the document."""
    document = pypdfium2.PdfDocument(made)
    whole = plain("".join(page.get_textpage().get_text_range() for page in document))
    printed = [each for each in found.tables if not each.folded or len(each.lines) <= FOLDED]
    for said_so in (*found.cells, *found.sentences, *(each for table in printed for each in _told(table))):
        assert plain(drawable(said_so)) in whole, said_so


def on_command_line(run: Run, known: Context, store: str, person: str, ref: Ref) -> None:
    """The command asked in the words of a reference tells the value, the state and the change of a figure."""
    of, cell, versus = figure_id.read(name(ref), known), ref.cell, ref.answer.query.versus
    by = of.step.kind.value if of.step else ""
    where = [each.replace("%2F", "/").replace("%25", "%") for each in name(ref).split("/")[4:]]
    asked = [
        of.metric.id,
        "--period",
        str(of.period),
        *(word for each in where for word in ("--where", each)),
    ]
    asked += ["--by", by] if by else ["--versus", str(versus)]
    code, out, said_so = run("ask", *asked, "--json", "--person", person, store=store)
    assert code == 0, (name(ref), said_so)
    begins = of.step.start.isoformat() if of.step else ""
    (row,) = (each for each in json.loads(out)["rows"] if not by or each["codes"][by] == begins)
    told = row["figures"][of.metric.id]
    assert _figure(told) == _plain(cell.figure), name(ref)
    if not by and ref.row is None and cell == ref.answer.cell(ref.metric):  # else it is set against nothing
        assert (_figure(told["reference"]), _figure(told["change"])) == (
            _plain(cell.reference),
            _plain(cell.change),
        ), (name(ref), versus)


def _figure(told: dict[str, Any]) -> tuple[object, str]:
    return told["value"], told["state"]


def _plain(figure: Figure) -> tuple[object, str]:
    return as_json.plain(figure.value), figure.state.value
