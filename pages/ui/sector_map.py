"""The maps of what teams meet: the agencies, then sector by sector, or for an hour of presence."""

from metrics import portrait
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, INTERVENTION_FAMILY, SECTOR
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.bars import bars
from metrics.present.charts.sectors import PRESENCE, sectors
from metrics.present.charts.territory import territory
from metrics.result import Result, State
from metrics.views.ask import Ask
from pages.ui import charts, choice, html, links, side
from pages.ui.html import el

_BASES = {"nombre": "En nombre", "heure": "Par heure de terrain"}


def draw(ask: Ask, called: str, counted: Metric, per_hour: Metric) -> None:
    """Draws the whole, agencies on the map, then sectors, or dispositifs for an hour, as the reader chose."""
    is_per_hour = choice.choose(called, "carte", _BASES) == "heure"
    metric, by = (per_hour, DISPOSITIF) if is_per_hour else (counted, SECTOR)
    answer, agencies = ask(metric, by=(by,)), ask(metric, by=(AGENCY,))
    if not is_per_hour and _is_about_others(ask, answer, metric):
        said = f"Aucune des natures choisies ne compte parmi : {called}."
        html.show(el("p", said, class_="vide", role="status"))
        return
    _whole(ask, answer, metric)
    left, right = side.by_side(2, 3)
    with left:
        on_map = territory(agencies, metric, tuple(ask.visit.known.names[AGENCY.id]))
        charts.draw(ask, "carte-agences", on_map, agencies, metric)
    with right:
        if is_per_hour:
            charts.draw(ask, "carte-heures", bars(answer, metric, clickable=True), answer, metric)
        else:
            grid = portrait.tiles(ask.visit.url)
            charts.draw(ask, "carte", sectors(answer, metric, grid, called=called), answer, metric)


def _whole(ask: Ask, answer: Result, metric: Metric) -> None:
    """The figure of the whole page with its change, what no sector tells, and which kinds it counts."""
    total = ask(metric)
    cell, outside = total.cell(metric), total.outside(metric)
    said = f", {ask.period.label}{f', {outside}' if outside else ''} : "
    nowhere = [cell.figure for row, cell in answer.column(metric) if row.keys == (None,)]
    if cell.figure.value is not None:
        html.show(
            el(
                "p",
                links.definition(metric, metric.label),
                said,
                el("strong", words.exact(cell.figure, metric.unit)),
                _change(total, metric),
                *(f", dont {words.exact(each, metric.unit)} sans secteur" for each in nowhere if each.value),
                ".",
                class_="ensemble",
            )
        )
    html.show(el("p", metric.definition, class_="phrase"))
    if answer.query.by == (DISPOSITIF,):
        html.show(el("p", PRESENCE, class_="avis", role="note"))


def _change(total: Result, metric: Metric) -> str | None:
    """« , +3 210 (+5,7 %) par rapport à l'année 2023 »."""
    if not total.versus_label or total.cell(metric).change.value is None:
        return None
    return f", {words.change(total.cell(metric), metric)} par rapport {words.compared_to(total.versus_label)}"


def _is_about_others(ask: Ask, answer: Result, metric: Metric) -> bool:
    """Whether the bar keeps natures of which none is counted here."""
    narrowed = any(f.dimension is INTERVENTION_FAMILY for f in ask.where)
    figures = [cell.figure for _, cell in answer.column(metric)]
    return narrowed and all(each.state is State.PRESENT and each.value == 0 for each in figures)
