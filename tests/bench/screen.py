"""What a person waits for: the server, a page, a choice; in Chromium, then without any browser."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from pages.ui.views import HOME, RECONCILIATION
from tests.application import serving
from tests.bench.measure import MILLISECOND, Line, timed
from tests.browser import chromium
from tests.browser.conftest import QUIET
from tests.browser.reader import Reader, reading
from tests.pages.client import Visitor

STEPS = ("Trimestre", "Cumul annuel", "Année", "12 mois", "Année scolaire", "Exercice de marché", "Mois")
FRENCH = {"locale": "fr-FR", "timezone_id": "Europe/Paris"}
CHANGE, PAGE, RELOAD, FIRST = 100 * MILLISECOND, 250 * MILLISECOND, 450 * MILLISECOND, 1200 * MILLISECOND
# From the click to the frame in which the last tile has changed.
CLICK = """name => new Promise(done => {
  const tiles = () => [...document.querySelectorAll(".tuile")].map(each => each.innerText);
  const before = tiles(), start = performance.now();
  const watch = new MutationObserver(() => {
    const now = tiles();
    if (now.length === before.length && now.at(-1) + now[0] !== before.at(-1) + before[0]) {
      watch.disconnect();
      requestAnimationFrame(() => done(performance.now() - start));
    }
  });
  watch.observe(document.body, {subtree: true, childList: true, characterData: true});
  [...document.querySelectorAll("[role=option]")].find(each => each.innerText.trim() === name).click();
})"""


def screen(store: str, folder: Path) -> list[Line]:
    """A fresh server, its first visitor, then others."""
    with _chromium() as browser, ExitStack() as stack:
        beginning = time.perf_counter()
        url = stack.enter_context(serving(store, folder / "log"))
        ready = time.perf_counter() - beginning
        first = [_first_page(browser, url)]
        warm = [_first_page(browser, url) for _ in range(5)]
        with reading(browser, FRENCH, "light", 1400) as reader:
            page = reader.open(url).page
            asked, again = _choices(page, 1), _choices(page, 4)
            menu = [timed(lambda: _follow(reader)) for _ in range(5)]
            reload = [timed(lambda: _drawn(page, page.reload)) for _ in range(5)]
    return [
        Line("serveur prêt", [ready], 3),
        Line("première page, processus neuf", first, FIRST),
        Line("première page, processus chaud", warm, FIRST),
        Line("page rechargée", reload, RELOAD),
        Line("aller au rapprochement et revenir", menu, 2 * PAGE),
        Line("autre période jamais demandée → dernière tuile", asked, CHANGE),
        Line("autre période déjà demandée → dernière tuile", again, CHANGE),
    ]


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=[*QUIET, "--no-sandbox"]
        )
        with reading(browser, FRENCH, "light", 1400) as reader:
            reader.page.goto("about:blank")  # its own first page is not ours to count
        yield browser
        browser.close()


def _first_page(browser: Browser, url: str) -> float:
    with reading(browser, FRENCH, "light", 1400) as reader:
        return timed(lambda: _drawn(reader.page, lambda: reader.page.goto(url)))


def _drawn(page: Page, go: object) -> None:
    go()  # type: ignore[operator]
    page.locator(".notes").wait_for()


def _choices(page: Page, rounds: int) -> list[float]:
    return [_choice(page, name) for _ in range(rounds) for name in STEPS]


def _choice(page: Page, name: str) -> float:
    """The list is opened first: opening it is the browser's work alone."""
    page.get_by_role("combobox", name="Période", exact=True).click()
    page.get_by_role("option", name=name, exact=True).wait_for()
    return float(page.evaluate(CLICK, name)) * MILLISECOND


def _follow(reader: Reader) -> None:
    for view, there in ((RECONCILIATION, ".bilan"), (HOME, ".tuile")):
        reader.page.get_by_role("link", name=view.title).click()
        reader.page.locator(there).first.wait_for()


def server(store: str, folder: Path) -> list[Line]:
    """The same choices on the server's side: what it works for one person."""
    with serving(store, folder / "log") as url, Visitor(url) as visitor:
        opened = [timed(visitor.open)]
        months = list(visitor.widgets["Laquelle"].options)
        asked = [timed(lambda m=month: visitor.choose("Laquelle", m)) for month in months]
        again = [timed(lambda m=month: visitor.choose("Laquelle", m)) for month in months]
        register = [timed(lambda: visitor.open(RECONCILIATION.url)) for _ in range(5)]
    return [
        Line("première ouverture du tableau de bord", opened),
        Line("autre mois jamais demandé", asked, 60 * MILLISECOND),
        Line("autre mois déjà demandé", again, 30 * MILLISECOND),
        Line("ouverture du rapprochement", register),
    ]
