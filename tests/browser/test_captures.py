"""The pictures of the guide: each page whole, light and dark, on a desk and on a telephone.

They are always taken, so that nothing breaks unseen; SUITE_CAPTURES=1 puts them into docs/captures.
"""

import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser

import manage
from pages.ui.views import ACTIVITY, AGENCIES, DEFINITIONS, DISPOSITIF, HOME, RECONCILIATION, VIEWS, View
from tests.browser.reader import SCHEMES, WIDTHS, Reader, reading

FOLDER = manage.ROOT / "docs" / "captures"
FRENCH = {"light": "clair", "dark": "sombre"}
MOST_BYTES = 500_000
SEEN = 16  # of 255 levels of a colour
ADDRESS = {  # the published year with its badges; the whole register is as tall as twelve screens
    HOME: "?periode=2024",
    ACTIVITY: "?periode=2024",
    AGENCIES: "?periode=2024&base=etp",
    DEFINITIONS: "",
    DISPOSITIF: "?periode=2024&dispositif=rennes-jour",
    RECONCILIATION: "?domaine=Effectifs",
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
    light = whole.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    assert alike(whole, light), "a colour was lost"
    if not (file.exists() and alike(whole, Image.open(file))):
        light.save(file, optimize=True)  # a palette: the same to the eye, a third of the weight


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures differ by less than what edges of letters do from one run to the next."""
    differences = ImageChops.difference(one, other.convert("RGB")).getextrema()
    return one.size == other.size and max(most for _, most in differences) < SEEN


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.url)
def test_the_picture_of_a_page_is_whole_and_light(
    browser: Browser,
    browser_context_args: dict[str, Any],
    app_url: str,
    folder: Path,
    view: View,
    scheme: str,
    width: int,
) -> None:
    file = folder / f"{view.url}_{FRENCH[scheme]}_{width}.png"
    with reading(browser, browser_context_args, scheme, width) as reader:
        take(reader.open(app_url, view, ADDRESS[view]), file)
        foot = reader.page.locator(".notes").bounding_box()
    with Image.open(file) as picture:
        assert picture.width == width
        assert foot is not None
        assert foot["y"] + foot["height"] <= picture.height
    assert file.stat().st_size < MOST_BYTES
