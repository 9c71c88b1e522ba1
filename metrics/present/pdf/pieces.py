"""What a view shows as a page of Typst reads it: texts and numbers under names, nothing of its language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, assert_never

from metrics import figure_id
from metrics.badges import said
from metrics.present import image, words
from metrics.present.blocks import Copyable, Entry, Heading, Note, Picture, Run, Table, Tiles, Words
from metrics.present.export import Part, Piece
from metrics.present.pdf.columns import widths
from metrics.present.tile import Tile, tile

FOLDED = 40  # lines of a table under a chart that are printed
_TITLES = {"partie": 0, "nom-dispositif": 0, "sous-partie": 1}  # how far below the title of its part
_WORDS = ("cover", "heading", "note")  # what goes with the table that follows
_KEY_FIGURES = "Chiffres clés"
_LONG = 24  # letters of a word that may be broken there
_LONG_WORD = re.compile(rf"\w{{{_LONG + 1},}}")
_ANYWHERE = "\u200b"
_Told = dict[str, Any]


def pieces(cover: _Told, parts: Iterable[Part]) -> list[_Told]:
    """What a document holds in its order, wide tables with their words on pages that lie on their side."""
    told = [{"kind": "cover"} | cover, *(piece for each in parts for piece in _part(each))]
    return list(_turned(_stepped(told)))


def _stepped(told: Iterable[_Told]) -> Iterator[_Told]:
    """The same, no title more than one level below the one before it: readers find their way by levels."""
    before = 0
    for piece in told:
        if "level" in piece:
            before = min(piece["level"], before + 1)
            yield piece | {"level": before}
        else:
            yield piece


def _turned(upright: Iterable[_Told]) -> Iterator[_Told]:
    """The same, a wide table with the titles and the words before it and the words after it."""
    waiting: list[_Told] = []
    is_wide = False
    for piece in upright:
        if is_wide and piece["kind"] != "note":
            yield {"kind": "landscape", "pieces": waiting}
            waiting, is_wide = [], False
        if piece["kind"] in _WORDS or piece.get("landscape"):
            waiting.append(piece)
            is_wide = is_wide or bool(piece.get("landscape"))
        else:
            yield from (*waiting, piece)
            waiting = []
    yield from [{"kind": "landscape", "pieces": waiting}] if is_wide else waiting


def _part(told: Part) -> Iterator[_Told]:
    """The pieces of a part under its title, each with the level of its own."""
    own = 1
    if told.title:
        yield _titled(told.title, 1)
        own = 2
    below = own
    for piece in told.pieces:
        if isinstance(piece, Heading) and piece.look in _TITLES:
            level = own + _TITLES[piece.look]
            below = level + 1
            yield _titled(piece.title, level, piece.subtitle)
        else:
            yield from _piece(piece, below)


def _piece(piece: Piece, level: int) -> Iterator[_Told]:
    """What is printed of a piece."""
    match piece:
        case Tiles():
            yield _titled(_KEY_FIGURES, level)
            yield {"kind": "tiles", "tiles": list(_tiles(piece))}
        case Picture():
            yield _picture(piece, level)
            if 0 < len(piece.table.lines) <= FOLDED:
                yield table(piece.table) | {"is_small": True}
        case Table():
            yield from _own(piece)
        case Note():
            yield {"kind": "note", "words": _runs(piece.words), "look": piece.look}
        case Heading():
            yield _titled(piece.title, level, piece.subtitle)
        case Copyable():
            return  # tables say it: there is nothing to copy from paper
        case _:
            assert_never(piece)


def _titled(title: str, level: int, subtitle: str = "") -> _Told:
    return {"kind": "heading", "title": written(title), "level": level, "subtitle": written(subtitle)}


def _tiles(shown: Tiles) -> Iterator[_Told]:
    headline = shown.headline
    for metric in headline.query.metrics:
        one = tile(metric, headline, shown.goals, said(shown.badges, headline, metric))
        yield _tile(one, figure_id.written(headline, metric))


def _tile(one: Tile, ref: str) -> _Told:
    """The words of a key figure, to the last unit where the large ones are not."""
    is_exact = one.exact == words.with_unit(one.value, one.unit)
    return {
        "label": written(one.metric.label),
        "outside": written(one.outside),
        "value": one.value,
        "unit": one.unit,
        "exact": "" if is_exact else one.exact,
        "rests_on": written(one.rests_on),
        "state": written(one.state),
        "amount": one.change.amount,
        "trend": one.change.trend,
        "against": written(one.change.against),
        "tone": one.change.tone,
        "goal": written(one.goal.sentence) if one.goal else "",
        "percent": one.goal.percent if one.goal else 0,
        "dated": written(one.dated),
        "published": written(one.published),
        "ref": ref,
    }


def _own(shown: Table) -> Iterator[_Told]:
    """A table of the view; one that its page folds, when it is short, else where to find it."""
    lines = len(shown.lines)
    if shown.folded and lines > FOLDED:
        elsewhere = f"{shown.caption} : ce tableau ({lines} lignes) est dans le classeur de cette vue."
        yield {"kind": "note", "words": _runs((elsewhere,)), "look": "vide"}
    elif lines or not shown.folded:
        yield table(shown)


def _picture(piece: Picture, level: int) -> _Told:
    """A chart, then the table of its figures; where that would fill pages, where to find it."""
    chart, lines = piece.chart, len(piece.table.lines)
    elsewhere = f"Le tableau de ce graphique ({lines} lignes) est dans le classeur de cette vue."
    return {
        **_titled(chart.title, level, chart.subtitle),
        "kind": "picture",
        "svg": image.vectors(chart),
        "alt": chart.sentence,
        "sentence": written(chart.sentence),
        "notes": list(map(written, chart.notes)),
        "elsewhere": elsewhere if lines > FOLDED else "",
    }


def table(shown: Table) -> _Told:
    """A table, the width of its columns, the references of its figures."""
    wide = widths(shown)
    return {
        "kind": "table",
        "caption": written(shown.caption),
        "columns": [
            {"header": written(each.header), "note": written(each.note), "number": each.is_number}
            for each in shown.columns
        ],
        "groups": [
            {"title": written(title), "lines": list(_lines(lines, shown.naming))}
            for title, lines in shown.groups
        ],
        "total": shown.total,
        "naming": shown.naming,
        "source": written(shown.source),
        "refs": list(references(shown)),
        "widths": wide.columns,
        "size": wide.size,
        "landscape": wide.is_landscape,
        "is_small": False,
    }


def references(shown: Table) -> Iterator[str]:
    """The references of the figures of a table, one for each column or kind of figure."""
    refs = [each.ref for line in shown.lines for each in line if isinstance(each, Entry) and each.ref]
    return iter(dict.fromkeys(figure_id.written(ref.answer, ref.metric) for ref in refs))


def _lines(lines: Sequence[Sequence[Entry | str]], naming: int) -> Iterator[list[_Told]]:
    """The cells of each line; before the one that names it, those of the line above are not said twice."""
    above: Sequence[Entry | str] = ()
    for line in lines:
        alike = 0
        while alike < min(naming, len(above)) and above[alike] == line[alike]:
            alike += 1
        yield [_cell("" if place < alike else each) for place, each in enumerate(line)]
        above = line


def _cell(each: Entry | str) -> _Told:
    if isinstance(each, str):
        return {"text": written(each), "under": [], "look": "", "strong": False}
    under = [{"text": written(under.text), "look": under.look} for under in each.under]
    return {"text": written(each.text), "under": under, "look": each.look, "strong": each.is_strong}


def _runs(runs: Words) -> list[_Told]:
    told = [each if isinstance(each, Run) else Run(each) for each in runs]
    return [{"text": written(each.text), "strong": each.is_strong} for each in told]


def written(text: str) -> str:
    """A text as paper takes it: no line breaks before « : », and a word too long for a column breaks."""
    return _LONG_WORD.sub(_broken, words.french(text))


def _broken(word: re.Match[str]) -> str:
    found = word.group()
    return _ANYWHERE.join(found[at : at + _LONG] for at in range(0, len(found), _LONG))
