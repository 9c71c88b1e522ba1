"""Squares: in their own order, the title tells the highest only when it stands alone and all is known."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from metrics import period
from metrics.catalogue.dimensions import HOUR, WEEKDAY
from metrics.present.charts.heat import heat
from metrics.query import Query
from metrics.result import Cell, Result, Row
from tests.pages.answers import figure, metric

ROUNDS = metric()
DAYS = {1: "lundi", 2: "mardi"}
SQUARES = {(1, 8): 4, (1, 9): 7, (2, 8): 1, (2, 9): 2}


def told(squares: dict[tuple[int, int], int | None], *, partial: bool = False) -> Result:
    return Result(
        query=Query(metrics=(ROUNDS,), period=period.parse("2024-12"), by=(WEEKDAY, HOUR)),
        rows=tuple(
            Row((day, hour), (DAYS[day], f"{hour} h"), (Cell(figure(value)),))
            for (day, hour), value in squares.items()
        ),
        perimeter="Ensemble de l'association",
        versus_label="",
        data_dates=(date(2024, 12, 31),),
        partial=(partial,),
        as_of=None,
        import_number=1,
    )


def draw(answer: Result) -> Any:
    return heat(answer, ROUNDS, across=HOUR, down=WEEKDAY)


def test_the_title_tells_where_it_is_highest() -> None:
    assert draw(told(dict(SQUARES))).title == "Rondes : le plus souvent lundi, 9 h"


@pytest.mark.parametrize(
    "answer",
    [
        told({**SQUARES, (2, 9): 7}),  # two are as high
        told({**SQUARES, (2, 9): None}),  # one is not known
        told(dict(SQUARES), partial=True),  # months are missing
    ],
)
def test_the_title_tells_no_finding_that_could_be_wrong(answer: Result) -> None:
    assert draw(answer).title == "Rondes par jour de la semaine et heure"


def test_days_and_hours_keep_their_order_whatever_comes_first() -> None:
    answer = told(dict(SQUARES))
    encoding = draw(replace(answer, rows=tuple(reversed(answer.rows)))).spec()["encoding"]
    assert encoding["y"]["scale"]["domain"] == ["lundi", "mardi"]
    assert encoding["x"]["scale"]["domain"] == ["8 h", "9 h"]


def test_an_hour_without_anything_between_two_others_keeps_its_place() -> None:
    across = draw(told({(1, 8): 5, (1, 11): 2, (2, 8): 3, (2, 11): 4})).spec()["encoding"]["x"]
    assert across["scale"]["domain"] == ["8 h", "9 h", "10 h", "11 h"]


def test_every_label_stands_in_the_middle_of_its_row() -> None:
    axis = draw(told(dict(SQUARES))).spec()["encoding"]["y"]["axis"]
    assert axis["labelFlush"] is False  # else the first and the last are pulled inwards
