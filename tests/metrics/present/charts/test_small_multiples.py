"""Small charts by hand: the same months across, an agency's own colour and sign, nobody lost."""

from dataclasses import replace
from datetime import date

import pytest

from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.catalogue.units import EUROS, PERCENT
from metrics.model import Metric
from metrics.present.charts.chart import Chart
from metrics.present.charts.small_multiples import silent, small_multiple
from metrics.query import Against, Comparison
from metrics.result import HIDDEN, Cell, Result, Row
from tests.pages.answers import by_agency, figure, metric

NAMES = {"RENNES": "Rennes", "NANTES": "Nantes", "SIEGE": "Siège"}
AGENCIES = tuple(NAMES)
ROUNDS = metric()
MONTHS = (date(2024, 10, 1), date(2024, 11, 1), date(2024, 12, 1))


def answer(each: Metric, **values: tuple[int | None, ...]) -> Result:
    """Three months of some agencies."""
    rows = tuple(
        Row((day, agency), (f"{day:%Y-%m}", NAMES[agency]), (Cell(figure(of[place])),))
        for place, day in enumerate(MONTHS)
        for agency, of in values.items()
    )
    empty = by_agency(each, {}, span="2024-10..2024-12")
    return replace(empty, query=replace(empty.query, by=(MONTH, AGENCY)), rows=rows)


def points(chart: Chart) -> list[tuple[str, str, float | None]]:
    return [(each["key"], each["step"], each["value"]) for each in chart.rows["points"]]


def test_a_line_per_agency_month_by_month() -> None:
    chart = small_multiple(answer(ROUNDS, RENNES=(1, 2, 3), NANTES=(4, 5, 6)), ROUNDS, AGENCIES)
    assert points(chart)[:3] == [
        ("RENNES", "2024-10-01", 1.0),
        ("NANTES", "2024-10-01", 4.0),
        ("RENNES", "2024-11-01", 2.0),
    ]
    assert chart.title == "Rondes"
    assert chart.sentence == "Rondes, oct. 2024 → déc. 2024 : Rennes 1 → 3 ; Nantes 4 → 6."


@pytest.mark.parametrize("nothing", [(0, 0, 0), (None, None, None), (0, None, 0)])
def test_an_agency_with_nothing_all_along_is_left_out_and_told_apart(nothing: tuple[int | None, ...]) -> None:
    answered = answer(ROUNDS, RENNES=(1, 2, 3), SIEGE=nothing)
    chart = small_multiple(answered, ROUNDS, AGENCIES)
    assert {key for key, _, _ in points(chart)} == {"RENNES"}
    assert "Siège" not in chart.sentence
    assert silent(answered, ROUNDS) == ("Siège",)


def test_a_single_month_or_a_secret_is_not_nothing() -> None:
    answered = answer(ROUNDS, RENNES=(0, 0, 3), NANTES=(0, 0, 0))
    assert silent(answered, ROUNDS) == ("Nantes",)
    rows = tuple(
        replace(row, cells=(Cell(HIDDEN),)) if row.keys[1] == "NANTES" else row for row in answered.rows
    )
    secret = replace(answered, rows=rows)
    assert silent(secret, ROUNDS) == ()
    assert "Nantes s → s" in small_multiple(secret, ROUNDS, AGENCIES).sentence


def test_large_units_are_those_of_tiles_on_the_axis_in_the_title_and_in_words() -> None:
    euros = metric(EUROS)
    chart = small_multiple(answer(euros, RENNES=(1000, 2500, 66_286)), euros, AGENCIES)
    assert (chart.title, points(chart)[2][2]) == ("Rondes (k€)", 66.286)
    assert chart.sentence == "Rondes (k€), oct. 2024 → déc. 2024 : Rennes 1 → 66."
    assert chart.rows["points"][2]["text"] == "66\u202f286\u00a0€"


def test_an_agency_alone_is_drawn_over_the_median_of_the_others() -> None:
    answered = answer(ROUNDS, RENNES=(1, 2, 3))
    rows = tuple(replace(row, cells=(Cell(row.cells[0].figure, figure(7)),)) for row in answered.rows)
    against = replace(answered.query, versus=Comparison(Against.MEDIAN))
    chart = small_multiple(replace(answered, query=against, rows=rows), ROUNDS, AGENCIES)
    dashed, lines = chart.spec()["layer"]
    assert dashed["mark"]["strokeDash"]
    assert (dashed["data"]["name"], lines["data"]["name"]) == ("medians", "points")
    assert [each["value"] for each in chart.rows["medians"]] == [7.0, 7.0, 7.0]
    assert points(chart)[0] == ("RENNES", "2024-10-01", 1.0)
    assert chart.sentence.endswith("Rennes 1 → 3 ; médiane des autres agences 7 → 7.")


def test_a_month_not_loaded_is_a_hole_and_not_zero() -> None:
    chart = small_multiple(answer(ROUNDS, RENNES=(1, None, 3)), ROUNDS, AGENCIES)
    assert points(chart)[1] == ("RENNES", "2024-11-01", None)


def test_every_chart_has_all_the_months_across_and_names_three() -> None:
    chart = small_multiple(answer(ROUNDS, RENNES=(None, None, 3)), ROUNDS, AGENCIES)
    assert [each["month"] for each in chart.rows["points"]] == ["oct. 2024", "nov. 2024", "déc. 2024"]
    across = chart.spec()["encoding"]["x"]
    assert across["sort"] is None  # the order of the rows
    assert across["axis"]["labelExpr"].startswith("indexof([0, 0.5, 1], datum.index) < 0")


def test_colour_and_sign_follow_the_place_in_the_whole_list() -> None:
    spec = small_multiple(answer(ROUNDS, NANTES=(1, 2, 3)), ROUNDS, AGENCIES).spec()
    for channel in ("color", "shape"):
        assert spec["encoding"][channel]["scale"]["domain"] == list(AGENCIES)


def test_volumes_start_at_zero_and_percentages_where_they_move() -> None:
    share = metric(PERCENT)
    for each, zero in ((ROUNDS, True), (share, False)):
        spec = small_multiple(answer(each, RENNES=(90, 91, 92)), each, AGENCIES).spec()
        assert spec["encoding"]["y"]["scale"] == {"zero": zero}


def test_an_answer_without_lines_draws_nothing_and_says_so() -> None:
    chart = small_multiple(answer(ROUNDS), ROUNDS, AGENCIES)
    assert points(chart) == []
    assert chart.sentence.endswith("rien à montrer.")
