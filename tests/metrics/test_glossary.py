"""The glossary says of each figure how a period follows from its months, from what is computed."""

import re

import pytest

from metrics import glossary
from metrics.catalogue import METRICS, metric

ADDS_UP = "les mois s'additionnent"


@pytest.mark.parametrize("name", METRICS)
def test_months_are_said_to_add_up_only_where_they_do(name: str) -> None:
    said = glossary.entry(metric(name))
    assert (f"flux : {ADDS_UP}" in said) is metric(name).adds_up


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("interventions", "flux : les mois s'additionnent"),
        ("presence_rate", "rapport : recalculé pour chaque période"),
        ("permanent_share", "rapport : recalculé pour chaque période"),
        ("headcount", "stock : une période vaut sa dernière fin de mois"),
        ("apprentices_in_year", "stock : une période lit toutes ses fins de mois"),
        ("field_dispositifs", "durée : compte si elle court encore le dernier jour"),
    ],
)
def test_each_reading_in_time_is_that_of_the_measure(name: str, reading: str) -> None:
    assert f"**Lecture dans le temps** : {reading}" in glossary.entry(metric(name))


def test_french_separators_and_no_word_said_twice() -> None:
    written = glossary.markdown()
    assert not re.search(r"\S;", written)
    assert "en cours, en cours" not in written
