"""What is taken away of a view: who asked for what, then its pieces, part by part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from metrics.present.blocks import Block, Copyable, Heading, Note, Picture, Tiles
from metrics.present.table import Table

Piece = Tiles | Picture | Table | Note | Heading | Copyable  # what files hold of the pieces of a view


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a view under its title, which is empty for what comes before any section."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page of a document: what it is about, and over which period."""

    subject: str
    period: str


ANNEX = "Les tableaux des graphiques sont dans le classeur du même nom."  # where they are not under them
SHEET = "sheet"  # the layout of what holds on one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One view as files hold it; ``stem`` is the name of its files without their ending.

    ``facts`` say what was asked for, by whom and when, each under its name; ``notes`` how to read it. ``day``
    is the day it speaks from, ``data_date`` the last day loaded. A document with a ``cover`` begins each of
    its parts on a page of its own. ``annex`` says where the tables of its charts are, when not under them.
    """

    title: str
    question: str
    stem: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    day: date
    data_date: date | None = None
    is_sample: bool = False
    notes: tuple[str, ...] = ()
    cover: Cover | None = None
    annex: str = ""
    layout: str = "view"


def tables(pieces: Iterable[Block]) -> Iterable[Table]:
    """The tables of some pieces, those under pictures included."""
    for piece in pieces:
        if isinstance(piece, Table):
            yield piece
        elif isinstance(piece, Picture):
            yield piece.table
