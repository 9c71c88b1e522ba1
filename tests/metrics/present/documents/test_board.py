"""The file of a meeting of the board: its parts in their order, the same bytes each time."""

import io

import pikepdf
import pytest

from metrics.present import pdf
from metrics.present.export import Export
from metrics.present.xlsx import workbook
from metrics.views.files import states
from tests.metrics.present.books import opened
from tests.metrics.present.documents.making import BOARD, asked, grids, made, sentences
from tests.metrics.present.papers import pages, squeezed
from tests.metrics.views.test_export import figures

PARTS = (
    "Chiffres clés",
    "Activité",
    "Effectifs",
    "Formation",
    "RSE",
    "Financement",
    "Sources de financement",
    "Marchés et renouvellements",
    "Tableau des indicateurs RSE",
    "Ce qui a changé depuis le dossier précédent",
)
ONE_PAGE = PARTS[1:7]


@pytest.fixture(scope="module")
def year(sample_store: str) -> Export:
    return made(sample_store, "dossier-ca")


@pytest.fixture(scope="module")
def paper(year: Export) -> bytes:
    return pdf.write(year)


def test_its_parts_come_in_their_order(year: Export) -> None:
    assert tuple(part.title for part in year.parts) == PARTS


def test_its_cover_says_what_it_is_and_what_it_holds(paper: bytes) -> None:
    cover = squeezed(pages(paper)[0])
    for told in ("Dossier du conseil d'administration", "Année 2024", "Ensemble de l'association", *PARTS):
        assert squeezed(told) in cover
    assert squeezed("Données au : 31 décembre 2024") in cover


def test_each_domain_has_one_page(paper: bytes) -> None:
    starts = [squeezed(page) for page in pages(paper)]
    assert len(starts) == 16
    for title in ONE_PAGE:
        assert sum(page.startswith(squeezed(title)) for page in starts) == 1
    places = [
        next(n for n, page in enumerate(starts) if page.startswith(squeezed(each))) for each in ONE_PAGE
    ]
    assert places == list(range(places[0], places[0] + len(ONE_PAGE)))


def test_no_page_has_the_header_of_a_table_and_none_of_its_lines(paper: bytes) -> None:
    """What a table covers and its references go on to the next page without it."""
    assert squeezed("Mouvement réel") not in squeezed(pages(paper)[-1])
    assert squeezed("Lire ce document") in squeezed(pages(paper)[-1])


def test_sources_are_told_to_the_euro(year: Export) -> None:
    lines = {line[0].text: line for line in grids(year)["Les sources de financement"].lines}
    told = {name: int(line[1].number or 0) for name, line in lines.items()}
    assert told == {
        "Ventes de prestations": 3_462_157,
        "Subventions": 1_204_171,
        "Financements apprentis": 81_542,
        "Ensemble": 4_747_870,
    }


@pytest.mark.parametrize("part", PARTS[1:6])
def test_each_domain_says_what_moved_in_sentences(year: Export, part: str) -> None:
    title, *said = sentences(year, part)
    assert title == "Ce qui a bougé"
    assert 1 <= len(said) <= 5
    assert all(each.endswith(".") for each in said)


def test_the_annex_holds_the_tables_that_the_pages_leave_out(year: Export, paper: bytes) -> None:
    names = opened(year).sheetnames
    assert {"Chiffres clés", "Interventions, mois", "Chiffre par chiffre", "Identifiants"} <= set(names)
    assert squeezed("Les tableaux des graphiques sont dans le classeur du même nom.") in squeezed(
        pages(paper)[-1]
    )


def test_a_figure_is_the_same_wherever_the_file_tells_it(year: Export) -> None:
    assert len(figures(year)) > 150


def test_the_same_store_gives_the_same_bytes(sample_store: str, year: Export, paper: bytes) -> None:
    again = made(sample_store, "dossier-ca")
    assert pdf.write(again) == paper
    assert workbook.write(again) == workbook.write(year)


def test_the_board_has_it_made_too(sample_store: str, year: Export) -> None:
    mine = made(sample_store, "dossier-ca", BOARD)
    assert tuple(part.title for part in mine.parts) == PARTS
    assert states(mine)[1] >= states(year)[1]  # what is hidden is hidden for the board too
    assert pdf.write(mine).startswith(b"%PDF-")


def test_any_calendar_period_can_be_looked_at(sample_store: str) -> None:
    for span in ("2024-T4", "2024-12", "ytd:2024-06"):
        of = made(sample_store, "dossier-ca", span=span)
        assert pdf.write(of).startswith(b"%PDF-")
        assert asked(sample_store, "dossier-ca", span=span).period.label.capitalize() == (
            of.cover.period if of.cover else ""
        )


def test_readers_for_the_blind_find_their_way(paper: bytes) -> None:
    with pikepdf.open(io.BytesIO(paper)) as document:
        assert document.Root.MarkInfo.Marked
        titles = [str(item.title) for item in document.open_outline().root]
    assert [each for each in titles if each in PARTS] == list(PARTS)
