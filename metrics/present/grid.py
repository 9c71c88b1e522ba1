"""Tables as files of data hold them: a column for each kind of thing, exact values in their own unit.

On a page a figure has its change and what it rests on under it. Here each has a column of its own, which a
spreadsheet can sort, and the figure is never that of a larger unit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from data_access.words import uncapitalised
from metrics import figure_id
from metrics.badges import said
from metrics.model import Metric
from metrics.present import words
from metrics.present.as_read import day_read, number_read
from metrics.present.blocks import Column, Entry, Ref, Table, Tiles, Under
from metrics.present.headers import captioned, headed
from metrics.present.tile import tile
from metrics.result import Cell, Figure, State
from metrics.unit import Unit

COUNT = Unit(symbol="")
_PERCENT, _POINTS = Unit(symbol="%", decimals=1), Unit(symbol="pt", decimals=1)
_UNDER = {"": "Précision", "certitude": "Repose sur", "badge": "Publié"}  # by look, what is said under a cell
_PART, _REFERENCE, _CHANGE = "Partie", "Référence", "Évolution"
_STATES = {mark: state for state, mark in words.MARKS.items()}


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

    @property
    def id(self) -> str:
        """The reference of the figure; nothing for what stands for another, as « – » where it means none."""
        if (
            self.ref is None
            or self.ref.cell.figure != self.ref.answer.cell(self.ref.metric, self.ref.row).figure
        ):
            return ""
        return figure_id.written(self.ref.answer, self.ref.metric, self.ref.row)


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


@dataclass(frozen=True, eq=False)
class Grid:
    """Lines of data under headers; ``total``: the last line is the whole; ``source`` what they cover."""

    title: str
    heads: tuple[Head, ...]
    lines: tuple[tuple[Datum, ...], ...]
    total: bool = False
    source: str = ""

    @property
    def figures(self) -> Iterator[Datum]:
        """What it tells, without what this is set against: figures of the catalogue and other numbers."""
        told = [place for place, head in enumerate(self.heads) if not head.is_reference]
        cells = (line[place] for line in self.lines for place in told)
        return (each for each in cells if each.ref or (each.number is not None and not each.is_change))


def grid(table: Table) -> Grid:
    """The lines of a table as data, the title of their part first where it has parts."""
    titles = [title for title, lines in table.groups for _ in lines]
    columns = [_texts(_PART, titles)] if any(titles) else []
    compared = any(_compared("", [_entry(each).ref for each in line]) for line in table.lines)
    for place, column in enumerate(table.columns):
        if not (compared and column.header == _CHANGE):  # told in words there, in numbers here
            columns += _columns(column, [_entry(line[place]) for line in table.lines])
    lines = tuple(zip(*(data for _, data in columns), strict=True))
    return Grid(table.caption, _unlike([head for head, _ in columns]), lines, table.total, table.source)


def _unlike(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Headers of which no two are alike."""
    labels = [head.label for head in heads]
    found = []
    for place, head in enumerate(heads):
        before = labels[:place].count(head.label)
        found.append(replace(head, label=f"{head.label} ({before + 1})") if before else head)
    return tuple(found)


def of_tiles(shown: Tiles) -> Grid:
    """The key figures, a line each."""
    headline, goals = shown.headline, shown.goals
    metrics = headline.query.metrics
    told = [tile(each, headline, goals, said(shown.badges, headline, each)) for each in metrics]
    refs = [Ref(headline, each.metric, each.cell) for each in told]
    aims = [goals.cell(each).reference for each in metrics]
    columns = [
        _texts("Indicateur", [each.label for each in metrics]),
        (Head("Valeur", is_number=True), [_figure(ref) for ref in refs]),
        _texts("Unité", [each.unit.symbol for each in metrics]),
        *_compared("", refs),
        (
            Head("Objectif", is_number=True),
            [_number(aim, m.unit) for aim, m in zip(aims, metrics, strict=True)],
        ),
        *(
            _texts(label, texts)
            for label, texts in {
                "Repose sur": [each.rests_on for each in told],
                "Précision": [" ; ".join(filter(None, (each.outside, each.state))) for each in told],
                "Données": [each.dated for each in told],
                "Publié": [each.published for each in told],
            }.items()
            if any(texts)
        ),
    ]
    lines = tuple(zip(*(data for _, data in columns), strict=True))
    return Grid(captioned("Chiffres clés", headline), tuple(head for head, _ in columns), lines)


_Columns = list[tuple[Head, list[Datum]]]


def _entry(each: Entry | str) -> Entry:
    return Entry(each) if isinstance(each, str) else each


def _texts(label: str, texts: Sequence[str]) -> tuple[Head, list[Datum]]:
    return Head(label), [Datum(text) for text in texts]


def _columns(column: Column, entries: Sequence[Entry]) -> _Columns:
    """One column of a page as columns of data: the thing itself, then what is told under it."""
    refs = [each.ref for each in entries]
    metrics = {ref.metric for ref in refs if ref is not None}
    alone = next(iter(metrics)) if len(metrics) == 1 else None
    named = alone.label if alone is not None and column.metric is not None else column.header
    before = f"{named} : " if column.header else ""
    found = [
        (Head(_label(column, alone), column.is_number, alone), [_datum(each, column) for each in entries])
    ]
    if len(metrics) > 1:
        found.append(_texts("Unité", [ref.metric.unit.symbol if ref else "" for ref in refs]))
    found += _compared(before if alone is not None else "", refs)
    for look, said_as in _UNDER.items():
        found += _under(entries, f"{before}{uncapitalised(said_as)}" if before else said_as, look)
    return found


def _label(column: Column, metric: Metric | None) -> str:
    """The header of a column; that of the figures of one metric says their unit."""
    if metric is None or column.metric is None:
        return column.said
    return f"{headed(metric)}, {column.note}" if column.note else headed(metric)


def _compared(before: str, refs: Sequence[Ref | None]) -> _Columns:
    """What figures are set against, and how far they are from it, when they are set against something."""
    told = [ref for ref in refs if ref is not None and ref.cell.reference.state is not State.NOT_APPLICABLE]
    if not told:
        return []
    against = next((ref.answer.versus_label for ref in told if ref.answer.versus_label), _REFERENCE)
    references = [_number(ref.cell.reference, ref.metric.unit) if ref else NOTHING for ref in refs]
    changes = [_moved(ref.cell, ref.metric) if ref else NOTHING for ref in refs]
    signs = dict.fromkeys(map(_sign, told))
    unit = f" ({next(iter(signs))})" if len(signs) == 1 else ""
    found = [
        (Head(f"{before}{against}", is_number=True, is_reference=True), references),
        (Head(f"{before}{_CHANGE}{unit}", is_number=True), changes),
    ]
    if len(signs) > 1:
        own = [_sign(ref) if ref else "" for ref in refs]
        found.append(_texts("Unité de l'évolution", own))
    return found


def _sign(ref: Ref) -> str:
    """How the change of a figure is told: in points for a percentage."""
    return "pt" if ref.metric.unit.change_in_points else "%"


def _under(entries: Sequence[Entry], label: str, look: str) -> _Columns:
    """What is written smaller under some cells, in a column of its own; changes are told in numbers."""
    told = [[under.text for under in each.under if _is_of(under, look)] for each in entries]
    return [_texts(label, [" ; ".join(texts) for texts in told])] if any(told) else []


def _is_of(under: Under, look: str) -> bool:
    """Whether a smaller line is of a kind; changes and references have columns of numbers."""
    return under.look == look or (
        look == "" and under.look not in _UNDER and not under.look.startswith("evol")
    )


def _datum(each: Entry, column: Column) -> Datum:
    if each.ref is not None:
        return _figure(each.ref)
    if isinstance(each.value, date):
        return Datum(each.text, day=each.value)
    read = number_read(each.text) if column.is_number or each.value is not None else None
    if each.value is not None:
        return Datum(each.text, each.value, read[1] if read else COUNT)
    if read is not None:
        return Datum(each.text, *read)
    return Datum(each.text, day=day_read(each.text), state=_STATES.get(each.text, State.PRESENT))


def _figure(ref: Ref) -> Datum:
    told = _number(ref.cell.figure, ref.metric.unit)
    return Datum(told.text, told.number, told.unit, state=told.state, ref=ref)


def _number(figure: Figure, unit: Unit) -> Datum:
    return Datum(words.exact(figure, unit), figure.value, unit, state=figure.state)


def _moved(cell: Cell, metric: Metric) -> Datum:
    """A change in percent or in points; a mark where a percentage would mean nothing."""
    unit, figure = (_POINTS if metric.unit.change_in_points else _PERCENT), cell.change
    if figure.value is not None and unit is _PERCENT and not words.has_percent(cell):
        return Datum(words.MARKS[State.NOT_COMPUTABLE], unit=unit, state=State.NOT_COMPUTABLE)
    text = words.percent_change(cell, metric) or words.MARKS[figure.state]
    return Datum(text, figure.value, unit, state=figure.state, is_change=True)
