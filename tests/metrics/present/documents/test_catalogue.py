"""A document is made for those who have it, of the period and of the subject that are its own."""

import pytest

from data_access.access import Scope
from data_access.errors import AccessDenied, QueryError
from metrics import period
from metrics.catalogue.dimensions import AGENCY, FAMILY
from metrics.present.documents import catalogue
from metrics.present.documents.catalogue import DOCUMENTS
from metrics.query import Filter
from metrics.views.files import FORMATS
from tests.metrics.present.documents.making import BOARD, DIRECTION, MANAGER, asked


def test_every_document_is_named_after_itself_and_made_in_known_formats() -> None:
    for name, document in DOCUMENTS.items():
        assert name == document.name == document.page.view.url
        assert set(document.formats) <= set(FORMATS)
        assert document.about in (None, *document.page.by)


def test_a_name_that_is_not_one_is_told_the_nearest() -> None:
    with pytest.raises(QueryError, match="Vouliez-vous dire « dossier-ca »"):
        catalogue.named("dossier-cas")


@pytest.mark.parametrize("name", ["dossier-ca", "chiffres-cles", "tableau-rse"])
def test_what_is_told_of_the_whole_association_is_not_made_for_one_agency(
    sample_store: str, name: str
) -> None:
    assert asked(sample_store, name, BOARD).where == ()
    with pytest.raises(AccessDenied, match="ne fait pas partie de ceux de votre rôle"):
        asked(sample_store, name, MANAGER)


@pytest.mark.parametrize(
    ("name", "span", "said"),
    [
        ("chiffres-cles", "2024-12", "demandez une année, comme 2024"),
        ("tableau-rse", "ytd:2024-06", "demandez une année, comme 2024"),
        ("dossier-ca", "marche:2024", "demandez une année, comme 2024"),
    ],
)
def test_a_period_that_is_not_its_own_is_refused_in_words(
    sample_store: str, name: str, span: str, said: str
) -> None:
    with pytest.raises(QueryError, match=said):
        asked(sample_store, name, span=span)


def test_a_filter_that_it_does_not_follow_is_refused_rather_than_forgotten(sample_store: str) -> None:
    with pytest.raises(QueryError, match="ne se filtre pas par « Famille de dispositif »"):
        asked(sample_store, "dossier-ca", where=(Filter(FAMILY, ("school",)),))


@pytest.mark.parametrize(
    ("name", "span", "fitting"),
    [
        ("chiffres-cles", "2024-05", "2024"),
        ("chiffres-cles", "2024", "2024"),
        ("dossier-ca", "2024-05", "2024-05"),
        ("dossier-ca", "ytd:2024-09", "ytd:2024-09"),
        ("dossier-ca", "marche:2024", "2024"),
    ],
)
def test_readers_of_another_period_are_offered_the_one_that_ends_with_it(
    name: str, span: str, fitting: str
) -> None:
    assert DOCUMENTS[name].fitting(period.parse(span)) == period.parse(fitting)


@pytest.mark.parametrize(("scope", "most"), [(DIRECTION, 2), (BOARD, 2), (MANAGER, 0)])
def test_the_home_page_offers_those_of_who_reads_it(sample_store: str, scope: Scope, most: int) -> None:
    ask = asked(sample_store, "dossier-ca")
    view = DOCUMENTS["dossier-ca"].on
    mine = [each.name for each in DOCUMENTS.values() if each.on is view and each.opens(scope)]
    assert {"dossier-ca", "chiffres-cles"} <= set(mine) if most else not {"dossier-ca"} & set(mine)
    assert {each.name for each in catalogue.offered(view, ask)} >= {"dossier-ca", "chiffres-cles"}


def test_the_document_about_an_agency_is_offered_once_one_is_kept(sample_store: str) -> None:
    about = [each for each in DOCUMENTS.values() if each.about is AGENCY]
    ask = asked(sample_store, "dossier-ca")
    for each in about:
        assert each not in catalogue.offered(each.on, ask)
