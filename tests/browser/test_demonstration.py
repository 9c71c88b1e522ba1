"""The demonstration, seen by three people: the one chosen stays from page to page and from tab to tab."""

from playwright.sync_api import Page, expect

from pages.ui.examples import EXAMPLES
from tests.browser.provider import Person
from tests.browser.reader import READY

DIRECTION, RENNES, BOARD = EXAMPLES
CURRENT = ".exemples [aria-current]"


def drawn(page: Page) -> None:
    page.locator(CURRENT).wait_for()
    page.locator(READY).wait_for()


def test_the_person_chosen_stays(app_url: str, person: Person) -> None:
    page = person().new_page()
    page.goto(f"{app_url}/activite?periode=2024&agence=rennes")
    drawn(page)
    assert page.locator(CURRENT).inner_text() == DIRECTION.label
    page.get_by_role("link", name=RENNES.label).click()
    expect(page.locator(CURRENT)).to_have_text(RENNES.label)
    drawn(page)
    assert "periode=2024" in page.url, "with what was asked"
    page.get_by_role("link", name="Définitions").first.click()
    page.wait_for_url("**/definitions**")
    drawn(page)
    assert page.locator(CURRENT).inner_text() == RENNES.label
    page.reload()
    drawn(page)
    assert page.locator(CURRENT).inner_text() == RENNES.label
    other = page.context.new_page()
    other.goto(app_url)
    drawn(other)
    assert other.locator(CURRENT).inner_text() == RENNES.label


def test_another_browser_is_another_person(app_url: str, person: Person) -> None:
    first, second = person().new_page(), person().new_page()
    for page in (first, second):
        page.goto(app_url)
        drawn(page)
    first.get_by_role("link", name=RENNES.label).click()
    expect(first.locator(CURRENT)).to_have_text(RENNES.label)
    second.reload()
    drawn(second)
    assert second.locator(CURRENT).inner_text() == DIRECTION.label


def test_the_demonstration_has_no_way_to_sign_in_and_tells_nothing_of_the_server(
    app_url: str, person: Person
) -> None:
    context = person()
    for path in ("/auth/login", "/auth/logout", "/oauth2callback", "/_stcore/metrics"):
        assert context.request.get(f"{app_url}{path}", max_redirects=0).status == 404
    assert context.request.get(f"{app_url}/", headers={"Host": "exemple.invalid"}).status == 400
