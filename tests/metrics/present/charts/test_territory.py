"""The map by hand: every agency is told, those that stand nowhere too, and nothing is asked of the web."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from metrics.catalogue.dimensions import SECTOR
from metrics.catalogue.units import EUROS, PER_HOUR
from metrics.present.charts.chart import Chart
from metrics.present.charts.territory import places, territory
from metrics.query import Filter
from metrics.result import HIDDEN, MISSING, Cell, Figure
from tests.pages.answers import by_agency, figure, metric, moved

AGENCIES = ("RENNES", "NANTES", "ANGERS", "IDF", "SIEGE")
ROUNDS = metric()


def marks(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The layers drawn with a mark."""
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


def bubbles(chart: Chart) -> dict[str, dict[str, Any]]:
    """What each bubble says, by agency."""
    (layer,) = marks(chart.spec(), "circle")
    return {each["key"]: each for each in chart.rows[layer["data"]["name"]]}


def texts(each: Any) -> Iterator[str]:
    """Every text of a specification, its keys included."""
    if isinstance(each, dict):
        yield from each
        each = each.values()
    if isinstance(each, str):
        yield each
    elif isinstance(each, Iterator | list | type({}.values())):
        for inside in each:
            yield from texts(inside)


def cells(**values: int | str | None) -> dict[str, Cell]:
    return {agency: Cell(figure(value)) for agency, value in values.items()}


def test_a_bubble_has_the_size_of_the_figure_and_says_it_beside_the_name() -> None:
    chart = territory(by_agency(ROUNDS, cells(RENNES=120, NANTES=40)), ROUNDS, AGENCIES)
    found = bubbles(chart)
    assert {agency: each["size"] for agency, each in found.items()} == {"RENNES": 120.0, "NANTES": 40.0}
    assert found["NANTES"]["written"] == "NANTES\n40"
    (layer,) = marks(chart.spec(), "circle")
    assert layer["encoding"]["size"] == {
        "field": "area",
        "legend": None,
        "scale": None,
        "type": "quantitative",
    }
    assert found["RENNES"]["area"] == 3 * found["NANTES"]["area"]


def test_every_name_is_written_once_over_its_rim() -> None:
    chart = territory(by_agency(ROUNDS, cells(RENNES=1, NANTES=2, ANGERS=3, IDF=4)), ROUNDS, AGENCIES)
    for rim in (4, 0):
        layers = [layer for layer in marks(chart.spec(), "text") if layer["mark"]["strokeWidth"] == rim]
        written = [each["key"] for layer in layers for each in chart.rows[layer["data"]["name"]]]
        assert sorted(written) == ["ANGERS", "IDF", "NANTES", "RENNES"]


def test_an_agency_that_stands_nowhere_is_told_in_words_and_not_lost() -> None:
    chart = territory(by_agency(ROUNDS, cells(RENNES=3, SIEGE=7, AILLEURS=2)), ROUNDS, AGENCIES)
    assert set(bubbles(chart)) == {"RENNES"}
    assert (
        chart.sentence
        == "Rondes par agence, décembre 2024 : RENNES 3 ; hors de la carte, SIEGE 7 ; AILLEURS 2."
    )


@pytest.mark.parametrize(("unknown", "said"), [(MISSING, "n.d."), (HIDDEN, "s")])
def test_a_figure_without_value_has_a_name_and_no_bubble(unknown: Figure, said: str) -> None:
    answer = by_agency(ROUNDS, {**cells(NANTES=4, ANGERS=5), "RENNES": Cell(unknown)})
    chart = territory(answer, ROUNDS, AGENCIES)
    assert bubbles(chart)["RENNES"]["size"] == 0
    assert bubbles(chart)["RENNES"]["written"] == f"RENNES\n{said}"
    assert chart.title == "Rondes par agence"


def test_less_than_nothing_is_no_bubble_either() -> None:
    euros = metric(EUROS)
    chart = territory(by_agency(euros, cells(RENNES=-5, NANTES=4)), euros, AGENCIES)
    assert bubbles(chart)["RENNES"]["size"] == 0
    assert "−5\u00a0€" in chart.sentence


def test_the_change_is_written_under_the_figure() -> None:
    answer = by_agency(ROUNDS, {"RENNES": moved(120, 20, 20)}, versus="décembre 2023")
    chart = territory(answer, ROUNDS, AGENCIES)
    assert bubbles(chart)["RENNES"]["written"] == "RENNES\n120\n+20,0\u00a0%"
    assert chart.subtitle.endswith("évolution par rapport à : décembre 2023")


def test_the_title_tells_the_extremes_of_the_map_and_names_nobody() -> None:
    rate = metric(PER_HOUR)
    answer = by_agency(rate, cells(RENNES="1/2", NANTES="5/4", ANGERS="3/4", SIEGE=9))
    assert territory(answer, rate, AGENCIES).title == "Rondes : de 0,50 à 1,25\u00a0par heure selon l'agence"


@pytest.mark.parametrize("few", [cells(RENNES=1, NANTES=2), cells(RENNES=2, NANTES=2, ANGERS=2), {}])
def test_nothing_is_found_among_two_or_equals_or_none(few: dict[str, Cell]) -> None:
    chart = territory(by_agency(ROUNDS, few), ROUNDS, AGENCIES)
    assert chart.title == "Rondes par agence"
    assert bool(few) is ("rien à montrer" not in chart.sentence)


def test_colours_follow_the_place_in_the_whole_list_whatever_is_shown() -> None:
    chart = territory(by_agency(ROUNDS, cells(NANTES=1)), ROUNDS, AGENCIES)
    (layer,) = marks(chart.spec(), "circle")
    assert layer["encoding"]["color"]["scale"]["domain"] == list(AGENCIES)


def test_a_click_keeps_the_agency() -> None:
    chart = territory(by_agency(ROUNDS, cells(NANTES=1)), ROUNDS, AGENCIES)
    (click,) = chart.spec()["params"]
    assert chart.dimension == "agency"
    assert click["select"]["fields"] == ["key"]


def test_the_outline_is_inside_and_nothing_is_fetched() -> None:
    spec = territory(by_agency(ROUNDS, cells(NANTES=1)), ROUNDS, AGENCIES).spec()
    (land,) = marks(spec, "geoshape")
    assert land["data"]["format"] == {"type": "topojson", "feature": "departements"}
    shapes = land["data"]["values"]["objects"]["departements"]["geometries"]
    assert {"35", "44", "49", "37", "75"} <= {shape["properties"]["code"] for shape in shapes}
    outside = [text for text in texts({**spec, "$schema": ""}) if re.search(r"//|\burl\b", text)]
    assert outside == []
    assert len(json.dumps(spec)) < 40_000


def test_each_agency_with_a_place_stands_on_the_outline() -> None:
    spec = territory(by_agency(ROUNDS, cells(NANTES=1)), ROUNDS, AGENCIES).spec()
    (land,) = marks(spec, "geoshape")
    transform = land["data"]["values"]["transform"]
    west, south = transform["translate"]
    for place in places().values():
        assert west < place.longitude < 4
        assert south < place.latitude < 51
        assert place.name_on in ("west", "east")


def test_within_a_sector_of_one_agency_the_others_have_no_figure_and_the_title_compares_nobody() -> None:
    found = by_agency(ROUNDS, cells(RENNES=7, NANTES=0, ANGERS=0))
    kept = replace(found, query=replace(found.query, where=(Filter(SECTOR, ("BLOSNE",)),)))
    assert territory(found, ROUNDS, AGENCIES).title == "Rondes : de 0 à 7 selon l'agence"
    chart = territory(kept, ROUNDS, AGENCIES)
    assert chart.title == "Rondes par agence"
    assert {key: each["text"] for key, each in bubbles(chart).items()} == {
        "RENNES": "7",
        "NANTES": "–",
        "ANGERS": "–",
    }
