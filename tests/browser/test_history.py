"""Back, Forward, reload, another tab, a view saved: each leads where the person expects it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from metrics.views.views import ACTIVITY, AGENCIES, DEFINITIONS, HOME
from tests.browser.reader import Reader, reading
from tests.browser.test_journey import expected, select, shown


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield each
        assert (each.complaints, each.left) == ([], [])


def test_the_menu_then_back_once_is_where_one_came_from(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME, "?periode=2024-T3&agence=rennes").page
    seen = shown(reader)
    for view in (ACTIVITY, AGENCIES):
        page.get_by_role("link", name=view.title, exact=True).click()
        reader.wait(view)
        expect(page).to_have_url(re.compile(f"/{view.url}.*periode=2024-T3.*agence=rennes"))  # filters follow
    page.go_back()
    reader.wait(ACTIVITY)
    expect(page).to_have_url(re.compile("/activite.*periode=2024-T3.*agence=rennes"))
    page.go_back()
    reader.wait(HOME)
    expect(page).to_have_url(re.compile(r"/\?periode=2024-T3&agence=rennes$"))
    assert shown(reader) == seen
    page.go_forward()
    reader.wait(ACTIVITY)
    expect(page.get_by_role("button", name=re.compile("Agence : Rennes"))).to_be_visible()


def test_back_undoes_one_filter_at_a_time_and_leaves_the_page_it_found(reader: Reader, app_url: str) -> None:
    page = reader.page
    page.goto("about:blank")
    reader.open(app_url, HOME)
    select(page, "Période", "Année")
    page.get_by_text("par rapport à : année 2023").first.wait_for()
    reader.wait(HOME)
    page.get_by_role("link", name=ACTIVITY.title, exact=True).click()
    reader.wait(ACTIVITY)
    expect(page).to_have_url(re.compile("/activite.*periode=2024&"))
    page.go_back()
    reader.wait(HOME)
    expect(page).to_have_url(re.compile("periode=2024&"))
    assert page.get_by_role("combobox", name="Période").input_value() == "Année"
    page.go_back()
    expect(page).to_have_url(re.compile("periode=2024-12&"))
    page.get_by_text("par rapport à : décembre 2023").first.wait_for()
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_a_page_read_again_keeps_what_it_shows(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME).page
    select(page, "Période", "Trimestre")
    page.get_by_text("par rapport à : 4e trimestre 2023").first.wait_for()
    reader.wait(HOME)
    seen = shown(reader)
    page.reload()
    reader.wait(HOME)
    assert shown(reader) == seen


def test_two_tabs_ask_each_their_own(reader: Reader, app_url: str, sample_store: str) -> None:
    reader.open(app_url, HOME, "?periode=2024")
    other = Reader(reader.page.context.new_page())
    other.open(app_url, HOME)
    select(other.page, "Période", "Trimestre")
    other.page.get_by_text("par rapport à : 4e trimestre 2023").first.wait_for()
    reader.page.get_by_role("link", name=ACTIVITY.title, exact=True).click()
    reader.wait(ACTIVITY)
    expect(reader.page).to_have_url(re.compile("/activite.*periode=2024&"))
    other.wait(HOME)
    assert shown(other) == expected(sample_store, "2024-T4")


def test_a_view_is_saved_opened_and_removed(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, AGENCIES, "?periode=2023&base=etp").page
    page.get_by_role("button", name="Vues enregistrées").click()
    page.get_by_role("textbox", name="Nom de la vue actuelle").fill("Par ETP en 2023")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Vue « Par ETP en 2023 » enregistrée.").wait_for()
    page.goto(f"{app_url}/agences")
    reader.wait(AGENCIES)
    page.get_by_role("button", name="Vues enregistrées").click()
    page.get_by_role("link", name="Par ETP en 2023").click()
    reader.wait(AGENCIES)
    expect(page).to_have_url(re.compile("periode=2023&.*base=etp"))
    page.get_by_role("button", name="Vues enregistrées").click()
    page.get_by_role("combobox", name="Retirer une vue").press("ArrowDown")
    page.get_by_role("option", name="Par ETP en 2023").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Retirer", exact=True).click()
    page.get_by_text("Vue « Par ETP en 2023 » retirée.").wait_for()
    page.get_by_text("Aucune vue enregistrée sur cette page.").wait_for()


def test_a_link_of_a_page_goes_on_in_the_same_session_and_back_returns(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME, "?periode=2024").page
    page.evaluate("window.kept = true")  # gone with a page loaded anew
    page.locator("table a", has_text="Nantes").first.click()
    page.wait_for_url("**agence=nantes**")
    reader.wait(HOME)
    page.get_by_role("button", name=re.compile("Agence : Nantes")).first.wait_for()
    page.locator("dt a").first.click()
    reader.wait(DEFINITIONS)
    assert "agence=nantes" in page.url
    page.go_back()
    reader.wait(HOME)
    page.go_back()
    expect(page).not_to_have_url(re.compile("agence"))
    assert page.evaluate("window.kept")
