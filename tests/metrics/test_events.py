"""Events beside the series they concern: by what they are about, then by how widely."""

from datetime import date

import pytest

from data_access.access import Domain
from data_access.engine import writing
from metrics import period
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, FAMILY, SECTOR
from metrics.events import MOST, events
from metrics.model import Dimension
from metrics.query import Filter
from tests.metrics.asking import EVERYTHING, manager
from tests.metrics.store import put
from tests.metrics.world import WORLD

TOLD = """
event  day         agency  dispositif  kind      title
       2024-01-05  RENNES  JOUR        market    Rennes-renouvelle
       2024-02-05  NANTES  QUARTIER    team      Renfort-à-Nantes
       2024-03-05  RENNES  -           training  Promotion-à-Rennes
       2024-04-05  -       -           training  Certification
       2024-05-05  -       -           rse       Comité-de-suivi
       2024-06-05  NANTES  QUARTIER    life      Reportage
       2024-07-05  -       -           team      Réorganisation
       2023-12-31  RENNES  JOUR        market    La-veille
       2025-01-01  RENNES  JOUR        market    Le-lendemain
"""


@pytest.fixture
def told(store: str) -> str:
    """A store with a few events of every nature."""
    with writing(store) as connection:
        put(connection, WORLD)
        put(connection, TOLD)
    return store


def titles(store: str, domain: Domain, **kept: str) -> list[str]:
    """The events of 2024 that concern a domain, within filters named by their dimension."""
    dimensions: dict[str, Dimension] = {
        "agency": AGENCY, "dispositif": DISPOSITIF, "family": FAMILY, "sector": SECTOR
    }  # fmt: skip
    where = tuple(Filter(dimensions[name], tuple(value.split("|"))) for name, value in kept.items())
    return [event.title for event in events(store, domain, period.year(2024), EVERYTHING, where)]


def test_each_domain_has_the_events_that_may_explain_it(told: str) -> None:
    assert titles(told, Domain.ACTIVITY) == ["Rennes-renouvelle", "Réorganisation"]
    assert titles(told, Domain.FINANCING) == ["Rennes-renouvelle"]
    assert titles(told, Domain.WORKFORCE) == ["Réorganisation"]
    assert titles(told, Domain.TRAINING) == ["Promotion-à-Rennes", "Certification"]
    assert titles(told, Domain.RSE) == ["Comité-de-suivi"]


def test_the_press_explains_no_figure_even_of_the_dispositif_it_writes_about(told: str) -> None:
    assert all("Reportage" not in titles(told, domain, dispositif="QUARTIER") for domain in Domain)


def test_what_happens_to_one_team_shows_on_its_agency_and_not_on_the_whole(told: str) -> None:
    assert titles(told, Domain.ACTIVITY, agency="NANTES") == ["Renfort-à-Nantes", "Réorganisation"]
    assert titles(told, Domain.ACTIVITY, agency="RENNES") == ["Rennes-renouvelle", "Réorganisation"]
    assert "Renfort-à-Nantes" not in titles(told, Domain.ACTIVITY)


def test_a_dispositif_has_its_own_events_and_those_of_its_agency_and_of_all(told: str) -> None:
    assert titles(told, Domain.TRAINING, dispositif="ECOLE") == ["Promotion-à-Rennes", "Certification"]
    assert titles(told, Domain.ACTIVITY, dispositif="ECOLE") == ["Réorganisation"]
    assert titles(told, Domain.ACTIVITY, dispositif="JOUR") == ["Rennes-renouvelle", "Réorganisation"]


def test_a_family_of_dispositifs_leaves_out_the_events_of_the_others(told: str) -> None:
    assert titles(told, Domain.ACTIVITY, family="school") == ["Réorganisation"]
    assert titles(told, Domain.ACTIVITY, family="day") == ["Rennes-renouvelle", "Réorganisation"]


def test_a_filter_that_says_nothing_of_events_keeps_them(told: str) -> None:
    assert titles(told, Domain.ACTIVITY, sector="R-NORD") == titles(told, Domain.ACTIVITY)


def test_the_latest_ones_are_kept_when_there_are_too_many(told: str) -> None:
    lines = "\n".join(f"2024-08-{day:02} RENNES JOUR market Avenant-{day}" for day in range(1, MOST + 1))
    with writing(told) as connection:
        put(connection, f"event day agency dispositif kind title\n{lines}")
    kept = events(told, Domain.FINANCING, period.year(2024), EVERYTHING)
    assert [event.title for event in kept] == [f"Avenant-{day}" for day in range(1, MOST + 1)]
    assert kept[0].day == date(2024, 8, 1)


def test_who_reads_some_agencies_has_the_events_of_these_whatever_is_asked(told: str) -> None:
    def own(*agencies: str, where: tuple[Filter, ...] = ()) -> list[str]:
        found = events(told, Domain.ACTIVITY, period.year(2024), manager(*agencies), where)
        return [event.title for event in found]

    assert own("RENNES") == ["Rennes-renouvelle", "Réorganisation"]
    assert own("NANTES") == ["Renfort-à-Nantes", "Réorganisation"]
    assert own("RENNES", where=(Filter(AGENCY, ("NANTES",)),)) == ["Réorganisation"]
