"""Tables as data: a column for each kind of thing, exact numbers in their own unit, marks that are none."""

from fractions import Fraction

from metrics.present.grid import Grid, grid, of_tiles
from metrics.present.table import Column, Entry, Ref, Under, grouped, table
from metrics.result import NOT_APPLICABLE, Cell, State
from metrics.unit import Unit
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


def test_what_a_view_tells_as_without_object_has_no_reference() -> None:
    """Asked again, a dispositif that had not begun would have done 0."""
    told = single(ROUNDS, Cell(NOT_APPLICABLE))
    entry = Entry("–", Ref(told, ROUNDS, told.cell(ROUNDS)))
    (line,) = grid(table("Interventions", [Column("Interventions", is_number=True)], [[entry]])).lines
    assert line[0].id == ""


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


def test_a_number_is_the_one_that_the_cell_holds_and_never_read_from_its_words() -> None:
    cents = Unit(symbol="€", decimals=2)
    shown = [Entry("12,3 k€", value=Fraction(12345), unit=cents), "1 234", Entry("2024")]
    told = grid(table("T", [Column("Montant", is_number=True)], [[each] for each in shown]))
    assert [line[0].number for line in told.lines] == [12345, None, None]
    assert told.lines[0][0].unit == cents


def test_numbers_of_several_units_have_their_unit_beside_them() -> None:
    shown = [Entry("4 748 k€", value=Fraction(4748), unit=Unit(symbol="k€")), Entry("> 100")]
    shown.append(Entry("7 %", value=Fraction(7), unit=Unit(symbol="%")))
    told = grid(table("T", [Column("Publié", is_number=True)], [[each] for each in shown]))
    assert labels(told) == ["Unité", "Publié"]
    assert column(told, "Unité") == ["k€", "", "%"]


def test_a_reference_that_has_a_column_already_is_not_said_twice() -> None:
    """2023 beside 2024: the change alone is added, unless the column beside says something else."""
    answered = RISEN.rows[0].cells[0]
    now = Entry("1 112", Ref(RISEN, ROUNDS, answered))
    lines = [
        [Entry("lu", Ref(RISEN, ROUNDS, Cell(figure(value)))), now] for value in (1112 - 112, 1112 - 111)
    ]
    columns = [Column("2023", is_number=True), Column("2024", is_number=True)]
    same, other = (grid(table("T", columns, [line])) for line in lines)
    assert labels(same) == ["2023", "2024", "2024 : Évolution (%)"]
    assert labels(other) == ["2023", "2024", "2024 : année 2023", "2024 : Évolution (%)"]


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


def test_a_dash_among_numbers_is_what_means_nothing_there() -> None:
    part = Entry("15,72", value=Fraction(1572, 100), unit=Unit(symbol="%", decimals=2))
    told = grid(table("T", [Column("Part (%)", is_number=True)], [[part], ["–"]]))
    assert labels(told) == ["Part (%)"]
    assert told.lines[1][0].state is State.NOT_APPLICABLE
