"""The frame of the bilan pédagogique et financier: its lines, its cross-checks, and all of it to copy."""

import streamlit as st

from data_access.errors import UserError
from metrics.bpf.answers import sums
from metrics.bpf.checks import Check, checks
from metrics.bpf.form import Form, Line, form
from metrics.parameters.deadlines import BPF
from metrics.present import bpf
from metrics.present.bpf import Frame
from pages.ui import html, side, tables
from pages.ui.asking import Ask
from pages.ui.html import Element, el

_COPY = (
    "Texte à coller dans un tableur : un clic le sélectionne en entier, puis copiez. Une tabulation sépare "
    "les cellules."
)


def draw(ask: Ask) -> None:
    """Draws the form of the year that the period ends in, or the sentence that refuses it."""
    year = ask.period.last_day.year
    html.show(el("h2", f"Bilan pédagogique et financier, exercice {year}", class_="partie"))
    try:
        read = sums(ask.session.url, year, ask.session.scope, ask.session.known)
    except UserError as refusal:
        html.show(el("p", str(refusal), class_="vide", role="status"))
        return
    filled = form(read)
    said = (f"Du 1er janvier au 31 décembre {year}, hors filtres de la page.", bpf.TO_CHECK)
    html.show(*(el("p", each, class_="phrase") for each in (*said, BPF.sentence(year + 1))))
    html.show(_checks(checks(filled, read)))
    source = f"Périmètre : Ensemble de l'association · données au 31 décembre {year}"
    with st.container(key="cadres"):
        left, right = side.by_side(1, 1)
    for each in bpf.frames(filled):
        with right if each.is_about_trainees else left:
            html.show(_frame(each, source))
    html.show(_to_copy(filled))


def _checks(judged: tuple[Check, ...]) -> Element:
    """The cross-checks, those that fail first: the word says what the sign says."""
    failed = sum(not each.holds for each in judged)
    held = "tous tiennent" if not failed else f"{failed} ne {'tiennent' if failed > 1 else 'tient'} pas"
    return el(
        "section",
        el("h3", f"Contrôles du cadre ({len(judged)}) : {held}"),
        el("ul", *map(_check, sorted(judged, key=lambda each: each.holds))),
        class_="controles",
    )


def _check(each: Check) -> Element:
    verdict = "✓ tient" if each.holds else "✗ ne tient pas"
    return el("li", el("strong", verdict), f" : {each.sentence} ", el("small", f"({each.found})"))


def _frame(frame: Frame, source: str) -> Element:
    """The lines of a frame; a total is in bold."""
    columns = [
        *map(tables.Column, ("Ligne", "Libellé")),
        *(tables.Column(head, is_number=True, metric=metric) for head, metric, _ in frame.columns),
    ]
    lines = [
        [line.code, _label(line), *(write(line) for _, _, write in frame.columns)] for line in frame.lines
    ]
    return tables.table(frame.title, columns, lines, source=source)


def _label(line: Line) -> Element | str:
    return el("strong", line.label) if line.label.startswith("Total") else line.label


def _to_copy(filled: Form) -> Element:
    """The same lines as text, one selection away from the clipboard."""
    text = el("pre", bpf.as_cells(filled), class_="a-copier", tabindex="0", aria_label=_COPY)
    return el(
        "details",
        el("summary", "Copier le cadre dans un tableur"),
        el("p", _COPY, class_="phrase"),
        text,
        class_="tableau-plie",
    )
