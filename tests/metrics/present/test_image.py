"""Charts as pictures: text is drawn in the font of the documents, nothing is fetched, names stay whole."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
import vl_convert as vlc
from PIL import Image

from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, MONTH
from metrics.catalogue.units import TRAINEE_HOURS
from metrics.present import image
from metrics.present.charts.bars import bars
from metrics.present.charts.chart import ACCENT, MUTED, Chart, Drawing
from metrics.present.charts.over_time import over_time
from metrics.present.charts.small_multiples import small_multiple
from metrics.result import Cell, Row
from tests.pages.answers import answer, by_agency, figure, metric, months

ROUNDS = metric()
LONG = "Médiation tranquillité prévention, Clichy-sous-Bois"
PNG = b"\x89PNG\r\n\x1a\n"


def drawn(**values: int) -> Chart:
    """Bars by dispositif."""
    return bars(answer(ROUNDS, {name: Cell(figure(n)) for name, n in values.items()}, by=DISPOSITIF), ROUNDS)


def texts(svg: str) -> list[str]:
    return [unescape(each) for each in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def points(svg: str) -> bytes:
    return bytes(vlc.svg_to_png(svg))


@pytest.mark.parametrize("sign", ["\x00", "\x1f", "\ufffe", "\uffff"])
def test_a_sign_that_no_drawing_may_hold_does_not_stop_the_server(sign: str) -> None:
    chart = replace(drawn(**{f"Nu{sign}it": 3, "Jour": 2}), title=f"Le ti{sign}tre")
    assert image.png(chart).startswith(PNG)
    assert {"Nuit", "Le titre"} <= set(texts(image.svg(chart)))


def test_letters_are_drawn_by_the_font_of_the_documents_and_not_lost_without_a_word() -> None:
    """With a font that is not there, a picture has no letters and no error says so."""
    chart = drawn(Jour=50, Nuit=30)
    svg = image.svg(chart)
    image.png(chart)  # the font is known from the first picture on
    without = re.sub(r"<text.*?</text>", "", svg)
    alone = svg.replace("'Source Sans 3', sans-serif", "'Source Sans 3'")
    unknown = svg.replace("'Source Sans 3', sans-serif", "'Nobody Has This'")
    assert alone != svg != unknown
    assert points(alone) == points(svg) != points(without)
    assert points(unknown) == points(without)


def test_all_letters_are_those_of_the_documents() -> None:
    families = set(re.findall(r'font-family="([^"]*)"', image.svg(drawn(Jour=50, Nuit=30))))
    assert families == {"'Source Sans 3', sans-serif"}


def test_numbers_are_french() -> None:
    told = texts(image.svg(drawn(Jour=12345, Nuit=300)))
    assert "12\u202f345" in told
    assert "10\u202f000" in told  # of the axis


def test_a_name_is_not_cut_as_on_a_telephone() -> None:
    assert LONG in texts(image.svg(drawn(**{LONG: 50, "Nuit": 30})))


HOURS = metric(TRAINEE_HOURS)
CASES = [(9_388, 2_058), (10_001, 9_999), (5_100, 5_000), (1_250_000, 3), (21, 20)]


@pytest.mark.parametrize("width", [image.WIDTH, image.HALF])
@pytest.mark.parametrize(("first", "second"), CASES)
def test_long_names_and_figures_leave_room_for_bars_and_are_not_cut(
    first: int, second: int, width: int
) -> None:
    values = {LONG: first, "Modules des titres professionnels": second}
    shown = {name: Cell(figure(n), figure(n // 2)) for name, n in values.items()}
    svg = image.vectors(bars(answer(HOURS, shown, by=DISPOSITIF), HOURS), width)
    lengths = re.findall(rf'd="M0,[^h]*h([\d.]+)[^"]*" fill="{image.ON_PAPER}"', svg)
    assert float(lengths[0]) > width / 8
    image.png(drawn(Jour=50))  # the font is known from the first picture on
    edge = Image.open(BytesIO(points(svg))).convert("L").crop((width - 2, 0, width, 90))
    assert edge.getextrema() == (255, 255)


def test_on_half_of_a_page_a_long_name_is_on_two_lines() -> None:
    svg = image.vectors(drawn(**{"Modules des titres professionnels": 50, "Nuit": 30}), image.HALF)
    assert re.findall(r"<tspan[^>]*>([^<]*)</tspan>", svg) == ["Modules des titres", "professionnels"]


def test_every_month_of_a_year_is_named() -> None:
    svg = image.svg(over_time(months(ROUNDS, [5, 7, 3] * 4), ROUNDS))
    assert svg.count(">2024</tspan>") == 12


def test_a_picture_is_as_wide_as_a_page_and_twice_as_many_points() -> None:
    chart = drawn(Jour=50, Nuit=30)
    assert f'width="{image.WIDTH}"' in image.svg(chart)
    made = image.png(chart)
    assert made.startswith(PNG)
    assert int.from_bytes(made[16:20]) == 2 * image.WIDTH


def test_nothing_is_fetched() -> None:
    fetching: dict[str, Any] = {
        "data": {"url": "https://exemple.invalid/a.json"},
        "mark": "bar",
        "encoding": {"x": {"field": "b", "type": "quantitative"}},
        "config": {"axis": {}, "legend": {}},
    }
    chart = Chart(drawing=Drawing(fetching), rows={}, title="", subtitle="", sentence="")
    with pytest.raises(ValueError, match="not allowed"):
        image.svg(chart)


def test_the_same_chart_gives_the_same_picture_whatever_was_drawn_before() -> None:
    """What hatches a bar is counted from the first picture of the process on."""
    answered = months(ROUNDS, [5, 7, 3])
    rows = (replace(row, cells=(replace(row.cells[0], partial=True),)) for row in answered.rows)
    hatched = over_time(replace(answered, rows=tuple(rows)), ROUNDS)
    first = image.svg(hatched), image.png(hatched)
    assert "url(#gradient_0)" in first[0]
    assert (image.svg(hatched), image.png(hatched)) == first


def test_agencies_are_told_apart_by_signs_as_well_as_colours() -> None:
    """Printed in black and white, a circle is still no square."""
    days = (date(2024, 11, 1), date(2024, 12, 1))
    empty = by_agency(ROUNDS, {}, span="2024-11..2024-12")
    rows = tuple(
        Row((day, agency), (f"{day:%Y-%m}", agency), (Cell(figure(n)),))
        for day in days
        for n, agency in enumerate("AB", start=1)
    )
    answered = replace(empty, query=replace(empty.query, by=(MONTH, AGENCY)), rows=rows)
    svg = image.svg(small_multiple(answered, ROUNDS, ("A", "B")))
    points = re.findall(r'transform="translate[^>]* d="([^"]*)" fill="([^"]*)"', svg)
    signs, colours = zip(*set(points), strict=True)
    assert len(set(signs)) == len(set(colours)) == 2


def test_a_picture_alone_says_what_it_shows_what_happened_and_what_it_is_known_by() -> None:
    chart = replace(drawn(Jour=50, Nuit=30), notes=("3 juin 2024 : un nouveau marché",))
    told = texts(image.svg(chart, ("rondes_2024-12 · rounds/2024-12/v1/1",)))
    assert told[0] == chart.title
    assert " ".join(told[1:]).startswith(chart.subtitle)
    assert told[-2:] == ["1. 3 juin 2024 : un nouveau marché", "rondes_2024-12 · rounds/2024-12/v1/1"]


def test_in_a_document_which_says_them_a_picture_has_no_title() -> None:
    chart = drawn(Jour=50, Nuit=30)
    assert chart.title not in texts(image.vectors(chart))


def test_the_sentence_of_a_picture_stands_for_it() -> None:
    root = ElementTree.fromstring(image.svg(drawn(Jour=50, Nuit=30)))
    assert root.get("role") == "img"
    assert root.findtext("{*}desc") == drawn(Jour=50, Nuit=30).sentence


def test_a_title_longer_than_the_picture_goes_on_under_itself() -> None:
    chart = replace(drawn(Jour=50), title="Médiation " * 40, subtitle="")
    told = texts(image.svg(chart))
    assert sum(each.startswith("Médiation") for each in told) > 3
    assert max(map(len, told)) < 120


def test_hostile_texts_are_texts() -> None:
    hostile = "</text><script>alert('x')</script> & « \"oui\" »"
    chart = replace(drawn(**{hostile: 50, "Nuit": 30}), title=hostile, notes=(hostile,), sentence=hostile)
    root = ElementTree.fromstring(image.svg(chart, (hostile,)))
    assert root.findtext("{*}desc") == hostile
    assert not list(root.iter("{*}script"))
    assert sum("alert" in (each.text or "") for each in root.iter("{http://www.w3.org/2000/svg}text")) == 4


def test_the_accent_is_told_from_grey_without_colour() -> None:
    """On screen both have the same brightness: hue tells them apart, which black ink does not."""
    assert image.ON_PAPER in image.svg(drawn(Jour=50, Nuit=30))
    assert ACCENT not in image.svg(drawn(Jour=50, Nuit=30))
    light, dark = _brightness(MUTED), _brightness(image.ON_PAPER)
    assert (light + 0.05) / (dark + 0.05) > 1.9
    assert 1.05 / (light + 0.05) > 3


def _brightness(colour: str) -> float:
    """The relative luminance of a colour, as WCAG counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
