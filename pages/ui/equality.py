"""The equality index: its indicators with their points and maxima, the base, the years before."""

import streamlit as st

from metrics import equality_table
from metrics.badges import Badges, said
from metrics.catalogue.equality import EQUALITY_INDEX, INDEX_MEN, INDEX_WOMEN
from metrics.equality_table import READ, Index
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.text import row_labels
from metrics.result import Result
from metrics.views.ask import Ask
from pages.ui import answering, breakdown, html, links, listed, tables, years
from pages.ui.drawn import once
from pages.ui.html import Element, el

_UNDECLARED = (
    "Index égalité : il se lit sur une année de référence, à sa dernière fin de mois ; rien n'est déclaré "
    "pour cette période."
)
_READING = (
    "L'index ramène à 100 les points obtenus sur les points possibles : un indicateur non calculable sort de "
    "la base, et sous 75 points possibles il n'y a pas d'index. Ce sont des points, pas des pour cent."
)
_BASES = "La base change d'une année à l'autre : ces index ne se comparent pas entre eux."


def show(ask: Ask, badges: Badges) -> None:
    """Draws the index of the period, then that of each year loaded, then whom it counts."""
    answer = answering.by(ask, (), *READ)
    if isinstance(answer, str):
        breakdown.refused(answer)
        return
    if equality_table.index(answer).is_declared:
        html.show(
            _indicators(answer, said(badges, answer, EQUALITY_INDEX)), el("p", _READING, class_="phrase")
        )
    else:
        years.offer(ask, _UNDECLARED)
    with st.container(key="serre-index"):
        html.show(*_history(ask.years(*READ)))
    listed.table(ask, "Qui l'index compte", badges, INDEX_WOMEN, INDEX_MEN)


@once
def _indicators(answer: Result, published: str) -> Element:
    """A line per indicator, then the points obtained and possible, and the index they make."""
    found = equality_table.index(answer)
    lines: list[tables.Line] = [
        [
            links.definition(each.metric, each.label),
            links.definition(each.measured, words.exact(each.result.figure, each.measured.unit)),
            words.on_tile(each.points.figure, each.metric.unit)[0],
            str(each.maximum) if each.counts else f"hors base ({each.maximum})",
        ]
        for each in found.indicators
    ]
    score = words.exact(found.score.figure, EQUALITY_INDEX.unit)
    whole = el("span", el("span", tables.marked(score)), tables.badge(published), class_="chiffre")
    name = links.definition(EQUALITY_INDEX, EQUALITY_INDEX.label)
    lines.append([name, whole, str(found.points), str(found.base)])
    columns = [
        tables.Column("Indicateur"),
        tables.Column("Résultat", is_number=True),
        tables.Column("Points", is_number=True),
        tables.Column("Sur", is_number=True),
    ]
    caption = f"Les indicateurs de l'index, {answer.query.period.label}"
    return tables.table(caption, columns, lines, total=True, source=covered(answer, EQUALITY_INDEX))


@once
def _history(answer: Result) -> tuple[Element, ...]:
    """A line per year: the index beside its base, then the points of each indicator."""
    found = [(row_labels(answer, row)[0], equality_table.index(answer, row)) for row in answer.rows]
    declared = [(year, index) for year, index in found if index.is_declared]
    if not declared:
        return ()
    points = [each.metric for each in declared[0][1].indicators]
    columns = [
        tables.Column("Année"),
        *(
            tables.Column(header, is_number=True, metric=EQUALITY_INDEX)
            for header in ("Index (/100)", "Points obtenus", "Points possibles")
        ),
        *(tables.Column(_short(each.label), is_number=True, metric=each) for each in points),
    ]
    lines = [[year, *_year(index)] for year, index in declared]
    drawn = tables.table(
        f"L'index et sa base, {answer.query.period.label}",
        columns,
        lines,
        source=covered(answer, EQUALITY_INDEX),
    )
    bases = {index.base for _, index in declared}
    return (drawn, el("p", _BASES, class_="phrase")) if len(bases) > 1 else (drawn,)


def _short(label: str) -> str:
    """« Points de l'écart de rémunération » of « Index égalité : points de l'écart de rémunération »."""
    said = label.rpartition(" : ")[2]
    return f"{said[:1].upper()}{said[1:]}"


def _year(index: Index) -> tables.Line:
    own = [words.on_tile(each.points.figure, each.metric.unit)[0] for each in index.indicators]
    score = words.on_tile(index.score.figure, EQUALITY_INDEX.unit)[0]
    return [score, str(index.points), str(index.base), *own]
