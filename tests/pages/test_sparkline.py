"""The little curve: thirteen months, honest about those that are not known."""

import re
from base64 import b64decode
from dataclasses import replace

import pytest

from pages.ui.html import Element
from pages.ui.sparkline import sparkline
from tests.pages.answers import metric, months
from tests.pages.markup import Node, read

RONDES = metric()
MARGIN = 4  # around the drawing, for the dot
Point = tuple[float, float]  # from the left and from the bottom, as shares of the drawing


def _source(picture: Element) -> str:
    """What the image holds, as it travels."""
    return _attributes(picture)["src"].split(",")[1]


def _attributes(picture: Element) -> dict[str, str]:
    (image,) = read(picture.markup).children
    assert isinstance(image, Node)
    return image.attributes


def drawing(values: list[int | None]) -> tuple[list[list[Point]], Point]:
    """The lines of the curve, and the dot of its last month."""
    picture = sparkline(RONDES, months(RONDES, values))
    assert isinstance(picture, Element)
    svg = b64decode(_source(picture)).decode()
    (box,) = re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)
    ((x, y),) = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', svg)
    lines = [points.split() for points in re.findall(r'points="([^"]*)"', svg)]
    return [[_share(box, *point.split(",")) for point in line] for line in lines], _share(box, x, y)


def svg(values: list[int | None], partial: int) -> str:
    """The drawing where the month at this place is not all there."""
    history = months(RONDES, values)
    rows = list(history.rows)
    rows[partial] = replace(rows[partial], cells=(replace(rows[partial].cells[0], partial=True),))
    picture = sparkline(RONDES, replace(history, rows=tuple(rows)))
    assert picture is not None
    return b64decode(_source(picture)).decode()


def _share(box: tuple[str, str], x: str, y: str) -> Point:
    width, height = (int(side) - 2 * MARGIN for side in box)
    return round((float(x) - MARGIN) / width, 2), round((height + MARGIN - float(y)) / height, 2)


def test_the_curve_goes_from_left_to_right_and_more_is_higher() -> None:
    ((first, middle, last),), dot = drawing([0, 10, 5])
    assert (first, middle, last) == ((0, 0), (0.5, 1), (1, 0.5))
    assert dot == last


def test_the_lowest_month_is_at_the_bottom_even_below_zero() -> None:
    ((low, high),), _ = drawing([-20, -10])
    assert (low[1], high[1]) == (0, 1)


def test_months_that_are_all_alike_draw_a_flat_line() -> None:
    (line,), _ = drawing([7] * 13)
    assert len({y for _, y in line}) == 1


def test_a_month_that_is_not_known_breaks_the_line_and_is_no_zero() -> None:
    lines, _ = drawing([1, 2, None, 3, 4])
    assert [len(line) for line in lines] == [2, 2]
    assert lines[0][0][1] == 0
    assert lines[1][-1][1] == 1


def test_a_month_alone_between_two_gaps_is_still_seen() -> None:
    lines, _ = drawing([1, None, 5, None, 3])
    assert [len(set(line)) for line in lines] == [1, 1, 1]
    assert all(len(line) == 2 for line in lines), "a line of one point draws nothing"


def test_the_dot_is_on_the_last_month_known() -> None:
    lines, dot = drawing([1, 2, 3, None])
    assert dot == lines[0][-1]
    assert dot[0] < 1


@pytest.mark.parametrize("values", [[], [None] * 13, [5], [None, 5, None]])
def test_fewer_than_two_months_make_no_curve(values: list[int | None]) -> None:
    assert sparkline(RONDES, months(RONDES, values or [None])) is None


def test_the_curve_is_told_in_words_to_those_who_do_not_see_it() -> None:
    picture = sparkline(RONDES, months(RONDES, [1200, *[None] * 11, 4]))
    assert picture is not None
    assert _attributes(picture)["alt"] == "Rondes, 13 mois : 1\u202f200 en déc. 2023, 4 en déc. 2024."
    unknown = sparkline(RONDES, months(RONDES, [None, *[3] * 12]))
    assert unknown is not None
    assert "n.d. en déc. 2023" in _attributes(unknown)["alt"]


def test_a_last_month_that_is_not_all_there_is_an_open_point_at_the_end_of_dashes() -> None:
    drawn = svg([1, 2, 3, 1], partial=3)
    plain, dashed = re.findall(r'points="([^"]*)"( stroke-dasharray)?', drawn)
    assert (len(plain[0].split()), bool(plain[1])) == (3, False)
    assert (len(dashed[0].split()), bool(dashed[1])) == (2, True)
    assert plain[0].split()[-1] == dashed[0].split()[0], "the curve is not broken"
    assert drawn.rindex('fill="none"') > drawn.index("<circle")


def test_a_month_in_the_middle_that_is_not_all_there_has_dashes_on_both_sides() -> None:
    lines = re.findall(r'points="([^"]*)"( stroke-dasharray)?', svg([1, 2, 3, 4, 5], partial=2))
    assert [(len(points.split()), bool(dashed)) for points, dashed in lines] == [
        (2, False), (3, True), (2, False)
    ]  # fmt: skip


def test_the_words_of_the_curve_say_that_a_month_is_not_all_there() -> None:
    history = months(RONDES, [1, 2])
    last = replace(history.rows[1], cells=(replace(history.rows[1].cells[0], partial=True),))
    picture = sparkline(RONDES, replace(history, rows=(history.rows[0], last)))
    assert picture is not None
    assert _attributes(picture)["alt"].endswith("2 en déc. 2024 (mois incomplet).")
