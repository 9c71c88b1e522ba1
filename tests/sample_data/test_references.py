"""Markets, posts and places: what is counted from spans, added up from the files."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from tests.sample_data.reading import Line, Sent, day, number

LAST_DAY = date(2024, 12, 31)
YEAR = date(2024, 1, 1), LAST_DAY


def is_open(line: Line, first: date, last: date) -> bool:
    """Tells whether a span touches the days between two dates."""
    return day(line["Début"]) <= last and (line["Fin"] == "" or day(line["Fin"]) >= first)


def dispositifs(sent: Sent, header: str, value: str) -> set[str]:
    return {line["Code"] for line in sent.lines("dispositifs", **{header: value})}


def running(sent: Sent) -> set[str]:
    return {line["Dispositif"] for line in sent.lines("marchés") if is_open(line, LAST_DAY, LAST_DAY)}


def posts(sent: Sent, dispositif: str, job: str = "") -> list[Line]:
    lines = [line for line in sent.lines("postes", Dispositif=dispositif) if is_open(line, *YEAR)]
    return [line for line in lines if job in ("", line["Métier"])]


# --- dispositifs and markets -------------------------------------------------------------------------------


def test_fourteen_field_dispositifs_run_on_the_last_day_and_fifteen_with_bulky_waste(sent: Sent) -> None:
    field = running(sent) & dispositifs(sent, "Médiation de terrain", "oui")
    assert field == (
        {"CLICHY", "SCEAUX", "CHARENTON", "IDF-ECOLE", "T13"}
        | {"NANTES-QUARTIER", "VAN-NUIT", "CCAS", "NANTES-ECOLE"}
        | {"RENNES-JOUR", "RENNES-BINOMES", "RENNES-ECOLE", "ANGERS-NUIT", "VELIVAL"}
    )
    assert len(field | (running(sent) & dispositifs(sent, "Branche", "Encombrants"))) == 14 + 1


def test_seasonal_conventional_and_citizen_dispositifs_do_not_make_the_fourteen(sent: Sent) -> None:
    field = dispositifs(sent, "Médiation de terrain", "oui")
    assert {"AACC", "ICF", "ALH", "ENCOMBRANTS"} == running(sent) - field
    assert {"VINCENNES", "RENNES-PISCINE", "FOIRE", "BAGNEUX"} == field - running(sent)


def test_four_markets_are_new_in_2024_one_of_which_starts_later(sent: Sent) -> None:
    new = [
        line
        for line in sent.lines("marchés", **{"Fait suite à un marché": "non"})
        if day(line["Attribué le"]).year == 2024
    ]
    assert {line["Dispositif"] for line in new} == {"CLICHY", "VELIVAL", "T13", "BAGNEUX"}
    assert {line["Dispositif"] for line in new if day(line["Début"]).year > 2024} == {"BAGNEUX"}


def test_the_only_multi_year_market_due_in_2024_is_renewed(sent: Sent) -> None:
    due = [
        line
        for line in sent.lines("marchés", Nature="Marché pluriannuel")
        if line["Échéance"] and day(line["Échéance"]).year == 2024
    ]
    assert [(line["Dispositif"], line["Reconduit"]) for line in due] == [("ANGERS-NUIT", "oui")]


def test_one_agreement_is_due_in_2024_and_six_markets_the_year_after_none_renewed_yet(sent: Sent) -> None:
    lasting = [line for line in sent.lines("marchés") if line["Nature"] != "Marché saisonnier"]
    to_renew = [line for line in lasting if line["Échéance"] and line["Reconduit"] == ""]
    years: dict[int, set[str]] = {2024: set(), 2025: set()}
    for line in to_renew:
        years.setdefault(day(line["Échéance"]).year, set()).add(line["Dispositif"])
    assert years[2024] == {"ICF"}  # on 31 December: it runs on the last day, and hangs on a decision
    schools = {"NANTES-ECOLE", "RENNES-ECOLE", "IDF-ECOLE"}
    assert years[2025] == schools | {"RENNES-BINOMES", "CHARENTON", "AACC"}


def test_seasonal_markets_come_back_each_year_and_are_no_renewal(sent: Sent) -> None:
    seasonal = sent.lines("marchés", Nature="Marché saisonnier")
    assert Counter(line["Dispositif"] for line in seasonal) == {
        "RENNES-PISCINE": 2,
        "VINCENNES": 2,
        "FOIRE": 2,
    }
    assert {line["Reconduit"] for line in seasonal} == {""}


def test_a_market_has_the_term_of_its_last_day_or_goes_on(sent: Sent) -> None:
    for line in sent.lines("marchés"):
        assert line["Échéance"] == line["Fin"]
        assert day(line["Attribué le"]) <= day(line["Début"])


def test_each_commune_covered_counts_once_and_gives_17_per_cent(sent: Sent) -> None:
    lines = [line for line in sent.lines("communes couvertes") if is_open(line, LAST_DAY, LAST_DAY)]
    assert Counter(line["Commune"] for line in lines)["RENNES"] == 2  # two markets, one population
    communes = {line["Commune"] for line in lines}
    assert communes == {"RENNES", "NANTES", "ANGERS", "CLICHY-SOUS-BOIS", "BAGNEUX", "SCEAUX"}
    covered = [line for line in sent.lines("communes") if line["Code"] in communes]
    in_qpv = sum(int(line["Habitants de QPV"]) for line in covered)
    assert in_qpv == 33_000 + 49_700 + 25_000 + 24_100 + 8_900 + 0
    share = Decimal(100 * in_qpv) / sum(int(line["Population"]) for line in covered)
    assert Decimal("17.0") <= share < Decimal("17.5")


def test_sectors_of_a_commune_hold_its_inhabitants_of_qpv(sent: Sent) -> None:
    sectors: Counter[str] = Counter()
    for line in sent.lines("secteurs", QPV="oui"):
        sectors[line["Commune"]] += int(line["Habitants"])
    declared = {line["Code"]: int(line["Habitants de QPV"] or 0) for line in sent.lines("communes")}
    assert {city: sectors[city] for city in declared} == declared


def test_no_two_sectors_of_a_commune_share_a_tile(sent: Sent) -> None:
    tiles = [
        (line["Commune"], line["Ligne du schéma"], line["Colonne du schéma"])
        for line in sent.lines("secteurs")
    ]
    assert len(tiles) == len(set(tiles))


# --- posts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dispositif", "mediators", "referents", "managers"),
    [
        ("NANTES-QUARTIER", 21, 6, 3),
        ("VAN-NUIT", 4, 0, 0),
        ("CCAS", 1, 0, 0),
        ("NANTES-ECOLE", 12, 0, 1),
        ("RENNES-JOUR", 6, 1, 1),
        ("RENNES-BINOMES", 4, 0, 0),
        ("RENNES-ECOLE", 7, 0, 0),
        ("RENNES-PISCINE", 5, 0, 0),
        ("ANGERS-NUIT", 9, 2, 0),
        ("VELIVAL", 1, 0, 0),
        ("FOIRE", 2, 0, 0),
        ("CLICHY", 8, 1, 1),
        ("SCEAUX", 2, 1, 0),
        ("CHARENTON", 2, 0, 0),
        ("VINCENNES", 2, 0, 0),
        ("AACC", 4, 0, 0),
        ("T13", 1, 0, 0),
        ("IDF-ECOLE", 5, 1, 0),
    ],
)
def test_posts_open_at_any_time_in_2024(
    dispositif: str, mediators: int, referents: int, managers: int, sent: Sent
) -> None:
    found = tuple(len(posts(sent, dispositif, job)) for job in ("MED", "REF", "RESP"))
    assert found == (mediators, referents, managers)
    assert len(posts(sent, dispositif)) == mediators + referents + managers


@pytest.mark.parametrize(
    ("dispositif", "expected"),
    [
        ("NANTES-QUARTIER", 16 * 1 + 5 * Decimal("0.8") + 6 + 3),
        ("VAN-NUIT", 4),
        ("CCAS", 1),
        ("NANTES-ECOLE", 12),
        ("RENNES-JOUR", 3 * 1 + 3 * Decimal("0.6") + 1 + 1),
        ("RENNES-BINOMES", 4),
        ("RENNES-ECOLE", 7),
        ("ANGERS-NUIT", 11),
        ("VELIVAL", 1),
        ("FOIRE", 2),
    ],
)
def test_full_time_equivalents_in_the_field(dispositif: str, expected: Decimal, sent: Sent) -> None:
    assert sum(number(p["ETP"]) for p in posts(sent, dispositif) if p["Terrain"] == "oui") == expected


def test_urban_markets_of_ile_de_france_have_seventeen_posts(sent: Sent) -> None:
    urban = dispositifs(sent, "Marché de médiation urbaine", "oui") & dispositifs(sent, "Agence", "IDF")
    assert urban == {"CLICHY", "SCEAUX", "CHARENTON", "VINCENNES", "BAGNEUX"}
    assert sum(len(posts(sent, dispositif)) for dispositif in urban) == 10 + 3 + 2 + 2 + 0


def test_one_post_for_bulky_waste_and_one_head_of_dispositifs_per_agency(sent: Sent) -> None:
    assert [line["Métier"] for line in posts(sent, "ENCOMBRANTS")] == ["AGENT-ENC"]
    assert sorted(line["Agence"] for line in posts(sent, "")) == ["ANGERS", "IDF", "NANTES", "RENNES"]


def test_seasonal_posts_are_closed_on_the_last_day(sent: Sent) -> None:
    on_the_last_day = [line for line in sent.lines("postes") if is_open(line, LAST_DAY, LAST_DAY)]
    found = Counter(line["Métier"] for line in on_the_last_day)
    assert (found["MED"], found["REF"], found["RESP"]) == (38 + 17 + 10 + 22, 12, 10)
    assert not {line["Dispositif"] for line in on_the_last_day} & {"RENNES-PISCINE", "VINCENNES", "FOIRE"}


# --- places ------------------------------------------------------------------------------------------------


def test_schools_sites_and_sectors(sent: Sent) -> None:
    schools = {line["Code"] for line in sent.lines("sites", Nature="Établissement scolaire")}
    open_places = [line for line in sent.lines("implantations") if is_open(line, *YEAR)]
    at_school = Counter(line["Dispositif"] for line in open_places if line["Site"] in schools)
    assert at_school == {"NANTES-ECOLE": 29, "RENNES-ECOLE": 19, "IDF-ECOLE": 7}  # 55 in all
    idf = dispositifs(sent, "Agence", "IDF")
    assert len({line["Site"] for line in open_places if line["Dispositif"] in idf} - {""}) == 7 + 13
    sectors = Counter(line["Dispositif"] for line in open_places if line["Secteur"])
    assert (sectors["NANTES-QUARTIER"], sectors["ANGERS-NUIT"], sectors["AACC"]) == (9, 8, 8)
    assert (sectors["RENNES-JOUR"], sectors["RENNES-BINOMES"]) == (3, 2)


def test_four_agencies_are_territorial_and_one_is_the_head_office(sent: Sent) -> None:
    natures = Counter(line["Nature"] for line in sent.lines("agences"))
    assert natures == {"Agence de territoire": 4, "Siège": 1}
