"""Staff and training in files: whole years alone, forms line by line, nothing that only a page can do."""

from fractions import Fraction

import pytest

from data_access.access import Role, scope_for
from metrics import figure_id, period
from metrics.bpf.answers import sums
from metrics.bpf.form import form
from metrics.context import context
from metrics.present.blocks import Note, Tiles
from metrics.present.export import Export
from metrics.present.grid import Grid
from metrics.present.sheets import sheets
from metrics.present.table import Run
from metrics.query import Query
from metrics.run import ask
from metrics.views.asked import asked
from metrics.views.export import export
from metrics.views.pages import PAGES
from metrics.views.visit import Visit

DIRECTION = scope_for(Role.DIRECTION)


def taken(store: str, view: str, span: str = "2024") -> Export:
    visit = Visit(store, DIRECTION, context(store), view, "quelqu'un")
    return export(asked(visit, PAGES[view], (), period.parse(span)), PAGES[view], "quelqu'un")


def table(whole: Export, start: str) -> Grid:
    (found,) = [each.grid for each in sheets(whole) if each.grid.title.startswith(start)]
    return found


def sentences(whole: Export) -> list[str]:
    """The sentences of a view, their no-break spaces as plain ones."""
    notes = [piece for part in whole.parts for piece in part.pieces if isinstance(piece, Note)]
    told = ("".join(w.text if isinstance(w, Run) else w for w in note.words) for note in notes)
    return [each.replace("\u00a0", " ") for each in told]


def test_training_has_no_contract_year_and_its_figures_are_those_of_the_calendar_year(
    sample_store: str,
) -> None:
    whole = taken(sample_store, "formation", "marche:2024")
    assert any("n'a pas d'exercice de marché : chiffres de l'année 2024" in said for said in sentences(whole))
    (tiles,) = [piece for part in whole.parts for piece in part.pieces if isinstance(piece, Tiles)]
    assert str(tiles.headline.query.period) == "2024"


@pytest.mark.parametrize(
    ("view", "what"),
    [("effectifs", "Entrées, sorties et rotation"), ("formation", "Par titre et par employeur")],
)
def test_what_is_told_of_years_is_a_sentence_over_a_month(sample_store: str, view: str, what: str) -> None:
    refusals = {
        span: [said for said in sentences(taken(sample_store, view, span)) if said.startswith(what)]
        for span in ("2024", "2024-11")
    }
    assert refusals["2024"] == []
    assert [said.partition(" : ")[2][:34] for said in refusals["2024-11"]] == [
        "lecture par année civile seulement"
    ]


def test_what_only_a_page_can_do_is_left_out(sample_store: str) -> None:
    said = sentences(taken(sample_store, "formation")) + sentences(taken(sample_store, "effectifs"))
    assert not [each for each in said if "Ctrl" in each or "Pourquoi" in each]


def test_the_form_has_its_lines_as_numbers_and_its_checks_as_sentences(sample_store: str) -> None:
    whole, filled = taken(sample_store, "formation"), form(sums(sample_store, 2024, DIRECTION))
    told = table(whole, "Cadre C")
    unit, place = ([head.label for head in told.heads].index(label) for label in ("Unité", "Montant (€)"))
    income = {line[0].text: line[place].number for line in told.lines}
    assert [line[0].text for line in told.lines if line[unit].text == "%"] == ["C %"]
    written = [line for line in filled.lines if line.code.startswith("C")]
    assert income == {
        line.code: Fraction((line.percent if line.percent is not None else line.euros) or 0)
        for line in written
    }
    assert sum(said.startswith("✓ tient : ") for said in sentences(whole)) == 11


def test_each_year_of_the_published_results_opens_by_its_reference(sample_store: str) -> None:
    known, whole = context(sample_store), table(taken(sample_store, "formation"), "Résultats du")
    labels = [head.label for head in whole.heads]
    for span in ("2024", "2023"):
        cells = [line[labels.index(f"Année {span}")] for line in whole.lines]
        found = [figure_id.read(each.id, known) for each in cells]
        assert [str(each.period) for each in found] == [span] * len(cells)
        for cell, each in zip(cells, found, strict=True):
            query = Query(metrics=(each.metric,), period=each.period)
            assert cell.number == ask(sample_store, query, DIRECTION).rows[0].cells[0].figure.value


def test_the_index_of_a_year_is_set_against_nothing_beside_its_base(sample_store: str) -> None:
    whole = table(taken(sample_store, "effectifs"), "Les indicateurs de l'index")
    assert not [head.label for head in whole.heads if "2023" in head.label or "Évolution" in head.label]
    place = [head.label for head in whole.heads].index("Sur")
    assert [line[place].number for line in whole.lines] == [40, 35, 15, 10, 40 + 35 + 15 + 10]


def test_a_bridge_adds_up_to_the_last_digit(sample_store: str) -> None:
    every = [each.grid for each in sheets(taken(sample_store, "effectifs"))]
    to_fte, to_posts = [each for each in every if each.heads and each.heads[0].label == "Étape"]
    for each, figure in ((to_fte, "fte"), (to_posts, "posts")):
        place = [head.label for head in each.heads].index("Nombre")
        *steps, last = [line[place] for line in each.lines]
        assert sum((step.number or 0 for step in steps), Fraction(0)) == last.number
        assert last.id.startswith(f"{figure}/2024/")
