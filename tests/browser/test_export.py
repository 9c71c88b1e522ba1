"""Taking a page away in a real browser: the file and its name, or the sentence that says why not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, Route, expect

from metrics.views.views import ACTIVITY, FINANCING
from tests.browser.reader import Reader, reading

MENU = "[data-testid=stPopoverBody]"
ENDS = {"Classeur Excel": b"PK", "Tableaux CSV": b"PK", "Document PDF": b"%PDF-"}


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Reader]:
    with reading(browser, browser_context_args, "light", 1400) as each:
        yield each


def taken(page: Page, said: str, folder: Path) -> Path:
    """The file that a link of the menu gives, under the name it is given."""
    with page.expect_download() as waited:
        page.get_by_role("link", name=said, exact=True).first.click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    return file


def opened(reader: Reader) -> Page:
    reader.page.get_by_role("button", name="Exporter").click()
    reader.page.locator(MENU).get_by_role("link", name="Classeur Excel").wait_for()
    return reader.page


def test_the_three_files_of_a_view_are_kept_under_names_that_say_what_they_hold(
    reader: Reader, app_url: str, tmp_path: Path
) -> None:
    page = opened(reader.open(app_url, ACTIVITY, "?periode=2024-12&agence=rennes"))
    files = {said: taken(page, said, tmp_path) for said in ENDS}
    assert [each.name for each in files.values()] == [
        f"rennes_activite_2024-12.{ending}" for ending in ("xlsx", "zip", "pdf")
    ]
    assert {said: file.read_bytes()[: len(ENDS[said])] for said, file in files.items()} == ENDS
    expect(page.locator(MENU).get_by_role("status")).to_have_text(
        "Fichier enregistré : rennes_activite_2024-12.pdf"
    )


def test_the_workbook_says_what_the_screen_says(reader: Reader, app_url: str, tmp_path: Path) -> None:
    page = opened(reader.open(app_url, FINANCING, "?periode=2024"))
    exact = page.locator(".tuile p[title]").first.get_attribute("title") or ""
    book = load_workbook(taken(page, "Classeur Excel", tmp_path))
    rows = list(book["Chiffres clés"].iter_rows(values_only=True))
    place = next(row.index("Valeur") for row in rows if "Valeur" in row)
    values = {row[0]: row[place] for row in rows if row[0]}
    digits = "".join(letter for letter in exact.split("\u00a0")[0] if letter.isdigit())
    assert values["Produits"] == pytest.approx(int(digits), abs=0.5)  # the workbook has the cents


def test_a_chart_is_taken_as_an_image(reader: Reader, app_url: str, tmp_path: Path) -> None:
    page = reader.open(app_url, ACTIVITY, "?periode=2024").page
    assert taken(page, "Image PNG", tmp_path).read_bytes()[:4] == b"\x89PNG"


def test_why_there_is_no_file_is_said_where_it_was_asked_for(reader: Reader, app_url: str) -> None:
    page = opened(reader.open(app_url, ACTIVITY, "?periode=2024"))
    said = page.locator(MENU).get_by_role("status")

    def refuse(route: Route) -> None:
        route.fulfill(status=400, body="Ce fichier n'existe pas : demandez-le sur sa page.")

    page.route("**/fichiers/**", refuse)
    page.get_by_role("link", name="Document PDF").click()
    expect(said).to_have_text("Ce fichier n'existe pas : demandez-le sur sa page.")
    page.unroute("**/fichiers/**")
    page.route("**/fichiers/**", lambda route: route.abort())
    page.get_by_role("link", name="Document PDF").click()
    expect(said).to_have_text("Le fichier n'est pas arrivé : vérifiez la connexion, puis recommencez.")
    reader.complaints.clear()  # the browser complains of both, as it should


def test_the_records_of_a_figure_are_taken_whole(reader: Reader, app_url: str, tmp_path: Path) -> None:
    page = reader.open(app_url, ACTIVITY, "?periode=2024-12&agence=rennes").page
    page.get_by_text("Voir les enregistrements", exact=False).first.click()
    file = taken(page, "Télécharger tous ces enregistrements (CSV)", tmp_path)
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert file.name == "rennes_activite_2024-12_interventions.csv"
    assert len(lines) > 100
