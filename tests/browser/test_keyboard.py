"""Everything without a mouse: filters, definitions, tables, and always a visible focus."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from metrics.views.views import ACTIVITY, AGENCIES, DISPOSITIF, HOME, RECONCILIATION, RSE, View
from tests.browser.reader import SCHEMES, Reader, reading
from tests.direction import VIEWS

ACTIVE = """() => {
  const each = document.activeElement;
  const name = each.getAttribute("aria-label") || each.innerText || each.tagName;
  return [name, each.getAttribute("role") || each.tagName];
}"""
MOST = 60  # stops looked at one by one: more than any page has but the register, which goes on with links


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield each


def stops(page: Page) -> list[tuple[str, str]]:
    """What Tab goes through, once round: names and roles."""
    found: list[tuple[str, str]] = []
    page.keyboard.press("Tab")
    while len(found) < 5 * MOST:
        name, role = page.evaluate(ACTIVE)
        if role == "BODY" or (name, role) in found[:1]:
            return found
        found.append((name.strip(), role))
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes back: {found}")


def test_tab_goes_through_the_home_page_from_top_to_bottom(reader: Reader, app_url: str) -> None:
    found = stops(reader.open(app_url, HOME).page)
    names = [name for name, _ in found]
    assert names[0] == "Aller au contenu"
    expected = [
        *(view.title for view in VIEWS if view.in_menu),
        "Période",
        "Laquelle",
        "Comparer à",
        "Agence",
    ]
    tiles = reader.page.locator(".tuile h2").all_inner_texts()
    expected += [f"Définition : {title}" for title in tiles]
    expected += reader.page.locator(".domaine h3 a").all_inner_texts()
    expected += [reader.page.locator("caption").inner_text()]
    assert [name for name in names if name in expected] == expected


def test_tab_goes_through_the_register_from_top_to_bottom(reader: Reader, app_url: str) -> None:
    names = [name for name, _ in stops(reader.open(app_url, RECONCILIATION).page)]
    caption = reader.page.locator("caption").inner_text()
    expected = ["Rapport", "Domaine", "Verdict", "Rechercher", caption]
    assert [name for name in names if name in expected] == expected


def unseen(page: Page) -> tuple[list[str], int]:
    """The stops of Tab where nothing is seen to change when the focus comes, and how many stops there are."""
    found, seen = [], set()
    page.keyboard.press("Tab")
    while (name := page.evaluate(ACTIVE)[0]) not in seen and len(seen) < MOST:
        seen.add(name)
        focused = around(page)
        page.evaluate("() => { window.stop = document.activeElement; window.stop.blur(); }")
        if focused == around(page):
            found.append(name)
        page.evaluate("() => window.stop.focus({focusVisible: true})")
        page.keyboard.press("Tab")
    return found, len(seen)


def around(page: Page) -> bytes:
    """The picture of the element that has the focus, or had it, and of what is just around."""
    box = page.evaluate("""() => {
      const each = document.activeElement === document.body ? window.stop : document.activeElement;
      const {x, y, width, height} = each.getBoundingClientRect();
      const tall = Math.min(height, 300);
      return {x: Math.max(0, x - 6), y: Math.max(0, y - 6), width: width + 12, height: tall + 12};
    }""")
    return page.screenshot(clip=box, animations="disabled", caret="hide")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.url)
def test_the_focus_is_seen_wherever_it_is(
    browser: Browser, browser_context_args: dict[str, Any], app_url: str, view: View, scheme: str
) -> None:
    with reading(browser, browser_context_args, scheme, 1400) as reader:
        hidden, count = unseen(reader.open(app_url, view).page)
    assert hidden == []
    assert count > 5


def test_a_focus_that_nothing_shows_would_be_found(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME).page
    page.add_style_tag(content="summary:focus { outline: none !important; box-shadow: none !important; }")
    assert len(unseen(page)[0]) == page.locator("summary").count()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_definition_opens_and_closes_from_the_keyboard(reader: Reader, app_url: str, key: str) -> None:
    page = reader.open(app_url, HOME).page
    tile = page.locator(".tuile").nth(1)
    tile.locator("summary").focus()
    page.keyboard.press(key)
    tile.get_by_text("Calcul :").wait_for(state="visible")
    page.keyboard.press(key)
    tile.get_by_text("Calcul :").wait_for(state="hidden")


def test_the_period_is_chosen_with_arrows(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME).page
    page.get_by_role("combobox", name="Période").focus()
    page.keyboard.press("ArrowDown")
    page.locator("[role=option][data-focused]", has_text="Trimestre").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("4e trimestre 2023").first.wait_for()


def test_a_month_is_chosen_with_arrows(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME).page
    page.get_by_role("combobox", name="Laquelle").focus()
    page.keyboard.press("ArrowDown")
    page.locator("[role=option][data-focused]", has_text="novembre 2024").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("par rapport à : novembre 2023").first.wait_for()


def test_the_skip_link_leads_to_the_content(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(ACTIVE)[0].strip() == "Responsable de Rennes"


# --- journeys ----------------------------------------------------------------------------------------------


def tab_to(page: Page, name: str, within: str = "body") -> None:
    """Goes forward with Tab until the focus is on what bears this name, in this part of the page."""
    inside = "part => document.activeElement.closest(part) !== null"
    for _ in range(4 * MOST):
        page.keyboard.press("Tab")
        if page.evaluate(ACTIVE)[0].strip().startswith(name) and page.evaluate(inside, within):
            return
    raise AssertionError(f"Tab never comes to « {name} » in {within}")


def test_a_director_goes_to_the_records_and_back_with_the_keyboard_alone(
    reader: Reader, app_url: str
) -> None:
    page = reader.open(app_url, HOME, "?periode=2024").page
    seen = page.locator(".valeur").all_inner_texts()
    tab_to(page, "Pourquoi ?", ".st-key-tuile-interventions")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Interventions : pourquoi cette évolution ?").wait_for()
    tab_to(page, "Par agence", ".st-key-explication")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.get_by_role("combobox", name="Agence expliquée").wait_for()
    reader.wait(HOME)
    tab_to(page, "Voir le tableau", ".st-key-explication")
    page.keyboard.press("Enter")
    tab_to(page, "Médiation de jour", ".st-key-explication")
    page.keyboard.press("Enter")
    reader.wait(DISPOSITIF)
    expect(page.locator(".nom-dispositif")).to_have_text("Médiation de jour")
    tab_to(page, "", "[data-testid=stExpander]")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("Lignes 1 à 50 sur"))).to_be_visible()
    tab_to(page, HOME.title, ".st-key-fil")
    page.keyboard.press("Enter")
    reader.wait(HOME)
    expect(page).to_have_url(re.compile("periode=2024&"))
    assert page.locator(".valeur").all_inner_texts() == seen


def test_a_manager_comes_to_their_agency_and_to_the_link_to_share_with_the_keyboard_alone(
    reader: Reader, app_url: str
) -> None:
    page = reader.open(app_url, AGENCIES, "?periode=2024").page
    tab_to(page, "Agence", ".st-key-filtres")
    page.keyboard.type("Nan")
    page.get_by_role("option", name="Nantes").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**agence=nantes**")
    page.keyboard.press("Escape")
    reader.wait(AGENCIES)
    tab_to(page, "Vues enregistrées")
    page.keyboard.press("Enter")
    page.locator("a.partage").wait_for()
    tab_to(page, f"{app_url}/agences?")
    page.keyboard.press("Enter")
    reader.wait(AGENCIES)
    expect(page).to_have_url(re.compile(r"/agences\?periode=2024&.*agence=nantes"))
    expect(page.get_by_role("button", name=re.compile("Agence : Nantes"))).to_be_visible()


def test_a_director_comes_to_what_rse_promises_with_the_keyboard_alone(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME, "?periode=2024").page
    tab_to(page, "RSE", ".domaine")
    page.keyboard.press("Enter")
    reader.wait(RSE)
    tab_to(page, "Dispositifs ayant un outil", ".st-key-fige-audit")  # the names of the table lead somewhere
    reader.open(app_url, RSE, "?periode=2024")
    tab_to(page, "Tableau d'audit")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.wait_for_url("**vue=actions**")
    reader.wait(RSE)
    tab_to(page, "Voir le tableau")
    page.keyboard.press("Enter")
    expect(page.get_by_role("table", name=re.compile("11 sur 13"))).to_be_visible()


def test_filters_that_are_folded_are_chosen_and_taken_away_with_the_keyboard(
    reader: Reader, app_url: str
) -> None:
    page = reader.open(app_url, ACTIVITY, "?periode=2024").page
    tab_to(page, "Plus de filtres")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Secteur").wait_for()
    tab_to(page, "Secteur")
    page.keyboard.type("Blosne")
    page.get_by_role("option", name="Le Blosne").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**secteur=rennes-blosne**")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Plus de filtres (1)")).to_be_visible()
    tab_to(page, "✕ Secteur : Le Blosne")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Plus de filtres", exact=True)).to_be_visible()
