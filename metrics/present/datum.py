"""One cell of a file of data: a text, a day, or an exact number in its unit, and the figure that it is."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from metrics.catalogue.units import COUNT
from metrics.model import Metric
from metrics.present import words
from metrics.present.references import reference
from metrics.present.table import Ref
from metrics.result import Figure, State
from metrics.unit import Unit


@dataclass(frozen=True, slots=True)
class Datum:
    """One cell: a text, a day, or a number in its unit; ``state`` when a mark stands for the number.

    ``ref`` is the figure that it is, when it is one of the catalogue. ``is_change``: told with its sign.
    """

    text: str
    number: Fraction | None = None
    unit: Unit = COUNT
    day: date | None = None
    state: State = State.PRESENT
    ref: Ref | None = None
    is_change: bool = False
    tone: str = ""  # of a change, « good », « bad » or « neutral »

    @property
    def id(self) -> str:
        """The reference of the figure, when it is one."""
        return reference(self.ref)


NOTHING = Datum("")


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a column; ``metric`` when all its numbers are of one figure.

    ``is_reference``: its numbers are what those of the column before it are set against.
    """

    label: str
    is_number: bool = False
    metric: Metric | None = None
    is_reference: bool = False


def number(figure: Figure, unit: Unit) -> Datum:
    """A figure in its unit, or the mark that stands for it."""
    return Datum(words.exact(figure, unit), figure.value, unit, state=figure.state)
