"""What a page opens on: a link, else a default view, else one's own agency, else all; and what lasts."""

import pytest

from data_access.access import Role, scope_for
from data_access.engine import writing
from data_access.saved_views import SavedView, save_view
from metrics import period
from metrics.catalogue.dimensions import AGENCY, FAMILY
from metrics.query import Against, Comparison, Filter
from metrics.views.views import ACTIVITY, AGENCIES, DEFINITIONS, HOME, RECONCILIATION, View
from pages.ui import session
from pages.ui.kept import Kept
from tests.pages.screen import Screen, Show

LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)
DEFAULT = {"periode": "2024-12", "comparaison": "annee-precedente"}


def said(screen: Screen) -> dict[str, str]:
    """What the address says."""
    found = {name: screen.app.query_params[name] for name in screen.app.query_params}
    return {name: value if isinstance(value, str) else value[-1] for name, value in found.items()}


def go(screen: Screen, view: View) -> Screen:
    """Follows the menu, which leads to a bare address."""
    screen.app.query_params.clear()
    return Screen(screen.app.switch_page(view.file).run())


def chips(screen: Screen) -> list[str]:
    found = [each.label for each in screen.app.button if (each.key or "").startswith("puce-")]
    return [label.replace("\\", "") for label in found]


def keep(store: str, address: str, view: View = HOME, *, name: str = "Ma vue", default: bool = True) -> None:
    with writing(store) as connection:
        save_view(connection, session.DEMONSTRATION, view.url, SavedView(name, address, default))


@pytest.fixture
def as_manager(monkeypatch: pytest.MonkeyPatch):
    def of(*agencies: str) -> None:
        scope = scope_for(Role.AGENCY_MANAGER, frozenset(agencies))
        monkeypatch.setattr(session, "here", lambda: session.Here(session.DEMONSTRATION, scope))

    return of


# --- first visits ------------------------------------------------------------------------------------------


def test_a_director_lands_on_all_and_the_address_says_so(sample_store: str, show: Show) -> None:
    screen = show(sample_store)
    assert (said(screen), chips(screen)) == (DEFAULT, [])
    assert "reinitialiser" not in [each.key for each in screen.app.button]


def test_a_manager_lands_on_their_agency_with_its_chip(sample_store: str, show: Show, as_manager) -> None:
    as_manager("RENNES")
    screen = show(sample_store)
    assert chips(screen) == ["✕ Agence : Rennes"]
    assert said(screen) == {**DEFAULT, "agence": "rennes"}
    assert "Agence : Rennes" in screen.notes
    assert "reinitialiser" not in [each.key for each in screen.app.button]
    (agency,) = [each for each in screen.app.multiselect if each.label == "Agence"]
    assert agency.options == ["Rennes"]
    assert screen.errors == []


def test_a_manager_who_takes_the_chip_away_still_reads_their_agency_only(
    sample_store: str, show: Show, as_manager
) -> None:
    as_manager("RENNES", "NANTES")
    screen = show(sample_store, periode="2024")
    assert chips(screen) == []  # a link wins
    assert "Agence : Rennes, Nantes" in screen.notes
    back = Screen(screen.app.button(key="reinitialiser").click().run())
    assert chips(back) == ["✕ Agence : Rennes", "✕ Agence : Nantes"]
    assert said(back) == {**DEFAULT, "agence": "rennes,nantes"}


def test_an_agency_out_of_reach_is_named_and_left_out(sample_store: str, show: Show, as_manager) -> None:
    as_manager("RENNES")
    screen = show(sample_store, periode="2024", agence="nantes,rennes")
    (problem,) = screen.warnings
    assert "« Nantes » ne fait pas partie" in problem
    assert (chips(screen), screen.errors) == (["✕ Agence : Rennes"], [])


# --- default views -----------------------------------------------------------------------------------------


def test_a_default_view_opens_the_page_with_its_own_choices(sample_copy: str, show: Show) -> None:
    keep(sample_copy, "periode=2023&comparaison=aucune&agence=nantes&base=etp", AGENCIES)
    screen = go(show(sample_copy), AGENCIES)
    asked = {"periode": "2023", "comparaison": "aucune", "agence": "nantes", "base": "etp"}
    assert said(screen) == asked
    assert said(Screen(screen.app.run())) == asked


def test_a_default_view_wins_over_ones_own_agency_and_a_link_over_both(
    sample_copy: str, show: Show, as_manager
) -> None:
    as_manager("RENNES", "NANTES")
    keep(sample_copy, "periode=2023&comparaison=aucune&agence=nantes")
    assert chips(show(sample_copy)) == ["✕ Agence : Nantes"]
    linked = show(sample_copy, periode="2024-T1", agence="rennes")
    assert (chips(linked), said(linked)["periode"]) == (["✕ Agence : Rennes"], "2024-T1")


def test_a_default_view_of_what_no_longer_exists_says_so(sample_copy: str, show: Show) -> None:
    keep(sample_copy, "periode=2024&comparaison=aucune&agence=atlantide")
    screen = show(sample_copy)
    (problem,) = screen.warnings
    assert "« atlantide » n'existe pas" in problem
    assert (said(screen)["periode"], chips(screen), screen.errors) == ("2024", [], [])


def test_a_default_view_does_not_take_the_place_of_what_was_chosen(sample_copy: str, show: Show) -> None:
    keep(sample_copy, "periode=2023&comparaison=aucune", ACTIVITY)
    screen = show(sample_copy)
    assert said(go(screen, ACTIVITY))["periode"] == "2023"  # nothing was chosen yet
    chosen = show(sample_copy, periode="2024-T2")
    assert said(go(chosen, ACTIVITY))["periode"] == "2024-T2"


# --- the address -------------------------------------------------------------------------------------------


def test_a_link_that_says_the_same_is_left_as_it_is(sample_store: str, show: Show) -> None:
    """Written again, it would be a step that Back leads to."""
    for address in (
        {"periode": "2024"},
        {"agence": "nantes,rennes"},
        {"periode": "2024", "famille": "mediation-de-jour"},
    ):
        assert said(show(sample_store, **address)) == address


def test_what_is_refused_is_named_and_leaves_the_address(sample_store: str, show: Show) -> None:
    for address, named in (
        ({"periode": "scolaire:99999999999999999999"}, "« scolaire:99999999999999999999 » n'existe pas"),
        ({"periode": "2024-12", "agence": "atlantide"}, "« atlantide » n'existe pas"),
        ({"agences": "rennes"}, "« agences » n'est pas un filtre ; vouliez-vous dire « agence » ?"),
    ):
        screen = show(sample_store, **address)
        (problem,) = screen.warnings
        assert named in problem
        assert (said(screen), screen.errors) == (DEFAULT, [])
    screen = show(sample_store, AGENCIES, periode="2024", base="x")
    assert (len(screen.warnings), "base" in said(screen)) == (1, False)


def test_a_parameter_given_twice_is_read_whole(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024", agence=["rennes", "nantes"])
    assert chips(screen) == ["✕ Agence : Rennes", "✕ Agence : Nantes"]


def test_what_the_person_changes_is_written(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024")
    (which,) = [each for each in screen.app.selectbox if each.label == "Laquelle"]
    assert said(Screen(which.select_index(1).run())) == {"periode": "2023", "comparaison": "annee-precedente"}


def test_the_menu_keeps_what_was_asked_and_writes_it(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024-T1", agence="rennes")
    for view in (ACTIVITY, RECONCILIATION, HOME):
        screen = go(screen, view)
    assert said(screen) == {"periode": "2024-T1", "comparaison": "annee-precedente", "agence": "rennes"}


def test_a_choice_of_a_page_comes_back_through_pages_without_a_bar(sample_store: str, show: Show) -> None:
    """These draw no bar, which used to be what noticed that another page was open."""
    for between in ((DEFINITIONS,), (RECONCILIATION,), (DEFINITIONS, RECONCILIATION), (HOME,)):
        screen = show(sample_store, AGENCIES, periode="2024", base="etp")
        for view in between:
            screen = go(screen, view)
        assert said(go(screen, AGENCIES))["base"] == "etp"


def test_the_filters_of_a_view_that_are_folded_stay_in_their_order(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", famille="mediation-de-jour", nature="nuisances")
    assert len(chips(screen)) == 2
    labels = [each.label for each in screen.app.multiselect]
    assert labels == ["Agence", "Famille de dispositif", "Dispositif", "Secteur", "Famille d'intervention"]


# --- what is asked -----------------------------------------------------------------------------------------


def test_two_questions_are_the_same_whatever_the_order_of_their_filters() -> None:
    def asked(*where: Filter) -> Kept:
        return Kept(period.year(2024), LAST_YEAR, where)

    one = asked(Filter(AGENCY, ("RENNES", "NANTES")), Filter(FAMILY, ("day",)))
    assert one.same(asked(Filter(FAMILY, ("day",)), Filter(AGENCY, ("NANTES", "RENNES"))))
    assert not one.same(asked(Filter(AGENCY, ("RENNES",)), Filter(FAMILY, ("day",))))
    assert asked(Filter(AGENCY, ())).same(asked())
    assert not asked().same(Kept(period.year(2023), LAST_YEAR))
