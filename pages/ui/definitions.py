"""Definitions of the figures: one that a link asks for, or all of them to search in, by domain."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import streamlit as st

from data_access.words import counted, plain
from metrics import glossary, rse_table
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.reconcile import Published
from metrics.views.views import DEFINITIONS
from metrics.views.visit import Visit
from pages.ui import choice, html, links, reference, sheet
from pages.ui.html import Element, el

_SEARCH, _TYPED = "recherche", "indicateur-cherche"
_EVERY = "tous"
_DOMAINS = {plain(label): domain for domain, label in glossary.DOMAINS.items()}
_LIKE = 0.6  # under it, two names have nothing in common but a few letters
_SHOWN = 60  # characters: enough to recognise what was searched for


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be shown: one definition alone, or those that were searched for."""

    metrics: tuple[Metric, ...]
    is_alone: bool = False
    searched: str = ""


def asked() -> Found:
    """The definition that the address asks for, otherwise what the search and the domain keep."""
    name = st.query_params.get(links.INDICATOR)
    if name in METRICS:
        return Found((METRICS[name],), is_alone=True)
    if name is not None:
        said = f"Indicateur : « {name[:_SHOWN]} » n'existe pas."
        html.show(el("p", said, *_nearest(name), class_="avis vide", role="status"))
    with st.container(key="chercher", horizontal=True, vertical_alignment="bottom"):
        searched = _search()
        domain = _DOMAINS.get(choice.choose("Domaine", "domaine", {_EVERY: "Tous", **_labels()}))
    looked_for = plain(searched).split()
    found = [
        metric
        for metric in METRICS.values()
        if domain in (None, metric.domain) and all(word in _said(metric) for word in looked_for)
    ]
    return Found(tuple(sorted(found, key=lambda metric: plain(metric.label))), searched=searched)


def _search() -> str:
    """What is searched for, which the address says; other pages have a search of their own."""
    said = st.query_params.get(_SEARCH, "")
    if st.session_state.get(_TYPED) != said:
        st.session_state[_TYPED] = said
    st.text_input(
        "Chercher un indicateur, ou la référence d'un chiffre",
        key=_TYPED,
        live=True,
        on_change=_write,
        width=320,
    )
    return said.strip()


def _write() -> None:
    typed = st.session_state[_TYPED] or ""
    if typed:
        st.query_params[_SEARCH] = typed
    elif _SEARCH in st.query_params:
        del st.query_params[_SEARCH]


def _labels() -> dict[str, str]:
    return {name: glossary.DOMAINS[domain] for name, domain in _DOMAINS.items()}


def _said(metric: Metric) -> str:
    return plain(f"{metric.id} {metric.label} {metric.definition} {glossary.DOMAINS[metric.domain]}")


def nearest(searched: str) -> Metric | None:
    """The indicator whose name looks most like what was written, or None when none looks like it."""
    text = plain(searched.replace("_", " "))

    def likeness(metric: Metric) -> float:
        names = plain(metric.label), plain(metric.id.replace("_", " "))
        words = {word for name in names for word in name.split()}
        each = [max(_alike(word, known) for known in words) for word in text.split()]
        return sum(each, max(_alike(text, name) for name in names)) / (len(each) + 1)

    found = max(METRICS.values(), key=likeness)
    return found if likeness(found) >= _LIKE else None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def show(found: Found, printed: Mapping[str, Sequence[Published]], visit: Visit) -> None:
    """Draws the figure of a reference, the definition alone and unfolded, or each folded under its domain."""
    audited = rse_table.audited(visit.url, visit.known)

    def drawn(metric: Metric, *, unfolded: bool = False) -> Element:
        own = printed.get(metric.id, ())
        return sheet.sheet(metric, own, visit.scope, audited=audited, unfolded=unfolded)

    if reference.is_one(found.searched):
        reference.show(visit, found.searched)
    elif found.is_alone:
        (metric,) = found.metrics
        every = el("a", "Voir toutes les définitions", href=links.to_view(DEFINITIONS), target="_self")
        html.show(el("p", every, class_="phrase"), drawn(metric, unfolded=True))
    elif found.metrics:
        html.show(el("p", f"{counted(len(found.metrics), 'indicateur')}.", role="status"))
        _by_domain(found.metrics, drawn)
    else:
        _nothing(found.searched)


def _by_domain(metrics: Sequence[Metric], drawn: Callable[[Metric], Element]) -> None:
    for domain, label in glossary.DOMAINS.items():
        of = [metric for metric in metrics if metric.domain is domain]
        if of:
            title = el("h2", f"{label} ({len(of)})")
            html.show(el("section", title, *map(drawn, of), class_="groupe-definitions"))


def _nothing(searched: str) -> None:
    """Says that nothing was found, and what to try."""
    said = f"Aucun indicateur de ce choix ne répond à « {searched[:_SHOWN]} »."
    tried = " Essayez un seul mot ou un mot plus court, dans tous les domaines."
    html.show(el("p", said, tried, *_nearest(searched), class_="vide", role="status"))


def _nearest(searched: str) -> tuple[html.Element | str, ...]:
    """The way to the indicator that was perhaps meant, when there is one."""
    metric = nearest(searched)
    if metric is None:
        return ()
    return " Le plus proche : ", el("a", metric.label, href=sheet.address(metric), target="_self"), "."
