"""Tiles and the table of agencies: every state looks like itself, with or without colours."""

from fractions import Fraction

import pytest

from metrics.badges import Badges, said
from metrics.catalogue.units import COUNT, EUROS, PERCENT
from metrics.kinds import Polarity
from metrics.present.tile import tile as told_by
from metrics.result import HIDDEN, MISSING, NOT_APPLICABLE, NOT_COMPUTABLE, Cell, Figure, Result
from metrics.unit import Unit
from metrics.views.parts import comparison
from pages.ui import html, tiles
from pages.ui import show as pieces
from tests.pages.answers import by_agency, figure, metric, months, moved, single
from tests.pages.conftest import Drawn
from tests.pages.screen import Table, Tile, _table, _tile

STATES = {
    "nothing loaded": (MISSING, "n.d."),
    "secret": (HIDDEN, "s"),
    "nothing to divide by": (NOT_COMPUTABLE, "n.c."),
    "no question": (NOT_APPLICABLE, "–"),
    "zero": (figure(0), "0"),
}


def tile(
    drawn: Drawn, cell: Cell, *, goal: Figure = MISSING, badges: Badges | None = None, **more: object
) -> Tile:
    """The words of one tile."""
    each = metric(more.pop("unit", COUNT), more.pop("polarity", Polarity.NONE))  # type: ignore[arg-type]
    goals = single(each, Cell(cell.figure, goal), partial=bool(more.get("partial")))
    headline = single(each, cell, **more)
    printed = said(badges or {}, headline, each)
    html.show(tiles.tile(told_by(each, headline, goals, printed), months(each, [1, 2, 3])))
    return _tile(drawn.tree.all(".tuile")[0])


def table(drawn: Drawn, parts: Result, whole: Result) -> Table:
    pieces.show(None, comparison.table("Les agences", parts, whole))
    return _table(drawn.tree.all("table")[0])


@pytest.mark.parametrize("state", STATES)
def test_a_tile_says_the_state_of_its_figure(drawn: Drawn, state: str) -> None:
    found, mark = STATES[state]
    shown = tile(drawn, Cell(found), versus="décembre 2023")
    assert (shown.value, shown.unit, shown.exact) == (mark, "", mark)


def test_the_five_states_do_not_look_alike() -> None:
    assert len({mark for _, mark in STATES.values()}) == len(STATES)


@pytest.mark.parametrize("state", [name for name in STATES if name != "zero"])
def test_a_change_that_is_not_known_says_why(drawn: Drawn, state: str) -> None:
    found, mark = STATES[state]
    shown = tile(drawn, Cell(figure(5), found, found), versus="décembre 2023")
    assert shown.change == f"{mark} par rapport à : décembre 2023"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (moved(110, 10, 10), "↗ +10 (+10,0\u00a0%) · en\u00a0hausse par rapport à : décembre 2023"),
        (moved(90, -10, -10), "↘ −10 (−10,0\u00a0%) · en\u00a0baisse par rapport à : décembre 2023"),
        (moved(102, 2, 2), "→ +2 (+2,0\u00a0%) · stable par rapport à : décembre 2023"),
        (moved(98, -2, -2), "→ −2 (−2,0\u00a0%) · stable par rapport à : décembre 2023"),
        (moved(100, 0, 0), "→ 0 (0,0\u00a0%) · stable par rapport à : décembre 2023"),
    ],
)
def test_a_change_has_its_sign_its_arrow_and_its_word(drawn: Drawn, cell: Cell, said: str) -> None:
    assert tile(drawn, cell, versus="décembre 2023").change == said


def test_one_line_that_is_the_total_is_told_once(drawn: Drawn) -> None:
    each = metric()
    parts = by_agency(each, {"Rennes": Cell(figure(5))})
    assert table(drawn, parts, single(each, Cell(figure(5)))).rows == [["Rennes", "5"]]
    assert drawn.tree.all(".total") == []
    drawn.clear()
    shown = table(drawn, parts, single(each, Cell(figure(7))))  # a person may read one agency of many
    assert shown.rows == [["Rennes", "5"], ["Ensemble", "7"]]


def test_a_change_of_a_rate_is_in_points(drawn: Drawn) -> None:
    cell = Cell(figure("62.5"), figure("60.4"), Figure(Fraction("2.1")))
    shown = tile(drawn, cell, versus="décembre 2023", unit=PERCENT)
    assert (shown.value, shown.unit) == ("62,5", "%")
    assert "+2,1\u00a0pt" in shown.change
    assert "%" not in shown.change


def test_without_comparison_no_change_is_told(drawn: Drawn) -> None:
    assert tile(drawn, moved(110, 10, 10)).change == "Sans comparaison"


@pytest.mark.parametrize(
    ("polarity", "percent", "tone"),
    [
        (Polarity.MORE, 10, "good"),
        (Polarity.MORE, -10, "bad"),
        (Polarity.LESS, 10, "bad"),
        (Polarity.LESS, -10, "good"),
        (Polarity.NONE, 10, "neutral"),
        (Polarity.MORE, 2, "neutral"),  # within the neutral band
    ],
)
def test_colour_follows_the_polarity_and_only_outside_the_neutral_band(
    drawn: Drawn, polarity: Polarity, percent: int, tone: str
) -> None:
    tile(drawn, moved(100, percent, percent), versus="décembre 2023", polarity=polarity)
    assert drawn.tree.all(".evolution")[0].classes == ["evolution", tone]


def test_a_large_unit_is_shown_and_the_exact_value_is_kept(drawn: Drawn) -> None:
    shown = tile(drawn, Cell(figure(4_747_870)), unit=EUROS)
    assert (shown.value, shown.unit) == ("4\u202f748", "k€")
    assert shown.exact == "4\u202f747\u202f870\u00a0€"


@pytest.mark.parametrize(
    ("value", "goal", "said", "width"),
    [
        (50, figure(200), "Objectif : 200, atteint à 25\u00a0% (manqué)", "25"),
        (200, figure(200), "Objectif : 200, atteint à 100\u00a0%", "100"),
        (300, figure(200), "Objectif : 200, atteint à 150\u00a0%", "100"),
        (0, figure(200), "Objectif : 200, atteint à 0\u00a0% (manqué)", "0"),
        (996, figure(1000), "Objectif : 1\u202f000, atteint à 99,6\u00a0% (proche)", "100"),
        (9999, figure(10000), "Objectif : 10\u202f000, atteint à 99,9\u00a0% (proche)", "100"),
    ],
)
def test_a_target_says_how_far_it_is_reached_and_its_bar_stays_in_the_tile(
    drawn: Drawn, value: int, goal: Figure, said: str, width: str
) -> None:
    assert tile(drawn, Cell(figure(value)), goal=goal).goal == said
    assert drawn.tree.all(".atteint")[0].attributes["style"] == f"width:{width}%"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (150, "Objectif : au plus 200, 75\u00a0% de ce plafond (tenu)"),
        (200, "Objectif : au plus 200, 100\u00a0% de ce plafond (tenu)"),
        (300, "Objectif : au plus 200, 150\u00a0% de ce plafond (manqué)"),
    ],
)
def test_a_ceiling_is_held_and_not_reached(drawn: Drawn, value: int, said: str) -> None:
    assert tile(drawn, Cell(figure(value)), goal=figure(200), polarity=Polarity.LESS).goal == said


def test_a_ceiling_is_not_held_yet_while_months_are_to_come(drawn: Drawn) -> None:
    half = tile(drawn, Cell(figure(50)), goal=figure(200), polarity=Polarity.LESS, partial=True)
    assert half.goal == "Objectif : au plus 200, 25\u00a0% de ce plafond"


def test_a_target_is_not_missed_while_months_are_to_come(drawn: Drawn) -> None:
    shown = tile(drawn, Cell(figure(50)), goal=figure(200), partial=True)
    assert shown.goal == "Objectif : 200, atteint à 25\u00a0%"


@pytest.mark.parametrize("goal", [MISSING, NOT_APPLICABLE, figure(0)])
def test_no_target_draws_no_bar(drawn: Drawn, goal: Figure) -> None:
    assert tile(drawn, Cell(figure(5)), goal=goal).goal == ""


def test_a_figure_that_is_not_known_reaches_no_target(drawn: Drawn) -> None:
    assert tile(drawn, Cell(MISSING), goal=figure(10)).goal == ""


def test_the_badge_is_that_of_this_metric_over_this_period(drawn: Drawn) -> None:
    printed = {("rounds", "2024"): "RA 2024 p.\u00a06"}
    assert tile(drawn, Cell(figure(5)), badges=printed, span="2024").badge == "publié RA 2024 p.\u00a06"
    drawn.clear()
    assert tile(drawn, Cell(figure(5)), badges=printed, span="2024-12").badge == ""
    drawn.clear()
    assert tile(drawn, Cell(figure(5)), badges={("other", "2024"): "x"}, span="2024").badge == ""


def test_the_data_date_says_when_months_are_missing(drawn: Drawn) -> None:
    assert tile(drawn, Cell(figure(5))).date == "Données au 31 décembre 2024"
    drawn.clear()
    assert tile(drawn, Cell(figure(5)), partial=True).date == "Données au 31 décembre 2024 · mois incomplets"
    drawn.clear()
    assert tile(drawn, Cell(MISSING), day=None).date == "Aucune donnée sur cette période"


def test_definition_formula_source_perimeter_and_date_are_one_click_away(drawn: Drawn) -> None:
    said = tile(drawn, Cell(figure(5))).definition
    for told in (
        "Rondes faites.",
        "Valeur\u00a0: 5",
        "Calcul\u00a0: rondes, dans la période.",
        "Source\u00a0: ",
        "Périmètre\u00a0: Ensemble de l'association",
        "données au 31 décembre 2024.",
    ):
        assert told in said
    (link,) = drawn.tree.all("details")[0].all("a")
    assert link.text == "Fiche complète : Rondes"
    assert link.attributes["href"].startswith("/definitions?indicateur=rounds")


def test_hostile_words_of_a_definition_stay_words(drawn: Drawn) -> None:
    hostile = metric(Unit(symbol="<b>€</b>"), label="</h2><script>alert(1)</script>")
    headline, goals = single(hostile, Cell(figure(5))), single(hostile, Cell(MISSING))
    html.show(tiles.tile(told_by(hostile, headline, goals, ""), months(hostile, [1, 2])))
    assert drawn.tree.words("h2") == hostile.label
    assert drawn.tree.all("script", "b") == []


def test_the_table_of_agencies_says_each_state_and_the_total_that_was_asked(drawn: Drawn) -> None:
    each = metric()
    cells = {name: Cell(found) for name, (found, _) in STATES.items()} | {"moved": moved(110, 10, 10)}
    shown = table(drawn, by_agency(each, cells, versus="décembre 2023"), single(each, Cell(figure(999))))
    assert shown.headers == ["Agence", "Rondes"]
    marks = [[name, mark] for name, (_, mark) in STATES.items()]
    assert shown.rows == [*marks, ["moved", "110+10,0\u00a0%"], ["Ensemble", "999"]]
    assert shown.caption.endswith("décembre 2024 (évolution par rapport à : décembre 2023)")


def test_numbers_are_to_the_right_and_lines_and_columns_are_named(drawn: Drawn) -> None:
    each = metric(EUROS)
    table(drawn, by_agency(each, {"Rennes": Cell(figure(5000))}), single(each, Cell(figure(6000))))
    heads = [(node.text, node.attributes["scope"]) for node in drawn.tree.all("th")]
    assert heads == [("Agence", "col"), ("Rondes (k€)", "col"), ("Rennes", "row"), ("Ensemble", "row")]
    assert all("nombre" in node.classes for node in drawn.tree.all("td"))
    (region,) = drawn.tree.all(".defile")
    assert region.attributes["tabindex"] == "0"
    assert region.attributes["role"] == "region"
    assert region.attributes["aria-label"] == drawn.tree.words("caption")
