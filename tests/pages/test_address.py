"""What an address says and what it is made of are the same thing, whatever a visitor writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import address, period
from metrics.catalogue.dimensions import AGENCY, FAMILY, SECTOR
from metrics.query import Against, Comparison, Filter

NAMES = {
    **{dimension.id: {} for dimension in address.SLUGS.values()},
    "agency": {"RENNES": "Rennes", "IDF": "Paris Île-de-France"},
    "family": {"day": "Médiation de jour", "school": "Médiation à l'école"},
    "sector": {"R-NORD": "Nord", "R-SUD": "Sud"},
}
LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)


def test_an_address_is_made_of_french_slugs() -> None:
    where = (Filter(AGENCY, ("RENNES", "IDF")), Filter(FAMILY, ("school",)), Filter(SECTOR, (None,)))
    assert address.write(period.parse("2024-T3"), LAST_YEAR, where, NAMES) == {
        "periode": "2024-T3",
        "comparaison": "annee-precedente",
        "agence": "rennes,idf",
        "famille": "mediation-a-l-ecole",
        "secteur": "non-affecte",
    }


def test_a_parameter_that_is_repeated_is_one_and_an_empty_one_says_nothing() -> None:
    said = [("agence", "rennes"), ("vue", "x"), ("periode", ""), ("agence", "nantes"), ("agense", "idf")]
    assert address.ours(said) == {"agence": "rennes,nantes", "agense": "idf"}


def test_a_pasted_address_asks_for_what_it_was_made_from() -> None:
    where = (Filter(AGENCY, ("IDF",)), Filter(FAMILY, ("day", "school")), Filter(SECTOR, ("R-SUD", None)))
    versus = Comparison(Against.PERIOD, period.parse("2023-01..2023-06"))
    written = address.write(period.parse("2024-01..2024-06"), versus, where, NAMES)
    asked = address.read(written, NAMES)
    assert (asked.period, asked.versus, asked.problems) == (period.parse("2024-01..2024-06"), versus, ())
    assert [(f.dimension, f.values) for f in asked.where] == [(f.dimension, f.values) for f in where]


def test_each_value_that_cannot_be_honoured_is_named_and_the_others_are_followed() -> None:
    asked = address.read({"agence": "rennes,atlantide", "famille": "x", "periode": "hier"}, NAMES)
    assert asked.period is None
    assert [(f.dimension, f.values) for f in asked.where] == [(AGENCY, ("RENNES",))]
    assert [said.split("«")[1].split("»")[0].strip() for said in asked.problems] == ["hier", "atlantide", "x"]


def test_parameters_that_are_not_ours_are_left_alone() -> None:
    assert address.read({"utm_source": "x", "verdict": "ecart"}, NAMES) == address.Asked()


@pytest.mark.parametrize("slip", ["agences", "secteurs", "Période", "comparaisons", "dispositifs"])
def test_a_slip_of_a_name_is_named_with_the_one_it_stands_for(slip: str) -> None:
    (problem,) = address.read({slip: "rennes"}, NAMES).problems
    assert f"« {slip} »" in problem
    assert f"« {address.meant(slip)} »" in problem


@pytest.mark.parametrize("name", ["vue", "base", "volet", "indicateur", "domaine", "recherche", "pourquoi"])
def test_the_choices_of_pages_are_no_slips(name: str) -> None:
    assert address.meant(name) is None


def test_a_name_is_read_as_people_write_it() -> None:
    asked = address.read({"agence": "Rennes,IDF,rennes"}, NAMES)
    assert (asked.where, asked.problems) == ((Filter(AGENCY, ("RENNES", "IDF")),), ())


@given(st.dictionaries(st.sampled_from(["periode", "comparaison", *address.SLUGS]), st.text(max_size=200)))
def test_nothing_a_visitor_writes_stops_the_page(parameters: dict[str, str]) -> None:
    asked = address.read(parameters, NAMES)
    assert all(len(problem) < 150 for problem in asked.problems)


@pytest.mark.parametrize(
    "span", ["2024", "2024-12", "2024-T3", "ytd:2024-09", "12m:2024-12", "scolaire:2023", "marche:2024"]
)
def test_every_kind_of_period_goes_there_and_back(span: str) -> None:
    written = address.write(period.parse(span), LAST_YEAR, (), NAMES)
    assert (written["periode"], address.read(written, NAMES).period) == (span, period.parse(span))
