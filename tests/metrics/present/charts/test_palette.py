"""The palette: the theme's own colours, each told apart from its ground, cycled when agencies are many."""

import tomllib
from pathlib import Path

import pytest

from metrics.present.charts import palette

ROOT = Path(__file__).resolve().parents[4]
GROUNDS = {"light": "#FFFFFF", "dark": "#10181D"}
OURS = {"light": palette.LIGHT, "dark": palette.DARK}


def brightness(colour: str) -> float:
    """Relative luminance of a colour, as accessibility rules define it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_rules_say() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_colours_are_those_of_the_theme_in_the_same_order(ground: str) -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert list(OURS[ground]) == theme[ground]["chartCategoricalColors"]
    assert theme[ground]["backgroundColor"] == GROUNDS[ground]


@pytest.mark.parametrize("ground", GROUNDS)
def test_each_colour_reaches_three_to_one_on_its_ground(ground: str) -> None:
    weak = [colour for colour in OURS[ground] if contrast(colour, GROUNDS[ground]) < 3]
    assert weak == []


def test_a_scale_names_every_agency_in_its_order_and_leaves_colours_to_the_theme() -> None:
    assert palette.colours(["B", "A"]).to_dict() == {"domain": ["B", "A"]}


def test_signs_differ_as_colours_do() -> None:
    assert len({palette.sign(place) for place in range(5)}) == 5
    assert len(set(palette.shapes("ABCDE").to_dict()["range"])) == 5


def test_a_sixth_agency_takes_the_first_colour_and_sign_again() -> None:
    assert palette.colour(5) == palette.colour(0) == "light-dark(#6D96CC, #5EAEFD)"
    assert palette.sign(5) == palette.sign(0)
