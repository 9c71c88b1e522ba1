"""The register of published figures: filters, counts, table."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from data_access.words import plain
from metrics.glossary import DOMAINS
from metrics.present import words
from metrics.reconcile import Published, Reconciled, Verdict
from pages.ui import html, tables
from pages.ui.html import Element, el

_ALL = "tous"
_DOCUMENTS = {"RA2024": "Rapport d'activité 2024", "RSE2024": "Rapport RSE 2024"}
_VERDICTS = {plain(verdict.value).replace(" ", "-").replace("'", "-"): verdict for verdict in Verdict}
_MARKS = {
    Verdict.SAME: "✓",
    Verdict.SAME_ROUNDED: "✓",
    Verdict.COMPATIBLE: "✓",
    Verdict.DECLARED: "✎",
    Verdict.UNREACHABLE: "∅",
    Verdict.GAP: "≠",
    Verdict.COMING: "…",
}


def bar(found: Sequence[Reconciled]) -> list[Reconciled]:
    """Draws the filters and gives the lines they keep."""
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom"):
        document = _choice("Rapport", "rapport", {key.lower(): label for key, label in _DOCUMENTS.items()})
        domain = _choice("Domaine", "domaine", {d.value: label for d, label in DOMAINS.items()})
        verdict = _choice("Verdict", "verdict", {slug: v.value for slug, v in _VERDICTS.items()})
        words_asked = st.text_input(
            "Rechercher", key="recherche", bind="query-params", persist_state="session", width=240
        )
    return [
        each
        for each in found
        if document in (_ALL, each.published.document.lower())
        and domain in (_ALL, each.published.domain.value)
        and (verdict == _ALL or each.verdict is _VERDICTS[verdict])
        and _matches(each.published, words_asked or "")
    ]


def summary(found: Sequence[Reconciled]) -> None:
    """How many figures come out, and how the others stand."""
    counts = Counter(each.verdict for each in found)
    out = sum(each.comes_out for each in found)
    items = [
        el("li", f"{_MARKS[v]} {v.value} : ", el("strong", str(counts[v]))) for v in Verdict if counts[v]
    ]
    said = f"{out} des {len(found)} chiffres publiés sortent des enregistrements."
    html.show(el("section", el("p", el("strong", said)), el("ul", *items, class_="comptes"), class_="bilan"))


def table(kept: Sequence[Reconciled]) -> None:
    """One line per published figure."""
    if not kept:
        html.show(el("p", "Aucun chiffre publié ne correspond à ces filtres.", class_="vide", role="status"))
        return
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
        f"Registre des chiffres publiés : {len(kept)} lignes", columns, [_line(each) for each in kept]
    )


def _line(each: Reconciled) -> list[Element | str]:
    p = each.published
    decimals = max(0, -int(p.value.as_tuple().exponent))
    printed = words.as_printed(Fraction(p.value), decimals, p.unit, p.precision)
    computed = "–" if each.computed is None else words.as_printed(each.computed, decimals, p.unit)
    css = plain(each.verdict.name).replace("_", "-")
    mark = el("span", f"{_MARKS[each.verdict]} {each.verdict.value}", class_=f"verdict {css}")
    return [
        p.id,
        f"{p.where_printed}, {p.chapter}",
        p.label,
        p.period.label,
        printed,
        computed,
        mark,
        each.explanation or "–",
    ]


def _choice(label: str, key: str, options: dict[str, str]) -> str:
    _say_what_is_not_honoured(label, key, options)
    names = {_ALL: "Tous", **options}
    return st.selectbox(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        bind="query-params",
        persist_state="session",
        width=220,
    )


def _say_what_is_not_honoured(label: str, key: str, options: dict[str, str]) -> None:
    asked = st.query_params.get(key)
    if asked is not None and asked != _ALL and asked not in options:
        st.warning(f"{label} : la valeur « {asked} » de l'adresse n'existe pas ; elle a été ignorée.")


def _matches(p: Published, asked: str) -> bool:
    return all(word in plain(f"{p.id} {p.label} {p.section} {p.note}") for word in plain(asked).split())
