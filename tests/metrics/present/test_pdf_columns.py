"""The columns of tables on paper: upright while words stand whole, then smaller, then on the side."""

from metrics.present.pdf.columns import LANDSCAPE, PORTRAIT, widths
from metrics.present.table import Column, Entry, Table, Under, table
from tests.metrics.present.papers import lines_of


def columned(*headers: str, cell: str | Entry = "12", count: int = 20) -> Table:
    """A table of names and numbers."""
    columns = [Column("Dispositif"), *(Column(each, is_number=True) for each in headers)]
    return table("Les rondes", columns, [["Jour", *(cell for _ in headers)]] * count)


def test_a_narrow_table_keeps_its_own_width() -> None:
    wide = widths(lines_of(3))
    assert not wide.is_landscape
    assert sum(wide.columns) < PORTRAIT / 2


def test_a_header_takes_more_lines_before_its_table_takes_more_room() -> None:
    header = "Part des commandes ayant reçu une réponse"
    alone, many = widths(columned(header)), widths(columned(*[header] * 5))
    assert not many.is_landscape
    assert alone.columns[1] > 2 * many.columns[1]


def test_letters_are_smaller_before_the_page_turns() -> None:
    sizes = [widths(columned(*[f"Interventions {n}" for n in range(count)])) for count in range(4, 12)]
    told = [(each.is_landscape, -each.size) for each in sizes if not each.is_landscape]
    assert told == sorted(told)
    assert len(set(told)) == 2
    assert sizes[-1].is_landscape


def test_a_table_never_leaves_its_page() -> None:
    for count in range(1, 40):
        wide = widths(columned(*["Interventions"] * count))
        room = LANDSCAPE if wide.is_landscape else PORTRAIT
        assert sum(wide.columns) <= room or wide.size == 6.0


def test_a_day_is_not_broken() -> None:
    day, names = "30 septembre 2025", Column("Commanditaire")
    columns = [names, Column("Fin"), Column("Explication")]
    wide = widths(table("Les marchés", columns, [["Ville", day, "mot " * 60]] * 20))
    assert wide.columns[1] >= len(day) * wide.size / 2


def test_a_long_explanation_has_more_room_than_short_names() -> None:
    columns = [Column("Ville"), Column("Explication")]
    name, explained = widths(table("Les marchés", columns, [["Rennes", "mot " * 60]])).columns
    assert explained > 3 * name


def test_a_number_is_never_broken_and_what_is_under_it_may_be() -> None:
    cell = Entry("1 234 567 890 €", under=(Under("publié RA 2024 p. 6, p. 25 ; RSE 2024 p. 3", "badge"),))
    wide = widths(columned("A", "B", "C", "D", "E", cell=cell))
    assert all(each >= len(cell.text) * wide.size / 2 for each in wide.columns[1:])


def test_a_few_lines_are_not_worth_a_page_on_its_side() -> None:
    headers = ["Attribué le", "Début", "Fin", "Échéance", "Reconduit", "Situation"]
    columns = [Column(each) for each in ("Marché", "Commanditaire", *headers)]
    line = ["2022-RENNES", "Ville de Rennes", *["30 septembre 2025"] * len(headers)]
    assert not widths(table("Les marchés", columns, [line] * 3)).is_landscape
    assert widths(table("Les marchés", columns, [line] * 30)).is_landscape


def test_a_header_of_broad_letters_never_runs_into_the_one_before_it() -> None:
    """« Commandes » in bold is as wide as eleven of its letters, not nine."""
    header = "Commandes"
    wide = widths(columned(*[f"{header} sans réponse"] * 6))
    inset = 9
    assert all(each >= 0.599 * len(header) * wide.size + inset - 1 for each in wide.columns[1:])
