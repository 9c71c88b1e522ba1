"""Visits: a director's, from the year to records and back; a manager's, from agencies to a shared link."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from data_access.access import Role, scope_for
from metrics import period
from metrics.badges import badges
from metrics.catalogue import metric
from metrics.model import Metric
from metrics.present import words
from metrics.query import Against, Comparison, Query
from metrics.run import ask
from metrics.views.views import AGENCIES, DISPOSITIF, HOME, RECONCILIATION
from tests.browser.reader import Reader, reading

KEY_FIGURES = tuple(
    map(metric, ("revenue", "interventions", "people_met", "field_hours", "headcount", "field_dispositifs"))
)
VERDICT = "identique à l'arrondi"


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield each
        assert (each.complaints, each.left) == ([], [])


def expected(store: str, span: str) -> dict[str, str]:
    """The values of the tiles as the catalogue gives them."""
    query = Query(metrics=KEY_FIGURES, period=period.parse(span), versus=Comparison(Against.PREVIOUS_YEAR))
    answer = ask(store, query, scope_for(Role.DIRECTION))
    return {each.label: _written(each, answer.cell(each).figure) for each in KEY_FIGURES}


def _written(each: Metric, figure: Any) -> str:
    value, unit = words.on_tile(figure, each.unit)
    return f"{value} {unit}".strip()


def shown(reader: Reader) -> dict[str, str]:
    """The values of the tiles as they are on the screen."""
    tiles = reader.page.locator(".tuile")
    values = tiles.locator("p", has=reader.page.locator(".valeur")).all_inner_texts()
    return dict(zip(tiles.locator("h2").all_inner_texts(), map(str.strip, values), strict=True))


def select(page: Page, label: str, option: str) -> None:
    """Chooses in a list of the bar, from the keyboard."""
    page.get_by_role("combobox", name=label, exact=True).press("ArrowDown")
    page.get_by_role("option", name=option, exact=True).wait_for()
    for _ in range(24):
        if page.locator("[role=option][data-focused]").inner_text() == option:
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def cells(reader: Reader, caption: str) -> list[list[str]]:
    """The cells of the table of this caption."""
    table = reader.page.locator("table", has=reader.page.locator("caption", has_text=caption))
    lines = table.locator("tbody tr")
    return lines.evaluate_all("all => all.map(line => [...line.children].map(cell => cell.innerText))")


def rows(reader: Reader) -> list[list[str]]:
    """The lines of the register."""
    lines = reader.page.locator("tbody tr")
    return lines.evaluate_all("all => all.map(line => [...line.children].map(cell => cell.innerText))")


def test_from_the_month_to_a_shared_link(
    reader: Reader,
    browser: Browser,
    browser_context_args: dict[str, Any],
    app_url: str,
    sample_store: str,
) -> None:
    page = reader.open(app_url, HOME).page
    assert shown(reader) == expected(sample_store, "2024-12")
    assert page.locator(".badge").count() == 0

    select(page, "Période", "Année")
    page.get_by_text("par rapport à : année 2023").first.wait_for()
    reader.wait(HOME)
    assert shown(reader) == expected(sample_store, "2024")
    printed = badges(sample_store)
    published = [each.label for each in KEY_FIGURES if (each.id, "2024") in printed]
    badged = page.locator(".tuile", has=page.locator(".badge"))
    assert badged.locator("h2").all_inner_texts() == published
    assert badged.first.locator(".badge").inner_text() == (
        "publié RA 2024 p.\u00a06, p.\u00a025\u00a0; RSE 2024 p.\u00a03 · évolution publiée RA 2024 p.\u00a06"
    )

    tile = page.locator(".tuile").first
    tile.get_by_text("Définition").click()
    tile.get_by_text(KEY_FIGURES[0].definition).wait_for(state="visible")

    page.get_by_role("link", name=RECONCILIATION.title).click()
    reader.wait(RECONCILIATION)
    whole = rows(reader)
    page.get_by_role("combobox", name="Verdict").click()
    page.get_by_role("option", name=VERDICT).click()
    expect(page.locator("tbody tr")).not_to_have_count(len(whole))
    reader.wait(RECONCILIATION)
    page.wait_for_url("**verdict=**")
    kept = rows(reader)
    assert kept == [line for line in whole if line[6].endswith(VERDICT)]
    assert 0 < len(kept) < len(whole)

    with reading(browser, browser_context_args, "dark", 1400) as colleague:
        colleague.page.goto(page.url)
        colleague.wait(RECONCILIATION)
        assert rows(colleague) == kept
        assert colleague.page.get_by_role("combobox", name="Verdict").input_value() == VERDICT


def test_choices_last_from_page_to_page_and_show_in_the_address(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME).page
    select(page, "Période", "Trimestre")
    page.get_by_text("par rapport à : 4e trimestre 2023").first.wait_for()
    page.get_by_role("link", name=RECONCILIATION.title).click()
    reader.wait(RECONCILIATION)
    page.get_by_role("link", name=HOME.title).click()
    reader.wait(HOME)
    assert page.get_by_role("combobox", name="Période").input_value() == "Trimestre"
    assert "periode=2024-T4" in page.url


def test_the_home_page_answers_to_its_name_too(reader: Reader, app_url: str) -> None:
    page = reader.page
    page.goto(f"{app_url}/accueil?periode=2024")
    reader.wait(HOME)
    page.get_by_text("par rapport à : année 2023").first.wait_for()
    assert page.get_by_role("combobox", name="Période").input_value() == "Année"


def test_a_link_that_means_nothing_is_answered_in_words(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, HOME, "?periode=siecle&agence=atlantide&comparaison=x").page
    assert len(page.locator(".avis").all_inner_texts()) == 3
    assert page.locator(".tuile").count() == len(KEY_FIGURES)


def test_an_unknown_address_leads_to_the_first_page_in_french(reader: Reader, app_url: str) -> None:
    page = reader.page
    page.goto(f"{app_url}/inconnue")
    reader.wait(HOME)
    said = page.get_by_role("dialog").inner_text()
    assert "Page introuvable" in said
    assert "Voici la première page." in said
    (complaint,) = reader.complaints  # the browser's console says the same
    assert complaint.startswith("Cette adresse n'existe pas.")
    reader.complaints.clear()


def test_the_search_answers_while_one_types(reader: Reader, app_url: str) -> None:
    page = reader.open(app_url, RECONCILIATION).page
    page.get_by_role("textbox", name="Rechercher").press_sequentially("ra-001")
    page.get_by_text("Registre des chiffres publiés : 1 ligne", exact=True).wait_for()
    assert [line[0] for line in rows(reader)] == ["RA-001"]


def test_a_director_goes_from_a_change_to_its_reasons_to_a_dispositif_to_its_records_and_back(
    reader: Reader, app_url: str, sample_store: str
) -> None:
    page = reader.open(app_url, HOME, "?periode=2024").page
    page.locator(".st-key-pourquoi-interventions button").click()
    said = page.get_by_role("heading", name="Interventions : pourquoi cette évolution ?")
    said.wait_for()
    page.locator(".st-key-explication summary").click()
    assert cells(reader, "Contributions, par rapport à : année 2023")[-1][0] == "Évolution"
    page.get_by_role("radio", name="Par dispositif").click(force=True)
    part = page.locator(".st-key-explication th a", has_text="Médiation de jour").first
    part.wait_for(state="attached")
    if not part.is_visible():  # the table may have been drawn anew, folded
        page.locator(".st-key-explication summary").click()
    part.click()
    reader.wait(DISPOSITIF)
    expect(page).to_have_url(re.compile("periode=2024&"))  # what was asked follows
    one = shown(reader)["Interventions"]
    page.get_by_test_id("stExpander").locator("summary").first.click()
    expect(page.get_by_text(f"Lignes 1 à 50 sur {one} ")).to_be_visible()
    page.go_back()
    reader.wait(HOME)
    expect(page).to_have_url(re.compile(r"/\?periode=2024&pourquoi=interventions$"))
    expect(said).to_be_visible()  # open, as it was left
    assert shown(reader) == expected(sample_store, "2024")


def column(reader: Reader, caption: str, name: str) -> list[str]:
    """The cells under a header of the table of this caption, without what is said under them."""
    table = reader.page.locator("table", has=reader.page.locator("caption", has_text=caption))
    heads = [said.strip() for said in table.locator("thead th").all_inner_texts()]
    return [line[heads.index(name)].split("\n")[0] for line in cells(reader, caption)]


def test_a_manager_goes_from_all_agencies_to_their_own_and_shares_what_they_see(
    reader: Reader, browser: Browser, browser_context_args: dict[str, Any], app_url: str
) -> None:
    page = reader.open(app_url, AGENCIES, "?periode=2024").page
    among = column(reader, "Chaque agence et la médiane des autres", "Nantes")
    page.get_by_role("combobox", name="Agence").press_sequentially("Nan")
    page.get_by_role("option", name="Nantes").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**agence=nantes**")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("Agence : Nantes")).wait_for()
    reader.wait(AGENCIES)
    alone = "Nantes et la médiane des autres agences"
    assert column(reader, alone, "Nantes") == among
    page.get_by_role("radio", name="Par heure de terrain").press("Space")
    page.wait_for_url("**base=heure**")
    expect(page.locator("th", has_text="Interventions par heure de terrain").first).to_be_attached()
    reader.wait(AGENCIES)
    seen = cells(reader, alone)
    page.get_by_role("button", name="Vues enregistrées").click()
    link = page.locator("a.partage").get_attribute("href")
    with reading(browser, browser_context_args, "dark", 390) as colleague:
        colleague.page.goto(f"{app_url}{link}")
        colleague.wait(AGENCIES)
        assert cells(colleague, alone) == seen
        assert (colleague.complaints, colleague.left) == ([], [])
