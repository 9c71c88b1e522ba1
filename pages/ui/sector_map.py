"""The map of what teams meet, sector by sector, or for an hour of presence where that can be told exactly."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from metrics import portrait
from metrics.catalogue.activity import INTERVENTIONS_COUNT, INTERVENTIONS_PER_HOUR
from metrics.catalogue.dimensions import DISPOSITIF, INTERVENTION_FAMILY, SECTOR
from metrics.present.charts.bars import bars
from metrics.present.charts.sectors import sectors
from metrics.query import Filter
from pages.ui import charts, html
from pages.ui.asking import Ask
from pages.ui.html import el

_PER_HOUR = (
    "Les heures de présence ne sont relevées ni par secteur ni par nature d'intervention : ce rapport ne "
    "se dit donc que par dispositif, toutes natures d'intervention réunies."
)


def draw(ask: Ask, called: str, families: Sequence[str]) -> None:
    """Draws the interventions of some families by sector, within what the bar keeps."""
    if st.toggle(f"{called} : rapporter aux heures de présence", key="carte-par-heure"):
        _per_hour(ask)
        return
    kept = _narrowed(ask, families)
    if kept is None:
        html.show(
            el("p", f"Aucune des natures choisies ne compte parmi : {called}.", class_="vide", role="status")
        )
        return
    answer = kept(INTERVENTIONS_COUNT, by=(SECTOR,))
    chart = sectors(answer, INTERVENTIONS_COUNT, portrait.tiles(ask.session.url), called=called)
    charts.draw(ask, "carte", chart, answer, INTERVENTIONS_COUNT)


def _per_hour(ask: Ask) -> None:
    answer = ask(INTERVENTIONS_PER_HOUR, by=(DISPOSITIF,))
    chart = bars(answer, INTERVENTIONS_PER_HOUR, clickable=True)
    html.show(el("p", _PER_HOUR, class_="avis", role="note"))
    charts.draw(ask, "carte-heures", chart, answer, INTERVENTIONS_PER_HOUR)


def _narrowed(ask: Ask, families: Sequence[str]) -> Ask | None:
    """The same questions kept to these families, or to those of them that the bar keeps."""
    chosen = next((f.values for f in ask.where if f.dimension is INTERVENTION_FAMILY), families)
    both = tuple(family for family in families if family in chosen)
    others = tuple(f for f in ask.where if f.dimension is not INTERVENTION_FAMILY)
    return replace(ask, where=(*others, Filter(INTERVENTION_FAMILY, both))) if both else None
