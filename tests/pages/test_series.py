"""The months of a page: what an agency has not sent is hatched, and events are few, folded and numbered."""

import json
from typing import Any

import pyarrow as pa
import pytest
from sqlalchemy import delete, insert, select

from data_access import schema as s
from data_access.engine import writing
from metrics.views.views import ACTIVITY, HOME
from tests.pages.screen import Screen, Show

LAST = "2024-12-01"


@pytest.fixture
def late(sample_copy: str) -> str:
    """The sample years, where Nantes has not sent its interventions of December 2024."""
    cover, each = s.coverage.c, s.dispositif.c
    month = (cover.kind == "interventions") & (cover.month == LAST)
    with writing(sample_copy) as connection:
        others = connection.scalars(select(each.id).where(each.agency_id != "NANTES")).all()
        line = connection.execute(select(cover.month, cover.loaded_by).where(month)).one()
        connection.execute(delete(s.coverage).where(month))
        rows = [
            {
                "kind": "interventions",
                "month": line.month,
                "dispositif_id": other,
                "loaded_by": line.loaded_by,
            }
            for other in others
        ]
        connection.execute(insert(s.coverage), rows)
    return sample_copy


def months(screen: Screen) -> dict[str, Any]:
    """The specification of the chart of the months."""
    return json.loads(screen.app.get("vega_lite_chart")[0].proto.spec)


def numbers_of_events(screen: Screen) -> list[str]:
    """What the picture of the months writes where events are, from left to right."""
    (sent,) = screen.app.get("vega_lite_chart")[0].proto.datasets
    numbers = pa.ipc.open_stream(sent.data.data).read_all().column("number").to_pylist()
    return [each for each in numbers if each]


def words(screen: Screen) -> tuple[str, str, str]:
    """The title, the subtitle and the sentence of the first chart."""
    head = screen.html.all(".entete-graphique")[0]
    return head.words("h2"), head.words(".sous-titre"), screen.html.all(".phrase")[0].text


def test_a_month_that_an_agency_has_not_sent_is_hatched_and_named(late: str, show: Show) -> None:
    screen = show(late, ACTIVITY, periode="2024")
    title, subtitle, sentence = words(screen)
    assert title == "Interventions dans le temps", "no finding is told of it"
    assert "hachuré : mois incomplets" in subtitle
    assert "Mois incomplets : déc. 2024" in sentence
    assert '"gradient":' in json.dumps(months(screen))
    assert (screen.errors, screen.warnings) == ([], [])


def test_the_months_of_an_agency_that_sent_them_are_whole(late: str, show: Show) -> None:
    title, subtitle, sentence = words(show(late, ACTIVITY, periode="2024", agence="rennes"))
    assert title.startswith("Interventions : au plus haut en")
    assert "incomplets" not in subtitle + sentence


def test_the_curves_of_tiles_say_it_too(late: str, show: Show) -> None:
    screen = show(late, HOME, periode="2024-12")
    curves = {node.attributes["alt"].split(",")[0]: node.attributes["alt"] for node in screen.html.all("img")}
    assert curves["Interventions"].endswith("en déc. 2024 (mois incomplet).")
    assert "incomplet" not in curves["Heures de terrain"]


def test_a_month_not_all_there_is_never_said_to_have_no_data_beside_its_figure(late: str, show: Show) -> None:
    screen = show(late, HOME, periode="2024-12")
    dates = {tile.title: tile.date for tile in screen.tiles}
    assert dates["Interventions"] == "Données incomplètes sur cette période"
    assert dates["Heures de terrain"] == "Données au 31 décembre 2024"
    assert "Mois incomplets pour une partie des chiffres." in screen.notes


def test_events_are_folded_few_and_about_markets_for_the_whole_association(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024")
    (listed,) = screen.html.all(".faits")
    titles = [node.text for node in listed.all("li")]
    assert len(titles) == 5
    assert "3 juin 2024 : Début de la médiation chantier du prolongement du Tram T13" in titles
    assert "Faits marquants (5)" in [node.text for node in screen.html.all("summary")]
    assert "4–5" in numbers_of_events(screen)


def test_an_agency_has_its_own_events(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", agence="rennes")
    (listed,) = screen.html.all(".faits")
    assert [node.text for node in listed.all("li")] == [
        "18 mars 2024 : « Vis ma vie » de médiateur avec les rugbymen de Rennes"
    ]
