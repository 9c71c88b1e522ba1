"""Country of birth: as HR files write it, to the area that alone is kept."""

import pytest
from babel import Locale

from data_access import countries
from data_access.codes import BIRTH_AREA

# the eighteen of the 2024 activity report, in its spelling
PUBLISHED = (
    "Algérie, Cameroun, Chili, Comores, Congo, RD du Congo, Côte d'Ivoire, Djibouti, Etats-Unis, France,"
    " Guinée, Maroc, Mauritanie, Russie, Sénégal, Soudan, Tchad, Togo"
)


def area(name: str) -> str:
    code = countries.country(name)
    assert code is not None, name
    return countries.areas()[code]


def test_the_published_countries_are_known_and_distinct() -> None:
    codes = {countries.country(name) for name in PUBLISHED.split(", ")}
    assert None not in codes
    assert len(codes) == 18


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("RD du Congo", "africa"),
        ("Guyane", "france"),
        ("La Réunion", "france"),
        ("Guyana", "americas"),
        ("Haïti", "americas"),
        ("Viet Nam", "asia_oceania"),
        ("Royaume-Uni", "europe"),
        ("Russie", "europe"),
        ("Turquie", "asia_oceania"),
        ("non déclaré", "undeclared"),
    ],
)
def test_a_country_has_one_area(name: str, expected: str) -> None:
    assert area(name) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("RD du Congo", "République démocratique du Congo"),
        ("Congo", "Congo-Brazzaville"),
        ("Côte d'Ivoire", "COTE D’IVOIRE"),
        ("Guadeloupe", "France"),  # one country, not two
        ("Birmanie", "Myanmar"),
    ],
)
def test_two_names_of_one_country_count_once(one: str, other: str) -> None:
    assert countries.country(one) == countries.country(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Congo", "RD du Congo"),
        ("Guinée", "Guinée-Bissau"),
        ("Niger", "Nigeria"),
        ("Soudan", "Soudan du Sud"),
    ],
)
def test_near_names_stay_apart(one: str, other: str) -> None:
    assert countries.country(one) != countries.country(other)


def test_every_country_of_the_world_has_an_area_and_a_french_name() -> None:
    """Only uninhabited lands, unions of states and military bases have none."""
    territories = Locale("fr").territories
    codes = {code for code in territories if len(code) == 2 and code.isalpha()}
    without = {code for code in codes if countries.country(territories[code]) is None}
    assert without == set("AC AQ BV CC CP CX DG EA EU EZ GS HM IC IO NF QO SJ TA TF UM UN XA XB ZZ".split())  # noqa: SIM905
    assert set(countries.areas().values()) == set(BIRTH_AREA)


@pytest.mark.parametrize("name", ["Yougoslavie", "Corée", "Atlantide", ""])
def test_a_country_that_is_several_or_none_is_not_guessed(name: str) -> None:
    assert countries.country(name) is None
