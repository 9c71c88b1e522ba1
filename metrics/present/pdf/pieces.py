"""What a view shows as a page of Typst reads it: texts and numbers under names, nothing of its language."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, assert_never

from metrics.badges import said
from metrics.present import image, words
from metrics.present.blocks import Copyable, Heading, Note, Picture, Tiles
from metrics.present.export import Part, Piece
from metrics.present.pdf import cards
from metrics.present.pdf.columns import widths
from metrics.present.pdf.glyphs import drawable
from metrics.present.pdf.pairs import Pair, paired
from metrics.present.pdf.texts import cell, runs, titled, written
from metrics.present.references import reference, references
from metrics.present.table import Entry, Ref, Table
from metrics.present.tile import Tile, tile

FOLDED = 40  # lines of a table under a chart that are printed
_TITLES = {"partie": 0, "nom-dispositif": 0, "sous-partie": 1}  # how far below the title of its part
_WORDS = ("cover", "heading", "note")  # what goes with the table that follows
_KEY_FIGURES = "Chiffres clés"
_Told = dict[str, Any]


def pieces(cover: _Told, parts: Iterable[Part], *, annex: bool = False) -> list[_Told]:
    """What a document holds in its order, wide tables with their words on pages that lie on their side.

    With an ``annex`` that has the tables of its charts, these are without, small ones side by side. Under a
    cover that fills its page, each part has its own.
    """
    told = [{"kind": "cover"} | cover]
    for each in parts:
        told += [{"kind": "break"}] if cover["is_page"] and each.title else []
        told += _part(each, annex=annex)
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


def _part(told: Part, *, annex: bool) -> Iterator[_Told]:
    """The pieces of a part under its title, each with the level of its own."""
    own = 1
    if told.title:
        yield titled(told.title, 1)
        own = 2
    below = own
    for piece in paired(told.pieces) if annex else told.pieces:
        if isinstance(piece, Pair):
            two = [_picture(each, below, image.HALF) for each in piece.pictures]
            yield {"kind": "pair", "level": below, "pictures": [each | {"elsewhere": ""} for each in two]}
        elif annex and isinstance(piece, Picture):
            yield _picture(piece, below) | {"elsewhere": ""}
        elif isinstance(piece, Heading) and piece.look in _TITLES:
            level = own + _TITLES[piece.look]
            below = level + 1
            yield titled(piece.title, level, piece.subtitle)
        else:
            yield from _piece(piece, below)


def _piece(piece: Piece, level: int) -> Iterator[_Told]:
    """What is printed of a piece."""
    match piece:
        case Tiles():
            yield titled(_KEY_FIGURES, level)
            yield {"kind": "tiles", "tiles": list(_tiles(piece))}
        case Picture():
            yield _picture(piece, level)
            if 0 < len(piece.table.lines) <= FOLDED:
                yield table(piece.table) | {"is_small": True}
        case Table():
            yield from _own(piece, level)
        case Note():
            yield {"kind": "note", "words": runs(piece.words), "look": piece.look}
        case Heading():
            yield titled(piece.title, level, piece.subtitle)
        case Copyable():
            return  # tables say it: there is nothing to copy from paper
        case _:
            assert_never(piece)


def _tiles(shown: Tiles) -> Iterator[_Told]:
    headline = shown.headline
    for metric in headline.query.metrics:
        one = tile(metric, headline, shown.goals, said(shown.badges, headline, metric))
        yield _tile(one, reference(Ref(headline, metric, one.cell)))


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


def _own(shown: Table, level: int) -> Iterator[_Told]:
    """A table of the view; one that its page folds, when it is short, else where to find it."""
    lines = len(shown.lines)
    if shown.look == cards.LOOK:
        yield from cards.cards(shown, level)
    elif shown.folded and lines > FOLDED:
        elsewhere = f"{shown.caption} : ce tableau ({lines} lignes) est dans le classeur de cette vue."
        yield {"kind": "note", "words": runs((elsewhere,)), "look": "vide"}
    elif lines or not shown.folded:
        yield table(shown)


def _picture(piece: Picture, level: int, width: int = image.WIDTH) -> _Told:
    """A chart, then the table of its figures; where that would fill pages, where to find it."""
    chart, lines = piece.chart, len(piece.table.lines)
    elsewhere = f"Le tableau de ce graphique ({lines} lignes) est dans le classeur de cette vue."
    return {
        **titled(chart.title, level, chart.subtitle),
        "kind": "picture",
        "svg": drawable(image.vectors(chart, width)),
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


def _lines(lines: Sequence[Sequence[Entry | str]], naming: int) -> Iterator[list[_Told]]:
    """The cells of each line; before the one that names it, those of the line above are not said twice."""
    above: Sequence[Entry | str] = ()
    for line in lines:
        alike = 0
        while alike < min(naming, len(above)) and above[alike] == line[alike]:
            alike += 1
        yield [cell("" if place < alike else each) for place, each in enumerate(line)]
        above = line
