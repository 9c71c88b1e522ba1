"""What a view shows, one piece after the other, without a screen: a page draws it, a file writes it.

A piece holds its words as they are read and, behind each figure, the answer that tells it: whoever draws or
writes a piece computes nothing, so that the same figure reads the same everywhere.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from metrics.badges import Badges
from metrics.model import Dimension, Metric
from metrics.period import Period
from metrics.present.charts.chart import Chart
from metrics.present.lists import Counts, Facts, Legend, Lists
from metrics.present.table import Run, Table, Words
from metrics.result import Result


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
    """The calendar year to read instead of the period, and why.

    ``needs_data``: a page where it is said that nothing is loaded has nothing to offer.
    """

    said: str
    needs_data: bool = False


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
