"""Agencies against the median of the others: the gap, and whether chance alone would explain it.

A line per figure, agencies side by side in their own order: this is no league table. One agency alone has
the median, the gap and the verdict in columns of their own.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from metrics import funnel
from metrics.catalogue.dimensions import AGENCY
from metrics.funnel import Standing
from metrics.model import Metric
from metrics.present import missing, words
from metrics.present.blocks import Block, Framed, note, nothing
from metrics.present.covered import covered
from metrics.present.headers import headed
from metrics.present.leads import MemberOf
from metrics.present.once import once
from metrics.present.rhythm import rhythm
from metrics.present.table import Column, Entry, Line, Ref, Table, Under
from metrics.present.table import table as lines_of
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Against, Comparison
from metrics.result import Cell, Result, Row, State
from metrics.views.ask import Ask
from metrics.views.parts import coarse, figures

_WORDS = {
    Standing.WITHIN: "écart non significatif",
    Standing.ABOVE: "au-dessus de la médiane",
    Standing.BELOW: "en dessous de la médiane",
    Standing.UNKNOWN: "",
}
_LIMITS = (
    "Un écart est significatif, au-dessus ou en dessous, hors des limites à 95 % de l'entonnoir, autour de "
    "la médiane des autres agences. Ces limites ne valent que pour des événements comptés un à un, rapportés "
    "à une base : ni les personnes, qui viennent en groupe, ni les euros n'en ont. Elles se resserrent quand "
    "l'activité grandit : un petit écart peut en sortir."
)
_EACH = "Chaque agence et la médiane des autres"
_NO_QUESTION = words.MARKS[State.NOT_APPLICABLE]
_FIGURE = Column("Indicateur")


def table(ask: Ask, *metrics: Metric) -> Iterator[Block]:
    """The figures of each agency with the median of the others under them, then the whole."""
    answer = ask(*metrics, by=(AGENCY,), versus=Comparison(Against.MEDIAN))
    territories = ask.visit.known.territories
    if len(answer.rows) == 1 and answer.rows[0].keys[0] in territories:
        told = _alone(answer)
    else:
        told = _side_by_side(_together(answer, territories), answer, _whole(ask, answer), territories)
    why = missing.sentence(answer, *metrics)
    drawn = (nothing(why), replace(told, folded="Voir le tableau")) if why else (told,)
    yield Framed("medianes", drawn)
    if _is_judged(answer, territories):
        yield note(_LIMITS)
    if pace := rhythm(ask.period, *metrics):
        yield note(pace)


def _together(answer: Result, territories: tuple[str, ...]) -> str:
    """What a table of agencies tells; the head office alone is set against nobody."""
    compared = [row for row in answer.rows if row.keys[0] in territories]
    return _EACH if compared else ", ".join(row_labels(answer, row)[0] for row in answer.rows)


def _is_judged(answer: Result, territories: tuple[str, ...]) -> bool:
    """Whether chance is spoken of somewhere in the table."""
    return any(
        _WORDS[funnel.standing(metric, cell)]
        for metric in answer.query.metrics
        for row, cell in answer.column(metric)
        if row.keys[0] in territories
    )


def means(ask: Ask, *metrics: Metric) -> Iterator[Block]:
    """What agencies work with, side by side, set against nothing."""
    answer = ask(*metrics, by=(AGENCY,), versus=NO_COMPARISON)
    whole = _whole(ask, answer)
    yield _side_by_side("Les moyens", answer, whole)
    if whole and (said := coarse.in_total(answer)):
        yield said


def _whole(ask: Ask, answer: Result) -> Result | None:
    """What the bar keeps of the agencies together, when that is more than one."""
    return ask(*answer.query.metrics, versus=NO_COMPARISON) if len(answer.rows) > 1 else None


@once
def _alone(answer: Result) -> Table:
    """One agency: its figure, the median of the others, the gap, what chance would say of it."""
    (row,), metrics = answer.rows, answer.query.metrics
    name = row_labels(answer, row)[0]
    numbers = [Column(said, is_number=True) for said in (name, "Médiane des autres", "Écart")]
    is_judged = any(map(funnel.law, metrics))
    lines = [
        (_name(answer, metric), *_compared(answer, metric, row), *_verdicts(answer, metric, row)[:is_judged])
        for metric in metrics
    ]
    caption = f"{name} et la médiane des autres agences, {answer.query.period.label}"
    columns = (_FIGURE, *numbers, *((Column("Lecture"),) if is_judged else ()))
    return lines_of(caption, columns, lines, source=covered(answer, *metrics))


def _compared(answer: Result, metric: Metric, row: Row) -> Line:
    cell = answer.cell(metric, row)
    gap = words.gap(cell, metric) or words.MARKS.get(cell.change.state, _NO_QUESTION)
    median = Cell(cell.reference)
    return _figure(answer, metric, row, cell), _figure(answer, metric, row, median), gap


def _verdicts(answer: Result, metric: Metric, row: Row) -> tuple[str, ...]:
    return (_WORDS[funnel.standing(metric, answer.cell(metric, row))] or _NO_QUESTION,)


@once
def _side_by_side(
    caption: str, answer: Result, whole: Result | None, compared: tuple[str, ...] = ()
) -> Table:
    """A column per agency, those ``compared`` with the median under each figure, then the whole."""
    metrics = answer.query.metrics
    columns = [_FIGURE, *(_column(answer, row) for row in answer.rows)]
    lines: list[list[Entry | str]] = [
        [_name(answer, metric), *(_cell(answer, metric, row, compared) for row in answer.rows)]
        for metric in metrics
    ]
    if whole is not None:
        columns.append(Column("Ensemble", is_number=True))
        for line, metric in zip(lines, metrics, strict=True):
            line.append(replace(_figure(whole, metric, None, whole.cell(metric)), is_strong=True))
    return lines_of(
        f"{caption}, {answer.query.period.label}", columns, lines, source=covered(answer, *metrics)
    )


def _column(answer: Result, row: Row) -> Column:
    """An agency, whose name keeps this page to it."""
    key = row.keys[0]
    to = None if key is None or isinstance(key, date) else MemberOf(AGENCY)(key)
    return Column(row_labels(answer, row)[0], is_number=True, to=to)


def _name(answer: Result, metric: Metric) -> Entry:
    """The figure, which leads to its definition, and the filters that it cannot follow."""
    return replace(figures.named(metric, headed(metric, tile=True), answer.outside(metric)), look="libelle")


def _figure(answer: Result, metric: Metric, row: Row | None, cell: Cell) -> Entry:
    """A figure in the unit of tiles, alone; ``cell`` holds it."""
    exact = words.exact(cell.figure, metric.unit) if cell.figure.value is not None else ""
    return Entry(words.on_tile(cell.figure, metric.unit)[0], Ref(answer, metric, cell, row), title=exact)


def _cell(answer: Result, metric: Metric, row: Row, compared: tuple[str, ...]) -> Entry:
    """A figure, the median and the gap under it; the figure alone for what is not compared, or not known."""
    cell = answer.cell(metric, row)
    alone = _figure(answer, metric, row, cell)
    if row.keys[0] not in compared or (cell.figure.value is None and cell.reference.value is None):
        return alone
    gap, said = words.gap(cell, metric), _WORDS[funnel.standing(metric, cell)]
    under = (words.median(cell, metric), f"écart\u00a0{gap}" if gap else "", said)
    return replace(alone, under=tuple(map(Under, filter(None, under))), look="chiffre")
