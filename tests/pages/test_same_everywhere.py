"""A figure reads the same on the page, in the CSV, in the workbook, in the PDF and on the command line.

Addresses and people are drawn: whatever is asked, by whoever, a value, its mark, its change and the sentence
beside it are those of the screen, and what the screen hides no file tells.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO, StringIO
from random import Random
from zipfile import ZipFile

import pypdfium2
import pytest
from openpyxl import load_workbook

from data_access.access import Role, scope_for
from data_access.errors import AccessDenied
from metrics import address, figure_id
from metrics import period as periods
from metrics.badges import said
from metrics.context import context
from metrics.present import json, words
from metrics.present.blocks import Note, Picture, Tiles
from metrics.present.datum import Datum
from metrics.present.export import Export
from metrics.present.sheets import text
from metrics.present.table import Entry, Ref, Table
from metrics.present.tile import tile
from metrics.query import Filter
from metrics.recalled import recall
from metrics.views.ask import Ask
from metrics.views.asked import by_address
from metrics.views.export import export
from metrics.views.files import FORMATS
from metrics.views.page import Page
from metrics.views.pages import PAGES
from metrics.views.views import DISPOSITIF, RECONCILIATION, opens
from metrics.views.visit import Visit
from tests.pages.conftest import Be
from tests.pages.drawn import COMPARISONS, OFFERED, PERIODS, SECTIONS
from tests.pages.screen import Screen, Show

PEOPLE = {
    "direction": (Role.DIRECTION, ()),
    "rennes": (Role.AGENCY_MANAGER, ("RENNES",)),
    "ca": (Role.BOARD, ()),
}
TIMES = 3  # addresses drawn for each view and person
RECALLED = 25  # figures of each asked again from their reference
_ONCE = "vide"  # a page tells the same reason once
_BETWEEN = re.compile(r"\s*[:;]\s*")
_BROKEN = re.compile(r"[\s\u00ad\ufffe-]+")  # where lines break, words of a document lose their hyphen


@dataclass(frozen=True)
class Drawn:
    """Who asks for what: a view, the parameters of its address."""

    view: str
    who: str
    span: str
    versus: int
    seed: int

    def __str__(self) -> str:
        return f"{self.view}-{self.who}-{self.span}-{self.versus}"


def drawing() -> Iterator[Drawn]:
    random = Random("the same everywhere")
    for view, page in PAGES.items():
        if page.view in (DISPOSITIF, RECONCILIATION):
            continue  # the first is about one member; the second has no bar, and its own tests
        for who, (role, agencies) in PEOPLE.items():
            if opens(page.view, scope_for(role, frozenset(agencies))):
                for _ in range(TIMES):
                    span, versus = random.choice(PERIODS), random.randrange(len(COMPARISONS))
                    yield Drawn(view, who, span, versus, random.randrange(10**6))


def parameters(store: str, drawn: Drawn) -> dict[str, str]:
    """An address: a period, a comparison, and none to two filters of the view."""
    random, names = Random(drawn.seed), context(store).names
    offered = OFFERED[PAGES[drawn.view].view]
    kept = random.sample(offered, min(len(offered), random.choice((0, 0, 1, 2))))
    where = [Filter(each, (random.choice([*names[each.id]]),)) for each in kept]
    return address.write(periods.parse(drawn.span), COMPARISONS[drawn.versus], where, names)


def name(ref: Ref) -> str:
    """The reference of a figure, as files write it."""
    return Datum("", ref=ref).id


def plain(said_so: str) -> str:
    return _BROKEN.sub("", said_so)


@dataclass(frozen=True)
class Held:
    """What an export holds: each figure, the words of its cells, its sentences."""

    refs: list[Ref]
    cells: list[str]
    sentences: list[str]
    tables: list[Table]


def held(found: Export) -> Held:
    refs, cells, sentences, tables = list[Ref](), list[str](), list[str](), list[Table]()
    for piece in (each for part in found.parts for each in part.pieces):
        if isinstance(piece, Tiles):
            for metric in piece.headline.query.metrics:
                one = tile(metric, piece.headline, piece.goals, said(piece.badges, piece.headline, metric))
                refs.append(Ref(piece.headline, metric, one.cell))
                cells += [one.value, one.change.amount, one.goal.sentence if one.goal else "", one.published]
        elif isinstance(piece, Note) and piece.look != _ONCE:
            sentences.append(text(piece.words))
        elif isinstance(piece, Picture):
            sentences.append(piece.chart.sentence)
        if isinstance(piece, Table | Picture):
            tables.append(piece.table if isinstance(piece, Picture) else piece)
    entries = [each for table in tables for line in table.lines for each in line if isinstance(each, Entry)]
    refs += [each.ref for each in entries if each.ref]
    refs = [each for each in refs if name(each)]  # what stands for another figure has no reference
    return Held(refs, cells, sentences, tables)


def screens(show: Show, store: str, drawn: Drawn, asked: dict[str, str]) -> list[Screen]:
    """The page at that address, each of its sections in turn."""
    view = PAGES[drawn.view].view
    name, sections = SECTIONS.get(view, ("", ("",)))
    return [show(store, view, **asked, **({name: each} if each else {})) for each in sections]


def on_page(found: Held, seen: list[Screen]) -> None:
    """Every table of the files is on the page, cell by cell; so are the tiles and the sentences."""
    shown: dict[str, list[list[str]]] = {}
    for table in (table for screen in seen for table in screen.tables):
        shown.setdefault(plain(table.caption), []).extend(table.rows)
    whole = plain("".join(screen.html.text for screen in seen))
    for table in found.tables:
        own = [plain(each) for row in shown.get(plain(table.caption), []) for each in row] or [whole]
        for each in (each for line in table.lines for each in line):
            told = [each] if isinstance(each, str) else [each.text, *(under.text for under in each.under)]
            for said_so in told:
                assert any(plain(said_so) in cell for cell in own), (table.caption, said_so)
    for said_so in found.cells:
        assert plain(said_so) in whole, said_so
    for said_so in found.sentences:
        parts = _BETWEEN.split(said_so.removeprefix("Légende").removesuffix("."))  # a page lists them
        assert plain(said_so) in whole or all(plain(each) in whole for each in parts), said_so


def in_csv(found: Held, made: bytes) -> None:
    """Each reference is listed with its value, rounded as its unit says, or its mark."""
    with ZipFile(BytesIO(made)) as archive:
        listed = archive.read("identifiants.csv").decode("utf-8-sig")
    lines = list(csv.reader(StringIO(listed), delimiter=";"))
    told = {line[0]: line[-1] for line in lines[1:]}
    for ref in found.refs:
        of = name(ref)
        assert number(told[of], ref) == rounded(ref), of


def rounded(ref: Ref) -> Fraction | str:
    figure, unit = ref.cell.figure, ref.metric.unit
    if figure.value is None:
        return words.MARKS[figure.state]
    return Fraction(words.rounded(figure.value, unit.decimals))


def number(written: str, ref: Ref) -> Fraction | str:
    try:
        return Fraction(words.rounded(Fraction(written.replace(",", ".")), ref.metric.unit.decimals))
    except ValueError:
        return written


def in_workbook(found: Held, made: bytes) -> None:
    """Each reference leads to its cell, which holds the number itself or the mark that stands for it."""
    book = load_workbook(BytesIO(made))
    rows = list(book.worksheets[-1].iter_rows(values_only=True))
    start = next(n for n, row in enumerate(rows) if row[0] and "/" in str(row[0]))
    places = {str(row[0]): (str(row[2]), str(row[3])) for row in rows[start:] if row[0]}
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
    """Tiles and sentences are in the text of the document, and the cells of the tables that are printed."""
    document = pypdfium2.PdfDocument(made)
    whole = plain("".join(page.get_textpage().get_text_range() for page in document))
    for said_so in (*found.cells, *found.sentences):
        assert plain(said_so) in whole, said_so


def on_command_line(store: str, found: Held, role: str, random: Random) -> None:
    """A figure asked again from its reference has the value and the state that files hold."""
    scope = scope_for(PEOPLE[role][0], frozenset(PEOPLE[role][1]))
    known = context(store)
    for ref in random.sample(found.refs, min(RECALLED, len(found.refs))):
        of, figure = figure_id.read(name(ref), known), ref.cell.figure
        found_again = recall(store, of, scope, known)
        if of.step is None:
            told = json.result(found_again.answer)["rows"][0]["figures"][ref.metric.id]
            assert (told["value"], told["state"]) == (json.plain(figure.value), figure.state.value), of
        assert (found_again.now.value, found_again.now.state) == (figure.value, figure.state), of


def granted(visit: Visit, page: Page, asked: dict[str, str]) -> tuple[Ask | None, str]:
    """What an address asks, or the words that refuse a place out of reach, which the page says too."""
    try:
        return by_address(visit, page, asked), ""
    except AccessDenied as refusal:
        return None, str(refusal).rstrip(".")


@pytest.mark.parametrize("drawn", list(drawing()), ids=str)
def test_a_figure_is_the_same_everywhere(sample_store: str, show: Show, be: Be, drawn: Drawn) -> None:
    role, agencies = PEOPLE[drawn.who]
    be(role, *agencies, person=drawn.who)
    asked, page = parameters(sample_store, drawn), PAGES[drawn.view]
    visit = Visit(
        sample_store, scope_for(role, frozenset(agencies)), context(sample_store), drawn.view, drawn.who
    )
    ask, refused = granted(visit, page, asked)
    if ask is None:
        assert refused in screens(show, sample_store, drawn, asked)[0].html.text
        return
    found = export(ask, page, drawn.who)
    told = held(found)
    on_page(told, screens(show, sample_store, drawn, asked))
    in_csv(told, FORMATS["csv"].write(found))
    in_workbook(told, FORMATS["xlsx"].write(found))
    in_pdf(told, FORMATS["pdf"].write(found))
    on_command_line(sample_store, told, drawn.who, Random(drawn.seed))
