"""Figures in time by hand: what is not all there is drawn apart, and no finding is told of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from metrics.catalogue.units import PERCENT
from metrics.events import Event
from metrics.model import Metric
from metrics.present.charts.chart import is_sure
from metrics.present.charts.over_time import over_time
from metrics.present.charts.steps import ROWS
from metrics.query import Against, Comparison
from metrics.result import HIDDEN, MISSING, Cell, Figure, Result
from tests.pages.answers import figure, metric, months

ROUNDS, RATE = metric(), metric(PERCENT, label="Taux")
YEAR = date(2024, 3, 1)


def told(each: Metric, *values: int | None, partial: tuple[int, ...] = (), **more: Any) -> Result:
    """Months up to March 2024; those at the places of ``partial`` are not all there."""
    answer = months(each, list(values), YEAR)
    rows = tuple(
        replace(row, cells=(replace(row.cells[0], partial=place in partial, **more),))
        for place, row in enumerate(answer.rows)
    )
    return replace(answer, rows=rows)


def layers(answer: Result, each: Metric, *events: Event) -> list[dict[str, Any]]:
    spec = over_time(answer, each, events).spec()
    return spec.get("layer", [spec])


def marks(answer: Result, each: Metric, *events: Event) -> list[str]:
    return [layer["mark"]["type"] for layer in layers(answer, each, *events)]


def rows(answer: Result, each: Metric) -> list[dict[str, Any]]:
    """What the picture is drawn from."""
    return over_time(answer, each).rows[ROWS]


def test_whole_months_are_told_by_the_highest_of_them() -> None:
    chart = over_time(told(ROUNDS, 1, 9, 4), ROUNDS)
    assert chart.title == "Rondes : au plus haut en févr. 2024"
    assert "au plus 9 en févr. 2024, au moins 1 en janv. 2024" in chart.sentence
    assert "incomplet" not in chart.subtitle + chart.sentence


def test_a_month_that_is_not_all_there_is_named_and_takes_no_part_in_what_is_found() -> None:
    chart = over_time(told(ROUNDS, 1, 9, 0, partial=(2,)), ROUNDS)
    assert chart.title == "Rondes dans le temps"
    assert "hachuré : mois incomplets" in chart.subtitle
    assert chart.sentence.endswith("au moins 1 en janv. 2024. Mois incomplets : mars 2024 (0).")


def test_a_bar_that_is_not_all_there_is_striped_and_the_others_are_full() -> None:
    (bar,) = layers(told(ROUNDS, 1, 2, 1, partial=(2,)), ROUNDS)
    condition = bar["encoding"]["fill"]["condition"]
    assert (condition["test"], condition["value"]["gradient"]) == ("datum.partial", "linear")
    assert [row["partial"] for row in rows(told(ROUNDS, 1, 2, 1, partial=(2,)), ROUNDS)] == [
        False, False, True
    ]  # fmt: skip


def test_a_line_goes_by_dashes_to_a_month_that_is_not_all_there_and_from_it() -> None:
    answer = told(RATE, 10, 20, 15, 30, partial=(2,))
    assert marks(answer, RATE) == ["line", "line", "point"]
    drawn = rows(answer, RATE)
    assert [row["whole"] for row in drawn] == [10, 20, None, 30]
    assert [row["dashed"] for row in drawn] == [None, 20, 15, 30]
    assert "point ouvert : mois incomplets" in over_time(answer, RATE).subtitle


def test_a_line_of_whole_months_has_no_dashes() -> None:
    assert marks(told(RATE, 10, 20, 15), RATE) == ["line", "point"]


@pytest.mark.parametrize("state", [HIDDEN, MISSING])
def test_no_finding_is_told_where_a_month_has_no_value(state: Figure) -> None:
    answer = told(ROUNDS, 1, 9, 4)
    first = replace(answer.rows[0], cells=(Cell(state),))
    answer = replace(answer, rows=(first, *answer.rows[1:]))
    assert over_time(answer, ROUNDS).title == "Rondes dans le temps"
    assert not is_sure(answer, ROUNDS)


def test_no_finding_is_told_of_a_period_of_which_months_are_missing() -> None:
    assert is_sure(told(ROUNDS, 1, 9, 4), ROUNDS)
    assert not is_sure(replace(told(ROUNDS, 1, 9, 4), partial=(True,)), ROUNDS)
    assert not is_sure(told(ROUNDS, 1, 9, 4, partial=(0,)), ROUNDS)


@pytest.mark.parametrize(
    ("against", "opacity", "said"),
    [
        (Against.PREVIOUS_YEAR, 1, "derrière, en clair : année 2023"),
        (Against.TARGET, 0, "en contour : objectif"),
    ],
)
def test_the_year_before_is_lighter_behind_and_a_target_is_an_outline(
    against: Against, opacity: int, said: str
) -> None:
    answer = told(ROUNDS, 1, 2, 3, reference=figure(2))
    label = "objectif" if against is Against.TARGET else "année 2023"
    query = replace(answer.query, versus=Comparison(against))
    answer = replace(answer, query=query, versus_label=label)
    behind, own = layers(answer, ROUNDS)
    assert (behind["mark"]["fillOpacity"], behind["encoding"]["y"]["field"]) == (opacity, "reference")
    assert behind["mark"]["width"]["band"] > own["mark"]["width"]["band"]
    assert said in over_time(answer, ROUNDS).subtitle


def test_the_numbers_on_the_picture_are_those_of_the_notes() -> None:
    happened = [
        Event(day, title, None, None)
        for day, title in (
            (date(2024, 1, 5), "Un"), (date(2024, 3, 1), "Deux"), (date(2024, 3, 31), "Trois")
        )
    ]  # fmt: skip
    chart = over_time(told(ROUNDS, 1, 2, 3), ROUNDS, tuple(happened))
    drawn = next(layer for layer in chart.spec()["layer"] if layer["mark"]["type"] == "text")
    assert (drawn["encoding"]["text"]["field"], drawn["transform"]) == (
        "number",
        [{"filter": "datum.number"}],
    )
    numbers = {row["label"]: row["number"] for row in chart.rows[ROWS]}
    assert numbers == {"janv. 2024": "1", "févr. 2024": "", "mars 2024": "2–3"}
    assert chart.notes == ("5 janvier 2024 : Un", "1er mars 2024 : Deux", "31 mars 2024 : Trois")


def test_months_without_any_value_are_said_so() -> None:
    assert "aucune valeur complète" in over_time(told(ROUNDS, None, None), ROUNDS).sentence


def test_an_axis_that_does_not_begin_at_zero_is_said_so() -> None:
    far, near = told(RATE, 60, 80, 70), told(RATE, 10, 80, 70)
    assert "l'axe ne part pas de zéro" in over_time(far, RATE).subtitle
    assert "zéro" not in over_time(near, RATE).subtitle
    assert [layers(each, RATE)[0]["encoding"]["y"]["scale"]["zero"] for each in (far, near)] == [False, True]
    assert "zéro" not in over_time(told(ROUNDS, 60, 80, 70), ROUNDS).subtitle
