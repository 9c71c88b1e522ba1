"""Tables as files of data hold them: a column for each kind of thing, exact values in their own unit.

On a page a figure has its change and what it rests on under it. Here each has a column of its own, which a
spreadsheet can sort, and the figure is never that of a larger unit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from data_access.words import uncapitalised
from metrics.badges import said
from metrics.model import Metric
from metrics.present import words
from metrics.present.blocks import Tiles
from metrics.present.changes import CHANGE, are_told, compared
from metrics.present.datum import Datum, Head, number
from metrics.present.headers import captioned, headed
from metrics.present.table import Column, Entry, Ref, Table, Under
from metrics.present.tile import tile
from metrics.result import State
from metrics.unit import Unit

_UNDER = {"": "Précision", "certitude": "Repose sur", "badge": "Publié"}  # by look, what is said under a cell
_PART = "Partie"
_STATES = {mark: state for state, mark in words.MARKS.items()}


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
    are_compared = any(compared("", [_entry(each).ref for each in line]) for line in table.lines)
    told = [[_entry(line[place]) for line in table.lines] for place in range(len(table.columns))]
    mixed = [place for place, entries in enumerate(told) if _is_mixed(entries)]
    units = _units([told[place] for place in mixed])
    for place, column in enumerate(table.columns):
        if units and place == mixed[0]:
            columns.append(_texts("Unité", units))
        if are_compared and column.header == CHANGE:
            continue  # told in words there, in numbers here
        columns += _columns(
            column,
            told[place],
            has_unit=bool(units),
            is_one_of_several=len(mixed) > 1,
            beside=[_refs(each) for each in told],
        )
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
        _texts("Unité", [each.unit.symbol for each in metrics]),
        (Head("Valeur", is_number=True), [_figure(ref) for ref in refs]),
        *compared("", refs),
        (
            Head("Objectif", is_number=True),
            [number(aim, m.unit) for aim, m in zip(aims, metrics, strict=True)],
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


def _metrics(entries: Sequence[Entry]) -> set[Metric]:
    """The figures of a column: one, or one a line."""
    return {each.ref.metric for each in entries if each.ref is not None}


def _refs(entries: Sequence[Entry]) -> list[Ref | None]:
    return [each.ref for each in entries]


def _unit(each: Entry) -> Unit | None:
    """The unit of the number of a cell, when it holds one."""
    if each.ref is not None:
        return each.ref.metric.unit
    return each.unit if isinstance(each.value, Fraction) else None


def _symbols(entries: Iterable[Entry]) -> set[str]:
    return {unit.symbol for unit in map(_unit, entries) if unit is not None}


def _is_mixed(entries: Sequence[Entry]) -> bool:
    """Whether the numbers of a column are not of one kind, so that its header cannot say their unit."""
    return len(_metrics(entries)) > 1 or len(_symbols(entries)) > 1


def _units(columns: Sequence[Sequence[Entry]]) -> list[str]:
    """The unit of each line, where columns of a figure a line have the same; nothing otherwise."""
    found = [_symbols(entries) for entries in zip(*columns, strict=True)]
    return ["".join(each) for each in found] if all(len(each) <= 1 for each in found) else []


def _columns(
    column: Column,
    entries: Sequence[Entry],
    *,
    has_unit: bool,
    is_one_of_several: bool,
    beside: Sequence[Sequence[Ref | None]],
) -> _Columns:
    """One column of a page as columns of data: the thing itself, then what is told under it.

    Of a table with a figure a line, what is told says of which column only where there are several.
    ``has_unit``: the unit of each line has a column already. What the figures are set against has one of its
    own, but when it is in those ``beside`` it.
    """
    refs, metrics = _refs(entries), _metrics(entries)
    alone = next(iter(metrics)) if len(metrics) == 1 else None
    named = alone.label if alone is not None and column.metric is not None else column.header
    before = f"{named} : " if column.header else ""
    found = [(Head(_label(column, alone), column.is_number, alone), list(map(_datum, entries)))]
    if _is_mixed(entries) and not has_unit:
        found.append(_texts(f"{before}unité", ["".join(_symbols([each])) for each in entries]))
    told = any(are_told(refs, each) for each in beside)
    found += compared(before if alone is not None or is_one_of_several else "", refs, has_reference=not told)
    for look, said_as in _UNDER.items():
        found += _under(entries, f"{before}{uncapitalised(said_as)}" if before else said_as, look)
    return found


def _label(column: Column, metric: Metric | None) -> str:
    """The header of a column; of the figures of one metric, with the unit that they are written in."""
    if metric is None or column.header not in (metric.label, headed(metric, tile=True)):
        return column.said
    return f"{headed(metric)}, {column.note}" if column.note else headed(metric)


def _under(entries: Sequence[Entry], label: str, look: str) -> _Columns:
    """What is written smaller under some cells, in a column of its own; changes are told in numbers."""
    told = [[under.text for under in each.under if _is_of(under, look)] for each in entries]
    return [_texts(label, [" ; ".join(texts) for texts in told])] if any(told) else []


def _is_of(under: Under, look: str) -> bool:
    """Whether a smaller line is of a kind; changes and references have columns of numbers."""
    return under.look == look or (
        look == "" and under.look not in _UNDER and not under.look.startswith("evol")
    )


def _datum(each: Entry) -> Datum:
    if each.ref is not None:
        return _figure(each.ref)
    if isinstance(each.value, date):
        return Datum(each.text, day=each.value)
    if each.value is not None:
        return Datum(each.text, each.value, each.unit)
    return Datum(each.text, state=_STATES.get(each.text, State.PRESENT))


def _figure(ref: Ref) -> Datum:
    told = number(ref.cell.figure, ref.metric.unit)
    return Datum(told.text, told.number, told.unit, state=told.state, ref=ref)
