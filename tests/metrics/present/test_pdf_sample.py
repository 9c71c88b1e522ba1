"""A whole view of the sample years on paper: every value, cell and sentence that it shows is there."""

from collections.abc import Iterator

import pytest

from data_access.access import Role, scope_for
from metrics import figure_id, period
from metrics.badges import said
from metrics.context import context
from metrics.present import pdf
from metrics.present.blocks import Heading, Note, Picture, Tiles
from metrics.present.export import Export, Piece
from metrics.present.pdf.pieces import FOLDED
from metrics.present.table import Entry, Run, Table
from metrics.present.tile import tile
from metrics.query import Against, Comparison
from metrics.views import activity
from metrics.views.ask import Ask
from metrics.views.export import export
from metrics.views.visit import Visit
from tests.metrics.present.papers import elements, pages, squeezed

PAGES = 11  # upright, but for the portfolio


@pytest.fixture(scope="module")
def view(sample_store: str) -> Export:
    """The activity of 2024, set against 2023."""
    visit = Visit(sample_store, scope_for(Role.DIRECTION), context(sample_store))
    versus = Comparison(Against.PREVIOUS_YEAR)
    ask = Ask(visit, period.year(2024), versus, (), activity.PAGE.by)
    return export(ask, activity.PAGE, "direction@exemple.fr")


@pytest.fixture(scope="module")
def paper(view: Export) -> bytes:
    return pdf.write(view)


def shown(view: Export) -> Iterator[str]:
    """All that the pieces of a view show, as it is read on its page."""
    for part in view.parts:
        yield part.title
        for piece in part.pieces:
            yield from _of(piece)


def _of(piece: Piece) -> Iterator[str]:
    match piece:
        case Tiles():
            yield from _key_figures(piece)
        case Picture():
            yield from (piece.chart.title, piece.chart.subtitle, piece.chart.sentence, *piece.chart.notes)
            if len(piece.table.lines) <= FOLDED:
                yield from _cells(piece.table)
        case Table():
            yield from _cells(piece)
        case Heading():
            yield from (piece.title, piece.subtitle)
        case Note():
            yield "".join(each.text if isinstance(each, Run) else each for each in piece.words)


def _key_figures(shown: Tiles) -> Iterator[str]:
    for each in shown.headline.query.metrics:
        one = tile(each, shown.headline, shown.goals, said(shown.badges, shown.headline, each))
        yield each.label
        yield f"{one.value}{one.unit}"
        yield f"{one.change.amount} · {one.change.trend}" if one.change.trend else one.change.amount
        yield one.change.against
        yield one.goal.sentence if one.goal else ""
        yield from (one.outside, one.rests_on, one.state, one.dated, one.published)
        yield figure_id.written(shown.headline, each)


def _cells(table: Table) -> Iterator[str]:
    yield table.caption
    yield table.source
    yield from (column.said for column in table.columns)
    for line in table.lines:
        for each in line:
            yield each if isinstance(each, str) else each.text
            if isinstance(each, Entry):
                yield from (under.text for under in each.under)


def test_all_that_the_view_shows_is_in_the_text_of_its_pages(view: Export, paper: bytes) -> None:
    found = squeezed("".join(pages(paper)))
    told = [*shown(view), *view.notes, *(f"{name} : {value}" for name, value in view.facts)]
    assert len(told) > 600
    assert [each for each in told if squeezed(each) not in found] == []


def test_a_year_of_activity_is_so_many_pages(paper: bytes) -> None:
    assert len(pages(paper)) == PAGES


def test_each_chart_has_its_sentence_for_those_who_do_not_see_it(view: Export, paper: bytes) -> None:
    charts = [piece.chart for part in view.parts for piece in part.pieces if isinstance(piece, Picture)]
    told = [alt for tag, alt in elements(paper) if tag == "Figure"]
    assert [alt for alt in told if alt] == [chart.sentence for chart in charts]


def test_every_page_says_that_the_data_is_an_example(paper: bytes) -> None:
    foot = squeezed("activite_2024 · Données au 31 décembre 2024 · Données d'exemple")
    assert all(foot in squeezed(page) for page in pages(paper))
