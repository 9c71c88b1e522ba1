"""From the portfolio to the records, to a dispositif and back, by keyboard where a hand would click."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from metrics.views.views import ACTIVITY, DISPOSITIF, HOME
from tests.browser.reader import Reader, reading


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield each
        assert (each.complaints, each.left) == ([], [])


def test_records_are_opened_and_turned_with_the_keyboard(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, ACTIVITY, "?periode=2024&nature=nuisances").page
    page.get_by_test_id("stExpander").locator("summary").first.press("Enter")
    expect(page.get_by_text("Lignes 1 à 50 sur")).to_be_visible()
    turn = page.get_by_role("button", name="Page suivante").first
    turn.press("Enter")
    expect(page.get_by_text("Lignes 51 à 100 sur")).to_be_visible()
    expect(turn).to_be_focused()  # the reader goes on from where they are
    page.get_by_role("button", name="Page précédente").first.press("Enter")
    expect(page.get_by_text("Lignes 1 à 50 sur")).to_be_visible()


def test_a_dispositif_is_reached_with_the_filters_and_left_with_them(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, ACTIVITY, "?periode=2024&nature=nuisances&vue=portefeuille").page
    page.locator("th a", has_text="Médiation de jour").first.press("Enter")
    reader.wait(DISPOSITIF)
    expect(page).to_have_url(re.compile(r"/dispositif\?periode=2024&.*dispositif=rennes-jour"))
    expect(page.locator(".nom-dispositif")).to_have_text("Médiation de jour")
    page.locator(".st-key-fil a", has_text="Dispositifs").press("Enter")
    reader.wait(ACTIVITY)
    expect(page).to_have_url(re.compile(r"/activite\?periode=2024&.*nature=nuisances&vue=portefeuille$"))
    page.go_back()
    reader.wait(DISPOSITIF)
    expect(page.locator(".nom-dispositif")).to_have_text("Médiation de jour")
    page.go_back()
    reader.wait(ACTIVITY)
    expect(page).to_have_url(
        re.compile("vue=portefeuille$")
    )  # where one came from, at the section it was left


def test_a_tile_of_the_map_keeps_its_sector(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, ACTIVITY, "?periode=2024&vue=incivilites").page
    name = page.locator(".st-key-carte svg text", has_text=re.compile("^Le Blosne$"))
    name.click(force=True)  # its tile lies over it, and takes the click
    expect(page).to_have_url(re.compile("secteur=rennes-blosne"))
    expect(page).to_have_url(re.compile("vue=incivilites"))
    expect(page.get_by_role("button", name=re.compile("Secteur : Le Blosne"))).to_be_visible()


def test_the_bar_of_an_agency_leads_to_its_dispositifs(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME, "?periode=2024").page
    page.locator(".st-key-pourquoi-interventions button").click()
    bar = page.locator(".st-key-contributions svg g.mark-rect path").first
    bar.wait_for()
    bar.click()
    place = page.get_by_role("combobox", name="Agence expliquée")
    expect(place).to_have_value("Paris Île-de-France")
    expect(page.locator(".st-key-explication th", has_text="Clichy-sous-Bois")).to_be_attached()


def test_an_explanation_opens_just_under_its_tile_on_a_telephone_and_under_its_row_elsewhere(
    browser: Browser, browser_context_args: dict[str, Any], app_url: str
) -> None:
    for width, under in ((390, "interventions"), (1400, "people_met")):
        with reading(browser, browser_context_args, "light", width) as each:
            page = each.open(app_url, HOME, "?periode=2024").page
            page.locator(".st-key-pourquoi-interventions button").click()
            page.locator(".st-key-contributions svg.marks").wait_for()
            panel = page.locator(".st-key-explication").bounding_box()
            tile = page.locator(f".st-key-tuile-{under}").bounding_box()
            assert panel is not None
            assert tile is not None
            assert 0 <= panel["y"] - (tile["y"] + tile["height"]) < 40


def test_a_month_clicked_is_left_by_its_chip(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, ACTIVITY, "?periode=2024").page
    page.locator("[data-testid=stVegaLiteChart] svg g.mark-rect path").nth(14).click(force=True)
    chip = page.get_by_role("button", name=re.compile("Période : "))
    chip.click()
    expect(page).to_have_url(re.compile("periode=2024(&|$)"))
    expect(chip).to_have_count(0)
