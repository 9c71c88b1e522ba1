"""What a view shows, one piece after the other, without a screen: a page draws it, a file writes it.

A piece holds its words as they are read and, behind each figure, the answer that tells it: whoever draws or
writes a piece computes nothing, so that the same figure reads the same everywhere.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from metrics.badges import Badges
from metrics.model import Dimension, Metric
from metrics.period import Period
from metrics.present.charts.chart import Chart
from metrics.present.leads import To
from metrics.result import Cell, Result, Row


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


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence; ``look``: « phrase », « vide » where it stands for what is not there, « avis »."""

    words: Words
    look: str = "phrase"


def note(*words: str | Run, look: str = "phrase") -> Note:
    """A sentence of some words."""
    return Note(words, look)


def nothing(said: str) -> Note:
    """The sentence that stands where there is nothing to show."""
    return Note((said,), "vide")


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows, and the figure that it is about."""

    title: str
    subtitle: str = ""
    look: str = "partie"
    of: Metric | None = None


@dataclass(frozen=True, eq=False)
class Empty:
    """Figures of which none has anything to show: what is missing, why, and what can be seen instead."""

    answer: Result
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Tiles:
    """The key figures, with their targets, their months and where they were printed."""

    headline: Result
    goals: Result
    history: Result
    badges: Badges


@dataclass(frozen=True, eq=False, kw_only=True)
class Picture:
    """A chart, the table of what it shows, and the figure it is about; ``key`` tells it from the others."""

    key: str
    chart: Chart
    table: Table
    of: Metric | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """The lines at the foot of a view."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """The records behind a figure, read once they are asked for."""

    metric: Metric


@dataclass(frozen=True, slots=True)
class Why:
    """What moved a figure of the table above, told once it is asked for: nothing in a file."""

    metric: Metric


@dataclass(frozen=True, slots=True)
class Hint:
    """How to make use of the page itself: nothing in a file."""

    said: str


@dataclass(frozen=True, slots=True)
class Offer:
    """The calendar year to read instead of the period, and why."""

    said: str


@dataclass(frozen=True, slots=True)
class Widen:
    """The way back from one member of a dimension to all of them, in a few words."""

    dimension: Dimension
    said: str


@dataclass(frozen=True, eq=False)
class Beside:
    """Pieces side by side on a wide screen, of these relative widths; one under the other elsewhere.

    ``key`` tells them from others of the same view.
    """

    widths: tuple[int, ...]
    parts: tuple[Iterable["Block"], ...]
    key: str = ""


@dataclass(frozen=True, eq=False)
class Over:
    """Pieces that are all of another period than the one asked for."""

    period: Period
    blocks: Iterable["Block"]


@dataclass(frozen=True, eq=False)
class Framed:
    """Pieces that a page draws together under one name."""

    key: str
    blocks: Iterable["Block"]


@dataclass(frozen=True, eq=False)
class Alike:
    """Small pieces as many side by side as there is room for, all alike."""

    key: str
    narrowest: int  # pixels
    parts: tuple[Framed, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice:
    """Pieces of which a page shows one at a time: the section of a view, or another way to tell the same.

    ``name`` is how an address says it. A file holds every section, and of other choices what was chosen.
    """

    label: str
    name: str
    options: Mapping[str, tuple[str, Callable[[], Iterable["Block"]]]]
    is_sections: bool = False


@dataclass(frozen=True, slots=True)
class Copyable:
    """Text to be copied as it is, and the words that open it and say how."""

    title: str
    said: str
    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """How the lines of one member are drawn: a sign, and a colour as a style sheet writes it."""

    sign: str
    colour: str
    name: str


@dataclass(frozen=True, slots=True)
class Legend:
    """Whose lines are which, once for several pictures."""

    signs: tuple[Sign, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Facts:
    """What is told of something, each fact under its name; ``look``: « fiche », « domaine »."""

    facts: tuple[tuple[str | Run, Entry | str], ...]
    look: str
    title: str | Run = ""
    said: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Sentences under a title, in groups when these have names; ``none`` is said where there is none.

    A page shows the first ``at_a_glance`` of them and folds the others, or shows all when it is 0.
    """

    title: str
    groups: tuple[tuple[str, tuple[Words, ...]], ...]
    none: str
    at_a_glance: int = 0


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists side by side where there is room; ``look``: « nouvelles », « lieux », « controles »."""

    lists: tuple[Listing, ...]
    look: str


@dataclass(frozen=True, slots=True)
class Counts:
    """A sentence, then the numbers that it sums up."""

    said: Words
    counts: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Periods:
    """Other periods to read the same over, by what they are called."""

    options: tuple[tuple[str, Period], ...]


Block = (
    Table
    | Note
    | Notes
    | Heading
    | Empty
    | Tiles
    | Picture
    | Records
    | Why
    | Hint
    | Offer
    | Widen
    | Beside
    | Over
    | Framed
    | Alike
    | Choice
    | Copyable
    | Legend
    | Facts
    | Lists
    | Counts
    | Periods
)
