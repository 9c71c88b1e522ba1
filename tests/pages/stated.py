"""What each role is stated to have, by hand, and what a page says of the figures of others."""

import re
from collections.abc import Iterator
from typing import Any

from data_access.access import Role, scope_for
from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY
from metrics.present import words
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Cell, Figure
from metrics.run import ask
from metrics.views.views import VIEWS, View
from tests.pages.drawn import SECTIONS
from tests.pages.screen import Screen

FOUR = ("effectifs", "formation", "rse", "financement")  # agencies and people apart, by what they read
STATED = {  # the addresses that exist for each role; the first is where it lands
    "direction": [
        "accueil",
        "activite",
        "agences",
        *FOUR,
        "rapprochement",
        "donnees",
        "administration",
        "definitions",
        "journal",
        "dispositif",
    ],
    "agency_manager": ["accueil", "activite", "agences", *FOUR, "rapprochement", "definitions", "dispositif"],
    "board": ["accueil", *FOUR, "rapprochement", "definitions"],
    "data_steward": ["donnees", "definitions"],
    "administration": ["administration", "definitions", "journal"],
}
ROLES = [Role(name) for name in STATED]
READERS = [Role.DIRECTION, Role.AGENCY_MANAGER, Role.BOARD]
WITHOUT_FIGURES = [Role.DATA_STEWARD, Role.ADMINISTRATION]
BY_URL = {view.url: view for view in VIEWS}
OTHERS = ("Nantes", "Angers", "Île-de-France", "Siège")
ELSEWHERE = ("NANTES", "ANGERS", "IDF")
OF_AGENCIES = ("interventions", "people_met", "field_hours", "revenue")
PERIODS = ("2024", "2024-12")
DIRECTION = scope_for(Role.DIRECTION)


def own(role: Role) -> tuple[str, ...]:
    return ("RENNES",) if role is Role.AGENCY_MANAGER else ()


def addresses(role: Role) -> Iterator[tuple[View, dict[str, str]]]:
    """What is looked at of each view that a role has: every section, every base, a year and a month."""
    own_choices = {
        "accueil": [{}, {"pourquoi": "headcount"}, {"pourquoi": "revenue"}, {"comparaison": "objectif"}],
        "activite": [{}, {"vue": "incivilites"}, {"vue": "portefeuille"}, {"vue": "partenariat"}],
        "agences": [{}, {"base": "etp"}, {"base": "heure"}, {"base": "qpv"}, {"comparaison": "mediane"}],
        "dispositif": [{}, {"dispositif": "rennes-jour"}, {"dispositif": "rennes-jour", "volet": "moyens"}],
        **{url: _sections(BY_URL[url]) for url in FOUR},
    }
    for url in STATED[role]:
        for choice in own_choices.get(url, [{}]):
            for span in PERIODS if url in own_choices else PERIODS[:1]:
                yield BY_URL[url], {"periode": span, **choice}


def _sections(view: View) -> list[dict[str, str]]:
    """Every section of a view, the first without a word in the address."""
    name, sections = SECTIONS[view]
    return [{name: each} if each else {} for each in sections]


def sent(screen: Screen) -> str:
    """All that the browser is sent: words, tables, specifications and data of charts."""
    protos = (each.proto for each in screen.app.main if getattr(each, "proto", None) is not None)
    return "\n".join(proto.SerializeToString().decode(errors="ignore") for proto in protos)


def charts(screen: Screen) -> list[Any]:
    return list(screen.app.get("vega_lite_chart"))


def asked(store: str, name: str, span: str, agency: str | None = None, versus: str = "none") -> Cell:
    """What the catalogue tells the direction."""
    where = (Filter(AGENCY, (agency,)),) if agency else ()
    against = Comparison(Against(versus))
    query = Query(metrics=(metric(name),), period=period.parse(span), where=where, versus=against)
    return ask(store, query, DIRECTION).rows[0].cells[0]


def written(name: str, figure: Figure) -> set[str]:
    """How the screen writes a figure, when it is long enough not to be met by chance."""
    unit = metric(name).unit
    said = (words.exact(figure, unit), words.on_tile(figure, unit)[0])
    return {text for text in said if len(re.sub(r"\D|0+$", "", text)) > 3}


def figures(store: str, *names: str, agency: str | None = None) -> set[str]:
    """The figures of some agency, or of the whole, for each period looked at."""
    every = ((name, asked(store, name, span, agency).figure) for name in names for span in PERIODS)
    return set().union(*(written(name, figure) for name, figure in every))


def medians(store: str, *names: str) -> set[str]:
    """What a manager of Rennes is compared with: the one number of the others, which is one of theirs."""
    every = (
        (name, asked(store, name, span, "RENNES", "median").reference) for name in names for span in PERIODS
    )
    return set().union(*(written(name, figure) for name, figure in every))
