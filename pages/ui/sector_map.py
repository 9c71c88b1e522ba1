"""The map of what teams meet, sector by sector, or for an hour of presence where that can be told exactly."""

from metrics import portrait
from metrics.catalogue.dimensions import DISPOSITIF, INTERVENTION_FAMILY, SECTOR
from metrics.model import Metric
from metrics.present.charts.bars import bars
from metrics.present.charts.sectors import PRESENCE, sectors
from metrics.result import Result, State
from pages.ui import charts, choice, html
from pages.ui.asking import Ask
from pages.ui.html import el

_BASES = {"nombre": "En nombre, par secteur", "heure": "Par heure de terrain, par dispositif"}
_PER_HOUR = (
    "Les heures de terrain ne sont relevées ni par secteur ni par nature d'intervention : rapporté à la "
    "présence, ce chiffre ne se dit donc que par dispositif."
)


def draw(ask: Ask, called: str, counted: Metric, per_hour: Metric) -> None:
    """Draws what is counted by sector, or for an hour by dispositif, whichever the reader chose."""
    if choice.choose(called, "carte", _BASES) == "heure":
        _per_hour(ask, per_hour)
        return
    answer = ask(counted, by=(SECTOR,))
    if _is_about_others(ask, answer, counted):
        said = f"Aucune des natures choisies ne compte parmi : {called}."
        html.show(el("p", said, class_="vide", role="status"))
        return
    chart = sectors(answer, counted, portrait.tiles(ask.session.url), called=called)
    charts.draw(ask, "carte", chart, answer, counted)


def _per_hour(ask: Ask, metric: Metric) -> None:
    answer = ask(metric, by=(DISPOSITIF,))
    html.show(el("p", f"{PRESENCE} {_PER_HOUR}", class_="avis", role="note"))
    charts.draw(ask, "carte-heures", bars(answer, metric, clickable=True), answer, metric)


def _is_about_others(ask: Ask, answer: Result, metric: Metric) -> bool:
    """Whether the bar keeps natures of which none is counted here."""
    narrowed = any(f.dimension is INTERVENTION_FAMILY for f in ask.where)
    figures = [cell.figure for _, cell in answer.column(metric)]
    return narrowed and all(each.state is State.PRESENT and each.value == 0 for each in figures)
