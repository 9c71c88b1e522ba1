"""The people on roll, month-end by month-end: exact on the two last days of December, coherent in between."""

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from sample_data.days import MONTHS, month_end
from tests.sample_data.reading import Line, Sent, day, number

END_2023, END_2024 = date(2023, 12, 31), date(2024, 12, 31)
MONTH_ENDS = [month_end(month) for month in MONTHS]


@pytest.fixture(scope="module")
def rolls(sent: Sent) -> dict[date, list[Line]]:
    """The people present on each month-end."""
    found: dict[date, list[Line]] = {last: [] for last in MONTH_ENDS}
    for line in sent.lines("personnel"):
        found[day(line["Fin de mois"])].append(line)
    return found


def count(lines: list[Line], *headers: str) -> Counter[tuple[str, ...] | str]:
    keys = [tuple(line[header] for header in headers) for line in lines]
    return Counter(key[0] if len(key) == 1 else key for key in keys)


def by_person(lines: list[Line]) -> dict[str, Line]:
    return {line["Matricule"]: line for line in lines}


def test_129_people_on_the_last_day_by_agency_and_contract(rolls: dict[date, list[Line]]) -> None:
    found = count(rolls[END_2024], "Agence", "Contrat")
    expected = {
        "NANTES": (8, 4, 37),
        "RENNES": (5, 2, 14),
        "ANGERS": (3, 0, 10),
        "IDF": (5, 2, 20),
        "SIEGE": (5, 1, 13),
    }
    for agency, contracts in expected.items():
        assert tuple(found[agency, kind] for kind in ("Apprentissage", "CDD", "CDI")) == contracts
    assert len(rolls[END_2024]) == sum(sum(contracts) for contracts in expected.values()) == 129


def test_121_people_a_year_before(rolls: dict[date, list[Line]]) -> None:
    assert count(rolls[END_2023], "Contrat") == {"CDI": 93, "CDD": 20, "Apprentissage": 8}


def test_jobs_on_the_last_day(rolls: dict[date, list[Line]]) -> None:
    jobs = count(rolls[END_2024], "Métier")
    assert (jobs["MED"], jobs["REF"], jobs["RESP"], jobs["AGENT-ENC"]) == (87, 12, 10, 1)
    assert jobs.total() - 87 - 12 - 10 - 1 == 19  # the head office
    others = [line for line in rolls[END_2024] if line["Contrat"] != "Apprentissage"]
    mediators = count(others, "Métier", "Contrat")
    assert (mediators["MED", "CDI"], mediators["MED", "CDD"]) == (58, 8)


def test_no_post_is_vacant_on_the_last_day(sent: Sent, rolls: dict[date, list[Line]]) -> None:
    present = count([p for p in rolls[END_2024] if p["Agence"] != "SIEGE"], "Agence", "Dispositif", "Métier")
    still_open = [p for p in sent.lines("postes") if p["Fin"] == "" or day(p["Fin"]) >= END_2024]
    assert present == count(still_open, "Agence", "Dispositif", "Métier")


def test_full_time_equivalents_come_from_contracts(rolls: dict[date, list[Line]]) -> None:
    expected = (
        26 * Decimal("0.6")
        + (12 + 10)
        + (10 + 3 * Decimal("0.8") + Decimal("0.6"))
        + 1
        + (24 + 4 + 4) * Decimal("0.8")
        + 1
        + (13 + 18 * Decimal("0.8") + Decimal("0.6") + Decimal("0.72"))
    )
    assert sum(number(line["ETP"]) for line in rolls[END_2024]) == expected == Decimal("106.92")


def test_apprentices_by_dispositif(rolls: dict[date, list[Line]]) -> None:
    apprentices = [line for line in rolls[END_2024] if line["Contrat"] == "Apprentissage"]
    assert count(apprentices, "Dispositif") == {
        "NANTES-QUARTIER": 8,
        "RENNES-JOUR": 3,
        "RENNES-BINOMES": 2,
        "ANGERS-NUIT": 3,
        "CLICHY": 5,
        "": 5,
    }


def test_seven_apprentices_in_angers_over_the_year_though_three_at_its_end(
    rolls: dict[date, list[Line]],
) -> None:
    seen = {
        line["Matricule"]
        for last in MONTH_ENDS[12:]
        for line in rolls[last]
        if line["Agence"] == "ANGERS" and line["Contrat"] == "Apprentissage"
    }
    assert len(seen) == 2 + 2 + 3


def test_births_on_the_last_day(rolls: dict[date, list[Line]]) -> None:
    countries = count(rolls[END_2024], "Pays de naissance")
    assert countries.pop("France") == 129 - 39
    assert sorted(countries.values(), reverse=True) == [6, 5, 4, 3, 3] + [2] * 6 + [1] * 6  # 17 countries
    abroad = [line for line in rolls[END_2024] if line["Pays de naissance"] != "France"]
    assert count(abroad, "Agence") == {"NANTES": 15, "RENNES": 5, "ANGERS": 3, "IDF": 12, "SIEGE": 4}


def test_some_people_who_left_had_not_declared_their_country(rolls: dict[date, list[Line]]) -> None:
    assert any(line["Pays de naissance"] == "" for line in rolls[MONTH_ENDS[0]])
    assert not any(line["Pays de naissance"] == "" for line in rolls[END_2024])


def test_arrivals_and_departures_explain_each_month(rolls: dict[date, list[Line]]) -> None:
    for before, after in pairwise(MONTH_ENDS):
        here, there = by_person(rolls[before]), by_person(rolls[after])
        for person, line in there.items():
            assert (person not in here) == (before < day(line["Entrée"]) <= after)


def test_nobody_comes_back_and_nobody_changes_birth_or_arrival(sent: Sent) -> None:
    fixed: dict[str, set[tuple[object, ...]]] = {}
    months: dict[str, list[int]] = {}
    for line in sent.lines("personnel"):
        facts = tuple(
            line[h] for h in ("Sexe", "Année de naissance", "Entrée", "Pays de naissance", "Métier")
        )
        fixed.setdefault(line["Matricule"], set()).add(facts)
        months.setdefault(line["Matricule"], []).append(MONTH_ENDS.index(day(line["Fin de mois"])))
    assert all(len(facts) == 1 for facts in fixed.values())
    assert all(seen == list(range(seen[0], seen[-1] + 1)) for seen in months.values())


def test_inside_moves_of_2024(rolls: dict[date, list[Line]]) -> None:
    moves: Counter[tuple[str, str]] = Counter()
    for before, after in pairwise(MONTH_ENDS[11:]):
        here, there = by_person(rolls[before]), by_person(rolls[after])
        moves.update(
            (here[p]["Contrat"], there[p]["Contrat"])
            for p in here.keys() & there.keys()
            if here[p]["Contrat"] != there[p]["Contrat"]
        )
    assert moves == {("Apprentissage", "CDI"): 4, ("CDD", "CDI"): 2}


def test_one_person_moves_to_another_agency(rolls: dict[date, list[Line]]) -> None:
    places: dict[str, list[str]] = {}
    for last in MONTH_ENDS:
        for line in rolls[last]:
            seen = places.setdefault(line["Matricule"], [line["Agence"]])
            seen += [line["Agence"]] * (seen[-1] != line["Agence"])
    assert [seen for seen in places.values() if len(seen) > 1] == [["RENNES", "NANTES"]]


def test_foundation_course_of_the_87_mediators(rolls: dict[date, list[Line]]) -> None:
    mediators = [line for line in rolls[END_2024] if line["Métier"] == "MED"]
    trained = [line for line in mediators if line["Formation socle"]]
    delays = [(day(line["Formation socle"]) - day(line["Entrée"])).days for line in trained]
    assert (len(mediators), len(trained)) == (87, 65)
    assert sum(0 < delay <= 180 for delay in delays) == 58
    assert sum(delay >= 185 for delay in delays) == 65 - 58


def test_titles_of_the_87_mediators(rolls: dict[date, list[Line]]) -> None:
    mediators = [line for line in rolls[END_2024] if line["Métier"] == "MED"]
    titles = count(mediators, "Titre")
    assert (titles["Titre obtenu au CFA Optima"], titles["Titre obtenu ailleurs"]) == (21, 27 - 21)
    assert not [
        line for line in mediators if line["Contrat"] == "Apprentissage" and line["Titre"] != "Aucun titre"
    ]


def test_the_four_graduates_of_2024_became_permanent_with_their_title(rolls: dict[date, list[Line]]) -> None:
    before, after = by_person(rolls[END_2023]), by_person(rolls[END_2024])
    learned = {p["Matricule"] for m in MONTH_ENDS[12:] for p in rolls[m] if p["Contrat"] == "Apprentissage"}
    graduates = [line for person, line in after.items() if line["Contrat"] == "CDI" and person in learned]
    assert len(graduates) == 4
    assert {line["Titre"] for line in graduates} == {"Titre obtenu au CFA Optima"}
    assert all(
        before[g["Matricule"]]["Titre"] == "Aucun titre" for g in graduates if g["Matricule"] in before
    )


def test_a_mark_once_given_is_never_taken_back(rolls: dict[date, list[Line]]) -> None:
    for before, after in pairwise(MONTH_ENDS):
        here, there = by_person(rolls[before]), by_person(rolls[after])
        for person in here.keys() & there.keys():
            assert here[person]["Formation socle"] in ("", there[person]["Formation socle"])
            assert here[person]["Titre"] in ("Aucun titre", there[person]["Titre"])


def test_some_fixed_terms_stand_in_for_absent_people_and_nobody_else_does(sent: Sent) -> None:
    contracts = count(sent.lines("personnel", Remplacement="oui"), "Contrat")
    assert set(contracts) == {"CDD"}


def test_entries_and_exits_of_2024(rolls: dict[date, list[Line]]) -> None:
    entries: Counter[str] = Counter()
    exits: Counter[str] = Counter()
    for before, after in pairwise(MONTH_ENDS[11:]):
        here, there = by_person(rolls[before]), by_person(rolls[after])
        entries.update(there[p]["Contrat"] for p in there.keys() - here.keys())
        exits.update(here[p]["Contrat"] for p in here.keys() - there.keys())
    assert entries == {"CDI": 8, "CDD": 5 + 7, "Apprentissage": 25}
    assert exits == {"CDI": 13, "CDD": 14 + 7, "Apprentissage": 3}
    assert 121 + entries.total() - exits.total() == 129


def test_seasonal_people_are_on_roll_in_their_season_only(sent: Sent) -> None:
    seasonal = [p for p in sent.lines("personnel") if p["Dispositif"] in ("RENNES-PISCINE", "VINCENNES")]
    found = count([{"month": day(line["Fin de mois"]).month} for line in seasonal], "month")
    assert found == dict.fromkeys((6, 7, 8), 2 * (5 + 2))


def test_ages_and_contracts_are_believable(sent: Sent) -> None:
    for line in sent.lines("personnel"):
        age = day(line["Fin de mois"]).year - line["Année de naissance"]
        assert (17 if line["Contrat"] == "Apprentissage" else 19) <= age <= 63
        assert day(line["Entrée"]).year - line["Année de naissance"] >= 17
        if line["Contrat"] == "CDD":
            assert (day(line["Fin de mois"]) - day(line["Entrée"])).days <= 18 * 31
