"""From a figure to a dispositif and to the records: read when asked for, nothing lost on the way."""

from urllib.parse import parse_qs, urlsplit

import pytest

from data_access.access import Role, scope_for
from metrics import period, records
from metrics.catalogue import metric
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.present import words
from metrics.query import Filter, Query
from metrics.run import ask
from metrics.views.views import ACTIVITY, VIEWS
from metrics.views.views import DISPOSITIF as DISPOSITIF_VIEW
from pages.ui import records as listed
from tests.pages.screen import Screen, Show

DIRECTION = scope_for(Role.DIRECTION)
OPEN = "enregistrements-interventions"
JOUR = {"periode": "2024", "dispositif": "rennes-jour"}


def opened(screen: Screen) -> Screen:
    """The reader unfolds the records."""
    screen.app.session_state[OPEN] = True
    return Screen(screen.app.run())


def turn(screen: Screen, which: str) -> Screen:
    return Screen(screen.app.button(key=f"{which}-interventions").click().run())


def said(screen: Screen) -> str:
    """« Lignes 1 à 50 sur … », or nothing."""
    found = [node.text for node in screen.html.all(".phrase") if node.text.startswith("Lignes")]
    return found[0] if found else ""


def lines(screen: Screen) -> list[list[str]]:
    return next(table.rows for table in screen.tables if table.caption.endswith("enregistrements"))


# --- records -----------------------------------------------------------------------------------------------


def test_nothing_is_read_before_the_records_are_opened(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    read = records.page
    monkeypatch.setattr(listed.records, "page", lambda *args: asked.append(args) or read(*args))
    screen = show(sample_store, ACTIVITY, periode="2024")
    assert (asked, said(screen), screen.errors) == ([], "", [])
    assert said(opened(screen))
    assert len(asked) == 1


def test_pages_are_turned_forth_and_back_over_the_records_of_the_figure(
    sample_store: str, show: Show
) -> None:
    query = Query(metrics=(metric("interventions"),), period=period.year(2024))
    total = words.exact(
        ask(sample_store, query, DIRECTION).rows[0].cells[0].figure, metric("interventions").unit
    )
    first = opened(show(sample_store, ACTIVITY, periode="2024"))
    assert said(first) == f"Lignes 1 à 50 sur {total} · année 2024"
    assert screen_buttons(first) == (True, False)
    begun = lines(first)
    second = turn(first, "suivante")
    assert said(second) == f"Lignes 51 à 100 sur {total} · année 2024"
    assert len(begun) == len(lines(second)) == records.PAGE
    assert begun != lines(second)
    assert lines(turn(second, "precedente")) == begun


def screen_buttons(screen: Screen) -> tuple[bool, bool]:
    """Whether « Page précédente » and « Page suivante » are out of use."""
    keys = ("precedente-interventions", "suivante-interventions")
    before, after = (screen.app.button(key=key).disabled for key in keys)
    return before, after


def test_another_question_starts_again_from_its_first_page(sample_store: str, show: Show) -> None:
    screen = turn(opened(show(sample_store, ACTIVITY, periode="2024")), "suivante")
    screen.app.query_params["dispositif"] = "foire"
    screen = Screen(screen.app.run())
    assert said(screen).startswith("Lignes 1 à 50 sur 260")
    assert {row[3] for row in lines(screen)} == {"Foire Saint-Martin"}


def test_a_period_without_record_says_so(sample_store: str, show: Show) -> None:
    screen = opened(show(sample_store, ACTIVITY, periode="2024-03", dispositif="foire"))
    assert [node.text for node in screen.html.all(".phrase") if "Aucun enregistrement" in node.text]
    assert (screen.errors, screen_buttons(screen)) == ([], (True, True))


# --- the page of a dispositif ------------------------------------------------------------------------------


def test_the_page_is_reached_by_links_and_not_by_the_menu() -> None:
    assert DISPOSITIF_VIEW in VIEWS
    assert [view for view in VIEWS if not view.in_menu] == [DISPOSITIF_VIEW]


def test_the_page_of_a_dispositif_shows_its_figures_alone(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DISPOSITIF_VIEW, **JOUR)
    assert (screen.errors, screen.warnings) == ([], [])
    assert screen.html.words(".nom-dispositif") == "Médiation de jour"
    where = (Filter(DISPOSITIF, ("RENNES-JOUR",)),)
    for tile in screen.tiles:
        each = next(m for m in map(metric, KEY) if m.label == tile.title)
        query = Query(metrics=(each,), period=period.year(2024), where=where)
        figure = ask(sample_store, query, DIRECTION).rows[0].cells[0].figure
        assert tile.exact == words.exact(figure, each.unit)
    assert len(screen.tiles) == len(KEY)


KEY = ("interventions", "people_met", "field_hours", "interventions_per_hour", "presence_rate", "meetings")


def test_its_file_its_markets_and_its_team_are_told(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DISPOSITIF_VIEW, volet="moyens", **JOUR)
    told = screen.html.words(".fiche")
    market = "01/10/2022 → 30/09/2026, en\u00a0cours"
    for word in (
        "Rennes",
        "Espace public",
        "Ville de Rennes",
        market,
        "Lundi au samedi",
        "octobre à septembre",
    ):
        assert word in told
    markets, team = (
        next(table for table in screen.tables if table.caption.startswith(start))
        for start in ("Marchés et conventions", "L'équipe")
    )
    assert [(row[0], row[-1]) for row in markets.rows] == [
        ("2018-RENNES-JOUR", "terminé"),
        ("2022-RENNES-JOUR", "en cours"),
    ]
    assert team.rows[-1][0] == "Ensemble"
    assert "Bréquigny" in screen.html.words(".lieux")


@pytest.mark.parametrize("address", [{}, {"dispositif": "rennes-jour,foire"}, {"dispositif": "nulle-part"}])
def test_without_one_dispositif_the_page_says_so_and_lists_them(
    sample_store: str, show: Show, address: dict[str, str]
) -> None:
    screen = show(sample_store, DISPOSITIF_VIEW, periode="2024", **address)
    assert screen.html.words(".vide") == "Choisissez un dispositif : cette page en montre un seul."
    (links,) = screen.html.all(".liste-liens")
    assert len(links.all("a")) == 22
    assert (screen.tiles, screen.errors) == ([], [])


def test_its_months_are_those_of_its_own_contract_year(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DISPOSITIF_VIEW, periode="marche:2024", dispositif="rennes-jour")
    months = next(table for table in screen.tables if table.headers[0] == "Mois").rows
    assert [months[0][0], months[-1][0], len(months)] == ["oct. 2023", "sept. 2024", 12]


@pytest.mark.parametrize("versus", ["marche:2023", "annee-precedente", "objectif", "aucune"])
def test_any_comparison_leaves_the_contract_year_readable(sample_store: str, show: Show, versus: str) -> None:
    screen = show(
        sample_store, DISPOSITIF_VIEW, periode="marche:2024", dispositif="rennes-jour", comparaison=versus
    )
    assert screen.html.words(".nom-dispositif") == "Médiation de jour"


def test_names_of_the_portfolio_lead_to_their_pages_with_what_is_asked(sample_store: str, show: Show) -> None:
    screen = show(
        sample_store,
        ACTIVITY,
        periode="2024-T4",
        comparaison="aucune",
        nature="nuisances",
        vue="portefeuille",
    )
    links = {node.text: node.attributes["href"] for node in screen.html.all("a")}
    parts = urlsplit(links["Médiation de jour"])
    assert parts.path == f"/{DISPOSITIF_VIEW.url}"
    assert parse_qs(parts.query) == {
        "periode": ["2024-T4"],
        "comparaison": ["aucune"],
        "nature": ["nuisances"],
        "dispositif": ["rennes-jour"],
        "vue": ["portefeuille"],  # for the trail to lead back to it
    }
