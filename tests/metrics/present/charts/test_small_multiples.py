"""Small charts by hand: the same months across, an agency's own colour and sign, nobody lost."""

from dataclasses import replace
from datetime import date
from typing import Any

from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.catalogue.units import PERCENT
from metrics.model import Metric
from metrics.present.charts.small_multiples import small_multiple
from metrics.result import Cell, Result, Row
from tests.pages.answers import by_agency, figure, metric

AGENCIES = {"RENNES": "Rennes", "NANTES": "Nantes", "SIEGE": "Siège"}
ROUNDS = metric()
MONTHS = (date(2024, 10, 1), date(2024, 11, 1), date(2024, 12, 1))


def answer(each: Metric, **values: tuple[int | None, ...]) -> Result:
    """Three months of some agencies."""
    rows = tuple(
        Row((day, agency), (f"{day:%Y-%m}", AGENCIES[agency]), (Cell(figure(of[place])),))
        for place, day in enumerate(MONTHS)
        for agency, of in values.items()
    )
    empty = by_agency(each, {}, span="2024-10..2024-12")
    return replace(empty, query=replace(empty.query, by=(MONTH, AGENCY)), rows=rows)


def points(spec: dict[str, Any]) -> list[tuple[str, str, float | None]]:
    return [(each["key"], each["step"], each["value"]) for each in spec["data"]["values"]]


def test_a_line_per_agency_month_by_month() -> None:
    chart = small_multiple(answer(ROUNDS, RENNES=(1, 2, 3), NANTES=(4, 5, 6)), ROUNDS, AGENCIES)
    assert points(chart.spec)[:3] == [
        ("RENNES", "2024-10-01", 1.0),
        ("NANTES", "2024-10-01", 4.0),
        ("RENNES", "2024-11-01", 2.0),
    ]
    assert chart.title == "Rondes"
    assert chart.sentence == "Rondes, en oct. 2024 puis en déc. 2024 : Rennes 1 puis 3 ; Nantes 4 puis 6."


def test_an_agency_with_nothing_has_no_line_but_its_words() -> None:
    chart = small_multiple(answer(ROUNDS, RENNES=(1, 2, 3), SIEGE=(0, 0, 0)), ROUNDS, AGENCIES)
    assert {key for key, _, _ in points(chart.spec)} == {"RENNES"}
    assert "Siège 0 puis 0" in chart.sentence


def test_a_month_not_loaded_is_a_hole_and_not_zero() -> None:
    chart = small_multiple(answer(ROUNDS, RENNES=(1, None, 3)), ROUNDS, AGENCIES)
    assert points(chart.spec)[1] == ("RENNES", "2024-11-01", None)


def test_every_chart_has_all_the_months_across_and_names_three() -> None:
    spec = small_multiple(answer(ROUNDS, RENNES=(None, None, 3)), ROUNDS, AGENCIES).spec
    months = ["oct. 2024", "nov. 2024", "déc. 2024"]
    assert spec["encoding"]["x"]["scale"]["domain"] == months
    assert spec["encoding"]["x"]["axis"]["values"] == months


def test_colour_and_sign_follow_the_place_in_the_whole_list() -> None:
    spec = small_multiple(answer(ROUNDS, NANTES=(1, 2, 3)), ROUNDS, AGENCIES).spec
    for channel in ("color", "shape"):
        assert spec["encoding"][channel]["scale"]["domain"] == list(AGENCIES)


def test_volumes_start_at_zero_and_percentages_where_they_move() -> None:
    share = metric(PERCENT)
    for each, zero in ((ROUNDS, True), (share, False)):
        spec = small_multiple(answer(each, RENNES=(90, 91, 92)), each, AGENCIES).spec
        assert spec["encoding"]["y"]["scale"] == {"zero": zero}


def test_an_answer_without_lines_draws_nothing_and_says_so() -> None:
    chart = small_multiple(answer(ROUNDS), ROUNDS, AGENCIES)
    assert points(chart.spec) == []
    assert chart.sentence.endswith("rien à montrer.")
