"""Bars: the title tells a finding only when it is safe, and the sentence tells what the picture shows."""

from typing import Any

import pytest

from metrics.catalogue.dimensions import DISPOSITIF
from metrics.catalogue.units import PERCENT
from metrics.present.charts.bars import MOST, bars
from metrics.result import Cell
from metrics.unit import Unit
from tests.pages.answers import answer, figure, metric

ROUNDS = metric()
PEOPLE = metric(Unit(symbol="pers."))


def told(each: Any = ROUNDS, *, partial: bool = False, **values: int | None) -> Any:
    cells = {name: Cell(figure(value)) for name, value in values.items()}
    return answer(each, cells, by=DISPOSITIF, partial=partial)


def test_the_title_names_the_measure_and_the_part_of_the_first() -> None:
    assert bars(told(Jour=50, Nuit=30, Foire=20), ROUNDS).title == "Rondes : Jour, 50\u00a0% du total"


@pytest.mark.parametrize(
    "of",
    [
        told(Jour=50, Nuit=50),  # two are no competition
        told(Jour=50, Nuit=30, Foire=None),  # something is not told
        told(Jour=50, Nuit=30, Foire=20, partial=True),  # months are missing
        told(Jour=50, Nuit=-30, Foire=20),  # what is taken away makes no part
        told(Jour=0, Nuit=0, Foire=0),
    ],
)
def test_the_title_tells_no_finding_that_could_be_wrong(of: Any) -> None:
    assert bars(of, ROUNDS).title == "Rondes par dispositif"


def test_what_the_answer_is_kept_to_is_named_in_the_title_and_the_sentence() -> None:
    chart = bars(told(Jour=50, Nuit=30, Foire=20), ROUNDS, of="famille Nuisances")
    assert chart.title == "Rondes (famille Nuisances) : Jour, 50\u00a0% du total"
    assert chart.sentence == (
        "Rondes (famille Nuisances) par dispositif, décembre 2024 : Jour 50 ; Nuit 30 ; Foire 20."
    )


def test_a_sentence_that_ends_with_a_short_unit_has_one_full_stop() -> None:
    assert bars(told(PEOPLE, Jour=5), PEOPLE).sentence.endswith("Jour 5\u00a0pers.")


def test_a_ratio_is_named_before_what_it_is_told_by() -> None:
    each = metric(label="Rondes par heure")
    assert bars(told(each, Jour=1), each).title == "Rondes par heure, par dispositif"


def test_the_longest_come_first_and_the_rest_is_in_the_table() -> None:
    many = told(**{f"D{n}": n for n in range(1, MOST + 3)})
    chart = bars(many, ROUNDS)
    assert "les 20 premiers sur 22" in chart.subtitle
    assert chart.sentence.endswith("D18 18, puis 17 autres dans le tableau.")  # 22 - 5


def test_what_is_nothing_has_no_bar_but_what_is_not_known_is_named() -> None:
    assert "Jour n.d." in bars(told(Jour=None, Nuit=0), ROUNDS).sentence
    assert "Nuit" not in bars(told(Jour=None, Nuit=0), ROUNDS).sentence


def test_what_had_no_reference_keeps_its_rank() -> None:
    told = {"new": Cell(figure(9)), "old": Cell(figure(3), figure(2))}
    chart = bars(answer(ROUNDS, told, by=DISPOSITIF, versus="avant"), ROUNDS)
    first = chart.spec()["layer"][0]
    assert first["mark"]["type"] == "text"  # names come in the order of the first layer, but for nulls
    assert all(line[first["encoding"]["x"]["field"]] is not None for line in chart.rows["rows"])
    assert [line["label"] for line in chart.rows["rows"]] == ["new", "old"]


def test_a_figure_is_written_beside_its_own_bar_though_its_reference_is_longer() -> None:
    (line,) = bars(answer(ROUNDS, {"Jour": Cell(figure(3), figure(7))}, by=DISPOSITIF), ROUNDS).rows["rows"]
    assert (line["text"], line["end"], line["reference"]) == ("3", 3, 7)


@pytest.mark.parametrize(
    ("unit", "least"), [(Unit(symbol=""), 1), (Unit(symbol="j", decimals=1), None), (PERCENT, None)]
)
def test_what_is_counted_one_by_one_has_no_tenths_on_its_axis(unit: Unit, least: int | None) -> None:
    each = metric(unit)
    drawn = bars(told(each, Jour=1), each).spec()["layer"]
    axes = [layer["encoding"]["x"]["axis"] for layer in drawn if "axis" in layer["encoding"]["x"]]
    assert [axis.get("tickMinStep") for axis in axes] == [least]
