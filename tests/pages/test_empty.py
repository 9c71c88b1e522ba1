"""Where there is nothing to show: it says what and why, and leads to the nearest thing to see."""

from dataclasses import replace

import pytest

from metrics.present import missing
from metrics.present.words import MARK_LABELS
from metrics.result import HIDDEN, MISSING, NOT_APPLICABLE, NOT_COMPUTABLE, Cell, Figure, State
from metrics.views.parts import comparison
from metrics.views.views import (
    ACTIVITY,
    AGENCIES,
    DISPOSITIF,
    FINANCING,
    HOME,
    RSE,
    TRAINING,
    WORKFORCE,
    View,
)
from pages.ui import show as pieces
from pages.ui.kept import ASKED
from tests.pages.answers import by_agency, figure, metric, single
from tests.pages.conftest import Drawn
from tests.pages.screen import Screen, Show

ROUNDS = metric()
WAY_OUT = "proposer-"
SECRET = "masqué par le secret statistique, trop peu de personnes ou période qui les désignerait"
AGAIN = "Rien à montrer non plus, pour la même raison que plus haut."


def sentences(screen: Screen) -> list[str]:
    return [node.text for node in screen.html.all(".vide")]


def ways_out(screen: Screen) -> list[str]:
    """The keys of the buttons that lead out of emptiness."""
    return [
        each.key.removeprefix(WAY_OUT) for each in screen.app.button if (each.key or "").startswith(WAY_OUT)
    ]


def taken(screen: Screen) -> Screen:
    """The page once its only way out is taken."""
    (key,) = ways_out(screen)
    return Screen(screen.app.button(key=f"{WAY_OUT}{key}").click().run())


@pytest.mark.parametrize(
    ("view", "span", "nearest"),
    [
        (HOME, "2016", "2023"),
        (HOME, "2026-01", "2024-12"),
        (ACTIVITY, "2016", "2023"),
        (ACTIVITY, "2026-T2", "2024-T4"),
        (ACTIVITY, "scolaire:2015", "scolaire:2022"),
        (ACTIVITY, "marche:2030", "marche:2024"),
        (ACTIVITY, "2019-01..2019-06", "2023-01"),
        (AGENCIES, "12m:2026-03", "12m:2024-12"),
        (FINANCING, "2016", "2023"),
        (FINANCING, "2026-02", "2024-12"),
        (WORKFORCE, "2016", "2023"),
        (WORKFORCE, "2026-01", "2024-12"),
        (RSE, "2016", "2023"),
        (RSE, "2026-01", "2024-12"),
        (TRAINING, "2016", "2023"),
    ],
)
def test_a_period_that_is_not_loaded_leads_to_the_nearest_one_of_its_kind(
    sample_store: str, show: Show, view: View, span: str, nearest: str
) -> None:
    screen = show(sample_store, view, periode=span)
    assert screen.errors == []
    first, *others = sentences(screen)
    assert "aucune donnée chargée" in first
    assert all(AGAIN in said or "aucune donnée chargée" in said for said in others)
    assert ways_out(screen) == [f"voir-{nearest}"], "one button a page"
    after = taken(screen)
    assert str(after.app.session_state[ASKED].period) == nearest
    assert (sentences(after), ways_out(after), after.errors) == ([], [], [])


def test_a_month_that_is_not_loaded_says_nothing_of_what_is_told_of_whole_years(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, TRAINING, periode="2026-01")
    assert not [said for said in sentences(screen) if "par année civile seulement" in said]
    assert ways_out(screen) == ["voir-2024-12"]
    assert "par année civile seulement" in sentences(taken(screen))[0]


def test_no_chart_is_drawn_where_there_is_nothing(sample_store: str, show: Show) -> None:
    assert len(show(sample_store, ACTIVITY, periode="2024").app.get("vega_lite_chart")) == 3
    empty_page = show(sample_store, ACTIVITY, periode="2016")
    assert len(empty_page.app.get("vega_lite_chart")) == 0
    assert sentences(empty_page) == [
        "Chiffres clés de la page (année 2016) : aucune donnée chargée.",
        *[AGAIN] * 3,  # the same reason is told once
    ]


def test_filters_that_leave_nothing_say_so_and_the_last_one_can_be_taken_away(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", agence="rennes", dispositif="t13")
    assert screen.errors == []
    assert (
        sentences(screen)[0]
        == "Chiffres clés de la page (année 2024) : aucun enregistrement avec ces filtres."
    )
    assert ways_out(screen) == ["retirer-dispositif"]
    after = taken(screen)
    assert {each.dimension.id for each in after.app.session_state[ASKED].where} == {"agency"}
    assert sentences(after) == []


def test_a_dispositif_before_its_beginning_leads_to_its_first_period(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DISPOSITIF, periode="2023-11", dispositif="t13")
    assert ways_out(screen) == ["voir-2024-06"], "it began in June 2024"
    assert sentences(screen) == ["Chiffres clés de la page (novembre 2023) : sans objet."]
    assert {tile.value for tile in screen.tiles} == {"–"}
    assert taken(screen).tiles[0].value not in ("0", "n.d.")


def test_what_the_page_is_about_is_never_taken_away(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DISPOSITIF, periode="2024", dispositif="icf")
    assert (screen.errors, ways_out(screen)) == ([], [])
    assert {tile.value for tile in screen.tiles} == {"–"}, "nothing of it is done on the field"


def test_a_monthly_figure_asked_for_a_day_says_so_and_leads_to_its_month(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, HOME, periode="2024-12-15")
    monthly = [tile for tile in screen.tiles if tile.title in ("Produits", "Salariés")]
    assert [(tile.value, tile.date) for tile in monthly] == [("n.d.", "")] * 2
    said = [node.text for node in screen.html.all(".etat")]
    assert said == ["Chiffre mensuel, qui ne se lit pas à la journée"] * 2
    after = Screen(screen.app.button(key="par-mois-revenue").click().run())
    assert str(after.app.session_state[ASKED].period) == "2024-12"


def test_a_page_with_figures_says_nothing(sample_store: str, show: Show) -> None:
    for view in (HOME, ACTIVITY, AGENCIES):
        screen = show(sample_store, view, periode="2024")
        assert (sentences(screen), ways_out(screen)) == ([], [])


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (HIDDEN, f"Rondes (décembre 2024) : {SECRET}."),
        (MISSING, "Rondes (décembre 2024) : aucune donnée chargée."),
        (NOT_COMPUTABLE, "Rondes (décembre 2024) : non calculable, base nulle ou insuffisante."),
        (NOT_APPLICABLE, "Rondes (décembre 2024) : sans objet."),
        (figure(0), "Rondes (décembre 2024) : aucun enregistrement."),
    ],
)
def test_each_state_says_what_it_is(state: Figure, said: str) -> None:
    assert missing.sentence(single(ROUNDS, Cell(state)), ROUNDS) == said


def test_one_figure_among_marks_is_something_to_show() -> None:
    answer = by_agency(ROUNDS, {"Rennes": Cell(HIDDEN), "Nantes": Cell(figure(3))})
    assert missing.why(answer, ROUNDS) is None


def test_a_breakdown_without_any_line_is_not_loaded_or_has_no_record() -> None:
    nothing = by_agency(ROUNDS, {})
    assert missing.why(nothing, ROUNDS) is State.PRESENT
    assert missing.why(replace(nothing, data_dates=(None,)), ROUNDS) is State.MISSING


def test_every_state_without_value_has_its_words() -> None:
    states = [state for state in State if state is not State.PRESENT]
    answer = single(ROUNDS, Cell(figure(5)))
    assert len({missing.reason(state, answer, ROUNDS) for state in states}) == len(MARK_LABELS)


def test_a_table_of_marks_alone_is_folded_under_its_sentence(drawn: Drawn) -> None:
    parts = by_agency(ROUNDS, {"Rennes": Cell(HIDDEN), "Nantes": Cell(HIDDEN)})
    pieces.show(None, comparison.table("Les agences", parts, single(ROUNDS, Cell(HIDDEN))))
    assert drawn.tree.words(".vide").startswith("Rondes (décembre 2024) : masqué")
    assert drawn.tree.all("details")[0].all("table")


def test_a_table_with_a_figure_is_open(drawn: Drawn) -> None:
    parts = by_agency(ROUNDS, {"Rennes": Cell(HIDDEN), "Nantes": Cell(figure(3))})
    pieces.show(None, comparison.table("Les agences", parts, single(ROUNDS, Cell(figure(3)))))
    assert drawn.tree.all("table")


def test_a_table_mostly_hidden_proposes_the_one_that_tells_more(drawn: Drawn) -> None:
    """One cell of two, then one of three: the third is no more than a third."""
    shown = {"Nantes": Cell(figure(3))}
    for others, said in (({}, 1), ({"Angers": Cell(figure(4))}, 0)):
        parts = by_agency(ROUNDS, {"Rennes": Cell(HIDDEN), **shown, **others})
        before = len(drawn.tree.all(".phrase"))
        pieces.show(None, comparison.table("Les agences", parts, single(ROUNDS, Cell(figure(3)))))
        assert len(drawn.tree.all(".phrase")) - before == said
    assert "en dit davantage" in drawn.tree.words(".phrase")
    assert not drawn.tree.all(".vide", "details")
