"""Définitions: a reference typed from paper opens its figure, as it was and as it is, and its view."""

from urllib.parse import parse_qs, urlsplit

import pytest

from data_access.access import Role, scope_for
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY
from metrics.context import context
from metrics.period import parse
from metrics.present import words
from metrics.query import Filter, Query
from metrics.run import ask
from metrics.views.views import DEFINITIONS
from tests.pages.screen import Show

RENNES = Filter(AGENCY, ("RENNES",))


def exact(store: str, name: str, *where: Filter) -> str:
    of = metric(name)
    answer = ask(store, Query(metrics=(of,), period=parse("2024-12"), where=where), scope_for(Role.DIRECTION))
    return words.exact(answer.cell(of).figure, of.unit)


def test_the_figure_is_told_with_who_it_is_about_and_its_view_is_a_click_away(
    sample_store: str, show: Show
) -> None:
    number = context(sample_store).import_number
    screen = show(sample_store, DEFINITIONS, recherche=f"interventions/2024-12/v1/{number}/agency=RENNES")
    (said,) = screen.html.all(".ensemble")
    assert (
        said.text
        == f"Interventions, décembre 2024, Agence : Rennes : {exact(sample_store, 'interventions', RENNES)}"
    )
    assert "Il n'a pas changé depuis." in screen.html.text
    (link,) = [a for a in screen.html.all("a") if a.text.startswith("Ouvrir la vue")]
    place = urlsplit(link.attributes["href"])
    assert (place.path, parse_qs(place.query)["agence"]) == ("/activite", ["rennes"])
    assert parse_qs(place.query)["periode"] == ["2024-12"]


def test_before_its_file_was_loaded_a_figure_was_not_known(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DEFINITIONS, recherche="interventions/2024-12/v1/1")
    assert screen.html.all(".ensemble")[0].text.endswith("n.d.")
    assert f"Aujourd'hui\u00a0: {exact(sample_store, 'interventions')}" in screen.html.text


@pytest.mark.parametrize(
    "text", ["interventions/2024-12", "rien/2024/v1/1", "interventions/2024-12/v1/99999"]
)
def test_what_is_no_reference_is_told_in_a_sentence(sample_store: str, show: Show, text: str) -> None:
    screen = show(sample_store, DEFINITIONS, recherche=text)
    (said,) = screen.html.all(".vide")
    assert said.text.endswith((".", "?"))
    assert not screen.html.all(".ensemble")
