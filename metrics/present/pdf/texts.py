"""Texts as a page of Typst reads them: under names, nothing of its language."""

import re
from typing import Any

from metrics.present import words
from metrics.present.pdf.glyphs import drawable
from metrics.present.table import Entry, Run, Words

_LONG = 24  # letters of a word that may be broken there
_LONG_WORD = re.compile(rf"\w{{{_LONG + 1},}}")
_ANYWHERE = "\u200b"
_TOGETHER = re.compile(r"(?<=n°) |(?<=\d) (?=h\b)")  # « n° 176 », « 12 h »
Told = dict[str, Any]


def titled(title: str, level: int, subtitle: str = "") -> Told:
    """The title of what follows, so many levels under that of the document."""
    return {"kind": "heading", "title": written(title), "level": level, "subtitle": written(subtitle)}


def cell(each: Entry | str) -> Told:
    """A cell of a table, with the smaller lines under it."""
    if isinstance(each, str):
        return {"text": written(each), "under": [], "look": "", "strong": False}
    under = [{"text": written(under.text), "look": under.look} for under in each.under]
    return {"text": written(each.text), "under": under, "look": each.look, "strong": each.is_strong}


def runs(runs: Words) -> list[Told]:
    """Words, those that stand out told apart."""
    told = [each if isinstance(each, Run) else Run(each) for each in runs]
    return [{"text": written(each.text), "strong": each.is_strong} for each in told]


def written(text: str) -> str:
    """A text as paper takes it: no line breaks before « : », and a word too long for a column breaks."""
    french = _TOGETHER.sub(words.NO_BREAK, words.french(drawable(text)))
    return _LONG_WORD.sub(_broken, french)


def _broken(word: re.Match[str]) -> str:
    found = word.group()
    return _ANYWHERE.join(found[at : at + _LONG] for at in range(0, len(found), _LONG))
