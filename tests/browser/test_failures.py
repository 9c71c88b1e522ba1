"""What people see when nothing can be shown: a sentence in French, and nothing of the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from sqlalchemy.schema import DropTable

from data_access import schema as s
from data_access.engine import writing
from metrics.views.views import VIEWS, View
from tests.application import serving
from tests.browser.reader import READY, Reader, reading
from tests.browser.test_pages import english
from tests.pages.test_session import book


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield each
        assert (each.complaints, each.left) == ([], [])


@pytest.mark.parametrize("first", VIEWS, ids=lambda view: view.url)
def test_a_cold_link_shows_the_refusal_and_nothing_of_the_page(
    reader: Reader, sample_copy: str, tmp_path: Path, first: View
) -> None:
    """The first address asked of a fresh process, whose store has got figures of real people meanwhile."""
    with serving(sample_copy, tmp_path / "log") as url:
        book(sample_copy, sample=False)
        for view in (first, *(view for view in VIEWS if view is not first)):
            page = reader.page
            page.goto(f"{url}/{view.url}?periode=2024")
            page.get_by_role("alert").wait_for()
            page.locator(READY).wait_for()
            said = page.locator("body").inner_text().split("\n")
            assert [text for text in said if text][-2] == "Optima"
            assert "données réelles" in said[-1]
            assert view.title not in page.content()
            assert page.locator(".tuile, table, nav, .bandeau").count() == 0
            assert (page.title(), english(reader)) == ("Optima", [])
    assert (tmp_path / "log").read_text() == ""


def test_a_defect_is_told_in_french_and_its_traceback_goes_to_the_log(
    reader: Reader, sample_copy: str, tmp_path: Path
) -> None:
    with writing(sample_copy) as connection:
        connection.execute(DropTable(s.published_figure))
    with serving(sample_copy, tmp_path / "log") as url:
        reader.page.goto(f"{url}/rapprochement")
        said = reader.page.get_by_role("alert").inner_text()
        assert "prévenez l'administrateur" in said
        assert "published_figure" not in reader.page.content()
        assert english(reader) == []
    assert "no such table: published_figure" in (tmp_path / "log").read_text()
