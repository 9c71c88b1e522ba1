"""The pictures of the guide: each page whole, light and dark, on a desk and on a telephone.

They are always taken, so that nothing breaks unseen; SUITE_CAPTURES=1 puts them into docs/captures.
"""

import os
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser

import manage
from metrics.views.views import (
    ACTIVITY,
    ADMINISTRATION,
    AGENCIES,
    DATA,
    DEFINITIONS,
    DISPOSITIF,
    FINANCING,
    HOME,
    RECONCILIATION,
    RSE,
    TRAIL,
    TRAINING,
    WORKFORCE,
    View,
)
from tests.browser.reader import SCHEMES, WIDTHS, Reader, reading
from tests.direction import VIEWS

FOLDER = manage.ROOT / "docs" / "captures"
FRENCH = {"light": "clair", "dark": "sombre"}
GUIDE = manage.ROOT / "docs" / "guide.md"
MOST_BYTES, MOST_OF_ALL = 500_000, 8_000_000
COLOURS = 64  # enough for flat grounds, which the means keep exact, and the edges of letters
SEEN = 48  # of 255 levels of a colour
PICTURES: dict[str, tuple[View, str]] = {  # the published year, and of the register what a screen or two hold
    HOME.url: (HOME, "?periode=2024"),
    ACTIVITY.url: (ACTIVITY, "?periode=2024"),
    **{
        f"{ACTIVITY.url}-{section}": (ACTIVITY, f"?periode=2024&vue={section}")
        for section in ("incivilites", "portefeuille", "partenariat")
    },
    AGENCIES.url: (AGENCIES, "?periode=2024&base=etp"),
    WORKFORCE.url: (WORKFORCE, "?periode=2024"),
    FINANCING.url: (FINANCING, "?periode=2024"),
    f"{FINANCING.url}-marches": (FINANCING, "?periode=2024&vue=marches"),
    TRAINING.url: (TRAINING, "?periode=2024"),
    DEFINITIONS.url: (DEFINITIONS, "?recherche=presence"),
    DISPOSITIF.url: (DISPOSITIF, "?periode=2024&dispositif=rennes-jour"),
    RSE.url: (RSE, "?periode=2024"),
    RECONCILIATION.url: (RECONCILIATION, "?domaine=RSE"),
    ADMINISTRATION.url: (ADMINISTRATION, ""),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where pictures go: into the documentation when that is asked for."""
    return FOLDER if os.environ.get("SUITE_CAPTURES") else tmp_path


def take(reader: Reader, file: Path) -> None:
    """Takes the whole page; a picture that is already there stays when the eye would see no difference."""
    reader.unroll()
    taken = reader.page.screenshot(animations="disabled", caret="hide")
    whole = Image.open(BytesIO(taken)).convert("RGB")
    light = whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
    assert alike(whole, light), "a colour was lost"
    if not (file.exists() and alike(whole, Image.open(file))):
        light.save(file, optimize=True)  # a palette: the same to the eye, a third of the weight


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures differ by less than what edges of letters do from one run to the next."""
    differences = ImageChops.difference(one, other.convert("RGB")).getextrema()
    return one.size == other.size and max(most for _, most in differences) < SEEN


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("picture", PICTURES)
def test_the_picture_of_a_page_is_whole_and_light(
    browser: Browser,
    browser_context_args: dict[str, Any],
    app_url: str,
    folder: Path,
    picture: str,
    scheme: str,
    width: int,
) -> None:
    view, address = PICTURES[picture]
    file = folder / f"{picture}_{FRENCH[scheme]}_{width}.png"
    with reading(browser, browser_context_args, scheme, width) as reader:
        take(reader.open(app_url, view, address), file)
        foot = reader.page.locator(".notes").bounding_box()
    with Image.open(file) as taken:
        assert taken.width == width
        assert foot is not None
        assert foot["y"] + foot["height"] <= taken.height
    assert file.stat().st_size < MOST_BYTES


def test_every_view_has_its_picture_but_books_that_are_never_twice_the_same() -> None:
    assert {view for view, _ in PICTURES.values()} | {TRAIL, DATA} == set(VIEWS)


def test_the_documentation_shows_pictures_that_are_taken() -> None:
    taken = {
        f"{picture}_{FRENCH[scheme]}_{width}.png"
        for picture in PICTURES
        for scheme in SCHEMES
        for width in WIDTHS
    }
    shown = re.findall(r"\]\(captures/([^)]+)\)", GUIDE.read_text(encoding="utf-8"))
    assert shown
    assert set(shown) <= taken
    assert {file.name for file in FOLDER.iterdir()} == taken
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MOST_OF_ALL
