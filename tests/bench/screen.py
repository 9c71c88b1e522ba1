"""What a person waits for, in Chromium: the server, a page, another page, another choice."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as NotYet

from metrics.views.views import HOME, View
from tests.application import serving
from tests.bench.measure import MILLISECOND, Line, show, timed
from tests.bench.process import TAKEN, WORK, server_at, worked
from tests.browser import chromium
from tests.browser.conftest import QUIET
from tests.browser.reader import Reader, reading
from tests.direction import VIEWS
from tests.pages.drawn import FILTERED

STEPS = ("Trimestre", "Cumul annuel", "Année", "12 mois", "Année scolaire", "Exercice de marché", "Mois")
FRENCH = {"locale": "fr-FR", "timezone_id": "Europe/Paris"}
READY, FIRST, RELOAD, PAGE = 3.0, 1200 * MILLISECOND, 450 * MILLISECOND, 250 * MILLISECOND
CHANGE = 100 * MILLISECOND
TRIES, PATIENCE = 5, 2000  # times, and milliseconds each
SECTIONS = ".st-key-choix-vue"  # what cuts a view in parts
# From the click to the frame in which no run is under way and the last chart of the page has changed: its
# marks, or the last table of a page without chart. A picture that stays the same is drawn when the run ends.
CLICK = """([role, name]) => new Promise(done => {
  const state = () => document.querySelector("[data-testid=stApp]").dataset.testScriptState;
  const drawn = () => {
    const charts = [...document.querySelectorAll("[data-testid=stVegaLiteChart]")];
    if (charts.some(each => !each.querySelector("svg path"))) return "";
    const last = charts.length ? charts.at(-1).querySelector("svg")
      : [...document.querySelectorAll("[data-testid=stMain] table")].at(-1);
    return last ? last.innerHTML : "";
  };
  const before = drawn(), start = performance.now();
  let ran = false, ended = 0;
  const look = () => {
    const now = performance.now(), running = state() !== "notRunning", picture = drawn();
    if (running) { ran = true; ended = 0; } else if (ran && !ended) ended = now;
    if (!running && picture && picture !== before) done(now - start);
    else if (ended && now - ended > 1500) done(ended - start);
    else requestAnimationFrame(look);
  };
  const named = each => each.innerText.trim() === name;
  [...document.querySelectorAll(`[role=${role}]`)].find(named).click();
  requestAnimationFrame(look);
})"""


def measure(store: str, folder: Path, title: str, *, quick: bool = False) -> None:
    """Prints each view with a server of its own, fresh, then the ways from one to another."""
    rounds = 1 if quick else 4
    with _chromium() as browser:
        for view in VIEWS:
            show(f"{title} : {view.title}, à l'écran", _view(browser, store, folder, view, rounds))
        show(f"{title} : d'une page à l'autre", _menu(browser, store, folder, rounds))


def _view(browser: Browser, store: str, folder: Path, view: View, rounds: int) -> Iterator[Line]:
    beginning = time.perf_counter()
    with serving(store, folder / "log") as url:
        yield Line("serveur prêt", [time.perf_counter() - beginning], READY)
        yield Line("première page, processus neuf", [_first(browser, url, view)], FIRST)
        warm = [_first(browser, url, view) for _ in range(2 * rounds)]
        yield Line("première page, processus chaud", warm, FIRST)
        with reading(browser, FRENCH, "light", 1400) as reader:
            reader.open(url, view)
            reload = [timed(lambda: _reload(reader, view)) for _ in range(2 * rounds)]
            yield Line("page rechargée", reload, RELOAD)
            if view in FILTERED:
                yield from _filtered(reader.page, server_at(url), rounds)


def _filtered(page: Page, server: Path, rounds: int) -> Iterator[Line]:
    """Other periods in each part of the page, those nobody asked for first."""
    parts = page.locator(SECTIONS).get_by_role("radio").all_inner_texts()
    for number, part in enumerate(parts or [""]):
        if number:
            yield Line(f"vers « {part.strip()} »", [_clicked(page, "radio", part.strip())], PAGE)
        said = f"{part.strip()} : " if part else ""
        for asked, times in (("jamais", 1), ("déjà", rounds)):
            before = worked(server)
            took = _choices(page, times)
            yield Line(f"{said}période {asked} demandée → dernier graphique", took, CHANGE)
            yield Line(TAKEN, [(worked(server) - before) / len(took)], WORK)


def _choices(page: Page, rounds: int) -> list[float]:
    return [_choice(page, name) for _ in range(rounds) for name in STEPS]


def _choice(page: Page, name: str) -> float:
    """The list is opened first: opening it is the browser's work alone."""
    listed = page.get_by_role("option", name=name, exact=True)
    for _ in range(TRIES):  # what is drawn late may close it again
        page.get_by_role("combobox", name="Période", exact=True).click()
        with suppress(NotYet):
            listed.wait_for(timeout=PATIENCE)
            return _clicked(page, "option", name)
        page.keyboard.press("Escape")
    raise RuntimeError(f"La liste des périodes ne s'ouvre pas sur « {name} ».")


def _clicked(page: Page, role: str, name: str) -> float:
    return float(page.evaluate(CLICK, [role, name])) * MILLISECOND


def _menu(browser: Browser, store: str, folder: Path, rounds: int) -> Iterator[Line]:
    """From the first page to each of the menu and back, every page having been seen once."""
    others = [view for view in VIEWS if view.in_menu and view is not HOME]
    with serving(store, folder / "log") as url, reading(browser, FRENCH, "light", 1400) as reader:
        reader.open(url)
        times: dict[str, list[float]] = {view.title: [] for view in (*others, HOME)}
        for count in range(1 + 2 * rounds):
            for view in (each for other in others for each in (other, HOME)):
                took = timed(lambda v=view: _follow(reader, v))
                if count:
                    times[view.title].append(took)
    for title, took in times.items():
        yield Line(f"vers {title}", took, PAGE)


def _follow(reader: Reader, view: View) -> None:
    reader.page.get_by_role("link", name=view.title, exact=True).first.click()
    reader.wait(view)


def _first(browser: Browser, url: str, view: View) -> float:
    with reading(browser, FRENCH, "light", 1400) as reader:
        return timed(lambda: reader.open(url, view))


def _reload(reader: Reader, view: View) -> None:
    reader.page.reload()
    reader.wait(view)


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
