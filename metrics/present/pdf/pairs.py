"""Charts side by side: two that follow one another and are small enough for half of a page each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metrics.present.blocks import Picture
from metrics.present.export import Piece

_SMALL = 13  # lines of the table of a chart that holds on half of a page


@dataclass(frozen=True, eq=False)
class Pair:
    """Two charts side by side."""

    pictures: tuple[Picture, Picture]


def paired(some: Iterable[Piece]) -> Iterator[Piece | Pair]:
    """The same pieces, two small charts that follow one another together."""
    waiting: Picture | None = None
    for piece in some:
        small = piece if isinstance(piece, Picture) and len(piece.table.lines) <= _SMALL else None
        if waiting is not None and small is not None:
            yield Pair((waiting, small))
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = small
        if small is None:
            yield piece
    if waiting is not None:
        yield waiting
