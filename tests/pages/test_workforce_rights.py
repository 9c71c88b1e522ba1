"""Effectifs et diversité for each role, and whatever the bar asks: told, hidden or refused, never broken."""

import pytest

from data_access.access import Role
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, JOB_FAMILY
from metrics.present import words
from metrics.query import Filter
from tests.pages.conftest import Be
from tests.pages.screen import Show
from tests.pages.sections import answered, table
from tests.pages.test_workforce import SECTIONS, TILES, opened


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("span", ["2024", "2024-12", "marche:2024", "ytd:2024-09"])
def test_a_manager_reads_their_agency_and_is_told_what_is_not_told_of_it(
    sample_store: str, show: Show, be: Be, section: str, span: str
) -> None:
    be(Role.AGENCY_MANAGER, "RENNES")
    screen = opened(show, sample_store, section, periode=span)
    assert "Agence : Rennes" in screen.notes
    assert "Nantes" not in screen.html.text


def test_the_index_and_accidents_are_not_those_of_an_agency(sample_store: str, show: Show, be: Be) -> None:
    be(Role.AGENCY_MANAGER, "RENNES")
    assert "ne se lit que pour toute l'association" in opened(show, sample_store, "index").html.text
    said = opened(show, sample_store, "sante").html.text
    assert (
        "Les accidents du travail : chacun de ces chiffres ne se lit que pour toute l'association"
        in said.replace("\u00a0", " ")
    )


@pytest.mark.parametrize("section", SECTIONS)
def test_the_board_reads_the_whole_and_no_agency(sample_store: str, show: Show, be: Be, section: str) -> None:
    be(Role.BOARD)
    screen = opened(show, sample_store, section)
    assert not [each for each in screen.tables if each.headers[0] == AGENCY.label]
    assert "Rennes" not in screen.html.text
    if section == "profil":  # after figures that it does not refuse, a sentence names the table it is for
        said = "Les femmes dans chaque agence : chacun de ces chiffres ne se lit qu'à l'échelle"
        assert said in screen.html.text.replace("\u00a0", " ")


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize(
    "address",
    [
        {"periode": "2024-12"}, {"periode": "2024-T3", "agence": "rennes"}, {"periode": "marche:2024"},
        {"periode": "scolaire:2023"}, {"periode": "12m:2024-06"}, {"periode": "2024-03-05..2024-03-19"},
        {"periode": "2031"}, {"periode": "2021-05"}, {"periode": "2024", "comparaison": "2023-06"},
        {"periode": "2024", "comparaison": "mediane", "agence": "nantes"},
        {"periode": "2024", "comparaison": "objectif"}, {"periode": "2024", "agence": "siege"},
        {"periode": "2023-01", "comparaison": "periode-precedente"},
    ],
    ids=lambda address: "-".join(address.values()),
)  # fmt: skip
def test_no_period_filter_nor_comparison_breaks_a_section(
    sample_store: str, show: Show, section: str, address: dict[str, str]
) -> None:
    screen = opened(show, sample_store, section, **address)
    assert [tile.title for tile in screen.tiles] == [metric(name).label for name in TILES]


def test_a_filter_that_ages_cannot_follow_says_which_tables_there_are(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "profil", agence="rennes")
    assert screen.html.text.count("ne se lit pas avec ces critères réunis") == 1
    assert not screen.app.get("vega_lite_chart")


def test_the_professionals_of_an_agency_are_its_own(sample_store: str, show: Show) -> None:
    jobs = table(opened(show, sample_store, agence="nantes"), "Les métiers")
    (line,) = [row for row in jobs.rows if row[0].startswith("Professionnels de la médiation")]
    where = (Filter(AGENCY, ("NANTES",)), Filter(JOB_FAMILY, ("mediator", "referent", "manager")))
    answer = answered(sample_store, "headcount", where=where)
    assert line[1].startswith(words.on_tile(answer.rows[0].cells[0].figure, metric("headcount").unit)[0])
