"""The cells of tables: a figure with what is told under it, the name of a figure, an amount, a count."""

from fractions import Fraction

from metrics.model import Metric
from metrics.present import words
from metrics.present.certainty import certainty, sentence
from metrics.present.leads import Definition
from metrics.present.table import Entry, Ref, Under
from metrics.result import Cell, Result, Row, State


def figure(
    answer: Result, metric: Metric, row: Row | None = None, published: str = "", *, cell: Cell | None = None
) -> Entry:
    """A figure in the unit of tiles, what it rests on, its change, then where it was published.

    ``cell`` stands for the one of the answer, where it tells less than it.
    """
    told = cell or answer.cell(metric, row)
    value, _ = words.on_tile(told.figure, metric.unit)
    exact = words.exact(told.figure, metric.unit)
    under = (rests_on(metric, told), evolution(metric, told), badge(published))
    return Entry(
        value,
        Ref(answer, metric, told, row),
        title=exact if told.figure.value is not None else "",  # a mark has its own
        under=tuple(filter(None, under)),
        look="chiffre",
    )


def exact(answer: Result, metric: Metric, row: Row | None = None, *, cell: Cell | None = None) -> Entry:
    """A figure to the last unit, alone; ``cell`` as above."""
    told = cell or answer.cell(metric, row)
    return Entry(words.exact(told.figure, metric.unit), Ref(answer, metric, told, row))


def evolution(metric: Metric, cell: Cell) -> Under | None:
    """The change of a figure that has a value, or the mark that says why none is known.

    What has no gap to tell has the median alone under it, when it is set against one.
    """
    if cell.figure.value is None:
        return None
    if cell.change.state is State.NOT_APPLICABLE:
        if cell.reference.state is State.NOT_APPLICABLE:
            return None
        return Under(words.median(cell, metric), "evolution neutral")
    change = words.percent_change(cell, metric) or words.MARKS[cell.change.state]
    return Under(change, f"evolution {words.tone(cell, metric)}")


def rests_on(metric: Metric, cell: Cell) -> Under | None:
    """« n = 23 ; 58 à 90 % » under a rate that has an interval, when it has a value."""
    known = certainty(cell.figure, metric) if metric.interval else None
    return Under(sentence(known, metric), "certitude") if known else None


def badge(published: str) -> Under | None:
    """« publié RA 2024 p. 6 », when there is something to say."""
    return Under(published, "badge") if published else None


def named(metric: Metric, said: str = "", under: str = "") -> Entry:
    """The name of a figure, which leads to its definition, and what it leaves out under it."""
    unders = (Under(under),) if under else ()
    return Entry(said or metric.label, to=Definition(metric), under=unders, look="libelle" if under else "")


def count(number: int) -> Entry:
    """A number that is no figure of the catalogue."""
    return Entry(words.number(Fraction(number)), value=Fraction(number))
