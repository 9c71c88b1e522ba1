"""The register of published figures: filters, counts, table."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from data_access.access import Domain
from data_access.words import counted, plain
from metrics.catalogue import METRICS
from metrics.glossary import DOMAINS
from metrics.present import words
from metrics.reconcile import Published, Reconciled
from metrics.verdict import Verdict
from pages.ui import choice, html, links, seen, tables
from pages.ui.html import Element, el

_DOCUMENTS = {"Tous": None, "Rapport d'activité 2024": "RA2024", "Rapport RSE 2024": "RSE2024"}
_DOMAINS = {"Tous": None, **{label: domain for domain, label in DOMAINS.items()}}
_VERDICTS = {"Tous": None, **{verdict.value: verdict for verdict in Verdict}}
_MARKS = {
    Verdict.SAME: "✓",
    Verdict.SAME_ROUNDED: "✓",
    Verdict.COMPATIBLE: "✓",
    Verdict.DECLARED: "✎",
    Verdict.UNREACHABLE: "∅",
    Verdict.GAP: "≠",
    Verdict.COMING: "…",
}
_APART = {
    Verdict.DECLARED: ("est déclaré, avec sa preuve", "sont déclarés, chacun avec sa preuve"),
    Verdict.UNREACHABLE: ("ne peut sortir d'aucun compte", "ne peuvent sortir d'aucun compte"),
    Verdict.GAP: ("est contredit", "sont contredits"),
    Verdict.COMING: ("n'a pas encore d'indicateur", "n'ont pas encore d'indicateur"),
}


def bar(found: Sequence[Reconciled]) -> list[Reconciled]:
    """Draws the filters and gives the lines they keep."""
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom"):
        document = choice.select("Rapport", "rapport", _DOCUMENTS, width=220)
        domain = choice.select("Domaine", "domaine", _DOMAINS, width=180)
        verdict = choice.select("Verdict", "verdict", _VERDICTS, width=230)
        asked = st.text_input(
            "Rechercher", key="recherche", live=True, bind="query-params", persist_state="session", width=240
        )
    return [
        each
        for each in found
        if document in (None, each.published.document)
        and domain in (None, each.published.domain)
        and verdict in (None, each.verdict)
        and _matches(each.published, asked or "")
    ]


def summary(found: Sequence[Reconciled]) -> None:
    """How many figures come out, and how the others stand."""
    counts = Counter(each.verdict for each in found)
    out = sum(each.comes_out for each in found)
    items = [
        el("li", f"{_MARKS[v]} {v.value} : ", el("strong", str(counts[v]))) for v in Verdict if counts[v]
    ]
    said = f"{out} des {len(found)} chiffres publiés sortent des enregistrements."
    apart = " ".join(_apart(verdict, counts[verdict]) for verdict in _APART if counts[verdict])
    html.show(
        el(
            "section",
            el("p", el("strong", said), f" {apart}" if apart else None),
            el("ul", *items, class_="comptes"),
            class_="bilan",
        )
    )


def _apart(verdict: Verdict, number: int) -> str:
    """How many figures do not come out, and why, in one sentence."""
    one, many = _APART[verdict]
    return f"{number} {many if number > 1 else one}."


def table(kept: Sequence[Reconciled]) -> None:
    """One line per published figure."""
    if not kept:
        html.show(el("p", "Aucun chiffre publié ne correspond à ces filtres.", class_="vide", role="status"))
        return
    staff = [each for each in kept if each.published.domain is Domain.WORKFORCE]
    seen.add(sum(each.computed is not None for each in staff))
    columns = [
        tables.Column("Chiffre"),
        tables.Column("Rapport et page"),
        tables.Column("Libellé"),
        tables.Column("Période"),
        tables.Column("Publié", is_number=True),
        tables.Column("Calculé", is_number=True),
        tables.Column("Verdict"),
        tables.Column("Explication"),
    ]
    tables.show(
        f"Registre des chiffres publiés : {counted(len(kept), 'ligne')}",
        columns,
        [_line(each) for each in kept],
    )


def _line(each: Reconciled) -> list[Element | str]:
    p = each.published
    decimals = max(0, -int(p.value.as_tuple().exponent))
    printed = words.as_printed(Fraction(p.value), decimals, p.unit, p.precision)
    css = each.verdict.name.lower().replace("_", "-")
    mark = el("span", f"{_MARKS[each.verdict]} {each.verdict.value}", class_=f"verdict {css}")
    perimeter = el("small", each.perimeter) if each.perimeter else None
    label = el("span", _named(p), perimeter, class_="libelle")
    place = f"{p.where_printed}, {p.chapter}"
    return [
        p.id,
        place,
        label,
        p.period.label,
        printed,
        _computed(each, decimals),
        mark,
        each.explanation or "–",
    ]


def _named(published: Published) -> Element:
    """What was printed, which leads to the definition of the indicator that computes it."""
    metric = METRICS.get(published.metric or "")
    return links.definition(metric, published.label) if metric else el("span", published.label)


def _computed(each: Reconciled, decimals: int) -> Element | str:
    """The computed figure as the report would print it, and what it was before rounding."""
    if each.computed is None:
        return "–"
    unit = each.published.unit
    rounded = words.as_printed(each.computed, decimals, unit)
    exact = words.as_printed(each.computed, decimals + 2, unit)
    if words.is_whole(each.computed, decimals):
        return rounded
    return el("span", el("span", rounded), el("small", exact), class_="chiffre")


def _matches(p: Published, asked: str) -> bool:
    """Whether each word is found; a number is found as printed, with or without its spaces."""
    read = plain(f"{p.id} {p.label} {p.section} {p.note} {p.value}")
    digits = plain(asked).replace(" ", "")
    return digits == str(p.value) or all(word in read for word in plain(asked).split())
