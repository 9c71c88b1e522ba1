"""The sheet of results that a training organisation publishes (Qualiopi, indicator 2), ready to print."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from metrics.badges import Badges
from metrics.catalogue.dimensions import PROGRAMME_FAMILY
from metrics.catalogue.training import SATISFACTION_ANSWERS, SATISFACTION_RATE
from metrics.present import words
from metrics.present.blocks import Block, Framed, Heading, Hint, note
from metrics.present.covered import covered
from metrics.present.once import once
from metrics.present.qualiopi import REFERENCE, RESULTS, Published, sheet
from metrics.present.table import Column, Entry, Line, Ref, table
from metrics.query import NO_COMPARISON, Against, Comparison
from metrics.result import Cell, Result
from metrics.views.ask import Ask
from metrics.views.parts import breakdown, figures

_FAMILIES = "Satisfaction par famille de formation"
_PRINT = "Pour imprimer cette fiche seule : Fichier › Imprimer, ou Ctrl + P."


def results(ask: Ask, badges: Badges) -> Iterator[Block]:
    """The results of the calendar year that the period ends in, beside those of the year before."""
    own = replace(ask, period=ask.year, versus=Comparison(Against.PREVIOUS_YEAR))
    rated = (SATISFACTION_RATE, SATISFACTION_ANSWERS)
    families = breakdown.table(own, _FAMILIES, PROGRAMME_FAMILY, badges, *rated)
    told = ask.readable(*RESULTS)
    earlier = replace(own, period=ask.year.previous_year(), versus=NO_COMPARISON)
    yield Framed("fiche", chain(_sheet(own(*told), earlier(*told)), families))
    yield from breakdown.refusals(ask, *RESULTS)


@once
def _sheet(answer: Result, earlier: Result) -> tuple[Block, ...]:
    year, before, told = answer.query.period.label, answer.versus_label, sheet(answer)
    columns = (
        Column("Résultat publié"),
        Column(year.capitalize(), is_number=True),
        Column(before.capitalize(), is_number=True),
        Column("Repose sur"),
        Column("Mode de calcul"),
    )
    said = "\u00a0; ".join(dict.fromkeys(each.source for each in told))
    span = f"{words.day(answer.query.period.start)} au {words.day(answer.query.period.last_day)}"
    lines = [_line(answer, earlier, each) for each in told]
    return (
        Heading(f"Indicateurs de résultats, {year}", look="fiche"),
        note(REFERENCE),
        table(f"Résultats du {span}", columns, lines, source=covered(answer)),
        note(f"Source : {said}."),
        Hint(_PRINT),
    )


def _line(answer: Result, earlier: Result, each: Published) -> Line:
    """One result beside that of the year before, each a figure of its own."""
    cell = answer.cell(each.metric)
    result = Entry(each.result, Ref(answer, each.metric, Cell(cell.figure)))
    before = Entry(each.before, Ref(earlier, each.metric, Cell(cell.reference)))
    return figures.named(each.metric), result, before, each.rests_on or "–", each.method
