"""The glossary says of each figure how a period follows from its months, from what is computed."""

import re

import pytest

from metrics import glossary
from metrics.catalogue import METRICS, metric
from metrics.present.words import french

ADDS_UP = "les mois s'additionnent"


@pytest.mark.parametrize("name", METRICS)
def test_months_are_said_to_add_up_only_where_they_do(name: str) -> None:
    said = glossary.entry(metric(name))
    assert (french(f"flux : {ADDS_UP}") in said) is metric(name).adds_up


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("interventions", "flux : les mois s'additionnent"),
        ("presence_rate", "rapport : recalculé pour chaque période"),
        ("permanent_share", "rapport : recalculé pour chaque période"),
        ("headcount", "stock : une période vaut sa dernière fin de mois"),
        ("apprentices_in_year", "stock : une période lit toutes ses fins de mois"),
        ("field_dispositifs", "état au dernier jour : les périodes ne s'additionnent pas"),
        ("apprentices_in_training", "compté une fois dans chaque période qu'il touche"),
        ("new_markets", "compté à une seule date, celle que dit la définition"),
        ("budget_gap", "flux : les mois s'additionnent"),
        ("travel_emissions", "flux : les mois s'additionnent"),
        ("learners", "apprentis : une fois dans chaque période touchée ; autres stagiaires"),
        ("rse_classes", "valeur annuelle déclarée au 31 décembre"),
        ("equality_index", "valeur de l'année de référence, lue à sa dernière fin de mois"),
    ],
)
def test_each_reading_in_time_is_that_of_the_measure(name: str, reading: str) -> None:
    assert french(f"**Lecture dans le temps** : {reading}") in glossary.entry(metric(name))


def test_french_separators_and_no_word_said_twice() -> None:
    written = glossary.markdown()
    assert not re.search(r"[^\u00a0];", written)
    assert not re.search(r" [:?!%»]|« ", written), "a line may break before a sign that is never alone"


@pytest.mark.parametrize(
    ("name", "secrecy"),
    [
        ("headcount", "masqué (s) de 1 à 4 salariés présents, et partout où un total"),
        ("headcount", "tableaux publiés : agence ; agence × sexe ; agence × famille de métier"),
        ("headcount", "agence × formation socle (médiateurs et médiatrices)"),
        ("women", "masqué (s) de 1 à 4 femmes présentes"),
        ("women", "tableaux publiés : agence ; tranche d'âge"),
        ("fte", "masqué (s) de 1 à 4 salariés présents"),
        ("born_abroad", "masqué (s) de 1 à 10 salariés nés hors de France"),
        ("entries", "par années civiles entières ; tableaux publiés : agence"),
        ("index_women", "masqué (s) de 1 à 4 femmes des groupes de rémunération"),
    ],
)
def test_the_secrecy_is_said_as_it_is_judged(name: str, secrecy: str) -> None:
    (line,) = [line for line in glossary.entry(metric(name)).splitlines() if "Secret statistique" in line]
    assert french(secrecy) in line


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("pass_rate", "20 candidats présentés"),
        ("interruption_rate", "20 parcours au CFA"),
        ("satisfaction_rate", "20 réponses aux questionnaires"),
    ],
)
def test_a_minimum_says_what_it_counts(name: str, counted: str) -> None:
    assert f"en dessous de {counted}" in glossary.entry(metric(name))


def test_only_the_first_letter_of_a_breakdown_is_lowered() -> None:
    assert "axe RSE" in glossary.entry(metric("rse_indicators_declared"))
