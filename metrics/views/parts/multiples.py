"""Small charts side by side, one per figure and alike, under one legend of the agencies."""

from collections.abc import Iterator
from dataclasses import replace

from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.follow import is_one_agency
from metrics.model import Metric
from metrics.present import words
from metrics.present.blocks import Alike, Block, Framed, Heading, Picture, note
from metrics.present.charts import palette
from metrics.present.charts.chart import MUTED
from metrics.present.charts.small_multiples import MEDIAN, silent, small_multiple
from metrics.present.lists import Legend, Sign
from metrics.present.once import once
from metrics.present.table import Column, Entry, Table, table
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Against, Comparison, Value
from metrics.result import Cell, Result
from metrics.views.ask import Ask, thirteen_months
from metrics.views.parts import figures, pictures

_NARROWEST = 300  # pixels of a chart; narrower windows have fewer side by side


def by_agency(ask: Ask, *metrics: Metric) -> Iterator[Block]:
    """The thirteen months that end with the period, a line per agency; one alone has the median."""
    answer = _months(ask, metrics)
    agencies = tuple(ask.visit.known.names[AGENCY.id])
    yield Heading(f"Treize mois par agence, {answer.query.period.label}")
    yield _legend(answer, agencies)
    if without := _silent(answer):
        yield note(words.french(without))
    parts = (Framed(f"multiple-{each.id}", (_picture(answer, each, agencies),)) for each in metrics)
    yield Alike("multiples", _NARROWEST, tuple(parts))


@once
def _picture(answer: Result, metric: Metric, agencies: tuple[Value, ...]) -> Picture:
    chart = pictures.complete(small_multiple(answer, metric, agencies), answer, metric)
    return Picture(key=f"mois-{metric.id}", chart=chart, table=_table(answer, metric), of=metric)


def _months(ask: Ask, metrics: tuple[Metric, ...]) -> Result:
    kept = {value for each in ask.where if each.dimension is AGENCY for value in each.values}
    alone = is_one_agency(ask.where) and kept <= set(ask.visit.known.territories)
    versus = Comparison(Against.MEDIAN) if alone else NO_COMPARISON
    return replace(ask, period=thirteen_months(ask.period))(*metrics, by=(MONTH, AGENCY), versus=versus)


def _names(answer: Result) -> dict[object, str]:
    return {row.keys[1]: row_labels(answer, row)[1] for row in answer.rows}


@once
def _legend(answer: Result, agencies: tuple[Value, ...]) -> Legend:
    """The agencies that have a line, in their order, each with the colour and the sign of its lines."""
    names, metrics = _names(answer), answer.query.metrics
    quiet = set(names.values()).intersection(*(silent(answer, metric) for metric in metrics))
    signs = [
        Sign(palette.sign(place), palette.colour(place), names[agency])
        for place, agency in enumerate(agencies)
        if agency in names and names[agency] not in quiet
    ]
    if answer.query.versus.against is Against.MEDIAN:
        signs.append(Sign("╌", MUTED, MEDIAN))
    return Legend(tuple(signs))


@once
def _silent(answer: Result) -> str:
    """Which agencies have no line in which charts, said once; nothing when all have one."""
    everyone = set(_names(answer).values())
    quiet = {metric: set(silent(answer, metric)) for metric in answer.query.metrics}
    drawn = [metric for metric in quiet if quiet[metric] != everyone]
    told = []
    for name in _names(answer).values():
        without = [metric.label for metric in drawn if name in quiet[metric]]
        others = [metric.label for metric in drawn if name not in quiet[metric]]
        if without and len(others) < len(without):
            told.append(f"{name} (partout sauf {', '.join(others)})" if others else f"{name} (partout)")
        elif without:
            told.append(f"{name} ({', '.join(without)})")
    said = f"Sans ligne là où tout est à 0, n.c. ou n.d. sur ces mois : {' ; '.join(told)}."
    return said if told else ""


@once
def _table(answer: Result, metric: Metric) -> Table:
    """A line per month, a column per agency, then the median when there is one."""
    names = list(dict.fromkeys(_names(answer).values()))
    is_median = answer.query.versus.against is Against.MEDIAN
    heads = [*names, MEDIAN] if is_median else names
    columns = [Column(MONTH.label), *(Column(name, is_number=True) for name in heads)]
    lines: dict[str, list[Entry | str]] = {}
    for row, cell in answer.column(metric):
        month = row_labels(answer, row)[0]
        cells = (cell, Cell(cell.reference)) if is_median else (cell,)
        lines.setdefault(month, [month]).extend(
            figures.exact(answer, metric, row, cell=each) for each in cells
        )
    caption = f"{metric.label} par agence, {answer.query.period.label}"
    return table(caption, columns, list(lines.values()), folded="Voir le tableau")
