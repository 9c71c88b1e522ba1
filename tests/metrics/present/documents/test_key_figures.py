"""« Chiffres clés » : what the report of 2024 prints comes out with its page; any year is told so."""

from fractions import Fraction

import pytest

from metrics.present import pdf
from metrics.present.documents.key_figures import PARTS
from metrics.present.export import Export
from metrics.present.table import Entry, Table
from metrics.result import State
from tests.metrics.present.documents.making import BOARD, DIRECTION, grids, made
from tests.metrics.present.papers import pages, squeezed

PRINTED = {  # RA 2024 p. 6 and 7
    "Produits": "4 748 k€",
    "Agences de territoires": "4",
    "Dispositifs de médiation sociale en cours": "14",
    "Établissements scolaires concernés": "55",
    "Nouveaux marchés": "4",
    "Marchés renouvelés": "1",
    "Salariés": "129 pers.",
    "Pays de naissance": "18",
    "Salariés nés hors de France": "39 pers.",
    "Médiateurs et médiatrices, apprentis compris": "87 pers.",
    "Référents": "12 pers.",
    "Responsables opérationnels": "10 pers.",
    "Professionnels de la médiation": "109 pers.",
    "Sites de formation": "2",
    "Médiateurs ayant suivi la formation socle": "65 pers.",
    "Stagiaires et apprentis": "929 pers.",
    "Salariés d'Optima ayant suivi un module de titre": "49 pers.",
    "Médiateurs titulaires d'un titre": "27 pers.",
    "Médiateurs titulaires d'un titre obtenu au CFA Optima": "21 pers.",
    "Apprentis des fonctions support et formation": "5 pers.",
}


@pytest.fixture(scope="module")
def year(sample_store: str) -> Export:
    return made(sample_store, "chiffres-cles")


def cards(of: Export) -> dict[str, Entry]:
    """The values by the names of their figures."""
    (shown,) = [each for part in of.parts for each in part.pieces if isinstance(each, Table)]
    return {
        name.text: value
        for name, value in shown.lines
        if isinstance(name, Entry) and isinstance(value, Entry)
    }


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_published_figures_come_out_with_their_page(year: Export) -> None:
    told = cards(year)
    assert {name: plain(told[name].text) for name in PRINTED} == PRINTED
    for name, value in told.items():
        (place,) = [under.text for under in value.under if under.look == "badge"]
        assert "RA 2024 p.\u00a06" in place, name


def test_all_of_it_is_asked_for_never_added_up(year: Export) -> None:
    lines = {line[1].text: line for line in grids(year)["Chiffres clés"].lines}
    assert lines["Produits"][3].number == Fraction(4_747_870)
    assert len(lines) == sum(map(len, PARTS.values()))


def test_the_page_of_figures_holds_on_a_page(year: Export) -> None:
    found = pages(pdf.write(year))
    assert len(found) == 2
    for title in PARTS:
        assert squeezed(title) in squeezed("".join(found))


def test_another_year_has_the_same_figures_and_says_what_it_does_not_know(sample_store: str) -> None:
    lines = grids(made(sample_store, "chiffres-cles", span="2019"))["Chiffres clés"].lines
    assert len(lines) == sum(map(len, PARTS.values()))
    assert {line[3].state for line in lines} & {State.MISSING, State.NOT_COMPUTABLE}


def test_the_board_reads_what_direction_reads(sample_store: str) -> None:
    told = [
        [
            datum.text
            for line in grids(made(sample_store, "chiffres-cles", scope))["Chiffres clés"].lines
            for datum in line
        ]
        for scope in (DIRECTION, BOARD)
    ]
    assert told[0] == told[1]
