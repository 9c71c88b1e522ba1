"""Tables as data: a column for each kind of thing, exact numbers in their own unit, marks that are none."""

from datetime import date
from fractions import Fraction

import pytest

from metrics.present.as_read import day_read, number_read
from metrics.present.grid import Grid, grid, of_tiles
from metrics.present.table import Column, Entry, Ref, Under, grouped, table
from metrics.result import NOT_APPLICABLE, Cell, State
from tests.metrics.present.rounds import MASKED, RISEN, ROUNDS, cells, share, tiles
from tests.pages.answers import figure, single


def labels(of: Grid) -> list[str]:
    return [head.label for head in of.heads]


def column(of: Grid, label: str) -> list[Fraction | str]:
    """The numbers of a column, and the marks among them."""
    place = labels(of).index(label)
    data = [line[place] for line in of.lines]
    return [each.text if each.number is None else each.number for each in data]


def test_a_figure_its_reference_and_its_change_have_a_column_each() -> None:
    told = grid(cells(RISEN, ROUNDS))
    assert labels(told) == [
        "Agence",
        "Interventions",
        "Interventions : année 2023",
        "Interventions : Évolution (%)",
    ]
    assert column(told, "Interventions") == [1112, 90]
    assert column(told, "Interventions : année 2023") == [1112 - 112, 90 + 10]
    assert column(told, "Interventions : Évolution (%)") == [11, -10]


def test_hidden_missing_and_zero_never_look_alike() -> None:
    """Neither what a hidden figure is set against nor its change is told."""
    told = grid(cells(MASKED, ROUNDS))
    assert column(told, "Interventions") == [1112, "s", "n.d.", 12]
    assert column(told, "Interventions : année 2023") == [1000, "s", "n.d.", 0]
    states = [line[1].state for line in told.lines]
    assert states == [State.PRESENT, State.HIDDEN, State.MISSING, State.PRESENT]


def test_from_nothing_the_amount_is_told_and_no_percentage() -> None:
    told = grid(cells(MASKED, ROUNDS))
    assert column(told, "Interventions : Évolution (%)") == [11, "s", "n.d.", "n.c."]
    assert column(told, "Interventions : Écart") == [112, "s", "n.d.", 12 - 0]


def test_a_figure_is_never_that_of_a_larger_unit() -> None:
    """Under the cell of a page, which may read « 1 k », the exact figure is behind."""
    read = Entry("1 k", Ref(RISEN, ROUNDS, RISEN.rows[0].cells[0], RISEN.rows[0]))
    told = grid(table("Interventions", [Column("Interventions", is_number=True, metric=ROUNDS)], [[read]]))
    assert column(told, "Interventions") == [1112]


def test_what_stands_for_a_figure_has_no_reference() -> None:
    """A dash where a figure means nothing, or the median beside it, is not the figure of the same name."""
    row = RISEN.rows[0]
    shown = [Cell(NOT_APPLICABLE), Cell(figure(55)), row.cells[0]]
    lines = [[Entry("lu", Ref(RISEN, ROUNDS, cell, row))] for cell in shown]
    told = grid(table("Interventions", [Column("Interventions", is_number=True)], lines))
    assert [line[0].id for line in told.lines] == ["", "", "interventions/2024-12/v1/1/agency=RENNES"]


def test_what_is_written_under_a_cell_has_a_column_of_its_own() -> None:
    entry = Entry(
        "Jour", under=(Under("Rennes"), Under("publié RA p. 6", "badge"), Under("+3 %", "evolution good"))
    )
    told = grid(table("Interventions", [Column("Nom")], [[entry], ["Nuit"]]))
    assert labels(told) == ["Nom", "Nom : précision", "Nom : publié"]
    assert [cell.text for cell in told.lines[0]] == ["Jour", "Rennes", "publié RA p. 6"]
    assert [cell.text for cell in told.lines[1]] == ["Nuit", "", ""]


def test_the_parts_of_a_table_are_a_column() -> None:
    told = grid(grouped("Interventions", [Column("Nom")], [("Jour", [["A"]]), ("Nuit", [["B"], ["C"]])]))
    assert labels(told) == ["Partie", "Nom"]
    assert [[cell.text for cell in line] for line in told.lines] == [
        ["Jour", "A"],
        ["Nuit", "B"],
        ["Nuit", "C"],
    ]


def test_no_two_headers_are_alike() -> None:
    told = grid(table("Interventions", [Column("Nom"), Column("Nom"), Column("Nom")], [["a", "b", "c"]]))
    assert labels(told) == ["Nom", "Nom (2)", "Nom (3)"]


def test_a_table_without_lines_keeps_its_headers() -> None:
    assert labels(
        grid(table("Interventions", [Column("Nom"), Column("Interventions", is_number=True)], []))
    ) == [
        "Nom",
        "Interventions",
    ]


def test_key_figures_have_a_line_each_with_their_unit_and_their_target() -> None:
    told = of_tiles(tiles())
    assert column(told, "Indicateur") == ["Interventions"]
    assert column(told, "Valeur") == [1112]
    assert column(told, "Objectif") == [1000]
    assert column(told, "Publié") == ["publié RA 2024 p. 6"]


def test_a_percentage_is_out_of_a_hundred_with_its_unit() -> None:
    answered = share(Fraction(200, 3))
    told = grid(cells(answered, answered.query.metrics[0]))
    assert labels(told)[1] == "Taux de présence sur le terrain (%)"
    assert told.lines[0][1].number == Fraction(200, 3)
    assert told.lines[0][1].unit.symbol == "%"


def test_a_change_of_a_percentage_is_in_points() -> None:
    answered = share(Fraction(60))
    cell = Cell(figure(60), figure(57), figure(3))
    shown = single(answered.query.metrics[0], cell, versus="année 2023")
    told = grid(cells(shown, answered.query.metrics[0]))
    assert column(told, "Taux de présence sur le terrain : Évolution (pt)") == [3]


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("12\u202f345,00", Fraction(12345), 2),
        ("−1\u202f234\u00a0€", Fraction(-1234), 0),
        ("+3,1\u00a0%", Fraction(31, 10), 1),
        ("0", Fraction(0), 0),
    ],
)
def test_numbers_are_taken_back_as_they_are_written(text: str, value: Fraction, decimals: int) -> None:
    read = number_read(text)
    assert read is not None
    assert (read[0], read[1].decimals) == (value, decimals)


@pytest.mark.parametrize("text", ["", "–", "n.d.", "2018-RENNES", "1er", "12 345", "> 11\u202f000", "1,2,3"])
def test_what_is_no_number_stays_text(text: str) -> None:
    assert number_read(text) is None


def test_days_are_taken_back_as_they_are_written() -> None:
    assert day_read("1er mars 2024") == date(2024, 3, 1)
    assert day_read("31 décembre 2024") == date(2024, 12, 31)
    assert day_read("mars 2024") is None


def test_what_a_table_tells_leaves_out_what_it_is_set_against() -> None:
    """Two figures, and not their references nor their changes: as many as a row of the trail counts."""
    assert [each.number for each in grid(cells(RISEN, ROUNDS)).figures] == [1112, 90]


def test_the_unit_of_a_line_is_told_once_for_all_its_columns() -> None:
    """Agencies side by side, a figure a line; where columns have other units, each has its own."""
    many, rate = single(ROUNDS, Cell(figure(3))), share(Fraction(60))
    lines = [
        [
            metric.label,
            *(Entry("lu", Ref(answered, metric, answered.rows[0].cells[0], answered.rows[0])) for _ in "ab"),
        ]
        for answered, metric in ((many, ROUNDS), (rate, rate.query.metrics[0]))
    ]
    columns = [Column("Indicateur"), Column("Rennes", is_number=True), Column("Nantes", is_number=True)]
    assert labels(grid(table("T", columns, lines))) == ["Indicateur", "Unité", "Rennes", "Nantes"]
    assert column(grid(table("T", columns, lines)), "Unité") == ["", "%"]
    crossed = [lines[0], [*lines[1][:2], lines[0][1]]]
    apart = ["Indicateur", "Rennes", "Rennes : unité", "Nantes", "Nantes : unité"]
    assert labels(grid(table("T", columns, [*crossed, lines[1]]))) == apart


def test_a_number_under_a_header_in_percent_is_one() -> None:
    told = grid(
        table("T", [Column("Part (%)", is_number=True)], [[Entry("15,72", value=Fraction(1572, 100))], ["–"]])
    )
    assert (told.lines[0][0].unit.symbol, told.lines[0][0].unit.decimals) == ("%", 2)
    assert told.lines[1][0].state is State.NOT_APPLICABLE
