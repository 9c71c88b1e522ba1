"""French around names and figures, table by table: places, elision, agreement, dates in a sentence."""

import pytest

from metrics import period
from metrics.catalogue import METRICS
from metrics.present.phrases import at, elided, listed, of, opened, subject, when, where
from metrics.query import Against, Comparison


@pytest.mark.parametrize(
    ("place", "there", "its"),
    [
        ("Rennes", "à Rennes", "de Rennes"),
        ("Nantes", "à Nantes", "de Nantes"),
        ("Angers", "à Angers", "d'Angers"),
        ("Angers-Tours", "à Angers et Tours", "d'Angers et Tours"),
        ("Paris Île-de-France", "en Île-de-France", "d'Île-de-France"),
        ("Siège", "au siège", "du siège"),
        ("Île-de-France", "en Île-de-France", "d'Île-de-France"),
        ("Bretagne", "en Bretagne", "de Bretagne"),
        ("Ille-et-Vilaine", "en Ille-et-Vilaine", "d'Ille-et-Vilaine"),
        ("Pays de la Loire", "dans les Pays de la Loire", "des Pays de la Loire"),
        ("Morbihan", "dans le Morbihan", "du Morbihan"),
        ("Sarthe", "dans la Sarthe", "de la Sarthe"),
        ("Clichy-sous-Bois", "à Clichy-sous-Bois", "de Clichy-sous-Bois"),
        ("Saint-Nazaire", "à Saint-Nazaire", "de Saint-Nazaire"),
        ("Orléans", "à Orléans", "d'Orléans"),
        ("Achères", "à Achères", "d'Achères"),
        ("Hennebont", "à Hennebont", "d'Hennebont"),
        ("Honfleur", "à Honfleur", "de Honfleur"),
        ("Le Mans", "au Mans", "du Mans"),
        ("Les Ulis", "aux Ulis", "des Ulis"),
        ("La Rochelle", "à La Rochelle", "de La Rochelle"),
        ("L'Île-d'Yeu", "à L'Île-d'Yeu", "de L'Île-d'Yeu"),
        ("Évry", "à Évry", "d'Évry"),
    ],
)
def test_a_place_takes_the_word_that_it_has_in_french(place: str, there: str, its: str) -> None:
    assert (at(place), of(place)) == (there, its)


@pytest.mark.parametrize(
    ("word", "after", "said"),
    [
        ("de", "interventions", "d'interventions"),
        ("de", "Rennes", "de Rennes"),
        ("de", "ETP", "d'ETP"),
        ("de", "onze", "de onze"),
        ("de", "huit", "de huit"),
        ("de", "heures", "d'heures"),
        ("de", "hausses", "de hausses"),
        ("la", "hausse", "la hausse"),
        ("le", "index", "l'index"),
        ("le", "écart", "l'écart"),
        ("le", "âge", "l'âge"),
        ("le", "œuvre", "l'œuvre"),
        ("le", "oui", "le oui"),
        ("que", "elle", "qu'elle"),
        ("lorsque", "on", "lorsqu'on"),
        ("jusque", "à", "jusqu'à"),
        ("de", "1", "de 1"),
        ("sur", "Angers", "sur Angers"),
    ],
)
def test_a_word_is_elided_before_a_vowel_and_nowhere_else(word: str, after: str, said: str) -> None:
    assert elided(word, after) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Rennes"], "Rennes"),
        (["Rennes", "Nantes"], "Rennes et Nantes"),
        (["Rennes", "Nantes", "Angers"], "Rennes, Nantes et Angers"),
    ],
)
def test_the_last_of_some_names_is_joined_by_and(names: list[str], said: str) -> None:
    assert listed(names) == said


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (["Angers", "Tours"], "à Angers et Tours"),
        (["Rennes", "Siège"], "à Rennes et au siège"),
        (["Rennes", "Le Mans", "Île-de-France"], "à Rennes, au Mans et en Île-de-France"),
    ],
)
def test_places_share_a_word_only_when_it_is_the_same(places: list[str], said: str) -> None:
    assert where(places) == said


@pytest.mark.parametrize(
    ("label", "symbol", "said", "verb"),
    [
        ("Interventions", "", "le nombre d'interventions", "est"),
        ("Salariés", "pers.", "le nombre de salariés", "est"),
        ("Stagiaires et apprentis", "pers.", "le nombre de stagiaires et d'apprentis", "est"),
        ("Produits", "€", "les produits", "sont"),
        ("Heures de terrain", "h", "les heures de terrain", "sont"),
        ("Taux de présence sur le terrain", "%", "le taux de présence sur le terrain", "est"),
        ("Part des femmes", "%", "la part des femmes", "est"),
        ("Âge moyen", "ans", "l'âge moyen", "est"),
        ("Ancienneté moyenne", "ans", "l'ancienneté moyenne", "est"),
        ("Index égalité femmes-hommes", "/100", "l'index égalité femmes-hommes", "est"),
        ("ETP de terrain autorisés", "ETP", "les ETP de terrain autorisés", "sont"),
        ("ETP moyen des fins de mois", "ETP", "l'ETP moyen des fins de mois", "est"),
    ],
)
def test_a_figure_has_its_article_and_its_number(label: str, symbol: str, said: str, verb: str) -> None:
    found = subject(label, symbol)
    assert found is not None
    assert (found.text, found.verb("est", "sont")) == (said, verb)


def test_every_figure_of_the_catalogue_has_a_subject_but_those_with_a_colon() -> None:
    without = {each.label for each in METRICS.values() if subject(each.label, each.unit.symbol) is None}
    assert without == {each.label for each in METRICS.values() if " : " in each.label}


def test_a_name_that_is_not_understood_is_not_guessed() -> None:
    assert subject("Bilan carbone", "t") is None


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("2024", "en 2023"),
        ("2024-12", "en décembre 2023"),
        ("2024-08", "en août 2023"),
        ("2024-T1", "au 1er trimestre 2023"),
        ("2024-T4", "au 4e trimestre 2023"),
        ("ytd:2024-09", "en cumul à fin septembre 2023"),
        ("12m:2024-09", "sur les 12 mois à fin septembre 2023"),
        ("scolaire:2023", "pendant l'année scolaire 2022-2023"),
        ("marche:2024", "pendant l'exercice de marché 2023"),
        ("2023-10..2024-09", "d'octobre 2022 à septembre 2023"),
        ("2023-02..2024-09", "de février 2022 à septembre 2023"),
        ("2022..2023", "de 2021 à 2022"),
    ],
)
def test_the_period_before_is_said_within_a_sentence(span: str, said: str) -> None:
    asked = period.parse(span)
    before = Comparison(Against.PREVIOUS_YEAR).reference(asked)
    assert before is not None
    assert when(before.label) == said


def test_periods_that_do_not_last_alike_say_so() -> None:
    assert when("février 2024 (durées inégales : 31 jours et 29 jours)") == (
        "en février 2024 (durées inégales : 31 jours et 29 jours)"
    )


def test_a_sentence_begins_with_a_capital() -> None:
    assert opened("à Rennes, rien n'a bougé.") == "À Rennes, rien n'a bougé."
