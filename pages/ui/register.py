"""The filters of the register of published figures."""

from collections.abc import Sequence

import streamlit as st

from data_access.access import Domain
from data_access.words import plain
from metrics.glossary import DOMAINS
from metrics.reconcile import Published, Reconciled
from metrics.verdict import Verdict
from pages.ui import choice, seen

_DOCUMENTS = {"Tous": None, "Rapport d'activité 2024": "RA2024", "Rapport RSE 2024": "RSE2024"}
_DOMAINS = {"Tous": None, **{label: domain for domain, label in DOMAINS.items()}}
_VERDICTS = {"Tous": None, **{verdict.value: verdict for verdict in Verdict}}


def bar(found: Sequence[Reconciled]) -> list[Reconciled]:
    """Draws the filters and gives the lines they keep, of which those about the staff count as seen."""
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom"):
        document = choice.select("Rapport", "rapport", _DOCUMENTS, width=220)
        domain = choice.select("Domaine", "domaine", _DOMAINS, width=180)
        verdict = choice.select("Verdict", "verdict", _VERDICTS, width=230)
        asked = st.text_input(
            "Rechercher", key="recherche", live=True, bind="query-params", persist_state="session", width=240
        )
    kept = [
        each
        for each in found
        if document in (None, each.published.document)
        and domain in (None, each.published.domain)
        and verdict in (None, each.verdict)
        and _matches(each.published, asked or "")
    ]
    staff = (each for each in kept if each.published.domain is Domain.WORKFORCE)
    seen.add(sum(each.computed is not None for each in staff))
    return kept


def _matches(p: Published, asked: str) -> bool:
    """Whether each word is found; a number is found as printed, with or without its spaces."""
    read = plain(f"{p.id} {p.label} {p.section} {p.note} {p.value}")
    digits = plain(asked).replace(" ", "")
    return digits == str(p.value) or all(word in read for word in plain(asked).split())
