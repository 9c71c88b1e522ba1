"""The pyramid: both sides from zero on one scale, the oldest at the top, hidden cells as marks."""

from fractions import Fraction
from typing import Any

from metrics import period
from metrics.catalogue.dimensions import AGE_BAND, SEX
from metrics.catalogue.workforce import HEADCOUNT
from metrics.present.charts.chart import Chart
from metrics.present.charts.pyramid import pyramid
from metrics.query import Against, Comparison, Query
from metrics.result import HIDDEN, NOT_APPLICABLE, Cell, Figure, Result, Row

BANDS = tuple(AGE_BAND.names)[:3]
Both = tuple[int | None, int | None]


def figure(value: int | None) -> Figure:
    return HIDDEN if value is None else Figure(Fraction(value))


def drawn(*bands: Both, before: tuple[Both, ...] = ()) -> Chart:
    """A pyramid of some bands, women first, from the youngest."""
    rows = tuple(
        Row(
            (key, sex),
            (AGE_BAND.names[key], SEX.names[sex]),
            (Cell(figure(pair[n]), figure(before[place][n]) if before else NOT_APPLICABLE),),
        )
        for place, (key, pair) in enumerate(zip(BANDS, bands, strict=False))
        for n, sex in enumerate(SEX.names)
    )
    versus = Comparison(Against.PREVIOUS_YEAR) if before else Comparison()
    answer = Result(
        query=Query(metrics=(HEADCOUNT,), period=period.parse("2024"), by=(AGE_BAND, SEX), versus=versus),
        rows=rows,
        perimeter="Ensemble de l'association",
        versus_label="année 2023" if before else "",
        data_dates=(None,),
        partial=(False,),
        as_of=None,
        import_number=1,
    )
    return pyramid(answer, HEADCOUNT, down=AGE_BAND, sides=SEX)


def column(chart: Chart, field: str) -> list[Any]:
    return [line[field] for line in chart.rows["rows"]]


def test_women_are_on_the_left_and_the_oldest_at_the_top() -> None:
    chart = drawn((6, 7), (20, 13), (8, 23))
    assert column(chart, "label")[::2] == ["35 à 44 ans", "25 à 34 ans", "Moins de 25 ans"]
    assert column(chart, "value") == [23, -8, 13, -20, 7, -6]
    assert column(chart, "text") == ["23", "8", "13", "20", "7", "6"]  # nobody is less than nobody


def test_both_sides_have_one_scale_as_long_as_the_longest_bar_of_either_year() -> None:
    assert drawn((6, 7), (20, 13)).rows["ends"] == [{"end": -20}, {"end": 20}]
    assert drawn((6, 7), before=((6, 31),)).rows["ends"] == [{"end": -31}, {"end": 31}]


def test_what_is_hidden_has_a_mark_and_no_bar() -> None:
    chart = drawn((None, None), (20, 13), (8, 23))
    assert column(chart, "value")[-2:] == [None, None]
    assert column(chart, "text")[-2:] == ["s", "s"]
    assert "Moins de 25 ans : femmes s, hommes s" in chart.sentence
    assert chart.title == "Salariés par tranche d'âge et sexe"  # no finding while something is hidden


def test_the_title_names_the_band_that_stands_alone() -> None:
    assert drawn((6, 7), (20, 13), (8, 21)).title == "Salariés : 25 à 34 ans, la tranche la plus nombreuse"
    assert drawn((6, 7), (20, 13), (20, 13)).title == "Salariés par tranche d'âge et sexe"


def test_bands_are_drawn_in_the_order_of_the_first_layer_which_misses_none() -> None:
    first = drawn((None, 7), (20, 13), (8, 23), before=((None, None), (1, 1), (1, 1))).spec()["layer"][0]
    assert first["mark"]["type"] == "text"


def test_the_axis_counts_people_on_both_sides() -> None:
    layers = drawn((6, 7), (20, 13), (8, 23)).spec()["layer"]
    axes = [
        axis for layer in layers for axis in [layer["encoding"].get("x", {}).get("axis")] if axis is not None
    ]
    assert [axis["title"] for axis in axes] == ["← Femmes · Hommes →"]
    assert "abs(datum.value)" in axes[0]["labelExpr"]
