"""Answers as aligned plain text, for people at a terminal."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from data_access.codes import WANTED
from metrics.coarser import sentence
from metrics.glossary import DOMAINS
from metrics.kinds import Grain
from metrics.model import Metric
from metrics.present import certainty, words
from metrics.query import Against
from metrics.reconcile import Reconciled
from metrics.result import Figure, Result, Row
from metrics.rse_table import Line


def catalogue(metrics: Iterable[Metric]) -> str:
    """One line per indicator: id, domain, label."""
    return table([(metric.id, DOMAINS[metric.domain], metric.label) for metric in metrics])


def result(answer: Result) -> str:
    """A question in one sentence, then a line per row."""
    query = answer.query
    against = f", comparé à : {answer.versus_label}" if answer.versus_label else ""
    head = f"{answer.perimeter} — {query.period.label}{against}"
    titles = [dimension.label for dimension in query.by]
    for metric in query.metrics:
        titles += [metric.label] + (
            [] if query.versus.against is Against.NONE else ["référence", "évolution"]
        )
    lines = [tuple(titles), *(_line(answer, row) for row in answer.rows)]
    loaded = f"Données au {words.day(answer.data_date)}." if answer.data_date else ""
    instead = (sentence(answer, metric) for metric in query.metrics)
    return "\n".join(part for part in (head, table(lines), loaded, _incomplete(answer), *instead) if part)


def _incomplete(answer: Result) -> str:
    """Which figures rest on months that are not all loaded, or nothing."""
    known = zip(answer.query.metrics, answer.partial, strict=True)
    partial = [metric.label for metric, is_partial in known if is_partial]
    return f"Mois incomplets : {', '.join(partial)}." if partial else ""


def register(found: Sequence[Reconciled]) -> str:
    """The published figures, one a line, those that do not come out explained, then how many of each."""
    lines = [("figure", "publié", "calculé", "verdict", "libellé", "explication")]
    for each in found:
        p = each.published
        decimals = max(0, -int(p.value.as_tuple().exponent))
        printed = words.as_printed(Fraction(p.value), decimals, p.unit, p.precision)
        computed = "–" if each.computed is None else words.as_printed(each.computed, decimals, p.unit)
        apart = "" if each.comes_out else each.explanation
        lines.append((p.id, printed, computed, each.verdict.value, p.label, apart))
    counts: dict[str, int] = {}
    for each in found:
        counts[each.verdict.value] = counts.get(each.verdict.value, 0) + 1
    summary = ", ".join(f"{verdict} : {count}" for verdict, count in counts.items())
    return f"{table(lines)}\n\n{summary}"


def audit(lines: Iterable[Line]) -> str:
    """The indicators of the audit table, one a line."""
    titles = (
        "axe",
        "enjeu",
        "indicateur",
        "N-1",
        "N",
        "objectif",
        "sens",
        "situation",
        "responsable",
        "preuve",
    )
    rows = [
        (
            line.axis,
            line.issue,
            line.indicator,
            *(_exact(figure, line.metric) for figure in (line.before, line.figure, line.target)),
            WANTED.labels[line.wanted],
            line.standing.value,
            line.owner,
            line.evidence,
        )
        for line in lines
    ]
    return table([titles, *rows])


def _exact(figure: Figure, metric: Metric | None) -> str:
    return words.exact(figure, metric.unit) if metric else words.MARKS[figure.state]


def step_label(day: date, grain: Grain) -> str:
    """How a step of time reads: « janv. 2024 », « T1 2024 », « 2024 »."""
    match grain:
        case Grain.MONTH:
            return words.short_month(day)
        case Grain.QUARTER:
            return f"T{(day.month + 2) // 3} {day.year}"
        case Grain.YEAR:
            return str(day.year)


def row_labels(answer: Result, row: Row) -> tuple[str, ...]:
    """The French name of each member of a row, steps of time included."""
    labelled = zip(answer.query.by, row.keys, row.labels, strict=True)
    return tuple(
        step_label(key, dimension.grain) if dimension.grain and isinstance(key, date) else label
        for dimension, key, label in labelled
    )


def _line(answer: Result, row: Row) -> tuple[str, ...]:
    cells = list(row_labels(answer, row))
    for metric, cell in zip(answer.query.metrics, row.cells, strict=True):
        cells.append(certainty.exact(cell.figure, metric))
        if answer.query.versus.against is not Against.NONE:
            cells += [certainty.exact(cell.reference, metric), words.change(cell, metric)]
    return tuple(cells)


def table(lines: Sequence[tuple[str, ...]]) -> str:
    """Lines of cells under one another, each column as wide as its widest cell."""
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
