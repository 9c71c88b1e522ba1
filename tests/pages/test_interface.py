"""Streamlit's own words: each is still in its scripts, and is French once served."""

from pathlib import Path

import pytest
import streamlit

from pages.ui import interface

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
CASES = [(script, english) for script, words in interface.WORDS.items() for english in words]


def installed(script: str) -> Path:
    (found,) = SCRIPTS.glob(f"{script}.*.js")
    return found


@pytest.mark.parametrize(("script", "english"), CASES)
def test_each_english_word_is_still_where_it_is_looked_for(script: str, english: str) -> None:
    """An upgrade of Streamlit that changes its words fails here, not before a reader."""
    assert english.encode() in installed(script).read_bytes()


@pytest.mark.parametrize("script", interface.WORDS)
def test_a_script_served_has_only_the_french_words(script: str) -> None:
    file = installed(script)
    translate = interface.translation(f"/static/js/{file.name}")
    assert translate is not None
    served = translate(file.read_bytes()).decode()
    for english, french in interface.WORDS[script].items():
        assert english not in served
        assert french in served


@pytest.mark.parametrize("words", interface.WORDS.values())
def test_a_translation_stays_one_literal(words: dict[str, str]) -> None:
    """Neither quotes nor code: the text between the same two backquotes."""
    for english, french in words.items():
        assert french.count("`") == english.count("`") == 2
        assert french.split("`")[0] == english.split("`")[0]
        assert "\\" not in french
        assert french.count("${") <= english.count("${")


@pytest.mark.parametrize("path", ["/", "/static/js/react.x.js", "/index.x.js", "/static/css/index.x.css", ""])
def test_other_files_are_left_alone(path: str) -> None:
    assert interface.translation(path) is None
