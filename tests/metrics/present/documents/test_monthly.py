"""The monthly report: five sentences a domain at most, changes that add up, for directors only."""

import re
from collections.abc import Iterable

import pytest

from data_access.errors import AccessDenied, QueryError
from metrics import glossary
from metrics.moved import MOST
from metrics.present import pdf, words
from metrics.present.datum import Datum
from metrics.present.documents import monthly
from metrics.present.export import Export
from tests.metrics.present.documents.making import BOARD, MANAGER, asked, grids, made, sentences
from tests.metrics.present.papers import pages

PARTS, NEWS = "Ce qui a bougé, agence par agence", "Ce qui a bougé, ce qui est à regarder"
DOMAINS = ("Activité", "Effectifs", "Formation", "RSE", "Financement")
BECAUSE = re.compile(r"\b(grâce|cause|expliqu|dû à|en raison|entraîn|provo|permet|contribu)")


@pytest.fixture(scope="module")
def december(sample_store: str) -> Export:
    return made(sample_store, monthly.NAME, span="2024-12")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_domain_is_told_in_five_sentences_at_most(december: Export) -> None:
    titles = [part.title for part in december.parts]
    assert titles == ["", NEWS, *DOMAINS, PARTS]
    assert set(DOMAINS) == set(glossary.DOMAINS.values())
    for title in DOMAINS:
        assert 1 <= len(sentences(december, title)) <= MOST, title


def test_sentences_say_what_happened_and_not_why(december: Export) -> None:
    said = [plain(each) for title in DOMAINS for each in sentences(december, title)]
    assert not [each for each in said if BECAUSE.search(each)]
    assert all(each.endswith(".") and each[0].isupper() for each in said)
    assert (
        "Les produits sont en hausse de 42 k€ (+11,3 %), dont +37 k€ en Île-de-France : 417 k€, "
        "contre 374 k€ en décembre 2023."
    ) in said
    assert (
        "Les équivalents temps plein restent stables : 106,92 ETP, contre 104,92 ETP en décembre 2023 "
        "(+1,9 %)."
    ) in said
    assert "Le nombre de certifications et de labels en vigueur reste à 6, comme en décembre 2023." in said


def test_the_alerts_are_those_of_the_home_page(december: Export) -> None:
    said = [plain(each) for each in sentences(december, NEWS)]
    assert "Objectif manqué : Interventions : 7 860 pour un objectif de 8 510." in said


def test_of_a_past_month_what_falls_due_is_dated_from_the_day_of_the_report(
    december: Export, sample_store: str
) -> None:
    dated = "Objectifs et évolutions : janvier 2024. Échéances et retards : au 31 décembre 2024."
    past = made(sample_store, monthly.NAME, span="2024-01")
    assert dated in [plain(each) for each in sentences(past, NEWS)]
    assert not [each for each in sentences(december, NEWS) if "Échéances et retards" in each]


def amounts(line: Iterable[Datum]) -> list[int]:
    """The contributions of a line, without their units."""
    read = (each.text.replace(words.MINUS, "-") for each in line)
    return [int(re.sub(r"[^\d-]", "", each)) for each in read]


def test_the_parts_of_a_change_add_up_to_it_but_for_roundings(december: Export) -> None:
    (told,) = [grid for name, grid in grids(december).items() if name.startswith("Évolutions")]
    *parts, changes = (amounts(line[1:]) for line in told.lines)
    sums = [sum(column) for column in zip(*parts, strict=True)]
    assert all(abs(each - change) <= len(parts) / 2 for each, change in zip(sums, changes, strict=True))


@pytest.mark.parametrize(("span", "most"), [("2024-12", 2), ("2024-08", 3), ("2023-06", 3)])
def test_a_month_holds_on_a_few_pages(sample_store: str, span: str, most: int) -> None:
    paper = pdf.write(made(sample_store, monthly.NAME, span=span))
    assert 2 <= len(pages(paper)) <= most


def test_the_same_report_is_the_same_bytes(december: Export, sample_store: str) -> None:
    assert pdf.write(december) == pdf.write(made(sample_store, monthly.NAME, span="2024-12"))


@pytest.mark.parametrize("scope", [BOARD, MANAGER], ids=lambda scope: scope.role)
def test_it_is_for_directors(sample_store: str, scope: object) -> None:
    with pytest.raises(AccessDenied):
        asked(sample_store, monthly.NAME, scope, span="2024-12")  # type: ignore[arg-type]


def test_it_is_made_over_a_month(sample_store: str) -> None:
    with pytest.raises(QueryError, match="un mois"):
        asked(sample_store, monthly.NAME, span="2024")
