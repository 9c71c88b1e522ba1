"""Each role in front of the screen: the views it has, the addresses it has not, no figure but its own."""

import pytest

from data_access.access import Domain, Role, scope_for
from metrics.catalogue import METRICS, metric
from metrics.reconcile import printed_by_metric
from metrics.views import views
from metrics.views.views import ACTIVITY, ADMINISTRATION, AGENCIES, DEFINITIONS, HOME, RECONCILIATION, VIEWS
from pages.ui import downloads, record_files
from pages.ui.settings import LOGOUT
from tests.pages.conftest import Be
from tests.pages.screen import Show
from tests.pages.stated import (
    BY_URL,
    ELSEWHERE,
    OF_AGENCIES,
    OTHERS,
    READERS,
    ROLES,
    STATED,
    WITHOUT_FIGURES,
    addresses,
    charts,
    figures,
    medians,
    own,
    sent,
)

# --- the views ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_the_views_that_are_stated(role: Role) -> None:
    assert [view.url for view in views.of(scope_for(role, frozenset(own(role))))] == STATED[role]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_lands_on_its_first_view_and_opens_its_own(
    sample_store: str, show: Show, be: Be, role: Role
) -> None:
    be(role, *own(role))
    assert show(sample_store).title == BY_URL[STATED[role][0]].title
    for url in STATED[role]:
        screen = show(sample_store, BY_URL[url])
        assert (screen.title, screen.errors) == (BY_URL[url].title, [])


NO_VIEW = (LOGOUT.strip("/").split("/")[0], downloads.DOCUMENT.strip("/"))  # the way out, and documents


def leads(link: str) -> str:
    """The view that a link leads to, or of which it gives a file."""
    first, *rest = link.split("?")[0].strip("/").split("/")
    return rest[0].split(".")[0] if f"/{first}" in (downloads.PATH, record_files.PATH) else first


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_has_not_is_nowhere_on_its_pages(
    sample_store: str, show: Show, be: Be, role: Role
) -> None:
    """No link leads to another view, and neither its address nor its question is sent."""
    be(role, *own(role))
    missing = [view for view in VIEWS if view.url not in STATED[role]]
    for view, address in addresses(role):
        screen = show(sample_store, view, **address)
        links = (str(link.attributes["href"]) for link in screen.html.all("a"))
        led = set(map(leads, links))
        assert led <= {"", *STATED[role], *NO_VIEW}, (view.url, address)
        page = sent(screen)
        found = [each.url for each in missing if f"/{each.url}" in page or each.question in page]
        assert found == [], (view.url, address)


# --- the figures -------------------------------------------------------------------------------------------


def test_a_manager_sees_no_figure_of_another_agency_and_no_agency_by_name(
    sample_store: str, show: Show, be: Be
) -> None:
    whole = figures(sample_store, *OF_AGENCIES)
    theirs = whole.union(*(figures(sample_store, *OF_AGENCIES, agency=each) for each in ELSEWHERE))
    theirs -= medians(sample_store, *OF_AGENCIES)
    assert len(theirs) > 20
    be(Role.AGENCY_MANAGER, "RENNES")
    for view, address in addresses(Role.AGENCY_MANAGER):
        screen = show(sample_store, view, **address)
        page = sent(screen)
        public = whole if view is DEFINITIONS else set()  # reports print those of the association
        assert [text for text in theirs - public if text in page] == [], (view.url, address)
        told = [
            node.text for node in screen.html.all("table", ".tuile", ".domaine", ".nouvelles", ".legende")
        ]
        drawn_by = [each.proto.SerializeToString().decode(errors="ignore") for each in charts(screen)]
        assert [name for name in OTHERS if any(name in each for each in (*told, *drawn_by))] == []


def test_what_the_manager_does_not_see_the_direction_does(sample_store: str, show: Show, be: Be) -> None:
    """The test above can fail."""
    be(Role.DIRECTION)
    screen = show(sample_store, AGENCIES, periode="2024")
    page = sent(screen)
    assert any(text in page for text in figures(sample_store, "interventions", agency="NANTES"))
    headers = [header for table in screen.tables for header in table.headers]
    assert all(any(name in header for header in headers) for name in OTHERS)


def test_a_manager_who_asks_for_others_is_told_and_shown_their_own(
    sample_store: str, show: Show, be: Be
) -> None:
    be(Role.AGENCY_MANAGER, "RENNES")
    screen = show(sample_store, ACTIVITY, periode="2024", agence="nantes", dispositif="nantes-quartiers")
    assert [text for text in screen.warnings if "que votre rôle permet de lire" in text]
    assert screen.errors == []
    assert "Périmètre : Agence : Rennes" in screen.notes


def test_a_manager_without_a_filter_reads_their_agency_as_under_one(
    sample_store: str, show: Show, be: Be
) -> None:
    """What reports print of the association is no figure of an agency, which is no part of itself."""
    be(Role.AGENCY_MANAGER, "RENNES")
    screen = show(sample_store, HOME, periode="2024")
    assert [tile.badge for tile in screen.tiles] == [""] * len(screen.tiles)
    assert "dont Rennes" not in screen.html.text
    (agency,) = [each for each in screen.app.multiselect if each.label == "Agence"]
    assert (agency.value, agency.placeholder) == ([], "Rennes")
    compared = show(sample_store, HOME, periode="2024", comparaison="mediane")
    assert compared.warnings == []
    assert "Médiane des autres agences : 862" in compared.tiles[0].change


def test_the_board_reads_agencies_of_money_alone(sample_store: str, show: Show, be: Be) -> None:
    be(Role.BOARD)
    screen = show(sample_store, HOME, periode="2024")
    (table,) = [each for each in screen.tables if each.caption.startswith("Les agences")]
    assert table.headers == ["Agence", "Produits (k€)"]
    page = sent(screen)
    for agency in ("RENNES", *ELSEWHERE):
        hidden = figures(sample_store, "interventions", "people_met", "field_hours", agency=agency)
        assert [text for text in hidden if text in page] == []


def test_the_board_filters_money_and_is_told_what_does_not_follow(
    sample_store: str, show: Show, be: Be
) -> None:
    be(Role.BOARD)
    whole = {tile.title: tile for tile in show(sample_store, HOME, periode="2024").tiles}
    filtered = show(sample_store, HOME, periode="2024", agence="rennes")
    assert "interventions retenues" not in filtered.html.text
    rennes = {tile.title: tile for tile in filtered.tiles}
    for title, tile in rennes.items():
        if title == metric("revenue").label:
            assert (tile.exact != whole[title].exact, tile.left_out) == (True, "")
        else:
            assert (tile.exact, tile.left_out) == (whole[title].exact, "hors filtre agence")


def test_the_board_is_told_why_it_has_no_part_of_the_staff(sample_store: str, show: Show, be: Be) -> None:
    be(Role.BOARD)
    screen = show(sample_store, HOME, periode="2024", pourquoi="headcount")
    assert "« Salariés » ne se lit qu'à l'échelle de l'association avec votre rôle." in screen.html.text
    assert not [button for button in screen.app.button if "Salariés" in button.label]
    assert [button for button in screen.app.button if "Produits" in button.label]


def test_the_board_is_not_shown_what_reports_print_of_the_staff_of_an_agency(
    sample_store: str, show: Show, be: Be
) -> None:
    be(Role.BOARD)
    lines = show(sample_store, RECONCILIATION).html.all("tbody")[0].all("tr")
    printed = [each for several in printed_by_metric(sample_store).values() for each in several]
    of_agencies = {
        each.id for each in printed if each.domain is Domain.WORKFORCE and "agency=" in each.conditions
    }
    assert of_agencies
    assert not of_agencies & {line.all("th")[0].text for line in lines}


@pytest.mark.parametrize("role", WITHOUT_FIGURES)
def test_a_role_without_figures_sees_none(sample_store: str, show: Show, be: Be, role: Role) -> None:
    every = figures(sample_store, *OF_AGENCIES, "trainee_hours", "expenses", "kilometres")
    be(role)
    for view, address in addresses(role):
        screen = show(sample_store, view, **address)
        page = sent(screen)
        assert (screen.tiles, charts(screen)) == ([], [])
        assert [text for text in every if text in page] == []


# --- definitions are for everyone, values are not ----------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
def test_a_definition_is_read_by_everyone_and_its_values_by_those_who_may(
    sample_store: str, show: Show, be: Be, role: Role
) -> None:
    be(role, *own(role))
    page = show(sample_store, DEFINITIONS, indicateur="headcount").html
    assert metric("headcount").definition in page.text
    reads = role in READERS
    assert ("129" in page.words("dl")) is reads
    assert ("votre rôle ne lit pas ce domaine" in page.text) is not reads
    assert bool([link for link in page.all("a") if "/rapprochement" in link.attributes["href"]]) is reads


def test_what_reports_print_of_an_agency_is_not_repeated_to_other_managers(
    sample_store: str, show: Show, be: Be
) -> None:
    def printed(*agencies: str) -> str:
        be(Role.AGENCY_MANAGER, *agencies)
        return show(sample_store, DEFINITIONS, indicateur="revenue").html.words("dl")

    where = "RA 2024 p.\u00a014\u00a0: "
    assert f"{where}862\u00a0k€ (Produits, année 2024)" in printed("IDF")
    assert f"{where}Produits, année 2024" in printed("RENNES")  # where it is, without what it says
    assert "862" not in printed("RENNES")


def test_searching_finds_definitions_and_no_view(sample_store: str, show: Show, be: Be) -> None:
    be(Role.ADMINISTRATION)
    screen = show(sample_store, DEFINITIONS, recherche="salariés")
    assert len(screen.html.all("details.definition")) < len(METRICS)
    assert "aucune des vues de votre rôle" in screen.html.text


def test_the_page_of_rights_is_that_of_who_gives_them() -> None:
    assert [role for role in ROLES if views.opens(ADMINISTRATION, scope_for(role, frozenset(own(role))))] == [
        Role.DIRECTION,
        Role.ADMINISTRATION,
    ]
