"""Excel's own charts: of what can be drawn so, with the sentence of the picture, no mark drawn as zero."""

import io
import re
from zipfile import ZipFile

import pytest

from metrics.present.blocks import Picture
from metrics.present.export import Export
from metrics.present.xlsx import workbook
from metrics.result import HIDDEN, Cell
from tests.metrics.present.books import FIRST, opened
from tests.metrics.present.papers import exported
from tests.metrics.present.rounds import MASKED, RISEN, ROUNDS, by_agency, by_month, by_place, cells
from tests.pages.answers import moved


def drawn(export: Export) -> list[str]:
    """The charts of a workbook, as they are written."""
    with ZipFile(io.BytesIO(workbook.write(export))) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        return [archive.read(name).decode() for name in sorted(names)]


def ranges(chart: str) -> list[str]:
    """The cells that the series of a chart show."""
    return re.findall(r"<c:val><c:numRef><c:f>([^<]+)</c:f>", chart)


def test_a_series_over_time_is_columns_beside_nothing() -> None:
    (chart,) = drawn(exported(by_month(3, 5, 4)))
    assert '<c:barDir val="col"/>' in chart
    assert ranges(chart) == ["'Interventions, mois'!$B$4:$B$6"]


def test_a_breakdown_is_bars_beside_what_they_are_set_against() -> None:
    (chart,) = drawn(exported(by_place(RISEN)))
    assert '<c:barDir val="bar"/>' in chart
    assert ranges(chart) == ["'Interventions, agence'!$B$4:$B$5", "'Interventions, agence'!$C$4:$C$5"]


def test_a_chart_is_told_to_those_who_do_not_see_it() -> None:
    picture = by_month(3, 5, 4)
    with ZipFile(io.BytesIO(workbook.write(exported(picture)))) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert f'descr="{picture.chart.title}. {picture.chart.sentence}"' in drawing


def test_months_that_are_not_loaded_at_the_ends_are_left_out() -> None:
    (chart,) = drawn(exported(by_month(None, 5, 4, None, None)))
    assert ranges(chart) == ["'Interventions, mois'!$B$5:$B$6"]


@pytest.mark.parametrize("picture", [by_month(3, None, 4), by_place(MASKED), by_month(None, None)])
def test_a_mark_in_the_middle_is_never_drawn_as_zero(picture: Picture) -> None:
    """A spreadsheet draws text as zero: the table alone tells it."""
    assert drawn(exported(picture)) == []


def test_a_page_never_cuts_a_chart() -> None:
    """What is a little too long is made smaller; after a long table, the chart has the next page."""
    little, long = (opened(exported(by_month(*range(1, count)))).worksheets[1] for count in (36, 92))
    assert (int(little.page_setup.fitToWidth or 1), int(little.page_setup.fitToHeight or 1)) == (1, 1)
    assert [each.id for each in long.row_breaks.brk] == [FIRST + 91]
    assert not long.sheet_properties.pageSetUpPr.fitToPage  # which would leave breaks unheard


def test_what_is_hidden_is_in_no_chart() -> None:
    """The reference of a figure that is told may be hidden: its series is left out."""
    shown = by_agency(RENNES=moved(1112, 11, 112), NANTES=Cell(moved(90, -10, -10).figure, HIDDEN, HIDDEN))
    (chart,) = drawn(exported(by_place(shown)))
    assert ranges(chart) == ["'Interventions, agence'!$B$4:$B$5"]


def test_a_table_without_a_picture_has_no_chart() -> None:
    assert drawn(exported(cells(RISEN, ROUNDS))) == []
