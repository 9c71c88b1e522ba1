"""One cell of a file of data: a text, a day, or an exact number in its unit, and the figure that it is."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from metrics import figure_id
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.present import words
from metrics.present.table import Ref
from metrics.result import Figure, State
from metrics.unit import Unit

COUNT = Unit(symbol="")


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
        """The reference of the figure; nothing for what stands for another, as « – » where it means none.

        Sums of several months under a name of their own are no figure of the catalogue.
        """
        ref = self.ref
        if ref is None or ref.is_reference or ref.metric is not METRICS.get(ref.metric.id):
            return ""
        if ref.cell.figure != ref.answer.cell(ref.metric, ref.row).figure:
            return ""
        return figure_id.written(ref.answer, ref.metric, ref.row)


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
