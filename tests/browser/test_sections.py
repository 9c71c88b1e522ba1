"""Each section of each view, tables unfolded: French, silent, within the screen, axe finds nothing grave."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from metrics.views.views import View
from tests.browser.reader import SCHEMES, WHOLE, WIDTHS, reading
from tests.browser.test_pages import BEYOND, english, grave
from tests.pages.drawn import SECTIONS

LOOKS = tuple(zip(SCHEMES, WIDTHS, strict=True))  # light on a desk, dark on a telephone
EACH = [(view, section) for view, (_, sections) in SECTIONS.items() for section in sections if section]


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize(("view", "section"), EACH, ids=[f"{view.url}-{each}" for view, each in EACH])
def test_a_section_is_whole_french_and_reachable(
    browser: Browser,
    browser_context_args: dict[str, Any],
    app_url: str,
    view: View,
    section: str,
    scheme: str,
    width: int,
) -> None:
    own = f"{WHOLE.get(view, '?')}&periode=2024&{SECTIONS[view][0]}={section}".replace("?&", "?")
    with reading(browser, browser_context_args, scheme, width) as reader:
        page = reader.open(app_url, view, own).page
        for summary in page.locator("[data-testid=stMain] .tableau-plie > summary:visible").all():
            summary.click()
        assert (english(reader), page.evaluate(BEYOND)) == ([], [])
        assert grave(reader) == []
        assert (reader.complaints, reader.left) == ([], [])
