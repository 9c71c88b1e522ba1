"""A sheet of one page: the pieces of a view drawn small, charts side by side, the comment at the foot."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from metrics.present import image
from metrics.present.blocks import Copyable, Heading, Note, Picture, Tiles
from metrics.present.export import Export, Piece
from metrics.present.pdf.glyphs import drawable
from metrics.present.pdf.texts import Told, cell, runs, written
from metrics.present.references import reference
from metrics.present.table import Ref, Table
from metrics.present.tile import Goal, tile

_ZONE = ("commentaire", "signature", "a-ecrire")  # notes of the comment
_FACTS = "fiche"  # tables that are told in a few lines
_COMMENT = "Commentaire"


def told(export: Export) -> Told:
    """What the page says, but for its foot."""
    some = [piece for part in export.parts for piece in _titled(part.title, part.pieces)]
    body = [each for each in some if not _is_of_comment(each)]
    zone = [each for each in some if isinstance(each, Note) and each.look in _ZONE]
    return {
        "subject": written(export.title),
        "period": written(export.question),
        "pieces": list(_paired(_pieces(body))),
        "comment": [{"words": runs(each.words), "look": each.look} for each in zone],
        "zone": _COMMENT,
        "asked": written(" · ".join(f"{name} : {value}" for name, value in export.facts if name in _ASKED)),
        "refs": list(dict.fromkeys(_references(body))),
    }


_ASKED = ("Comparaison", "Base lue", "Demandé par", "Établi le")


def _titled(title: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    if title:
        yield Heading(title)
    yield from pieces


def _is_of_comment(piece: Piece) -> bool:
    is_title = isinstance(piece, Heading) and piece.title == _COMMENT
    return is_title or (isinstance(piece, Note) and piece.look in _ZONE)


def _pieces(some: Iterable[Piece]) -> Iterator[Told]:
    for piece in some:
        match piece:
            case Tiles():
                yield _figures(piece)
            case Picture():
                yield _picture(piece)
            case Table():
                yield from _tabled(piece)
            case Note():
                yield {"kind": "note", "words": runs(piece.words), "look": piece.look}
            case Heading():
                yield {"kind": "heading", "title": written(piece.title)}
            case Copyable():
                pass  # tables say it


def _tabled(piece: Table) -> Iterator[Told]:
    """A table, or the facts it holds; none that is folded, the words before it having said why."""
    if piece.look == _FACTS:
        yield _facts(piece)
    elif not piece.folded:
        yield _table(piece)


def _paired(some: Iterable[Told]) -> Iterator[Told]:
    """The same, charts that follow one another side by side."""
    waiting: list[Told] = []
    for piece in some:
        if piece["kind"] == "picture":
            waiting.append(piece)
        if waiting and (len(waiting) == 2 or piece["kind"] != "picture"):
            yield {"kind": "pictures", "pictures": waiting}
            waiting = []
        if piece["kind"] != "picture":
            yield piece
    if waiting:
        yield {"kind": "pictures", "pictures": waiting}


def _figures(shown: Tiles) -> Told:
    """The key figures, a line each."""
    headline, lines = shown.headline, list[Any]()
    for metric in headline.query.metrics:
        one = tile(metric, headline, shown.goals, "")
        about = ", ".join(filter(None, (one.outside, one.rests_on, one.state)))
        lines.append(
            {
                "label": written(one.metric.label),
                "about": written(about),
                "value": f"{one.value}\u00a0{one.unit}".strip(),
                "change": one.change.amount,
                "trend": one.change.trend,
                "tone": one.change.tone,
                "goal": written(_goal(one.goal)) if one.goal else "",
            }
        )
    against = headline.versus_label
    return {
        "kind": "figures",
        "lines": lines,
        "caption": "Chiffres clés",
        "against": written(f"Par rapport à : {against}" if against else "Évolution"),
        "has_goals": any(line["goal"] for line in lines),
    }


def _goal(goal: Goal) -> str:
    """The target under its header, which names it."""
    said = goal.sentence.removeprefix("Objectif : ")
    return f"{said[:1].upper()}{said[1:]}"


def _picture(piece: Picture) -> Told:
    chart = piece.chart
    return {
        "kind": "picture",
        "title": written(chart.title),
        "subtitle": written(chart.subtitle),
        "svg": drawable(image.vectors(chart, image.HALF)),
        "alt": chart.sentence,
        "notes": list(map(written, chart.notes)),
    }


def _facts(shown: Table) -> Told:
    return {"kind": "facts", "lines": [[cell(name), cell(value)] for name, value in shown.lines]}


def _table(shown: Table) -> Told:
    return {
        "kind": "table",
        "caption": written(shown.caption),
        "columns": [
            {"header": written(each.header), "note": written(each.note), "number": each.is_number}
            for each in shown.columns
        ],
        "groups": [
            {"title": written(title), "lines": [list(map(cell, line)) for line in lines]}
            for title, lines in shown.groups
        ],
        "total": shown.total,
    }


def _references(some: Iterable[Piece]) -> Iterator[str]:
    """The references of the figures of the page."""
    for piece in some:
        if isinstance(piece, Tiles):
            shown = piece.headline
            refs = (Ref(shown, metric, shown.cell(metric)) for metric in shown.query.metrics)
            yield from filter(None, map(reference, refs))
