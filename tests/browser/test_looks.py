"""How pages stand: aligned on a desk, whole on a telephone, nothing told by a cut name."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from metrics.views.views import ACTIVITY, DISPOSITIF, View
from tests.browser.reader import Reader, reading
from tests.browser.test_pages import BEYOND

Look = Callable[[int, View, str], Reader]
NARROWEST = 320


@pytest.fixture
def look(browser: Browser, browser_context_args: dict[str, Any], app_url: str) -> Iterator[Look]:
    """Opens a view by its address on a screen of some width."""
    with ExitStack() as stack:

        def opened(width: int, view: View, query: str) -> Reader:
            reader = stack.enter_context(reading(browser, browser_context_args, "light", width))
            return reader.open(app_url, view, query)

        yield opened


def edges(found: Locator, side: str) -> list[int]:
    """Where each of some elements begins, in pixels."""
    return [int(box[side]) for each in found.all() if (box := each.bounding_box())]


def test_questions_of_a_row_of_tiles_stand_at_one_height(look: Look) -> None:
    page = look(1400, ACTIVITY, "?periode=2024&nature=nuisances").page  # some tiles say more than others
    tops = edges(page.locator("[class*=st-key-pourquoi-] button"), "y")
    assert len(tops) == 6
    assert len(set(tops[:3])) == len(set(tops[3:])) == 1


def test_the_way_back_stands_under_the_banner_and_leads_to_the_section_it_was_left_at(look: Look) -> None:
    page = look(1400, DISPOSITIF, "?periode=2024&dispositif=rennes-jour&vue=portefeuille").page
    (banner,), (way,), (title,) = (
        edges(page.locator(each), "y") for each in (".bandeau", ".st-key-fil", ".titre h1")
    )
    assert banner < way < title
    home, activity = (link.get_attribute("href") or "" for link in page.locator(".st-key-fil a").all())
    assert home.startswith("/?periode=2024&")
    assert activity.startswith("/activite?periode=2024&")
    assert ("vue=" in home, activity.endswith("&vue=portefeuille")) == (False, True)


def test_sections_stand_in_one_row_on_a_telephone(look: Look) -> None:
    page = look(390, ACTIVITY, "?periode=2024&vue=incivilites").page
    sections = page.get_by_role("radiogroup", name="Voir").get_by_role("radio")
    expect(sections).to_have_count(4)
    assert len(set(edges(sections, "y"))) == 1


def test_a_card_of_the_portfolio_opens_on_all_its_figures(look: Look) -> None:
    page = look(390, ACTIVITY, "?periode=2024&vue=portefeuille").page
    card = page.locator(".st-key-portefeuille tbody tr").first
    hours = card.locator("td").nth(3)
    expect(hours).to_be_hidden()
    card.locator("summary").press("Enter")
    expect(hours).to_be_visible()


@pytest.mark.parametrize(
    ("view", "query"),
    [
        (DISPOSITIF, "?periode=2024&dispositif=rennes-jour"),
        (DISPOSITIF, "?periode=2024&dispositif=rennes-jour&volet=moyens"),
        (ACTIVITY, "?periode=2024&vue=incivilites"),
        (ACTIVITY, "?periode=2024&vue=incivilites&carte=heure"),
        (ACTIVITY, "?periode=2024&vue=portefeuille"),
        (ACTIVITY, "?periode=2024&vue=partenariat"),
    ],
    ids=["annee", "moyens", "carte", "carte-heure", "portefeuille", "partenariat"],
)
def test_nothing_runs_beyond_the_narrowest_screen(look: Look, view: View, query: str) -> None:
    assert look(NARROWEST, view, query).page.evaluate(BEYOND) == []
