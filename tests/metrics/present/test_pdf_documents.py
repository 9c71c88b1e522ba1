"""Documents on paper: a cover, large figures, charts side by side, and no text that is read as markup."""

from dataclasses import replace

import pytest

from metrics.present import pdf
from metrics.present.blocks import Picture
from metrics.present.export import ANNEX, Cover, Export, Part
from metrics.present.pdf.pairs import Pair, paired
from metrics.present.pdf.pieces import pieces
from metrics.present.table import Column, Entry, Table, Under, grouped
from tests.metrics.present.papers import elements, exported, lines_of, pages, picture, squeezed
from tests.metrics.present.test_pdf import HOSTILE

COVER = Cover("Toutes les rondes", "Décembre 2024")


def cards(*values: str, part: str = "Nuit") -> Table:
    """Large figures under the title of a part."""
    lines = [
        (f"Rondes {n}", Entry(value, under=(Under("publié RA 2024 p. 6", "badge"),)))
        for n, value in enumerate(values)
    ]
    columns = (Column("Chiffre"), Column("Valeur", is_number=True))
    return replace(
        grouped("Les rondes, 2024", columns, [(part, lines)], source="Périmètre : Rennes"), look="cartes"
    )


def covered(*parts: Part) -> Export:
    """A document with a cover and these parts."""
    return replace(exported(lines_of(1)), parts=parts, cover=COVER, annex=ANNEX)


def test_a_cover_fills_its_page_and_each_part_has_its_own() -> None:
    parts = [Part(title, (lines_of(2),)) for title in ("Jour", "Nuit")]
    first, *others = map(squeezed, pages(pdf.write(covered(*parts))))
    for told in ("Rondes", "Toutes les rondes", "Décembre 2024", "Jour", "Nuit", "Période : décembre 2024"):
        assert squeezed(told) in first
    assert [page[:4] for page in others] == ["Jour", "Nuit"]


def test_a_document_without_a_cover_goes_on_from_part_to_part() -> None:
    parts = tuple(Part(title, (lines_of(2),)) for title in ("Jour", "Nuit"))
    assert len(pages(pdf.write(replace(exported(lines_of(1)), parts=parts)))) == 1


def test_key_figures_are_large_each_with_its_name_and_where_it_was_printed() -> None:
    found = squeezed("".join(pages(pdf.write(exported(cards("1 112", "s", "n.d."))))))
    for told in ("Nuit", "1 112", "Rondes 0", "s", "n.d.", "publié RA 2024 p. 6", "Périmètre : Rennes"):
        assert squeezed(told) in found


def test_tables_of_charts_are_left_to_the_annex_which_is_named() -> None:
    shown = exported(picture(3))
    alone, annexed = pdf.write(shown), pdf.write(replace(shown, annex=ANNEX))
    assert squeezed("Jour 1") in squeezed("".join(pages(alone)))
    assert squeezed("Jour 1") not in squeezed("".join(pages(annexed)))
    assert squeezed(ANNEX) in squeezed("".join(pages(annexed)))
    (drawn,) = [alt for tag, alt in elements(annexed) if tag == "Figure"]
    assert "Jour" in drawn  # the chart still has the words that stand for it


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ((3,), [Picture]),
        ((3, 3), [Pair]),
        ((3, 3, 3), [Pair, Picture]),
        ((3, 20), [Picture, Picture]),
        ((20, 3, 3), [Picture, Pair]),
    ],
)
def test_two_small_charts_that_follow_one_another_are_side_by_side(
    lines: tuple[int, ...], kinds: list[type]
) -> None:
    assert [type(each) for each in paired(picture(count) for count in lines)] == kinds


def test_a_table_between_two_charts_keeps_them_apart() -> None:
    found = list(paired((picture(3), lines_of(2), picture(3))))
    assert [type(each) for each in found] == [Picture, Table, Picture]


def test_charts_side_by_side_are_told_whole() -> None:
    paper = pdf.write(exported(picture(3), picture(3), annex=ANNEX))
    assert len([tag for tag, _ in elements(paper) if tag == "Figure"]) == 2
    assert "".join(pages(paper)).count("3 juin 2024") == 2


def test_no_title_is_more_than_a_level_below_the_one_before() -> None:
    found = pieces(
        {"is_page": False}, covered(Part("Nuit", (cards("1"), picture(3), picture(3)))).parts, annex=True
    )
    levels = [piece["level"] for piece in found if "level" in piece]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_no_text_of_a_document_is_read_as_markup() -> None:
    of = replace(
        covered(Part(HOSTILE, (cards(HOSTILE, part=HOSTILE),))),
        title=HOSTILE,
        cover=Cover(HOSTILE, HOSTILE),
    )
    assert squeezed("".join(pages(pdf.write(of)))).count(squeezed('#panic("non")')) >= 5
