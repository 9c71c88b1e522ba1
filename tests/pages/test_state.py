"""What pages keep and what they never share: rights, choices, imports, the gate."""

from datetime import date

import pytest
from sqlalchemy import func, insert, select, update

from data_access import schema as s
from data_access.access import Role, Scope, scope_for
from data_access.engine import writing
from data_access.versions import last_import
from metrics import period
from metrics.catalogue import metric
from metrics.query import Query
from metrics.run import ask
from metrics.views.views import HOME, RECONCILIATION, View
from pages.ui import session
from tests.direction import VIEWS
from tests.pages.screen import ROUTER, Screen, Show

MANAGER = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
OTHER_MANAGER = scope_for(Role.AGENCY_MANAGER, frozenset({"NANTES"}))
DIRECTION = scope_for(Role.DIRECTION)


def interventions(screen: Screen) -> str:
    return next(tile.value for tile in screen.tiles if tile.title == "Interventions")


def go(screen: Screen, view: View) -> Screen:
    """Follows the menu: the same person, another page."""
    return Screen(screen.app.switch_page(view.file).run())


# --- the gate stands before every page -------------------------------------------------------------------


def test_no_folder_named_pages_sits_beside_the_entry_script() -> None:
    """Streamlit would run a page alone, without the gate, when its address is the first one asked."""
    assert not (ROUTER.parent / "pages").exists()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.url)
def test_each_view_opens_by_its_file_and_says_its_title(sample_store: str, show: Show, view: View) -> None:
    screen = show(sample_store, view)
    assert (screen.title, screen.errors) == (view.title, [])


# --- two scopes never share an answer --------------------------------------------------------------------


def test_the_scope_is_part_of_what_an_answer_is_kept_under(sample_store: str) -> None:
    query = Query(metrics=(metric("interventions"),), period=period.year(2024))
    answers = {scope: ask(sample_store, query, scope) for scope in (DIRECTION, MANAGER, OTHER_MANAGER)}
    figures = {scope: answer.rows[0].cells[0].figure.value for scope, answer in answers.items()}
    assert len(set(figures.values())) == 3
    for scope, answer in answers.items():
        assert ask(sample_store, query, scope) is answer  # kept, and under its own scope


@pytest.mark.parametrize("scopes", [(DIRECTION, MANAGER), (MANAGER, DIRECTION), (MANAGER, OTHER_MANAGER)])
def test_two_people_with_other_rights_never_see_the_same_kept_page(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch, scopes: tuple[Scope, Scope]
) -> None:
    seen = []
    for scope in scopes:
        monkeypatch.setattr(session, "here", lambda scope=scope: session.Here("essai", scope))
        seen.append(interventions(show(sample_store)))
    assert seen[0] != seen[1]


def test_a_new_import_is_seen_at_once(sample_copy: str, show: Show) -> None:
    """The number of the last import is part of the key: nothing has to be restarted or emptied."""
    screen = show(sample_copy)
    before = screen.tiles
    with writing(sample_copy) as connection:
        number = last_import(connection) + 1
        last = connection.execute(select(s.imports).where(s.imports.c.id == number - 1)).mappings().one()
        connection.execute(insert(s.imports), {**last, "id": number})
        leaver = select(func.min(s.staff.c.id)).where(s.staff.c.day == date(2024, 12, 31))
        gone = update(s.staff).where(s.staff.c.id == leaver.scalar_subquery()).values(retired_by=number)
        connection.execute(gone)
    after = Screen(screen.app.run()).tiles
    changed = [(b.title, b.value, a.value) for b, a in zip(before, after, strict=True) if b.value != a.value]
    assert changed == [("Salariés", "129", "128")]


# --- choices last ----------------------------------------------------------------------------------------


def test_the_bar_keeps_its_choices_when_the_page_changes(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024-T1", comparaison="aucune", agence="rennes")
    shown = screen.tiles
    assert go(go(screen, RECONCILIATION), HOME).tiles == shown


def test_a_choice_made_by_hand_lasts_too(sample_store: str, show: Show) -> None:
    screen = show(sample_store)
    next(each for each in screen.app.selectbox if each.label == "Période").set_value("Année").run()
    shown = screen.tiles
    assert "par rapport à : année 2023" in shown[0].change
    assert go(go(screen, RECONCILIATION), HOME).tiles == shown


def test_the_register_keeps_its_filters_when_the_page_changes(sample_store: str, show: Show) -> None:
    screen = show(sample_store, RECONCILIATION)
    screen.app.selectbox(key="domaine").set_value("Effectifs").run()
    screen.app.text_input(key="recherche").set_value("CDI").run()
    kept = screen.tables
    assert 0 < len(kept[0].rows) < 20
    assert go(go(screen, HOME), RECONCILIATION).tables == kept


def test_two_visitors_do_not_share_their_choices(sample_store: str, show: Show) -> None:
    first = show(sample_store, periode="2024")
    assert interventions(show(sample_store)) != interventions(first)
