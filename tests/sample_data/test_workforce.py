"""Moves, hours, absences, accidents, training and pay: they agree with each other and with the roll."""

from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from sample_data.days import MONTHS, month_end
from tests.sample_data.reading import Line, Sent, among, day, in_year, number

MONTH_ENDS = [month_end(month) for month in MONTHS]


def moved(sent: Sent, year: int, *moves: str) -> Counter[str]:
    """The moves of a year by contract."""
    return Counter(
        line["Contrat"]
        for line in sent.lines("mouvements du personnel", Date=in_year(year))
        if line["Mouvement"] in moves
    )


def test_entries_and_exits_of_2024_by_contract(sent: Sent) -> None:
    assert moved(sent, 2024, "Entrée") == {"CDI": 8, "CDD": 12, "Apprentissage": 25}
    assert moved(sent, 2024, "Sortie") == {"CDI": 13, "CDD": 21, "Apprentissage": 3}


def test_moves_explain_the_roll_of_each_agency_month_after_month(sent: Sent) -> None:
    present = Counter((day(p["Fin de mois"]), p["Agence"]) for p in sent.lines("personnel"))
    signs = {"Entrée": 1, "Mutation entrante": 1, "Sortie": -1, "Mutation sortante": -1}
    net: Counter[tuple[date, str]] = Counter()
    for line in sent.lines("mouvements du personnel"):
        on = day(line["Date"])
        leaves_on_the_last_day = signs[line["Mouvement"]] < 0 and on == month_end(on)
        last = (
            month_end(on)
            if not leaves_on_the_last_day
            else month_end(date(on.year + on.month // 12, on.month % 12 + 1, 1))
        )
        net[last, line["Agence"]] += signs[line["Mouvement"]]
    for agency in {agency for _, agency in present}:
        for before, after in pairwise(MONTH_ENDS):
            assert present[after, agency] == present[before, agency] + net[after, agency], (agency, after)


def test_reasons_suit_contracts_and_moves(sent: Sent) -> None:
    allowed = {
        ("Entrée", "Embauche"),
        ("Mutation entrante", "Mutation entre agences"),
        ("Mutation sortante", "Mutation entre agences"),
    }
    of_exits = {
        "CDD": {"Fin de CDD"},
        "Apprentissage": {"Fin d'apprentissage"},
        "CDI": {"Démission", "Rupture conventionnelle", "Autre licenciement", "Départ à la retraite"},
    }
    for line in sent.lines("mouvements du personnel"):
        pair = line["Mouvement"], line["Motif"]
        assert pair in allowed or (pair[0] == "Sortie" and pair[1] in of_exits[line["Contrat"]])


@pytest.mark.parametrize(("year", "hours"), [(2023, 158_500), (2024, 168_000)])
def test_hours_worked_of_a_year(sent: Sent, year: int, hours: int) -> None:
    assert sent.total("heures travaillées", "Heures travaillées", Mois=in_year(year)) == hours


def test_hours_worked_are_those_owed_less_absences_and_a_little_overtime(sent: Sent) -> None:
    owed, worked, away = (defaultdict[tuple[object, ...], Decimal](Decimal) for _ in range(3))
    for line in sent.lines("heures travaillées"):
        place = line["Mois"], line["Agence"], line["Dispositif"]
        owed[place] += number(line["Heures théoriques"])
        worked[place] += number(line["Heures travaillées"])
    for line in sent.lines("absences"):
        away[line["Mois"], line["Agence"], line["Dispositif"]] += number(line["Heures"])
    assert away.keys() <= owed.keys()
    overtime = {place: worked[place] - owed[place] + away[place] for place in owed}
    assert all(0 <= overtime[place] <= owed[place] / 50 for place in owed)
    assert sum(overtime.values()) == 900 + 1_100


def test_hours_are_owed_where_people_are_on_roll(sent: Sent) -> None:
    owed = {
        (day(line["Mois"]), line["Agence"], line["Dispositif"], line["Contrat"])
        for line in sent.lines("heures travaillées")
    }
    present = {
        (day(p["Fin de mois"]).replace(day=1), p["Agence"], p["Dispositif"], p["Contrat"])
        for p in sent.lines("personnel")
    }
    assert present <= owed


@pytest.mark.parametrize(("year", "days", "accidents"), [(2023, 466, 15), (2024, 430, 13)])
def test_days_lost_and_accidents_with_stop(sent: Sent, year: int, days: int, accidents: int) -> None:
    lost = sent.total("absences", "Jours calendaires", Mois=in_year(year), Motif="Accident du travail")
    stopped: dict[str, str] = {"Nature": "Accident du travail", "Avec arrêt": "oui"}
    assert lost == days
    assert len(sent.lines("accidents", Date=in_year(year), **stopped)) == accidents


def test_some_accidents_stop_nobody_and_some_are_of_commuting(sent: Sent) -> None:
    kinds = Counter((line["Nature"], line["Avec arrêt"]) for line in sent.lines("accidents"))
    assert len(kinds) == 4


def test_an_absence_lasts_no_longer_than_its_month_and_long_ones_are_marked(sent: Sent) -> None:
    for line in sent.lines("absences"):
        assert 1 <= line_days(line) <= month_end(day(line["Mois"])).day
    long = sent.lines("absences", **{"Longue durée": "oui"})
    assert {line["Motif"] for line in long} <= {
        "Maladie",
        "Accident du travail",
        "Maternité, paternité, adoption",
    }
    assert sum(map(line_days, long)) >= 90


def line_days(line: Line) -> int:
    return int(line["Jours calendaires"])


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_absence_rate_is_believable(sent: Sent, year: int) -> None:
    away = sent.total("absences", "Heures", Mois=in_year(year))
    owed = sent.total("heures travaillées", "Heures théoriques", Mois=in_year(year))
    assert Decimal("0.04") < away / owed < Decimal("0.09")


@pytest.mark.parametrize(("year", "days"), [(2023, 8), (2024, 23)])
def test_days_of_training_of_managers(sent: Sent, year: int, days: int) -> None:
    assert sent.total("formations du personnel", "Journées", Date=in_year(year), Métier="RESP") == days


def test_no_more_managers_are_trained_than_an_agency_has(sent: Sent) -> None:
    roll = Counter((day(p["Fin de mois"]), p["Agence"]) for p in sent.lines("personnel", Métier="RESP"))
    for line in sent.lines("formations du personnel", Métier="RESP"):
        assert int(line["Participants"]) <= roll[month_end(day(line["Date"])), line["Agence"]]


def test_the_98_people_of_the_index_of_2024(sent: Sent) -> None:
    groups = sent.lines("groupes de rémunération", **{"Fin de période": in_year(2024)})
    assert sum(int(line["Femmes"]) for line in groups) == 44
    assert sum(int(line["Hommes"]) for line in groups) == 54


def test_no_mean_pay_of_fewer_than_three_people_is_sent(sent: Sent) -> None:
    for line in sent.lines("groupes de rémunération"):
        means = line["Rémunération moyenne des femmes"], line["Rémunération moyenne des hommes"]
        few = min(int(line["Femmes"]), int(line["Hommes"])) < 3
        assert (means == ("", "")) is few
        assert few or all(means)


def test_ten_people_have_the_ten_highest_pays(sent: Sent) -> None:
    for line in sent.lines(
        "comptes de l'index égalité", Compte=among("Parmi les dix plus hautes rémunérations")
    ):
        assert int(line["Femmes"]) + int(line["Hommes"]) == 10
