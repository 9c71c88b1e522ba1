"""The totals of the activity, added up from the files; expected values are those of the plan, as sums."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from data_access.ingest.contracts import CONTRACTS
from sample_data.interventions import cells
from sample_data.workload import loads
from tests.sample_data.reading import Line, Sent, among, day, in_year, number, within

CONTRACT_YEAR = within(date(2023, 10, 1), date(2024, 9, 30))
RENNES = among("RENNES-JOUR", "RENNES-BINOMES", "RENNES-ECOLE", "RENNES-PISCINE", "ENCOMBRANTS")
IN_2024 = {
    "NANTES-QUARTIER": 31_500,
    "VAN-NUIT": 6_200,
    "CCAS": 5_400,
    "NANTES-ECOLE": 9_800,
    "RENNES-JOUR": 11_650,
    "RENNES-BINOMES": 5_200,
    "RENNES-ECOLE": 5_600,
    "RENNES-PISCINE": 1_450,
    "ANGERS-NUIT": 14_900,
    "FOIRE": 260,
    "VELIVAL": 540,
    "CLICHY": 3_900,
    "SCEAUX": 1_900,
    "CHARENTON": 1_300,
    "VINCENNES": 420,
    "IDF-ECOLE": 3_400,
    "AACC": 520,
    "T13": 310,
}


def interventions(sent: Sent, dispositif: str, days: object) -> list[Line]:
    return sent.lines("interventions", Dispositif=dispositif, Date=days)


def people(lines: list[Line]) -> Decimal:
    return sum((number(line["Personnes rencontrées"]) for line in lines), Decimal(0))


def test_interventions_of_2024_by_dispositif(sent: Sent) -> None:
    found = Counter(line["Dispositif"] for line in sent.lines("interventions", Date=in_year(2024)))
    assert found == IN_2024
    assert sum(IN_2024.values()) == 104_250


def test_interventions_of_2023_are_a_little_fewer_and_absent_before_a_market(sent: Sent) -> None:
    found = Counter(line["Dispositif"] for line in sent.lines("interventions", Date=in_year(2023)))
    assert 95_000 < sum(found.values()) < 100_000
    assert set(IN_2024) - set(found) == {"CLICHY", "VELIVAL", "T13"}


def test_rennes_public_space_holds_for_the_contract_year(sent: Sent) -> None:
    day_team, pairs = (interventions(sent, d, CONTRACT_YEAR) for d in ("RENNES-JOUR", "RENNES-BINOMES"))
    assert (len(day_team), len(pairs)) == (11_900, 5_340)  # 17 240, more than 17 000
    assert (people(day_team), people(pairs)) == (7_600, 3_830)  # 11 430, more than 11 000


def test_rennes_public_space_does_not_hold_for_the_calendar_year(sent: Sent) -> None:
    year = sent.lines("interventions", Dispositif=among("RENNES-JOUR", "RENNES-BINOMES"), Date=in_year(2024))
    assert len(year) == 11_650 + 5_200 < 17_000
    assert people(year) == 10_870 < 11_000


def test_meetings_of_rennes_by_kind_over_the_contract_year(sent: Sent) -> None:
    lines = sent.lines("instances", Date=CONTRACT_YEAR, Dispositif="RENNES-JOUR")
    found: Counter[str] = Counter()
    for line in lines:
        found[line["Instance"]] += int(line["Participations"])
    assert found == {
        "PROJET-OPERATIONNEL": 40,
        "CELLULE-VEILLE": 8,
        "GROUPE-THEMATIQUE": 8,
        "POLICE-NATIONALE": 2,
        "PARTENAIRES-BREQUIGNY": 3,
        "MEDIATEURS-DECHETS": 1,
        "EVENEMENT": 2,
    }
    assert len(lines) == 64


def test_meetings_of_the_agency_of_rennes(sent: Sent) -> None:
    over_the_contract_year = sent.total("instances", "Participations", Date=CONTRACT_YEAR, Dispositif=RENNES)
    assert over_the_contract_year == 64 + 118 + 157
    assert sent.total("instances", "Participations", Date=in_year(2024), Dispositif=RENNES) != 339


def test_meetings_set_by_the_market_are_those_of_its_dispositif_only(sent: Sent) -> None:
    kinds = {k["Code"] for k in sent.lines("types d'instance", **{"Définie par le marché": "oui"})}
    assert {m["Dispositif"] for m in sent.lines("instances") if m["Instance"] in kinds} == {"RENNES-JOUR"}
    in_2024 = sent.lines("instances", Date=in_year(2024), Instance=lambda kind: kind in kinds)
    assert len(in_2024) != 64  # the contract year and the calendar year must not agree by chance


def test_prevention_in_nantes(sent: Sent) -> None:
    exhibitions = among("Expo 9-13 ans", "Expo 13-18 ans")
    children = sent.total("prévention", "Participants", Date=in_year(2024), Action=exhibitions)
    modules = sent.lines("prévention", Date=in_year(2024), Action="Module de sensibilisation")
    assert (children, len(modules)) == (571 + 469, 134)


def test_bulky_waste_comes_to_89_tonnes_once_rounded(sent: Sent) -> None:
    kilograms = sent.total("collectes", "Kilogrammes", Date=in_year(2024))
    assert 88_500 <= kilograms < 89_500


def test_seven_pupils_in_rennes(sent: Sent) -> None:
    assert len(sent.lines("Opti'Stage", Agence="RENNES", Date=in_year(2024))) == 3 + 4


def test_a_field_hour_is_planned_for_each_day_of_intervention_and_done_a_little_less(sent: Sent) -> None:
    hours = sent.lines("heures de terrain")
    planned = {(line["Date"], line["Dispositif"]) for line in hours}
    assert {(line["Date"], line["Dispositif"]) for line in sent.lines("interventions")} <= planned
    assert all(number(line["Heures réalisées"]) <= number(line["Heures prévues"]) for line in hours)
    done = sent.total("heures de terrain", "Heures réalisées")
    share = done / sent.total("heures de terrain", "Heures prévues")
    assert Decimal("0.90") < share < Decimal("0.96")


def test_one_post_alone_works_at_most_its_week(sent: Sent) -> None:
    weeks: Counter[tuple[int, int]] = Counter()
    for line in sent.lines("heures de terrain", Dispositif="CCAS"):
        weeks[day(line["Date"]).isocalendar()[:2]] += number(line["Heures prévues"])
    assert max(weeks.values()) == 35


@pytest.mark.parametrize("scale", [1, 3])
def test_the_scale_multiplies_interventions_and_contacts(scale: int) -> None:
    found = Counter[str]()
    for of_the_day in loads(scale).values():
        for load in of_the_day:
            if load.day.year == 2024:
                found[load.dispositif] += load.interventions
    assert found == {dispositif: scale * count for dispositif, count in IN_2024.items()}


def test_lines_made_in_advance_follow_the_contract() -> None:
    columns = [field.column for field in CONTRACTS["interventions"].fields]
    assert columns == ["day", "hour", "dispositif_id", "sector_id", "intervention_kind_id", "people_met"]
    line = next(cells(date(2024, 1, 1), 1))
    assert [type(cell) for cell in line] == [str, int, str, str, str, int]
