"""Definitions of the figures, as a list to search in: what each means, reads, costs to check."""

from collections.abc import Iterable, Iterator, Mapping

import streamlit as st

from data_access.access import Scope
from data_access.errors import AccessDenied
from data_access.words import counted, plain
from metrics import glossary
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.present import words
from metrics.reconcile import Published
from metrics.sql import statements
from pages.ui import html
from pages.ui.html import Element, el
from pages.ui.uses import uses

_SQL_YEAR = 2024
_SEPARATOR = "\u00a0; "


def search() -> list[Metric]:
    """Draws the search and gives the metrics that have every word of it, from A to Z."""
    asked = st.text_input("Chercher un indicateur", key="recherche", placeholder="taux, heures, QPV…")
    words_asked = plain(asked or "").split()
    found = [metric for metric in METRICS.values() if all(word in _said(metric) for word in words_asked)]
    return sorted(found, key=lambda metric: plain(metric.label))


def _said(metric: Metric) -> str:
    return plain(f"{metric.id} {metric.label} {metric.definition} {glossary.DOMAINS[metric.domain]}")


def listed(found: Iterable[Metric], printed: Mapping[str, list[Published]], scope: Scope) -> None:
    """Draws each definition folded, its first lines in sight."""
    metrics = list(found)
    html.show(el("p", f"{counted(len(metrics), 'indicateur')}.", role="status"))
    html.show(*(_entry(metric, printed.get(metric.id, []), scope) for metric in metrics))


def _entry(metric: Metric, printed: list[Published], scope: Scope) -> Element:
    unit = f" ({metric.unit.symbol})" if metric.unit.symbol else ""
    facts = [part for title, text in _facts(metric, printed) for part in (el("dt", title), el("dd", text))]
    return el(
        "details",
        el("summary", f"{metric.label}{unit}"),
        el("p", metric.definition),
        el("dl", *facts),
        *_sql(metric, scope),
        class_="definition",
    )


def _facts(metric: Metric, printed: list[Published]) -> Iterator[tuple[str, str]]:
    yield "Identifiant", f"{metric.id} ({glossary.DOMAINS[metric.domain]})"
    yield "Calcul", glossary.formula(metric)
    yield "Source", _SEPARATOR.join(glossary.sources(metric))
    yield "Version", f"{metric.version}, depuis le {words.day(metric.since)}"
    views = [view.title for view in uses()[metric.id]]
    yield "Se voit sur", ", ".join(views) or "la ligne de commande"
    said = [f"{each.id}, {each.where_printed} : {each.value} {each.unit}" for each in printed]
    yield "Publié", _SEPARATOR.join(said) or "jamais"


def _sql(metric: Metric, scope: Scope) -> Iterator[Element]:
    try:
        written = statements(metric, scope, _SQL_YEAR)
    except AccessDenied:
        return
    yield el("p", f"Requête, pour l'année {_SQL_YEAR} :")
    for statement in written:
        yield el("pre", statement, tabindex="0")
