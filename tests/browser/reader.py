"""A person in front of the application: what is on the screen, and what the browser complained of."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from metrics.views.views import DISPOSITIF, HOME, View

SCHEMES, WIDTHS = ("light", "dark"), (1400, 390)
STILL = 3  # measures alike before a height is believed
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"
FILTERS = """() => [...document.querySelectorAll(".st-key-filtres [data-testid=stElementContainer]")]
  .every(each => each.querySelector("input, button, [role=radio], .avis"))"""
CHARTS = """() => [...document.querySelectorAll("[data-testid=stVegaLiteChart]")]
  .every(each => each.querySelector("svg, canvas"))"""
# On any page but the first, Streamlit's page first looks for its server beside itself.
# It also draws a chart before it hands over its data, and asks for a height that bars set by themselves;
# of a specification's ``embedOptions`` it passes on no level of log that would keep Vega quiet.
FIRST_PAINT = re.compile(
    r'WARN (Infinite extent for field "[a-z_]+": \[Infinity, -Infinity\]'
    r'|Dropping "fit-y" because spec has discrete height\.)'
)
PROBES = ("/_stcore/host-config", "/_stcore/health")
WHOLE = {DISPOSITIF: "?dispositif=rennes-jour"}  # what a view needs to have something to show


@dataclass
class Reader:
    """One tab, with what it must never do."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def open(self, url: str, view: View = HOME, query: str | None = None) -> "Reader":
        """Opens a view by its address, and waits until it is drawn."""
        path = "" if view is HOME else view.url
        self.page.goto(f"{url}/{path}{WHOLE.get(view, '') if query is None else query}")
        self.wait(view)
        return self

    def wait(self, view: View) -> None:
        """Waits for the end of the page: its footer, no run under way, its filters and its letters there."""
        self.page.get_by_role("heading", level=1, name=view.title).wait_for()
        self.page.locator(".notes").wait_for()
        self.page.locator(READY).wait_for()
        self.page.wait_for_function(FILTERS)  # each kind of them comes with its own script
        self.page.wait_for_function(CHARTS)
        self.page.evaluate("document.fonts.ready")

    def unroll(self) -> None:
        """Grows the window to the height of the page, which scrolls inside a frame of Streamlit.

        A chart that takes its place makes the page taller than it was measured: until it rests.
        """
        screen = self.page.viewport_size
        assert screen is not None
        height = rested = 0
        while rested < STILL:
            now = self.page.evaluate(HEIGHT)
            rested = rested + 1 if now <= height else 0
            height = max(height, now)
            self.page.set_viewport_size({"width": screen["width"], "height": height})
            self.page.wait_for_timeout(200)

    def listen(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._follow)

    def _hear(self, message: ConsoleMessage) -> None:
        path = urlsplit(message.location.get("url", "")).path
        probe = path.endswith(PROBES) and path not in PROBES
        if message.type in ("error", "warning") and not probe and not FIRST_PAINT.fullmatch(message.text):
            self.complaints.append(f"{message.text} ({path})")

    def _follow(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname != "127.0.0.1":
            self.left.append(request.url)


@contextmanager
def reading(browser: Browser, settings: dict[str, Any], scheme: str, width: int) -> Iterator[Reader]:
    """A new person, with nothing in memory."""
    screen = {"width": width, "height": 900}
    context = browser.new_context(**{**settings, "color_scheme": scheme, "viewport": screen})
    reader = Reader(context.new_page())
    reader.listen()
    yield reader
    context.close()
