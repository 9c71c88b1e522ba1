"""Views on paper: all that they show, as text, tagged for those who listen, the same bytes each time."""

import io
from dataclasses import replace

import pikepdf
import pytest

from metrics.catalogue.dimensions import DISPOSITIF
from metrics.present import pdf
from metrics.present.blocks import Copyable, Heading, note, nothing
from metrics.present.export import Export, Part
from metrics.present.pdf.texts import written
from metrics.present.table import Column, Entry, Ref, Run, Table, Under, grouped, table
from metrics.result import Cell
from tests.metrics.present import rounds
from tests.metrics.present.papers import (
    exported,
    letters,
    lines_of,
    pages,
    picture,
    sizes,
    squeezed,
)
from tests.pages.answers import answer, figure

UPRIGHT, ON_ITS_SIDE = (595, 842), (842, 595)
HOSTILE = '#panic("non") *gras* _souligné_ @ref <étiquette> $x^2$ `code` // \\ ] } « oui » [lien](page)'


def text(paper: bytes) -> str:
    return squeezed("".join(pages(paper)))


def said(export: Export) -> str:
    return text(pdf.write(export))


def test_a_key_figure_is_told_whole() -> None:
    found = said(exported(rounds.tiles()))
    for told in (
        "Interventions",
        "1 112",
        "↗ +112 (+11,0 %) · en hausse",
        "par rapport à : année 2023",
        "Objectif : 1 000, atteint à 111 %",
        "Données au 31 décembre 2024",
        "publié RA 2024 p. 6",
        "interventions/2024-12/v1/1",
    ):
        assert squeezed(told) in found


def test_the_header_says_what_was_asked() -> None:
    found = said(exported(note("Rien."), facts=(("Période", "décembre 2024"), ("Import", "57"))))
    for told in ("Rondes", "Combien de rondes ?", "Période : décembre 2024", "Import : 57"):
        assert squeezed(told) in found


def test_every_page_says_its_number_the_file_and_how_fresh_it_is() -> None:
    export = exported(lines_of(120), data_date=exported().day, is_sample=True)
    found = pages(pdf.write(export))
    assert len(found) > 1
    for number, page in enumerate(found, start=1):
        assert f"{number}/{len(found)}" in squeezed(page)
        assert squeezed("rondes_2024-12 · Données au 6 janvier 2025 · Données d'exemple") in squeezed(page)


def test_real_data_is_not_called_an_example() -> None:
    assert squeezed("Données d'exemple") not in said(exported(note("Rien.")))


def test_what_stands_under_a_figure_is_under_it() -> None:
    unders = (Under("n = 23 ; 58 à 90 %", "certitude"), Under("+2,1 pt", "evolution good"))
    cell = Entry("72,9 %", under=(*unders, Under("publié RA 2024 p. 8", "badge")))
    columns = (Column("Agence"), Column("Réussite", is_number=True, note="hors siège"))
    shown = table("La réussite", columns, [["Rennes", cell]], source="Périmètre : Rennes")
    found = said(exported(shown))
    order = [found.index(squeezed(each.text)) for each in cell.under]
    assert order == sorted(order)
    for told in ("La réussite", "Réussite, hors siège", "72,9 %", "Périmètre : Rennes"):
        assert squeezed(told) in found


def test_a_table_ends_with_the_references_of_its_figures_each_once() -> None:
    counted = rounds.ROUNDS
    answered = answer(counted, {"Jour": Cell(figure(50)), "Nuit": Cell(figure(30))}, by=DISPOSITIF)
    entries = [
        [row.labels[0], Entry(str(n), Ref(answered, counted, row.cells[0], row))]
        for n, row in enumerate(answered.rows)
    ]
    found = said(exported(table("Les rondes", (Column("Dispositif"), Column("Rondes")), entries)))
    assert found.count("Références:interventions/2024-12/v1/1") == 1


def test_headers_come_back_on_each_page_of_a_long_table() -> None:
    found = pages(pdf.write(exported(lines_of(120))))
    assert len(found) > 1
    assert all("Dispositif" in page for page in found)
    assert sum(page.count("Jour ") for page in found) == 120


@pytest.mark.parametrize("sentences", range(30, 50, 4))
def test_a_long_table_never_begins_with_a_line_or_two_at_the_foot_of_a_page(sentences: int) -> None:
    said = [note(f"Phrase {n}.") for n in range(sentences)]
    told = pages(pdf.write(exported(*said, lines_of(90))))
    begins = next(text for text in told if "Les rondes" in text)
    assert "Jour 5" in begins


def test_the_title_of_a_part_of_a_table_comes_back_with_its_lines() -> None:
    lines = [[f"Jour {n}", str(n)] for n in range(80)]
    shown = grouped("Les rondes", (Column("Nom"), Column("Rondes")), [("Rennes", lines), ("Nantes", lines)])
    found = pages(pdf.write(exported(shown)))
    assert all("Rennes" in page or "Nantes" in page for page in found)
    assert sum("Rennes" in page for page in found) > 1


def test_a_table_too_wide_for_an_upright_page_lies_on_its_side_with_its_title() -> None:
    wide = lines_of(3, ["Dispositif", *(f"Personnes rencontrées {n}" for n in range(12))])
    large = Heading("Large"), wide, note("Après.")
    paper = pdf.write(exported(note("Avant."), picture(2), *large, picture(2)))
    found = pages(paper)
    (side,) = [n for n, size in enumerate(sizes(paper)) if size == ON_ITS_SIDE]
    assert "Large" in found[side]
    assert squeezed("Après.") in squeezed(found[side])
    assert {size for n, size in enumerate(sizes(paper)) if n != side} == {UPRIGHT}


def test_a_document_that_begins_with_a_wide_table_has_no_empty_page() -> None:
    wide = lines_of(3, ["Dispositif", *(f"Personnes rencontrées {n}" for n in range(12))])
    first, *_ = pages(pdf.write(exported(wide)))
    assert "Combien de rondes" in first
    assert "Jour 3" in first


def test_a_short_table_of_a_chart_is_printed_and_a_long_one_is_said_to_be_elsewhere() -> None:
    short, long = said(exported(picture(40))), said(exported(picture(41)))
    elsewhere = squeezed("Le tableau de ce graphique (41 lignes) est dans le classeur de cette vue.")
    assert "Jour40" in short
    assert elsewhere not in short
    assert "Jour41" not in long
    assert elsewhere in long


def test_a_table_of_the_view_itself_is_printed_whole_however_long() -> None:
    assert "Jour200" in said(exported(lines_of(200)))


def test_a_folded_table_is_printed_when_it_is_short_and_has_lines() -> None:
    short, long, empty = (replace(lines_of(count), folded="Voir le tableau") for count in (40, 41, 0))
    assert "Jour40" in said(exported(short))
    assert "Jour41" not in said(exported(long))
    assert squeezed("Les rondes : ce tableau (41 lignes) est dans le classeur") in said(exported(long))
    assert "Dispositif" not in said(exported(empty))


def test_a_chart_is_told_in_words_with_what_happened_meanwhile() -> None:
    shown = picture(2)
    found = said(exported(shown))
    for told in (shown.chart.title, shown.chart.subtitle, shown.chart.sentence, *shown.chart.notes):
        assert squeezed(told) in found


def test_a_chart_is_drawn_as_vectors_with_its_letters() -> None:
    """The names of bars are text that one can select, and no picture in points is inside."""
    with pikepdf.open(io.BytesIO(pdf.write(exported(picture(41))))) as document:
        drawn = [each for page in document.pages for each in page.get_images()]
    assert not drawn
    assert "Nuit" in said(exported(picture(41)))


def test_texts_that_look_like_markup_are_texts() -> None:
    shown = table(HOSTILE, (Column(HOSTILE),), [[Entry(HOSTILE, under=(Under(HOSTILE),))]], source=HOSTILE)
    pieces = (Heading(HOSTILE), note(HOSTILE, Run(HOSTILE, is_strong=True)), nothing(HOSTILE), shown)
    around = {"title": HOSTILE, "part": HOSTILE, "facts": ((HOSTILE, HOSTILE),), "notes": (HOSTILE,)}
    assert said(exported(*pieces, **around)).count(squeezed(HOSTILE)) == 5 + 4 + 5


def test_nothing_leaves_its_page_however_long_it_is() -> None:
    word, sentence = "x" * 400, "Une phrase. " * 25
    shown = table(word, (Column(word), Column("Rondes", is_number=True)), [[word, Entry("1" * 60)]])
    one = picture(41)
    told = replace(one.chart, notes=("un fait",) * 90, sentence="Dit. " * 300)
    chart = replace(told, subtitle=sentence, height=2000)
    pieces = Heading(word), note(word), shown, replace(one, chart=chart), lines_of(30, text=sentence)
    paper = pdf.write(exported(*pieces, title=word))
    for left, bottom, right, top, (width, height) in letters(paper):
        assert 0 <= left <= right <= width
        assert 0 <= bottom <= top <= height
    found = text(paper)
    assert found.count("unfait") == 90
    assert found.count("Dit.") == 300


def test_what_is_there_to_be_copied_is_not_for_paper() -> None:
    copied = Copyable("Copier le cadre", "Sélectionnez puis collez.", "Ligne\tMontant")
    assert "Copier" not in said(exported(copied))


def test_a_part_without_pieces_or_a_table_without_lines_is_no_fault() -> None:
    empty = Table(caption="Vide", columns=(Column("Nom"),), groups=(("", ()),))
    export = replace(exported(), parts=(Part("", ()), Part("Rien", (empty,))))
    assert "Vide" in said(export)


def test_a_number_stays_beside_its_word() -> None:
    told = written("Import n° 176, de 12 h - 19 h : rien")
    assert told == "Import n°\u00a0176, de 12\u00a0h - 19\u00a0h\u00a0: rien"
