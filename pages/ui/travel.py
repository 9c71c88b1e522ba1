"""Kilometres and what they emit: by month, kind of vehicle and agency, with the factors and their source."""

import streamlit as st

from metrics.badges import Badges
from metrics.catalogue.carbon import FACTORS
from metrics.catalogue.dimensions import AGENCY, VEHICLE_KIND
from metrics.model import Metric
from metrics.parameters.emissions import CURRENT, factor
from metrics.present import words
from metrics.present.charts.over_time import over_time
from metrics.views.ask import Ask
from pages.ui import charts, comparison, html, links, listed, tables
from pages.ui.html import Element, el

_SAME = (
    "La même édition des facteurs sert à toutes les années : une évolution des émissions vient des "
    "kilomètres et des véhicules, jamais d'un changement de facteur. L'usage seul est compté, sans la "
    "construction."
)
_DECIMALS = 5  # as the source writes them
_NONE = "aucun facteur : émissions non calculables"


def show(ask: Ask, badges: Badges, distance: Metric, emitted: Metric, rate: Metric, *fleet: Metric) -> None:
    """Draws the figures with their change, the months of both sums, their parts, then the factors."""
    listed.table(ask, "Distances, émissions et véhicules", badges, distance, emitted, rate, *fleet)
    for column, key, metric in zip(
        st.columns(2, gap="medium"), ("km", "emissions"), (distance, emitted), strict=True
    ):
        months = ask.months(metric)
        with column:
            charts.draw(ask, key, over_time(months, metric, dimension="month"), months, metric)
    figures = (distance, emitted, rate)
    total = ask(*figures)
    comparison.table("Par type de véhicule", ask(*figures, by=(VEHICLE_KIND,)), total)
    readable = ask.readable(*figures, by=(AGENCY,))
    if readable:
        comparison.table("Par agence", ask(*readable, by=(AGENCY,)), total, links.ToMember(ask, AGENCY))
    html.show(_factors(ask), el("p", _SAME, class_="phrase"))


def _factors(ask: Ask) -> Element:
    """The factor of each kind of vehicle of the association, its edition and its source."""
    columns = [
        tables.Column("Type de véhicule"),
        tables.Column("Facteur d'usage (kg CO₂e par km)", is_number=True),
        *map(tables.Column, ("Année de l'édition", "Source")),
    ]
    names = ask.visit.known.names[VEHICLE_KIND.id]
    lines = [_line(str(kind), name) for kind, name in names.items()]
    return tables.table("Facteurs d'émission employés", columns, lines)


def _line(kind: str, name: str) -> list[Element | str]:
    if kind not in FACTORS:
        return [name, "–", "–", _NONE]
    known = factor(kind, CURRENT.since)
    since = str(known.since.year) if known.since else "–"
    return [name, words.number(known.value, _DECIMALS), since, known.reference]
