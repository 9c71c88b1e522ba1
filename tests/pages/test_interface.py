"""Streamlit's own words: each is still in its scripts, and is French once served."""

from pathlib import Path

import pytest
import streamlit

from pages.ui import interface

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
CASES = [(script, english) for script, words in interface.WORDS.items() for english in words]


def served(script: str) -> str:
    """The scripts that bear this name, as Streamlit wrote them."""
    return "".join(file.read_text(encoding="utf-8") for file in SCRIPTS.glob(f"{script}.*.js"))


@pytest.mark.parametrize(("script", "english"), CASES)
def test_each_english_word_is_still_where_it_is_looked_for(script: str, english: str) -> None:
    """An upgrade of Streamlit that changes its words fails here, not before a reader."""
    assert english in served(script)


@pytest.mark.parametrize("script", interface.WORDS)
def test_a_script_served_has_only_the_french_words(script: str) -> None:
    translate = interface.translation(f"/static/js/{script}.0123abcd.js")
    assert translate is not None
    translated = translate(served(script).encode()).decode()
    for english, french in interface.WORDS[script].items():
        assert english not in translated
        assert french in translated


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


@pytest.mark.parametrize(("script", "turns"), interface.HISTORY.items())
def test_what_is_changed_of_the_history_is_where_it_is_looked_for_and_once(
    script: str, turns: dict[str, str]
) -> None:
    translate = interface.translation(f"/static/js/{script}.0123abcd.js")
    assert translate is not None
    for written, wanted in turns.items():
        assert served(script).count(written) == 1
        assert translate(served(script).encode()).decode().count(wanted) == 1


@pytest.mark.parametrize(("script", "turns"), interface.SENTENCE.items())
def test_what_tells_the_sentence_of_a_chart_is_where_it_is_looked_for(
    script: str, turns: dict[str, str]
) -> None:
    translate = interface.translation(f"/static/js/{script}.0123abcd.js")
    assert translate is not None
    for written, wanted in turns.items():
        assert written in served(script)
        assert wanted in translate(served(script).encode()).decode()
