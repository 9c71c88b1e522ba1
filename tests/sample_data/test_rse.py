"""The totals of the CSR workbook, added up from the files."""

from collections import Counter
from datetime import date

import pytest

from sample_data.targets import targets
from tests.sample_data.reading import Sent, among, day, in_year, number

ALTERNATIVE = among("car_electric", "escooter", "ebike")
TERRITORIES = {"RENNES", "NANTES", "ANGERS", "IDF"}


def on(last: date):
    """The condition of one day."""
    return lambda cell: day(cell) == last


def test_the_alternative_fleet_goes_from_six_to_seven(sent: Sent) -> None:
    for year, expected in ((2023, 2 + 2 + 2), (2024, 2 + 2 + 3)):
        last = on(date(year, 12, 31))
        lines = sent.lines("véhicules", **{"Fin de mois": last, "Type": ALTERNATIVE})
        assert sum(int(line["Véhicules"]) for line in lines) == expected


def test_two_electric_cars_two_scooters_in_nantes_and_three_in_ile_de_france(sent: Sent) -> None:
    lines = sent.lines("véhicules", **{"Fin de mois": on(date(2024, 12, 31)), "Type": ALTERNATIVE})
    found = {(line["Agence"], line["Type"]): int(line["Véhicules"]) for line in lines}
    assert found["NANTES", "escooter"] == 2
    assert found["IDF", "escooter"] == 3
    assert sum(number for (_, kind), number in found.items() if kind == "car_electric") == 2


def test_alternative_kinds_are_those_without_an_engine(sent: Sent) -> None:
    kinds = {line["Code"]: line["Alternatif"] for line in sent.lines("types de véhicule")}
    assert {code for code, alternative in kinds.items() if alternative == "oui"} == {
        "car_electric",
        "escooter",
        "ebike",
    }
    assert set(kinds) == {
        "car_diesel",
        "car_petrol",
        "car_hybrid",
        "moped",
        "car_electric",
        "escooter",
        "ebike",
    }


def test_kilometres_fall_by_nineteen_per_cent(sent: Sent) -> None:
    driven = {year: sent.total("kilomètres", "Kilomètres", Mois=in_year(year)) for year in (2023, 2024)}
    assert driven == {2023: 92_400, 2024: 74_844}
    assert 100 * (driven[2023] - driven[2024]) == 19 * driven[2023]


def test_only_vehicles_that_are_there_drive(sent: Sent) -> None:
    there = {
        (day(line["Fin de mois"]).replace(day=1), line["Agence"], line["Type"])
        for line in sent.lines("véhicules")
    }
    drove = {(day(line["Mois"]), line["Agence"], line["Type"]) for line in sent.lines("kilomètres")}
    assert drove == there
    assert len({month for month, *_ in there}) == 24


@pytest.mark.parametrize(("year", "agencies"), [(2023, {"RENNES"}), (2024, {"RENNES", "NANTES"})])
def test_workshops_reach_one_agency_then_two(sent: Sent, year: int, agencies: set[str]) -> None:
    lines = sent.lines("événements RSE", Date=in_year(year), Nature="Atelier RSE")
    assert {line["Agence"] for line in lines} & TERRITORIES == agencies
    held = Counter(line["Agence"] for line in lines)
    assert all(held[agency] == 1 for agency in agencies)  # one record less changes the share


def test_forty_one_people_came_to_the_sessions_of_2024(sent: Sent) -> None:
    came = sent.total("événements RSE", "Participants", Date=in_year(2024), Nature="Sensibilisation")
    assert came == 12 + 13 + 6 + 10


def test_values_are_declared_for_both_years_each_with_its_own_proof(sent: Sent) -> None:
    lines = sent.lines("valeurs RSE")
    years = Counter(day(line["Fin de période"]) for line in lines)
    assert years == {date(2023, 12, 31): 12, date(2024, 12, 31): 12}
    assert len({line["Preuve"] for line in lines}) == len(lines)


def test_what_is_computed_is_not_declared_too(sent: Sent) -> None:
    declared = {line["Indicateur"] for line in sent.lines("valeurs RSE")}
    named = {line["Code"]: line["Indicateur"] for line in sent.lines("indicateurs RSE")}
    assert declared == {code for code, metric in named.items() if metric.startswith("rse_")} - {"ATELIERS"}


def test_indicators_are_ranked_without_a_hole_and_name_each_metric_once(sent: Sent) -> None:
    lines = sent.lines("indicateurs RSE")
    assert [int(line["Rang"]) for line in lines] == list(range(1, len(lines) + 1))
    assert len({line["Indicateur"] for line in lines}) == len(lines)


def test_each_indicator_has_a_target_for_both_years(sent: Sent) -> None:
    promised = Counter(
        row["metric"] for row in targets() if row["valid_to"].month == 12 and not row["agency_id"]
    )
    for line in sent.lines("indicateurs RSE"):
        assert promised[line["Indicateur"]] == 2, line["Indicateur"]


def test_an_action_closes_the_day_it_is_done_or_given_up(sent: Sent) -> None:
    for line in sent.lines("actions RSE"):
        assert (line["Réalisée le"] != "") == (line["Statut"] == "Réalisée")
        assert (line["Fin"] != "") == (line["Statut"] in {"Réalisée", "Abandonnée"})
        if line["Statut"] == "Réalisée":
            assert line["Fin"] == line["Réalisée le"]
        if line["Statut"] == "Prévue":
            assert day(line["Début"]).year == 2025


def test_the_plan_touches_each_axis_in_both_years(sent: Sent) -> None:
    plan = {(day(line["Début"]).year, line["Axe"]) for line in sent.lines("actions RSE")}
    axes = {"Ancrage territorial", "Politique sociale", "Environnement", "Équilibre économique"}
    assert plan == {(year, axis) for year in (2024, 2025) for axis in axes}


def test_labels_follow_one_another_without_a_gap(sent: Sent) -> None:
    label = {line["Niveau"]: line for line in sent.lines("certifications", Nature="Label")}
    assert set(label) == {"Progression", "Confirmé"}
    assert (day(label["Confirmé"]["Début"]) - day(label["Progression"]["Fin"])).days == 1
    assert [day(line["Fin"]).year for line in sent.lines("certifications", Titre="Qualiopi")] == [2024, 2027]


def test_numbers_are_whole_where_the_report_prints_whole_numbers(sent: Sent) -> None:
    assert all(number(line["Valeur"]) % 1 == 0 for line in sent.lines("valeurs RSE"))
