"""The equality index: its indicators with their points and maxima, the base, the years before."""

from collections.abc import Iterator
from dataclasses import replace

from metrics import equality_table
from metrics.badges import Badges, said
from metrics.catalogue.equality import EQUALITY_INDEX, INDEX_MEN, INDEX_WOMEN
from metrics.equality_table import READ, Index, Indicator
from metrics.model import Metric
from metrics.present import words
from metrics.present.blocks import Block, Framed, Offer, note, nothing
from metrics.present.covered import covered
from metrics.present.leads import Definition
from metrics.present.once import once
from metrics.present.phrases import opened
from metrics.present.table import Column, Entry, Line, Ref, Table, table
from metrics.present.text import row_labels
from metrics.result import Cell, Result, Row
from metrics.views.ask import Ask
from metrics.views.parts import answering, figures, listed

_UNDECLARED = (
    "Index égalité : il se lit sur une année de référence, à sa dernière fin de mois ; rien n'est déclaré "
    "pour cette période."
)
_READING = (
    "L'index ramène à 100 les points obtenus sur les points possibles : un indicateur non calculable sort de "
    "la base, et sous 75 points possibles il n'y a pas d'index. Ce sont des points, pas des pour cent."
)
_BASES = "La base change d'une année à l'autre : ces index ne se comparent pas entre eux."


def index(ask: Ask, badges: Badges) -> Iterator[Block]:
    """The index of the period, then that of each year loaded, then whom it counts."""
    answer = answering.by(ask, (), *READ)
    if isinstance(answer, str):
        yield nothing(answer)
        return
    if equality_table.index(answer).is_declared:
        yield _indicators(answer, said(badges, answer, EQUALITY_INDEX))
        yield note(_READING)
    else:
        yield Offer(_UNDECLARED)
    yield Framed("serre-index", _history(ask.years(*READ)))
    yield from listed.table(ask, "Qui l'index compte", badges, INDEX_WOMEN, INDEX_MEN)


@once
def _indicators(answer: Result, published: str) -> Table:
    """A line per indicator, then the points obtained and possible, and the index they make."""
    found = equality_table.index(answer)
    place = figures.badge(published)
    score = _exactly(answer, EQUALITY_INDEX, found.score)
    score = replace(score, under=(place,) if place else (), look="chiffre")
    whole = (figures.named(EQUALITY_INDEX), score, figures.count(found.points), figures.count(found.base))
    columns = (
        Column("Indicateur"),
        *(Column(each, is_number=True) for each in ("Résultat", "Points", "Sur")),
    )
    caption = f"Les indicateurs de l'index, {answer.query.period.label}"
    lines = [*(_indicator(answer, each) for each in found.indicators), whole]
    return table(caption, columns, lines, total=True, source=covered(answer, EQUALITY_INDEX))


def _indicator(answer: Result, each: Indicator) -> Line:
    """What an indicator measures, its points, and out of how many where it counts."""
    result = replace(_exactly(answer, each.measured, each.result), to=Definition(each.measured))
    out_of = figures.count(each.maximum) if each.counts else f"hors base ({each.maximum})"
    return figures.named(each.metric, each.label), result, _points(answer, each.metric, each.points), out_of


def _exactly(answer: Result, metric: Metric, cell: Cell) -> Entry:
    """A figure to the last unit, set against nothing: years have a table of their own."""
    return figures.exact(answer, metric, cell=Cell(cell.figure))


def _points(answer: Result, metric: Metric, cell: Cell, row: Row | None = None) -> Entry:
    """Points without their unit, which the header says."""
    return Entry(words.on_tile(cell.figure, metric.unit)[0], Ref(answer, metric, Cell(cell.figure), row))


@once
def _history(answer: Result) -> tuple[Block, ...]:
    """A line per year: the index beside its base, then the points of each indicator."""
    found = [(row, equality_table.index(answer, row)) for row in answer.rows]
    declared = [(row, index) for row, index in found if index.is_declared]
    if not declared:
        return ()
    points = [each.metric for each in declared[0][1].indicators]
    made_of = ("Index (/100)", "Points obtenus", "Points possibles")
    columns = (
        Column("Année"),
        *(Column(header, is_number=True, metric=EQUALITY_INDEX) for header in made_of),
        *(Column(_short(each.label), is_number=True, metric=each) for each in points),
    )
    lines = [_year(answer, row, index) for row, index in declared]
    caption = f"L'index et sa base, {answer.query.period.label}"
    told = table(caption, columns, lines, source=covered(answer, EQUALITY_INDEX))
    bases = {index.base for _, index in declared}
    return (told, note(_BASES)) if len(bases) > 1 else (told,)


def _short(label: str) -> str:
    """« Points de l'écart de rémunération » of « Index égalité : points de l'écart de rémunération »."""
    return opened(label.rpartition(" : ")[2])


def _year(answer: Result, row: Row, index: Index) -> Line:
    own = (_points(answer, each.metric, each.points, row) for each in index.indicators)
    score = _points(answer, EQUALITY_INDEX, index.score, row)
    return row_labels(answer, row)[0], score, figures.count(index.points), figures.count(index.base), *own
