"""A view of figures of the staff leaves one row in the trail; what shows none leaves none."""

from urllib.parse import parse_qs

import pytest

from data_access import audit, traces
from data_access.access import Role
from data_access.audit import Action, Trace
from data_access.engine import reading_engine, writing
from metrics.views.parts import news
from metrics.views.views import AGENCIES, DEFINITIONS, DISPOSITIF, HOME, RECONCILIATION, View
from tests.pages.conftest import Be
from tests.pages.screen import Show

WHO = "camille@exemple.fr"


def told(sent: list[Trace]) -> list[tuple[str, dict[str, list[str]]]]:
    return [(trace.view, parse_qs(trace.filters)) for trace in sent]


def test_a_view_is_one_row_with_who_what_and_under_which_filters(
    sample_store: str, show: Show, be: Be, sent: list[Trace]
) -> None:
    be(Role.DIRECTION, person=WHO)
    show(sample_store, HOME, periode="2024", agence="rennes")
    assert {(trace.person, trace.action, trace.view) for trace in sent} == {(WHO, Action.VIEW, "accueil")}
    (trace,) = [each for each in sent if "periode=2024&" in f"{each.filters}&"]
    assert parse_qs(trace.filters) | {"periode": ["2024"], "agence": ["rennes"]} == parse_qs(trace.filters)
    assert trace.rows is not None
    assert trace.rows > 0


def test_the_same_page_drawn_again_is_not_a_second_view_and_another_filter_is(
    sample_store: str, show: Show, be: Be, sent: list[Trace]
) -> None:
    be(Role.DIRECTION)
    screen = show(sample_store, HOME, periode="2024")
    screen.app.run()
    assert [filters["periode"] for _, filters in told(sent)] == [["2024"]]
    screen.app.query_params["periode"] = "2023"
    screen.app.run()
    assert [filters["periode"] for _, filters in told(sent)] == [["2024"], ["2023"]]
    screen.app.query_params["periode"] = "2024"
    screen.app.run()
    assert len(sent) == 3  # and coming back is one more


def test_what_was_kept_secret_is_counted_apart(
    sample_store: str, show: Show, be: Be, sent: list[Trace]
) -> None:
    be(Role.DIRECTION)
    screen = show(sample_store, AGENCIES, periode="2024-12")
    (trace,) = [each for each in sent if each.view == "agences"]
    assert trace.hidden is not None
    cells = [cell for table in screen.tables for row in table.rows for cell in row]
    assert (trace.hidden > 0) is any(cell == "s" or cell.startswith("s ") for cell in cells)


@pytest.mark.parametrize("view", [DISPOSITIF, DEFINITIONS], ids=lambda view: view.url)
def test_a_page_without_the_staff_leaves_no_row(
    sample_store: str, show: Show, be: Be, sent: list[Trace], view: View
) -> None:
    be(Role.DIRECTION)
    show(sample_store, view, periode="2024", dispositif="rennes-jour")
    assert [trace.view for trace in sent if trace.view != "accueil"] == []


def test_the_register_of_published_figures_is_a_view_of_those_of_the_staff(
    sample_store: str, show: Show, be: Be, sent: list[Trace]
) -> None:
    be(Role.BOARD)
    show(sample_store, RECONCILIATION)
    (trace,) = [each for each in sent if each.view == "rapprochement"]
    show(sample_store, RECONCILIATION, domaine="Financement")
    assert [each.view for each in sent].count("rapprochement") == 1  # money alone
    assert trace.rows is not None
    assert trace.rows > 5


@pytest.mark.parametrize("role", [Role.DATA_STEWARD, Role.ADMINISTRATION])
def test_who_sees_no_figure_leaves_no_row(
    sample_store: str, show: Show, be: Be, sent: list[Trace], role: Role
) -> None:
    be(role)
    show(sample_store)
    assert sent == []


def test_what_was_seen_before_a_page_broke_was_seen(
    sample_store: str, show: Show, be: Be, sent: list[Trace], monkeypatch: pytest.MonkeyPatch, log: list[str]
) -> None:
    def broken(*_given: object) -> None:
        raise RuntimeError

    be(Role.DIRECTION)
    monkeypatch.setattr(news, "in_full", broken)
    screen = show(sample_store, HOME)
    assert screen.app.exception
    log.clear()
    assert [trace.view for trace in sent] == ["accueil"]


def test_the_row_is_in_the_store_soon_after_and_the_page_did_not_wait_for_it(
    sample_copy: str, show: Show, be: Be, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traces, "send", _SEND)
    be(Role.DIRECTION, person=WHO)
    with writing(sample_copy):  # an import holds the store
        assert show(sample_copy, HOME, periode="2024").tiles
    assert traces.drain(60)
    with reading_engine(sample_copy).connect() as connection:
        rows = [row for row in audit.traces(connection) if row.person == WHO]
    assert [(row.action, row.view) for row in rows] == [(Action.VIEW.value, "accueil")]


_SEND = traces.send  # as it is, before the tests of pages keep their rows out of shared stores
