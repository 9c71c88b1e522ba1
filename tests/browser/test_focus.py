"""What the script of the page does: a menu that closes on a telephone, a focus that is never lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from metrics.views.views import ACTIVITY, AGENCIES, HOME
from tests.browser.reader import Reader, reading

INSIDE = "part => document.activeElement.closest(part) !== null"
PANEL = "Interventions : pourquoi cette évolution ?"


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield each


@pytest.fixture
def telephone(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 390) as each:
        yield each


def press(page: Page, selector: str) -> None:
    page.locator(selector).focus()
    page.keyboard.press("Enter")


def tabs_to(page: Page, selector: str, most: int) -> None:
    """Goes forward to a part of the page in so many stops, no more."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(INSIDE, selector):
            return
    raise AssertionError(f"{selector} is more than {most} stops away")


# --- the menu of a telephone -------------------------------------------------------------------------------


def test_a_choice_closes_the_menu_which_stays_closed_at_the_next_visit(
    telephone: Reader, app_url: str
) -> None:
    page = telephone.open(app_url, HOME, "?periode=2024").page
    page.get_by_role("button", name="Ouvrir le menu").click()
    link = page.get_by_test_id("stSidebarNavLink").filter(has_text="Agences")
    expect(link).to_be_in_viewport()
    link.click()
    telephone.wait(AGENCIES)
    expect(link).not_to_be_in_viewport()
    page.get_by_role("button", name="Ouvrir le menu").click()
    expect(link).to_be_in_viewport()
    telephone.open(app_url, ACTIVITY, "?periode=2024")
    expect(link).not_to_be_in_viewport()


# --- « Pourquoi ? » ----------------------------------------------------------------------------------------


def test_the_focus_goes_to_the_explanation_and_comes_back_to_its_button(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME, "?periode=2024").page
    press(page, ".st-key-pourquoi-interventions button")
    expect(page.get_by_role("heading", name=PANEL)).to_be_focused()
    reader.wait(HOME)  # the focus comes with the heading: what follows it may be on its way
    tabs_to(page, ".st-key-explication [data-testid=stButtonGroup]", 1)
    press(page, ".st-key-pourquoi-fermer button")
    expect(page.locator(".st-key-pourquoi-interventions button")).to_be_focused()


def test_the_tiles_are_not_made_anew_and_a_telephone_does_not_jump(telephone: Reader, app_url: str) -> None:
    page = telephone.open(app_url, HOME, "?periode=2024").page
    tile = page.locator(".st-key-tuile-interventions")
    tile.evaluate("each => { each.same = true; }")
    page.locator(".st-key-pourquoi-interventions button").click()
    heading = page.get_by_role("heading", name=PANEL)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    assert tile.evaluate("each => each.same")


def test_an_explanation_that_an_address_opens_takes_no_focus(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME, "?periode=2024&pourquoi=interventions").page
    expect(page.get_by_role("heading", name=PANEL)).to_be_visible()
    assert page.evaluate("document.activeElement === document.body")


# --- the bar -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("button", [".st-key-puces button", ".st-key-reinitialiser button"])
def test_the_focus_goes_to_the_bar_once_a_filter_is_taken_away(
    reader: Reader, app_url: str, button: str
) -> None:
    page = reader.open(app_url, AGENCIES, "?periode=2024&agence=nantes").page
    press(page, f"{button} >> nth=0")
    expect(page.locator(".st-key-puces")).to_have_count(0)
    expect(page.locator(".st-key-filtres")).to_be_focused()
    tabs_to(page, ".st-key-filtres [data-testid=stSelectbox]", 1)


def test_folded_filters_come_just_after_their_button(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, ACTIVITY, "?periode=2024").page
    press(page, ".st-key-autres-filtres button")
    expect(page.get_by_test_id("stPopoverBody")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Famille de dispositif")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".st-key-autres-filtres button")).to_be_focused()
    tabs_to(page, "[data-testid=stPopoverBody]", 1)
    tabs_to(page, ".st-key-vues-enregistrees", 8)
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)


def test_saved_views_come_just_after_their_button_and_give_the_focus_back(
    reader: Reader, app_url: str
) -> None:
    page = reader.open(app_url, AGENCIES, "?periode=2024").page
    press(page, ".st-key-vues-enregistrees button")
    name = page.get_by_role("textbox", name="Nom de la vue actuelle")
    expect(name).to_be_visible()
    expect(page.get_by_test_id("stPopoverBody")).to_be_focused()
    page.keyboard.press("Tab")
    expect(name).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-vues-enregistrees button")).to_be_focused()
