"""The sheet of results that a training organisation publishes (Qualiopi, indicator 2), ready to print."""

from dataclasses import replace

import streamlit as st

from metrics.badges import Badges
from metrics.catalogue.dimensions import PROGRAMME_FAMILY
from metrics.catalogue.training import SATISFACTION_ANSWERS, SATISFACTION_RATE
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.qualiopi import REFERENCE, RESULTS, Published, sheet
from metrics.query import Against, Comparison
from metrics.result import Result
from metrics.views.ask import Ask
from pages.ui import breakdown, html, links, tables
from pages.ui.drawn import once
from pages.ui.html import Element, el

_FAMILIES = "Satisfaction par famille de formation"
_PRINT = "Pour imprimer cette fiche seule : Fichier › Imprimer, ou Ctrl + P."


def draw(ask: Ask, badges: Badges) -> None:
    """Draws the results of the calendar year that the period ends in, beside those of the year before."""
    own = replace(ask, period=ask.year, versus=Comparison(Against.PREVIOUS_YEAR))
    told = ask.readable(*RESULTS)
    with st.container(key="fiche"):
        html.show(_sheet(own(*told)))
        breakdown.table(own, _FAMILIES, PROGRAMME_FAMILY, badges, SATISFACTION_RATE, SATISFACTION_ANSWERS)
    breakdown.refusals(ask, *RESULTS)


@once
def _sheet(answer: Result) -> Element:
    year, before, told = answer.query.period.label, answer.versus_label, sheet(answer)
    columns = [
        tables.Column("Résultat publié"),
        tables.Column(year.capitalize(), is_number=True),
        tables.Column(before.capitalize(), is_number=True),
        tables.Column("Repose sur"),
        tables.Column("Mode de calcul"),
    ]
    lines = [[links.definition(each.metric, each.metric.label), *_told(each)] for each in told]
    said = "\u00a0; ".join(dict.fromkeys(each.source for each in told))
    span = f"{words.day(answer.query.period.start)} au {words.day(answer.query.period.last_day)}"
    return el(
        "section",
        el("h2", f"Indicateurs de résultats, {year}"),
        el("p", REFERENCE, class_="phrase"),
        tables.table(f"Résultats du {span}", columns, lines, source=covered(answer)),
        el("p", f"Source : {said}.", class_="phrase"),
        el("p", _PRINT, class_="phrase"),
    )


def _told(each: Published) -> tuple[str, ...]:
    return each.result, each.before, each.rests_on or "–", each.method
