"""What a figure is made of: a line per member with its amount to the unit, its part of 100 and its change.

Parts are rounded by the largest remainder, so that they add up to 100 as they are written, and it is said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from metrics.badges import Badges, said
from metrics.model import Metric
from metrics.present import missing, words
from metrics.present.blocks import Block, nothing
from metrics.present.covered import covered
from metrics.present.headers import captioned, headed
from metrics.present.leads import Link
from metrics.present.once import once
from metrics.present.table import Column, Entry, Ref
from metrics.present.table import table as lines_of
from metrics.present.text import row_labels
from metrics.result import NOT_APPLICABLE, Figure, Result, Row, State
from metrics.shares import parts_of_100
from metrics.unit import Unit
from metrics.views.parts import comparison, figures

ROUNDED = "parts arrondies au plus fort reste, pour que leur somme écrite fasse 100"
_PART, _DECIMALS = "Part (%)", 2
_OF_100 = Unit(symbol="%", decimals=_DECIMALS)
Places = Mapping[str, tuple[str, str]]  # of a member: where its amount was published, and its part
_NOWHERE: Places = MappingProxyType({})


def table(
    caption: str,
    answer: Result,
    total: Result,
    badges: Badges,
    link: Link | None = None,
    places: Places = _NOWHERE,
) -> Iterator[Block]:
    """The members of one figure by its breakdowns, then the whole, which is asked for.

    ``badges`` say where lines were published as such, ``places`` as the figures of one member they also are.
    """
    metric = answer.query.metrics[0]
    published = tuple(_published(badges, answer, metric, row, places) for row in answer.rows)
    yield from _told(caption, answer, total, link, (published, said(badges, total, metric)))


def _published(badges: Badges, answer: Result, metric: Metric, row: Row, places: Places) -> tuple[str, str]:
    """Where the amount of a line was published, and its part."""
    amount, part = places.get(str(row.keys[0]), ("", ""))
    return said(badges, answer, metric, row) or amount, part


@once
def _told(
    caption: str,
    answer: Result,
    total: Result,
    link: Link | None,
    published: tuple[tuple[tuple[str, str], ...], str],
) -> tuple[Block, ...]:
    (metric,), (places, whole) = answer.query.metrics, published
    columns = [
        Column(" et ".join(each.label for each in answer.query.by)),
        Column(headed(metric), is_number=True, note=answer.outside(metric), metric=metric),
        Column(_PART, is_number=True, metric=metric),
    ]
    lines = [
        [_named(answer, row, link), _amount(answer, metric, row, at), _part(part, also)]
        for row, (at, also), part in zip(answer.rows, places, parts(answer), strict=True)
    ]
    is_repeated = len(lines) == 1
    if not is_repeated:
        lines.append(["Ensemble", _amount(total, metric, None, whole), _part(_of_all(answer), "")])
    source = f"{covered(answer, metric)} · {ROUNDED}"
    told = lines_of(captioned(caption, answer), columns, lines, total=not is_repeated, source=source)
    why = missing.sentence(answer, metric)
    return (nothing(why), replace(told, folded=caption)) if why else (told,)


def parts(answer: Result) -> tuple[Figure, ...]:
    """The part of each line in all of them; none is told as long as one amount is not."""
    figures = [row.cells[0].figure for row in answer.rows]
    unknown = next((each.state for each in figures if each.value is None), None)
    if unknown is not None:
        return (Figure(None, unknown),) * len(figures)
    found = parts_of_100([each.value for each in figures if each.value is not None], _DECIMALS)
    if found is None:
        return (Figure(None, State.NOT_COMPUTABLE),) * len(figures)
    return tuple(map(Figure, found))


def _of_all(answer: Result) -> Figure:
    """The sum of the parts that are written."""
    told = [each.value for each in parts(answer)]
    known = [each for each in told if each is not None]
    return Figure(sum(known, Fraction())) if known and len(known) == len(told) else NOT_APPLICABLE


@once
def ranked(answer: Result) -> Result:
    """The same lines, the greatest amount first; what is assigned to nobody comes last."""
    rows = sorted(answer.rows, key=lambda row: (row.keys[0] is None, -(row.cells[0].figure.value or 0)))
    return replace(answer, rows=tuple(rows))


def _named(answer: Result, row: Row, link: Link | None) -> Entry | str:
    if len(answer.query.by) == 1:
        return comparison.member(answer, row, link)
    return " · ".join(row_labels(answer, row))


def _amount(answer: Result, metric: Metric, row: Row | None, published: str) -> Entry:
    """An amount to the unit, its change under it, then where it was published."""
    cell = answer.cell(metric, row)
    under = (figures.evolution(metric, cell), figures.badge(published))
    said = words.number(cell.figure.value) if cell.figure.value is not None else _mark(cell.figure)
    return Entry(said, Ref(answer, metric, cell, row), under=tuple(filter(None, under)), look="chiffre")


def _part(part: Figure, published: str) -> Entry:
    said = words.number(part.value, _DECIMALS) if part.value is not None else _mark(part)
    place = figures.badge(published)
    return Entry(said, value=part.value, unit=_OF_100, under=(place,) if place else (), look="chiffre")


def _mark(figure: Figure) -> str:
    return words.MARKS[figure.state]
