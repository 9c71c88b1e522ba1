"""A director's visit: how fast the staff renews itself, why faster, a coarser table for few people."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGE_BAND
from metrics.present import words
from metrics.present.text import row_labels
from metrics.query import Query
from metrics.run import ask
from metrics.views.views import HOME, WORKFORCE
from tests.browser.reader import Reader, reading
from tests.browser.test_journey import cells
from tests.pages.stated import DIRECTION


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield each
        assert (each.complaints, each.left) == ([], [])


def section(reader: Reader, name: str) -> None:
    """Goes to a section of the page."""
    reader.page.get_by_role("radio", name=name, exact=True).press("Space")
    reader.page.wait_for_url("**vue=**")
    expect(reader.page.get_by_role("radio", name=name, exact=True)).to_be_checked()
    reader.wait(WORKFORCE)


def test_a_director_goes_from_turnover_to_why_to_a_coarser_table(
    reader: Reader, app_url: str, sample_store: str
) -> None:
    page = reader.open(app_url, HOME, "?periode=2024-12").page
    page.get_by_role("link", name=WORKFORCE.title, exact=True).first.click()
    reader.wait(WORKFORCE)

    section(reader, "Entrées et sorties")  # of a month, nobody who comes or goes is told
    expect(page.get_by_text("lecture par année civile seulement")).to_be_visible()
    page.get_by_role("button", name="Voir l'année 2024").click()
    page.locator("caption", has_text="Entrées, sorties et rotation, année 2024").wait_for()
    reader.wait(WORKFORCE)
    lines = {line[0]: line[1] for line in cells(reader, "Entrées, sorties et rotation, année 2024")}
    for name in ("entries", "exits", "permanent_turnover", "staff_turnover"):
        assert lines[metric(name).label] == told(sample_store, name)

    rate = metric("staff_turnover").label
    page.locator(".st-key-pourquoi-staff_turnover button").click()
    page.get_by_role("heading", name=f"{rate} : pourquoi cette évolution ?").wait_for()
    reader.wait(WORKFORCE)
    page.locator(".st-key-explication summary").click()
    parts = cells(reader, "Contributions, par rapport à : année 2023")
    assert [line[0] for line in parts] == ["Entrées", "Sorties", "Effectif mensuel moyen", "Évolution"]
    assert sum(number(line[1]) for line in parts[:-1]) == number(parts[-1][1]) == Decimal("4.1")
    hidden = cells(reader, "Entrées et sorties par agence, année 2024")  # the agencies are few people each
    assert [line[1] for line in hidden].count("s") == 4
    expect(page.get_by_text("(Entrées, Sorties) : la ligne « Ensemble » en dit davantage")).to_be_visible()

    section(reader, "Âges et diversité")
    expect(page.get_by_text("Le même tableau par « tranche d'âge » seulement")).to_be_visible()
    page.get_by_text("Voir salariés par tranche d'âge").click()
    coarser = cells(reader, "Salariés par tranche d'âge, année 2024")
    assert coarser == by_band(sample_store)
    assert "s" not in [line[1] for line in coarser]


def told(store: str, name: str) -> str:
    each = metric(name)
    query = Query(metrics=(each,), period=period.year(2024))
    return words.exact(ask(store, query, DIRECTION).rows[0].cells[0].figure, each.unit)


def by_band(store: str) -> list[list[str]]:
    """The whole of both sexes in each band, as the catalogue tells it."""
    each = metric("headcount")
    answer = ask(store, Query(metrics=(each,), period=period.year(2024), by=(AGE_BAND,)), DIRECTION)
    return [[row_labels(answer, r)[0], words.exact(c.figure, each.unit)] for r, c in answer.column(each)]


def number(text: str) -> Decimal:
    return Decimal(text.split("\u00a0")[0].replace("−", "-").replace("+", "").replace(",", "."))
