"""The base of the page Agences lives in the address, beside what the bar keeps there."""

import pytest

from metrics.views.views import AGENCIES, HOME
from tests.pages.screen import Screen, Show

HEADERS = {"etp": "Interventions par ETP terrain", "qpv": "Interventions pour 1 000 habitants de QPV"}


def first(screen: Screen) -> str:
    (found,) = [table for table in screen.tables if "la médiane des autres" in table.caption]
    return found.rows[0][0]


def said(screen: Screen, name: str) -> str:
    """What the address says, written by the page or by the visitor."""
    value = screen.app.query_params[name]
    return value if isinstance(value, str) else value[-1]


@pytest.mark.parametrize("base", HEADERS)
def test_an_address_opens_its_base_and_keeps_it(sample_store: str, show: Show, base: str) -> None:
    screen = show(sample_store, AGENCIES, base=base, periode="2024", agence="rennes")
    again = Screen(screen.app.run())
    for each in (screen, again):
        assert first(each) == HEADERS[base]
        assert (said(each, "base"), said(each, "agence")) == (base, "rennes")
        assert each.warnings == []


def test_an_address_that_loses_its_base_goes_back_to_values(sample_store: str, show: Show) -> None:
    screen = show(sample_store, AGENCIES, base="etp")
    del screen.app.query_params["base"]
    assert first(Screen(screen.app.run())) == "Interventions"


def test_a_filter_of_the_bar_changes_with_a_base_in_the_address(sample_store: str, show: Show) -> None:
    screen = show(sample_store, AGENCIES, base="etp", periode="2024")
    year = next(each for each in screen.app.selectbox if each.label == "Laquelle").select_index(1).run()
    assert (said(Screen(year), "periode"), said(Screen(year), "base")) == ("2023", "etp")


def test_a_base_that_does_not_exist_is_named_and_the_first_is_drawn(sample_store: str, show: Show) -> None:
    screen = show(sample_store, AGENCIES, base="lune")
    assert screen.errors == []
    assert first(screen) == "Interventions"
    (problem,) = screen.warnings
    assert "« lune »" in problem


def test_a_base_chosen_is_written_and_found_again_from_another_page(sample_store: str, show: Show) -> None:
    app = show(sample_store, AGENCIES, base="etp").app
    app.query_params.clear()  # as the menu does
    app.switch_page(HOME.file).run()
    assert "base" not in app.query_params
    app.query_params.clear()
    back = Screen(app.switch_page(AGENCIES.file).run())
    assert (first(back), said(back, "base")) == (HEADERS["etp"], "etp")
