"""Tables as they are read, with the figure behind each cell; and words that lead somewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from metrics.catalogue.units import COUNT
from metrics.model import Metric
from metrics.present.leads import To
from metrics.result import Cell, Result, Row
from metrics.unit import Unit


@dataclass(frozen=True, slots=True)
class Run:
    """A few words that lead somewhere, that stand out, or that are said lower."""

    text: str
    to: To | None = None
    is_strong: bool = False
    is_small: bool = False


Words = tuple[str | Run, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """The figure behind some words: the answer that tells it, and where in it.

    ``is_reference``: it is what that figure is set against, which has no name of its own.
    """

    answer: Result
    metric: Metric
    cell: Cell
    row: Row | None = None
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class Under:
    """A smaller line under a cell; ``look`` says what it is: « evolution good », « certitude », « badge »."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of a table as it is read; behind it a figure, or a number or a day that is no figure's."""

    text: str
    ref: Ref | None = None
    value: Fraction | date | None = None
    unit: Unit = COUNT  # that its value is written in
    title: str = ""  # the exact figure, where the text is shorter
    to: To | None = None
    under: tuple[Under, ...] = ()
    look: str = ""  # « libelle », « chiffre », « evolution bad »
    is_strong: bool = False
    unfolds: str = ""  # on a telephone, the words that open the other cells of the line


Line = tuple[Entry | str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, and whether it holds numbers."""

    header: str
    is_number: bool = False
    note: str = ""  # what its figures leave out
    metric: Metric | None = None  # whose figures it holds: the header leads to the definition
    to: To | None = None  # otherwise, where the header leads

    @property
    def said(self) -> str:
        """The header and its note in one line, as a telephone shows them."""
        return f"{self.header}, {self.note}" if self.note else self.header


@dataclass(frozen=True, eq=False, kw_only=True)
class Table:
    """Lines under headers, in parts when these have titles; ``total``: the last line is the whole.

    ``naming`` is the column that names a line: before it, cells that repeat those of the line above are one.
    ``folded`` are the words that open it, where it is secondary. ``look``: « cartes » where paper shows each
    line as a large figure under its name.
    """

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    total: bool = False
    naming: int = 0
    source: str = ""
    folded: str = ""
    look: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines, whatever their part."""
        return tuple(line for _, lines in self.groups for line in lines)


def table(
    caption: str,
    columns: Iterable[Column],
    lines: Iterable[Iterable[Entry | str]],
    *,
    total: bool = False,
    source: str = "",
    folded: str = "",
) -> Table:
    """A table in one part."""
    return Table(
        caption=caption,
        columns=tuple(columns),
        groups=(("", tuple(map(tuple, lines))),),
        total=total,
        source=source,
        folded=folded,
    )


def grouped(
    caption: str,
    columns: Iterable[Column],
    groups: Iterable[tuple[str, Iterable[Iterable[Entry | str]]]],
    *,
    naming: int = 0,
    source: str = "",
) -> Table:
    """A table in parts, each under its own title."""
    parts = tuple((title, tuple(map(tuple, lines))) for title, lines in groups)
    return Table(caption=caption, columns=tuple(columns), groups=parts, naming=naming, source=source)
