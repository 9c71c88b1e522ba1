"""Each page, light and dark, on a desk and on a telephone: French, reachable, silent, and at home."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from metrics.views.views import ACTIVITY, HOME, View
from tests.browser.reader import READY, SCHEMES, WIDTHS, Reader, reading
from tests.direction import VIEWS

CASES = [(view, scheme, width) for view in VIEWS for scheme in SCHEMES for width in WIDTHS]
ENGLISH = re.compile(
    r"\b(select|choose|an option|options? available|no results?|search|deploy|rerun|settings|today|loading|"
    r"download|open|close|sidebar|expand|collapse|skip|app|clear|value|running|stop|please|wait|press|"
    r"enter|apply|the|and|of|your|with|this|error|warning|file|view|more|less|show|hide|copy|print)\b",
    re.IGNORECASE,
)
WORDS = """() => {
  const said = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "alt",
                "placeholder"];
  const attributes = [...document.querySelectorAll("body, body *")].flatMap(
    each => said.map(name => each.getAttribute(name)).filter(Boolean));
  const lines = each => each.innerText.split("\\n");
  const queries = new Set([...document.querySelectorAll("pre")].flatMap(lines));  // SQL is no English
  const words = lines(document.body).filter(line => !queries.has(line));
  return [document.title, ...words, ...attributes].filter(Boolean);
}"""
ICONS = re.compile(r"^keyboard_[a-z_]+$")  # names of drawings, hidden from screen readers
BEYOND = """() => [...document.querySelectorAll("body *")].filter(each => {
  const box = each.getBoundingClientRect();
  const scrolls = innerWidth > 640 && each.closest(".defile");  // under it, lines are cards: nothing scrolls
  const head = each.closest("thead");  // a pixel wide there, for screen readers: lines say it
  const unseen = (scrolls && scrolls !== each) || (head && head.offsetWidth < 2);
  return box.width && box.height && !unseen && box.right > innerWidth + 1;
}).map(each => each.outerHTML.slice(0, 120))"""

FADE = 400  # milliseconds that a colour or a panel takes to settle
FAULTS = """() => document.querySelector(".notes").insertAdjacentHTML("beforeend",
  '<div id="essai"><img src="data:image/png;base64,"><b style="color: #777; background: #888">pâle</b></div>')
"""


@pytest.fixture(
    scope="module", params=CASES, ids=[f"{view.url}-{scheme}-{width}" for view, scheme, width in CASES]
)
def opened(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any], app_url: str
) -> Iterator[Reader]:
    """Each page in turn, just opened."""
    view, scheme, width = request.param
    with reading(browser, browser_context_args, scheme, width) as reader:
        yield reader.open(app_url, view)


@pytest.fixture
def view(opened: Reader) -> View:
    """The view that is open."""
    return next(view for view in VIEWS if opened.page.locator("h1").inner_text() == view.title)


def english(reader: Reader) -> list[str]:
    """What is written or read aloud in English."""
    said = [text for text in reader.page.evaluate(WORDS) if not ICONS.match(text.strip())]
    return sorted({text for text in said if ENGLISH.search(text)})


def test_the_browser_complains_of_nothing_and_asks_nobody_else(opened: Reader) -> None:
    assert (opened.complaints, opened.left) == ([], [])


def test_the_document_is_french_and_named_after_its_h1_or_its_dispositif(opened: Reader, view: View) -> None:
    assert opened.page.evaluate("document.documentElement.lang") == "fr"
    assert opened.page.locator("h1").all_inner_texts() == [view.title]
    about = opened.page.locator(".nom-dispositif").all_inner_texts()
    assert opened.page.title() == f"{(about or [view.title])[0]} · Optima"


def test_no_word_is_english_on_screen_nor_read_aloud(opened: Reader) -> None:
    assert english(opened) == []


def test_the_words_looked_for_would_be_found() -> None:
    for text in (
        "Choose an option",
        "No results",
        "Skip to main content",
        "Open",
        "App pages",
        "View 3 more",
    ):
        assert ENGLISH.search(text), text
    assert not ENGLISH.search("Évolution des produits par rapport à l'année précédente, en marché")


def test_nothing_runs_beyond_the_screen(opened: Reader) -> None:
    assert opened.page.evaluate(BEYOND) == []
    widths = "[document.scrollingElement, document.querySelector('[data-testid=stMain]')]"
    assert opened.page.evaluate(f"{widths}.map(each => each.scrollWidth - each.clientWidth)") == [0, 0]


def test_the_menu_leads_to_every_view(opened: Reader, view: View) -> None:
    menu = opened.page.get_by_role("button", name="Ouvrir le menu")
    if menu.count():
        menu.click()
    links = opened.page.get_by_role("navigation", name="Pages de la suite").get_by_role("link")
    assert links.all_inner_texts() == [each.title for each in VIEWS if each.in_menu]
    current = [link.inner_text() for link in links.all() if link.get_attribute("aria-current") == "page"]
    assert current == [view.title] * view.in_menu
    assert english(opened) == []
    if menu.count() == 0 and (close := opened.page.get_by_role("button", name="Fermer le menu")).count():
        close.click()


def grave(reader: Reader) -> list[str]:
    """The serious and critical violations of the whole page, no part of it left out nor out of the screen."""
    reader.unroll()
    response = Axe().run(reader.page, options={"resultTypes": ["violations"]}).response
    has_fields = reader.page.locator("input").count() > 0
    expected = {"color-contrast", "link-name", *(["label"] if has_fields else [])}
    assert expected <= {each["id"] for each in response["passes"]}
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary']}"
        for each in response["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


def test_axe_finds_nothing_serious(opened: Reader) -> None:
    for summary in opened.page.locator("summary").all()[:2]:
        summary.click()
    assert grave(opened) == []


def test_what_unfolds_is_french_and_stays_on_the_screen(opened: Reader) -> None:
    page = opened.page
    for opener in page.locator(".st-key-filtres [role=combobox]:visible").all():
        opener.click()
        page.locator("[role=listbox]").wait_for()
        assert english(opened) == []
        page.keyboard.press("Escape")
    for popover in page.get_by_test_id("stPopoverButton").all():
        popover.click()
        page.get_by_test_id("stPopoverBody").wait_for()
        assert (english(opened), page.evaluate(BEYOND)) == ([], [])
        page.keyboard.press("Escape")
    for each in page.locator("summary:visible").all()[:3]:
        each.click()
    page.locator(READY).wait_for()
    assert (english(opened), page.evaluate(BEYOND)) == ([], [])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_serious_in_what_opens_on_the_page(
    browser: Browser, browser_context_args: dict[str, Any], app_url: str, scheme: str
) -> None:
    with reading(browser, browser_context_args, scheme, 1400) as reader:
        page = reader.open(app_url, ACTIVITY, "?periode=2024").page
        page.locator(".st-key-pourquoi-interventions button").click()
        page.locator(".st-key-contributions svg.marks").wait_for()
        for summary in page.locator(".tableau-plie > summary").all():
            summary.click()
        page.locator(".st-key-pourquoi-people_met button").hover()
        page.wait_for_timeout(FADE)
        assert grave(reader) == []
        for popover in page.get_by_test_id("stPopoverButton").all():
            popover.click()
            page.get_by_test_id("stPopoverBody").wait_for()
            page.wait_for_timeout(FADE)
            assert grave(reader) == []
            page.keyboard.press("Escape")


def test_axe_would_find_a_picture_without_words_and_a_pale_text(
    browser: Browser, browser_context_args: dict[str, Any], app_url: str
) -> None:
    with reading(browser, browser_context_args, "light", 1400) as reader:
        reader.open(app_url, HOME).page.evaluate(FAULTS)
        assert {each.split(":")[0] for each in grave(reader)} == {"image-alt", "color-contrast"}
