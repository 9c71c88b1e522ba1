"""The maps of what teams meet: the agencies, then sector by sector, or for an hour of presence."""

from collections.abc import Iterator
from functools import partial

from metrics import portrait
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, INTERVENTION_FAMILY, SECTOR
from metrics.model import Metric
from metrics.present import words
from metrics.present.blocks import Beside, Block, Choice, note, nothing
from metrics.present.charts.bars import bars
from metrics.present.charts.sectors import PRESENCE, sectors
from metrics.present.charts.territory import territory
from metrics.present.leads import Definition
from metrics.present.table import Run
from metrics.result import Result, State
from metrics.views.ask import Ask
from metrics.views.parts.pictures import picture


def maps(ask: Ask, called: str, counted: Metric, per_hour: Metric) -> Iterator[Block]:
    """The whole, agencies on the map, then sectors, or dispositifs for an hour, as the reader chooses."""
    options = {
        "nombre": ("En nombre", partial(_in_number, ask, called, counted)),
        "heure": ("Par heure de terrain", partial(_by_hour, ask, per_hour)),
    }
    yield Choice(label=called, name="carte", options=options)


def _in_number(ask: Ask, called: str, metric: Metric) -> Iterator[Block]:
    answer = ask(metric, by=(SECTOR,))
    if _is_about_others(ask, answer, metric):
        yield nothing(f"Aucune des natures choisies ne compte parmi : {called}.")
        return
    yield from _whole(ask, answer, metric)
    chart = sectors(answer, metric, portrait.tiles(ask.visit.url), called=called)
    yield Beside((2, 3), (_agencies(ask, metric), picture(ask, "carte", chart, answer, metric)))


def _by_hour(ask: Ask, metric: Metric) -> Iterator[Block]:
    answer = ask(metric, by=(DISPOSITIF,))
    yield from _whole(ask, answer, metric)
    yield note(PRESENCE, look="avis")
    chart = bars(answer, metric, clickable=True)
    yield Beside((2, 3), (_agencies(ask, metric), picture(ask, "carte-heures", chart, answer, metric)))


def _agencies(ask: Ask, metric: Metric) -> Iterator[Block]:
    answer = ask(metric, by=(AGENCY,))
    chart = territory(answer, metric, tuple(ask.visit.known.names[AGENCY.id]))
    yield from picture(ask, "carte-agences", chart, answer, metric)


def _whole(ask: Ask, answer: Result, metric: Metric) -> Iterator[Block]:
    """The figure of the whole page with its change, what no sector tells, and which kinds it counts."""
    total = ask(metric)
    cell, outside = total.cell(metric), total.outside(metric)
    nowhere = [each.figure for row, each in answer.column(metric) if row.keys == (None,)]
    if cell.figure.value is not None:
        yield note(
            Run(metric.label, to=Definition(metric)),
            f", {ask.period.label}{f', {outside}' if outside else ''} : ",
            Run(words.exact(cell.figure, metric.unit), is_strong=True),
            _change(total, metric),
            *(f", dont {words.exact(each, metric.unit)} sans secteur" for each in nowhere if each.value),
            ".",
            look="ensemble",
        )
    yield note(metric.definition)


def _change(total: Result, metric: Metric) -> str:
    """« , +3 210 (+5,7 %) par rapport à l'année 2023 »."""
    if not total.versus_label or total.cell(metric).change.value is None:
        return ""
    return f", {words.change(total.cell(metric), metric)} par rapport {words.compared_to(total.versus_label)}"


def _is_about_others(ask: Ask, answer: Result, metric: Metric) -> bool:
    """Whether the bar keeps natures of which none is counted here."""
    narrowed = any(f.dimension is INTERVENTION_FAMILY for f in ask.where)
    figures = [cell.figure for _, cell in answer.column(metric)]
    return narrowed and all(each.state is State.PRESENT and each.value == 0 for each in figures)
