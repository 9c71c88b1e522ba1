"""Formation: each figure is the catalogue's, rates say what they rest on, the form checks itself."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from data_access.access import Role
from metrics import period
from metrics.bpf.answers import sums
from metrics.bpf.form import form
from metrics.catalogue import metric
from metrics.catalogue.dimensions import PROGRAMME_FAMILY, YEAR
from metrics.model import Dimension
from metrics.present import words
from metrics.query import Query
from metrics.result import Result
from metrics.run import ask
from metrics.views.views import TRAINING
from tests.metrics.asking import EVERYTHING
from tests.pages.screen import Screen, Show, Table

NO_BREAK = "\u00a0"
SECTIONS = ("publics", "cfa", "satisfaction", "lieux", "bpf", "qualiopi")
Be = Callable[..., None]


def opened(show: Show, store: str, section: str, span: str = "2024", **address: str) -> Screen:
    """The page on one of its sections, against nothing unless said."""
    return show(store, TRAINING, **({"comparaison": "aucune"} | address), periode=span, vue=section)


def table(screen: Screen, caption: str) -> Table:
    """The only table whose caption begins so, outside of charts."""
    (found,) = [each for each in screen.tables if each.caption.startswith(caption)]
    return found


def asked(store: str, names: tuple[str, ...], span: str, by: Dimension) -> Result:
    """The answer of the catalogue."""
    query = Query(metrics=tuple(map(metric, names)), period=period.parse(span), by=(by,))
    return ask(store, query, EVERYTHING)


def short(answer: Result, place: int, name: str) -> str:
    each = metric(name)
    return words.on_tile(answer.cell(each, answer.rows[place]).figure, each.unit)[0]


@pytest.mark.parametrize(
    ("section", "names"),
    [
        ("publics", ("learners", "trainee_hours", "delivered_hours")),
        ("satisfaction", ("satisfaction_rate", "satisfaction_answers")),
        ("lieux", ("training_sites", "prisons", "delivered_hours")),
    ],
)
@pytest.mark.parametrize("span", ["2024", "2023", "2024-T3"])
def test_the_families_are_what_the_catalogue_answers(
    sample_store: str, show: Show, section: str, names: tuple[str, ...], span: str
) -> None:
    screen = opened(show, sample_store, section, span)
    assert screen.errors == []
    drawn, found = (
        table(screen, "Par famille de formation"),
        asked(sample_store, names, span, PROGRAMME_FAMILY),
    )
    assert [row[0] for row in drawn.rows[:-1]] == [row.labels[0] for row in found.rows]
    for place, row in enumerate(drawn.rows[:-1]):
        for text, name in zip(row[1:], names, strict=True):
            assert text.startswith(short(found, place, name))


def test_the_cohorts_are_told_year_by_year_whatever_the_period(sample_store: str, show: Show) -> None:
    names = (
        "cfa_entries",
        "apprentices_in_training",
        "candidates",
        "graduates",
        "partial_titles",
        "interruptions",
        "pass_rate",
    )
    found = asked(sample_store, names, "2019..2024", YEAR)
    for span in ("2024", "2024-12", "ytd:2024-09"):
        drawn = table(opened(show, sample_store, "cfa", span), "Le CFA année par année")
        assert [row[0] for row in drawn.rows] == ["2019", "2020", "2021", "2022", "2023", "2024", "Ensemble"]
        for place, row in enumerate(drawn.rows[:-1]):
            expected = [short(found, place, name) for name in names]
            assert [text[: len(each)] for text, each in zip(row[1:], expected, strict=True)] == expected


def test_a_rate_stands_with_its_number_and_its_interval(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "cfa")
    rests_on = f"n{NO_BREAK}={NO_BREAK}23{NO_BREAK}; 58 à 90{NO_BREAK}%"  # 18 of 23
    assert rests_on in table(screen, "Le CFA année par année").rows[5][7]
    (tile,) = [
        each for each in screen.html.all(".tuile") if each.words("h2") == "Taux de réussite (présentés)"
    ]
    assert tile.words(".certitude") == rests_on


def test_a_month_tells_why_nobody_is_told_and_offers_the_year(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "cfa", "2024-12")
    said = [node.text for node in screen.html.all(".vide")]
    assert any(text.startswith("Stagiaires, parcours et réussite au CFA") for text in said)
    assert [each.label for each in screen.app.button if each.label.startswith("Voir l'")] == [
        "Voir l'année 2024"
    ]
    assert not [each for each in screen.tables if each.caption.startswith("Par titre préparé")]


def test_too_few_answers_make_no_rate(sample_store: str, show: Show) -> None:
    rows = {row[0]: row[1:] for row in table(opened(show, sample_store, "satisfaction"), "Par famille").rows}
    assert rows["Titres en apprentissage"] == ["n.c.", "18"]  # under 20 answers


def test_what_is_printed_since_the_beginning_is_told_of_all_years(sample_store: str, show: Show) -> None:
    rows = table(opened(show, sample_store, "cfa"), "Toutes années réunies").rows
    values = {row[0]: row[1] for row in rows}
    assert values["Diplômés du CFA"].startswith(f"63{NO_BREAK}pers.")
    assert values["Parcours d'alternants au CFA"].startswith("112")
    assert "aucun nombre entier sur 63 ne donne 64" in values["Part du titre MSADS parmi les diplômés"]


def test_the_form_is_that_of_the_command_and_its_checks_hold(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "bpf")
    filled = form(sums(sample_store, 2024, EVERYTHING))
    shown = [row[0] for each in screen.tables if each.caption.startswith("Cadre") for row in each.rows]
    assert shown == [line.code for line in filled.lines]
    income = {row[0]: row[2] for row in table(screen, "Cadre C").rows}
    assert income["C"] == words.number(Fraction(filled.euros("C")))
    checked = [node.text for node in screen.html.all(".controles")[0].all("li")]
    assert len(checked) == 11
    assert all(text.startswith("✓ tient : ") for text in checked)
    (pasted,) = [node.text for node in screen.html.all("pre")]
    assert "F-1\tTotal par type de stagiaires\t\t929\t15206" in pasted


def test_the_form_is_of_the_year_that_the_period_ends_in(sample_store: str, show: Show) -> None:
    for span in ("2023", "2023-05", "marche:2023"):
        assert "exercice 2023" in opened(show, sample_store, "bpf", span).html.words(".partie")


def test_a_year_that_was_not_loaded_has_no_form(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "bpf", "2022")
    assert any("il manque des mois" in node.text for node in screen.html.all(".vide"))
    assert screen.errors == []


def test_the_sheet_has_every_result_with_its_method(sample_store: str, show: Show) -> None:
    rows = table(opened(show, sample_store, "qualiopi", "2024-12"), "Résultats du 1er janvier 2024").rows
    assert len(rows) == 7
    by_name = {row[0]: row for row in rows}
    assert by_name["Taux de réussite (présentés)"][1] == f"78,3{NO_BREAK}%"
    assert all(row[4] for row in rows)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_manager_reads_their_agency_and_is_told_what_they_do_not(
    sample_store: str, show: Show, be: Be, section: str
) -> None:
    be(Role.AGENCY_MANAGER, "RENNES")
    screen = opened(show, sample_store, section)
    assert screen.errors == []
    assert "Stagiaires et apprentis" not in [tile.title for tile in screen.tiles]
    assert (
        "Se lisent pour toute l'association, et pas avec votre rôle : Stagiaires et apprentis."
        in screen.html.text
    )
    assert "Nantes" not in "".join(str(row) for each in screen.tables for row in each.rows)
    if section == "bpf":
        assert "porte sur toute l'association" in screen.html.text


@pytest.mark.parametrize("section", SECTIONS)
def test_a_board_member_reads_the_whole_and_no_place(
    sample_store: str, show: Show, be: Be, section: str
) -> None:
    be(Role.BOARD)
    screen = opened(show, sample_store, section)
    assert screen.errors == []
    assert screen.tiles[0].value == "929"
    assert not [each for each in screen.tables if each.caption.startswith("Lieu par lieu")]


def test_filters_that_no_table_crosses_leave_the_page_standing(sample_store: str, show: Show) -> None:
    screen = opened(
        show, sample_store, "cfa", agence="rennes", **{"famille-de-formation": "titres-en-apprentissage"}
    )
    assert screen.errors == []
    left = {tile.title: tile.left_out for tile in screen.tiles}
    assert left["Parcours d'alternants au CFA"] == "hors filtre agence"
    assert left["Heures de formation suivies"] == ""


def test_the_types_of_trainees_of_an_agency_are_told_and_add_up(sample_store: str, show: Show) -> None:
    """Those that the third and the total give back anyway were said masked."""
    rows = table(opened(show, sample_store, "publics", agence="rennes"), "Par type de stagiaire").rows
    hours = [int(row[2].replace("\u202f", "")) for row in rows]
    assert hours == [984, 3177, 1043, 5203]  # 983,5 and 1 042,5, half-up: 983,5 + 3 177 + 1 042,5 = 5 203
