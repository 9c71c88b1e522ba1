"""The audit table of the CSR approach, laid out as in the report: two years, then what is promised."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data_access.access import Domain, Scope
from metrics import badges as places
from metrics import rights
from metrics.badges import Badges
from metrics.beside import unlike
from metrics.catalogue.rse_declared import DECLARED
from metrics.model import Metric
from metrics.period import Period
from metrics.present import words
from metrics.present.blocks import Block, Framed, Picture, nothing
from metrics.present.charts import progress as pictures
from metrics.present.covered import covered
from metrics.present.once import once
from metrics.present.table import Column, Entry, Ref, Table, Under, grouped
from metrics.present.table import table as lines_of
from metrics.reconcile import printed_by_metric
from metrics.result import Cell, Figure, Result
from metrics.rse_table import Line, Progress, Standing, progress, rse_table
from metrics.views.ask import Ask
from metrics.views.parts import commitments, figures, listed

Sections = Mapping[str, tuple[str, Callable[[], Iterable[Block]]]]
TABLE = "tableau"  # what the address of RSE names this section by
_OF_THE_WHOLE = (TABLE, commitments.LABELS)  # the sections that no agency has a part of
_MARKS = {
    Standing.REACHED: "✓",
    Standing.MISSED: "✗",
    Standing.BETTER: "↗",
    Standing.STABLE: "→",
    Standing.WORSE: "↘",
    Standing.FOLLOWED: "•",
    Standing.UNKNOWN: "?",
}
_TONES = {Standing.REACHED: "good", Standing.BETTER: "good", Standing.MISSED: "bad", Standing.WORSE: "bad"}
_NAMING = 2  # the column that names a line, after those of the report that gather some
_NONE = "Aucun indicateur RSE n'est chargé : ni objectif, ni preuve à montrer."
_WHOLE = "Toute l'association : ce tableau ne suit pas les filtres de la page."
_REFUSED = (
    "Le tableau d'audit est celui de toute l'association, que votre rôle ne lit pas : les actions, les "
    "déplacements et les rencontres de votre agence sont dans les autres parties de la page."
)


@dataclass(frozen=True, slots=True)
class _Printed:
    """Where a figure of a year was printed, and what was printed of it and does not come out."""

    place: str = ""
    apart: str = ""


_Told = tuple[Line, _Printed, _Printed]  # an indicator, what was printed of the year before, and of the year


def readable_first(sections: Sections, scope: Scope) -> Sections:
    """The sections of the view, those of the whole association last for who does not read it."""
    if rights.reads_whole(Domain.RSE, scope):
        return sections
    return dict(sorted(sections.items(), key=lambda each: each[0] in _OF_THE_WHOLE))


def table(ask: Ask, badges: Badges, *counts: Metric) -> Iterator[Block]:
    """Where each axis stands, then every indicator, for the year the period ends in, then counts."""
    year, visit = ask.year, ask.visit
    lines = rse_table(visit.url, year, visit.scope, visit.known)
    if not lines:
        yield nothing(_NONE if rights.reads_whole(Domain.RSE, visit.scope) else _REFUSED)
        return
    for answer in {line.answer for line in lines if line.answer is not None}:
        ask.noted(answer)  # some indicators are about the staff
    axes = progress(lines)
    chart = pictures.indicators(axes, year.label, _place(lines))
    yield Picture(key="axes", chart=chart, table=_standings(axes, year.label))
    yield Framed("fige-audit", (_indicators(_printed(ask, lines, badges), year),))
    yield from listed.table(
        replace(ask, period=year), "Ce qui est déclaré, preuve à l'appui", badges, *counts
    )


@once
def _standings(axes: tuple[Progress, ...], year: str) -> Table:
    """How many indicators of each axis stand where, and all that they come to."""
    met = [each for each in Standing if any(axis.count(each) for axis in axes)]
    columns = [Column("Axe"), *(Column(said(each), is_number=True) for each in met)]
    columns.append(Column("Indicateurs", is_number=True))
    lines: list[list[Entry | str]] = [
        [axis.axis, *(figures.count(axis.count(each)) for each in met), figures.count(len(axis.standings))]
        for axis in axes
    ]
    caption = f"Situation des indicateurs RSE par axe, {year}"
    return lines_of(caption, columns, lines, folded="Voir le tableau")


def said(standing: Standing) -> str:
    """« Objectif atteint »."""
    return standing.value.capitalize()


def _printed(ask: Ask, lines: Sequence[Line], badges: Badges) -> tuple[_Told, ...]:
    """Each indicator with what was printed of it for both years."""
    year, printed = ask.year, printed_by_metric(ask.visit.url, ask.visit.known)
    now, before = str(year), str(year.previous_year())
    told = []
    for line in lines:
        if line.metric is None or line.answer is None:
            told.append((line, _Printed(), _Printed()))
            continue
        page = badges.get(places.key(line.metric.id, before))
        apart = unlike(line, printed.get(line.metric.id, ()))
        earlier = _Printed(f"publié {page}" if page else "", apart.get(before, ""))
        own = _Printed(places.said(badges, line.answer, line.metric), apart.get(now, ""))
        told.append((line, earlier, own))
    return tuple(told)


@once
def _indicators(told: tuple[_Told, ...], year: Period) -> Table:
    now, before = str(year), str(year.previous_year())
    columns = [
        *map(Column, ("Sous-axe", "Enjeu", "Indicateur")),
        *(Column(each, is_number=True) for each in (before, now)),
        Column(f"Objectif {now}", is_number=True),
        *map(Column, ("Situation", "Responsable", "Preuve")),
    ]
    axes = [(axis, list(map(_cells, _gathered(own)))) for axis, own in _by_axis(told).items()]
    source = " ".join(filter(None, (_WHOLE, _place([line for line, _, _ in told]))))
    caption = f"Tableau des indicateurs RSE, {before} et {now}"
    return grouped(caption, columns, axes, naming=_NAMING, source=source)


def _by_axis(told: Iterable[_Told]) -> Mapping[str, Sequence[_Told]]:
    axes: dict[str, list[_Told]] = {}
    for each in told:
        axes.setdefault(each[0].axis, []).append(each)
    return axes


def _gathered(told: Sequence[_Told]) -> Sequence[_Told]:
    """The lines of an axis, those of a sub-axis together, then those of an issue."""
    sub_axes = [line.sub_axis for line, _, _ in told]
    issues = [(line.sub_axis, line.issue) for line, _, _ in told]
    return sorted(
        told,
        key=lambda each: (sub_axes.index(each[0].sub_axis), issues.index((each[0].sub_axis, each[0].issue))),
    )


def _place(lines: Sequence[Line]) -> str:
    """What the figures of the table cover, and how fresh they are."""
    answer = next((line.answer for line in lines if line.answer is not None), None)
    return covered(answer) if answer else ""


def _cells(told: _Told) -> tuple[Entry | str, ...]:
    line, earlier, own = told
    return (
        line.sub_axis,
        line.issue,
        figures.named(line.metric, line.indicator) if line.metric else line.indicator,
        _figure(line, line.earlier, Cell(line.before), earlier),
        _figure(line, line.answer, line.cell, own),
        _target(line),
        Entry(f"{_MARKS[line.standing]} {said(line.standing)}", look=_tone(line.standing)),
        line.owner,
        f"{'Déclaré. ' if line.metric in DECLARED else ''}{line.evidence}" or "–",
    )


def _figure(line: Line, answer: Result | None, cell: Cell, printed: _Printed) -> Entry | str:
    """A figure, its change, where it was printed, and what was printed otherwise."""
    if line.metric is None or answer is None:
        return _exact(line, cell.figure)
    apart = Under(printed.apart, "verdict gap") if printed.apart else None
    under = (_evolution(line.metric, cell), figures.badge(printed.place), apart)
    return Entry(
        _exact(line, cell.figure),
        Ref(answer, line.metric, cell),
        under=tuple(filter(None, under)),
        look="chiffre",
    )


def _evolution(metric: Metric, cell: Cell) -> Under | None:
    """The change; of what is not known of the year before, its own mark says it."""
    return None if cell.reference.value is None else figures.evolution(metric, cell)


def _target(line: Line) -> Entry | str:
    if line.metric is None or line.answer is None:
        return _exact(line, line.target)
    return Entry(
        _exact(line, line.target), Ref(line.answer, line.metric, Cell(line.target), is_reference=True)
    )


def _exact(line: Line, figure: Figure) -> str:
    return words.exact(figure, line.metric.unit) if line.metric else words.MARKS[figure.state]


def _tone(standing: Standing) -> str:
    return f"evolution {_TONES.get(standing, 'neutral')}"
