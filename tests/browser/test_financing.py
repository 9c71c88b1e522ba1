"""A board member's visit: from the year to a source, a funder, a market, and a link that opens elsewhere."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from metrics.catalogue.dimensions import DISPOSITIF, FUNDER, FUNDING_LINE
from metrics.present import words
from metrics.present.charts.chart import ACCENT, MUTED
from metrics.query import Filter
from metrics.views.views import DISPOSITIF as DISPOSITIF_VIEW
from metrics.views.views import FINANCING, HOME
from tests.browser.reader import Reader, reading
from tests.pages.sections import answered

BAR = f"svg g.mark-rect path:is([fill='{ACCENT}'], [fill='{MUTED}'])"  # and not the outline of another year


@pytest.fixture
def board(browser: Browser, browser_context_args: dict[str, Any], app_url: str) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield of_the_board(each, app_url)
        assert (each.complaints, each.left) == ([], [])


def of_the_board(reader: Reader, url: str) -> Reader:
    """The same person, as a member of the board."""
    page = reader.open(url).page
    page.get_by_role("link", name="Membre du CA").click()
    page.locator(".exemples [aria-current]", has_text="Membre du CA").wait_for()
    reader.wait(HOME)
    return reader


def click(reader: Reader, chart: str) -> None:
    """Clicks the first bar of a chart."""
    bar = reader.page.locator(f".st-key-{chart} {BAR}").first
    bar.wait_for()
    bar.click()


def part(reader: Reader, name: str, chart: str) -> None:
    """Goes to a part of the page, until its chart is drawn."""
    reader.page.get_by_role("radio", name=name, exact=True).click(force=True)
    reader.page.locator(f".st-key-{chart} {BAR}").first.wait_for()
    reader.wait(FINANCING)


def figures(reader: Reader) -> list[str]:
    """The values of the tiles, and all that tables hold."""
    page = reader.page
    page.locator(".st-key-marches svg.marks").wait_for()
    reader.wait(FINANCING)
    return [*page.locator(".valeur").all_inner_texts(), *page.locator("table.tableau").all_inner_texts()]


def test_a_board_member_goes_from_the_year_to_a_source_a_funder_a_market_and_shares_the_link(
    board: Reader,
    browser: Browser,
    browser_context_args: dict[str, Any],
    app_url: str,
    sample_store: str,
) -> None:
    page = board.open(app_url, FINANCING, "?periode=2024").page
    click(board, "sources")
    page.wait_for_url("**source=ventes-de-prestations**")
    board.wait(FINANCING)

    part(board, "Financeurs", "financeurs")
    click(board, "financeurs")
    page.wait_for_url("**financeur=nantes-metropole**")
    board.wait(FINANCING)

    part(board, "Marchés", "marches")
    click(board, "marches")
    page.wait_for_url("**dispositif=nantes-quartier**")
    board.wait(FINANCING)
    kept = {FUNDING_LINE: "sales", FUNDER: "NANTES-METROPOLE", DISPOSITIF: "NANTES-QUARTIER"}
    where = tuple(Filter(dimension, (value,)) for dimension, value in kept.items())
    (row,) = answered(sample_store, "revenue", where=where).rows
    expect(page.locator(".valeur").first).to_have_text(words.number((row.cells[0].figure.value or 0) / 1000))
    assert page.locator(f"a[href^='/{DISPOSITIF_VIEW.url}']").count() == 0  # a page that the board has not

    seen = figures(board)
    page.get_by_role("button", name="Vues enregistrées").click()
    link = page.locator("a.partage").get_attribute("href")
    assert re.search(r"^/financement\?periode=2024&.*vue=marches$", str(link))
    with reading(browser, browser_context_args, "dark", 1400) as colleague:
        of_the_board(colleague, app_url).page.goto(f"{app_url}{link}")
        colleague.wait(FINANCING)
        assert figures(colleague) == seen
        assert (colleague.complaints, colleague.left) == ([], [])


def test_growth_is_explained_source_by_source(board: Reader, app_url: str) -> None:
    page = board.open(app_url, FINANCING, "?periode=2024").page
    page.locator(".st-key-pourquoi-revenue button").click()
    page.get_by_role("heading", name="Produits : pourquoi cette évolution ?").wait_for()
    page.get_by_role("radio", name="Par source").click(force=True)
    board.wait(FINANCING)
    page.locator(".st-key-explication summary").click()
    names = page.locator(".st-key-explication tbody th").all_inner_texts()
    assert names == ["Ventes de prestations", "Subventions", "Financements apprentis", "Évolution"]
