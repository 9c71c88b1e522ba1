"""Définitions : each word of what is promised stands under its own label, one definition or all of them."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from data_access.access import Role, scope_for
from metrics.catalogue import METRICS, metric
from metrics.glossary import DOMAINS
from metrics.reconcile import printed_by_metric
from metrics.views.views import ACTIVITY, AGENCIES, DEFINITIONS, FINANCING, HOME, RSE
from pages.ui import session, sheet
from pages.ui.definitions import nearest
from pages.ui.uses import uses
from tests.pages.markup import Node
from tests.pages.screen import ROUTER, Screen, Show

MANAGER = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
LABELS = {
    "Définition",
    "Calcul",
    "Lecture dans le temps",
    "Se ventile par",
    "Version",
    "Mise à jour",
    "Utilisé dans",
    "Publié dans",
    "Domaine",
    "Identifiant",
}


def facts(sheet: Node) -> dict[str, Node]:
    """What a sheet says under each label."""
    (said,) = sheet.all("dl")
    return {
        dt.text: dd for dt, dd in zip(said.all("dt"), said.all("dd"), strict=True)
    }  # fmt: skip


def sheets(screen: Screen) -> list[Node]:
    return screen.html.all(".definition")


def test_a_link_opens_one_definition_alone_and_unfolded(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DEFINITIONS, indicateur="interventions")
    (alone,) = sheets(screen)
    said = facts(alone)
    assert "open" in alone.attributes
    assert alone.all("summary")[0].text == "Interventions"
    assert said["Définition"].text.startswith("Actions d'une équipe sur une situation")
    assert said["Calcul"].text == "interventions, dans la période"
    assert (said["Source"].text, said["Propriétaire"].text) == ("Optimédia", "Responsables de dispositifs")
    assert said["Mise à jour"].text == "chaque mois, le 5 du mois suivant"
    assert said["Version"].text == "1, depuis le 1er janvier 2023\u00a0: première définition"
    assert {HOME.title, ACTIVITY.title, AGENCIES.title} <= {a.text for a in said["Utilisé dans"].all("a")}
    assert "RA 2024 p.\u00a018\u00a0: >\u00a017\u202f000" in said["Publié dans"].text
    assert "SELECT" in alone.all("pre")[0].text
    everything = {a.text: a.attributes["href"] for a in screen.html.all("a")}["Voir toutes les définitions"]
    assert urlsplit(everything).path == "/definitions"
    assert "indicateur" not in everything
    assert not screen.app.text_input


def test_every_sheet_says_all_that_is_promised(sample_store: str, show: Show) -> None:
    found = sheets(show(sample_store, DEFINITIONS))
    assert len(found) == len(METRICS)
    for each in found:
        said = facts(each)
        assert said.keys() >= LABELS
        assert said.keys() & {"Source", "Sources"}
        assert said.keys() & {"Propriétaire", "Propriétaires"}
        assert all(dd.text for dd in said.values())


def test_a_sheet_among_others_leads_to_its_query_and_does_not_carry_it(sample_store: str, show: Show) -> None:
    for each in sheets(show(sample_store, DEFINITIONS)):
        assert each.all("pre") == []
        (link,) = [a for a in each.all("a") if a.text == "Voir la requête SQL"]
        name = facts(each)["Identifiant"].text
        assert link.attributes["href"] == f"/definitions?indicateur={name}"
        assert link.attributes["title"] == f"Voir la requête SQL : {metric(name).label}"


@pytest.mark.parametrize("name", METRICS)
def test_every_sheet_alone_shows_its_query(name: str) -> None:
    alone = str(sheet.sheet(metric(name), [], scope_for(Role.DIRECTION), unfolded=True))
    assert "<pre" in alone
    assert "SELECT" in alone


def test_what_was_published_is_said_with_its_page_and_value(sample_store: str, show: Show) -> None:
    found = sheets(show(sample_store, DEFINITIONS))
    printed = printed_by_metric(sample_store)
    said = {facts(sheet)["Identifiant"].text: facts(sheet)["Publié dans"] for sheet in found}
    for name, node in said.items():
        register = [parse_qs(urlsplit(a.attributes["href"]).query)["recherche"][0] for a in node.all("a")]
        assert register == [each.id for each in printed.get(name, [])]


def test_the_definitions_are_under_their_domains(sample_store: str, show: Show) -> None:
    page = show(sample_store, DEFINITIONS).html
    counted = {
        label: sum(each.domain is domain for each in METRICS.values()) for domain, label in DOMAINS.items()
    }
    assert [h2.text for h2 in page.all("h2")] == [f"{label} ({n})" for label, n in counted.items() if n]


def test_one_domain_is_kept_by_the_address(sample_store: str, show: Show) -> None:
    page = show(sample_store, DEFINITIONS, domaine="rse").html
    assert len(page.all("h2")) == 1
    assert page.all("h2")[0].text.startswith("RSE (")


def test_the_search_is_in_the_address(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DEFINITIONS, recherche="taux")
    assert screen.app.text_input[0].value == "taux"
    found = sheets(screen)
    assert 0 < len(found) < len(METRICS)
    assert all("taux" in (sheet.all("summary")[0].text + sheet.text).lower() for sheet in found)
    screen.app.text_input[0].set_value("présence terrain")
    again = Screen(screen.app.run())
    assert again.app.query_params["recherche"] == "présence terrain"
    assert {facts(sheet)["Identifiant"].text for sheet in sheets(again)} >= {"presence_rate"}
    again.app.text_input[0].set_value("")
    assert "recherche" not in Screen(again.app.run()).app.query_params


def test_a_search_in_vain_proposes_the_nearest_name(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DEFINITIONS, recherche="intervantions")
    assert sheets(screen) == []
    said = screen.html.words(".vide")
    assert "« intervantions »" in said
    assert "Le plus proche : Interventions." in said
    assert screen.errors == []


def test_an_unknown_indicator_is_named_and_all_the_others_are_there(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DEFINITIONS, indicateur="atlantide<b>")
    assert "« atlantide<b> » n'existe pas" in screen.html.words(".avis")
    assert len(sheets(screen)) == len(METRICS)
    assert screen.errors == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("interventon", "interventions"),
        ("heures de terain", "field_hours"),
        ("revenu", "revenue"),
        ("headcuont", "headcount"),
    ],
)
def test_the_nearest_is_by_name_or_by_identifier(written: str, name: str) -> None:
    assert nearest(written) is metric(name)


@pytest.mark.parametrize("written", ["xxx", "atlantide<b>", "azerty", ""])
def test_what_looks_like_nothing_has_no_nearest(written: str) -> None:
    assert nearest(written) is None


def test_an_unknown_indicator_far_from_all_proposes_nothing(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DEFINITIONS, indicateur="xxx")
    assert screen.html.words(".avis").endswith("n'existe pas.")


def test_a_figure_is_used_where_a_view_or_a_piece_of_it_names_it() -> None:
    found = uses()
    assert {HOME, ACTIVITY, AGENCIES} <= set(found["interventions"])
    assert ACTIVITY in found["orders"]  # drawn by a piece of the page
    assert set(found["rse_classes"]) == {RSE}  # named with others by the piece that draws the table
    assert set(found["renewal_rate"]) <= {HOME, FINANCING}


def test_what_was_asked_elsewhere_comes_back_after_a_definition(
    sample_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link opens the definition in a new session, whose menu leads to bare addresses."""
    asked = {"periode": "2024-T3", "comparaison": "aucune", "agence": "rennes"}
    monkeypatch.setenv("DATABASE_URL", sample_store)
    app = AppTest.from_file(ROUTER, default_timeout=60).switch_page(DEFINITIONS.file)
    for name, value in {"indicateur": "interventions", **asked}.items():
        app.query_params[name] = value
    app.run().query_params.clear()
    assert app.switch_page(AGENCIES.file).run().query_params == asked


def test_a_link_to_an_agency_that_is_not_read_is_not_followed(
    sample_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", sample_store)
    monkeypatch.setattr(session, "here", lambda: session.Here(session.DEMONSTRATION, MANAGER))
    app = AppTest.from_file(ROUTER, default_timeout=60).switch_page(DEFINITIONS.file)
    for name, value in {"periode": "2024", "comparaison": "aucune", "agence": "nantes"}.items():
        app.query_params[name] = value
    app.run().query_params.clear()
    screen = Screen(app.switch_page(HOME.file).run())
    assert screen.errors == []
    assert screen.app.query_params["agence"] == "rennes"


def test_what_a_role_does_not_read_has_no_query(sample_store: str) -> None:
    alone = sheet.sheet(metric("revenue"), [], scope_for(Role.ADMINISTRATION), unfolded=True)
    assert re.search("votre rôle ne lit pas ce domaine", str(alone))
    assert "SELECT" not in str(alone)


def test_what_is_told_of_people_because_it_is_printed_is_listed_in_one_place(
    sample_store: str, show: Show
) -> None:
    (listed,) = show(sample_store, DEFINITIONS).html.all(".exceptions")
    people = {name for name in METRICS if any(fact.published for fact in METRICS[name].facts)}
    printed = [
        each for name, lines in printed_by_metric(sample_store).items() for each in lines if name in people
    ]
    lines = [item.text for item in listed.all("li")]
    assert f"{len(printed)} chiffres" in listed.all("summary")[0].text
    assert len(lines) == len(printed) > 40
    assert all(any(line.endswith(each.id) for line in lines) for each in printed)
    graduates = "RSE 2024 p.\u00a03\u00a0: 4\u00a0pers. (Diplômés en 2024, année 2024), RSE-006"
    assert any(line.endswith(graduates) for line in lines)


def test_the_list_of_exceptions_repeats_no_value_to_who_may_not_read_it(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = session.Here("camille@exemple.fr", scope_for(Role.BOARD))
    monkeypatch.setattr(session, "here", lambda: here)
    (listed,) = show(sample_store, DEFINITIONS).html.all(".exceptions")
    lines = [item.text for item in listed.all("li")]
    assert any("129" in line for line in lines)
    angers = [line for line in lines if line.startswith("Angers")]
    assert len(angers) == 2
    assert not any("RA-" in line or "100" in line for line in angers)
