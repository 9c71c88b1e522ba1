"""What is new on the home page: what to choose when nothing is compared, and alerts that lead somewhere."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from data_access.access import Domain, Role
from metrics.alert import Alert, Subject
from metrics.catalogue import metric
from metrics.present.words import NO_BREAK
from metrics.views.parts import news
from metrics.views.views import RSE
from tests.pages.conftest import Be
from tests.pages.screen import Screen, Show

PLACES = ("bref", "tuile", "nouvelles", "domaine", "defile")  # from top to bottom


def sections(screen: Screen) -> dict[str, str]:
    """The words of both columns, by their title."""
    (both,) = screen.html.all(".nouvelles")
    return {each.words("h2"): each.text.removeprefix(each.words("h2")) for each in both.all("section")}


def leads(screen: Screen) -> dict[str, tuple[str, dict[str, list[str]]]]:
    """Where each alert leads: the page, and what it is asked."""
    (both,) = screen.html.all(".nouvelles")
    links = {each.text: urlsplit(each.attributes["href"]) for each in both.all("a")}
    return {text: (href.path, parse_qs(href.query)) for text, href in links.items()}


@pytest.mark.parametrize("versus", ["aucune", "objectif"])
def test_without_another_period_the_reader_is_told_what_to_choose(
    sample_store: str, show: Show, versus: str
) -> None:
    said = sections(show(sample_store, periode="2024", comparaison=versus))["Ce qui a bougé"]
    assert said == "Pour lire ce qui a bougé, choisissez une période dans «\u00a0Comparer à\u00a0»."


def test_a_change_that_nobody_knows_is_not_called_stable(sample_store: str, show: Show) -> None:
    said = sections(show(sample_store, periode="2031"))["Ce qui a bougé"]
    assert said.startswith("Aucune évolution n'est connue")
    assert "stable" not in said
    assert "année 2031" in said
    assert "année 2030" in said


def test_what_moved_and_what_to_look_at_on_the_published_year(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024")
    said = sections(screen)
    net = "Le résultat est en baisse de 39 k€ (−71,1 %), soit −61 k€ au siège et +22 k€ ailleurs : 16 k€"
    assert net in said["Ce qui a bougé"].replace("\u00a0", " ")  # a figure of a domain
    assert len(screen.html.all(".nouvelles")[0].all("section")[0].all("li")) == 5
    missed = said["À regarder"].partition("Objectif manqué")[2].partition("Évolution")[0]
    assert missed.startswith("Part des salariés en CDI")
    assert "Produits" not in missed  # 99,9 % of the income aimed at is near it
    ends = "Marché « Médiation conventionnelle, ICF La Sablière » : échéance le 31 décembre 2024."
    assert ends in said["À regarder"].replace("\u00a0", " ")
    assert "Label Engagé RSE" not in said["À regarder"]  # the same title goes on from the day after


def test_a_tile_and_the_alerts_agree_on_a_target_missed(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024-12")
    missed = [tile.title for tile in screen.tiles if tile.goal.endswith("(manqué)")]
    assert "Interventions" in missed  # neither good nor bad, and a target all the same
    said = sections(screen)["À regarder"].partition("Objectif manqué")[2].partition("Évolution")[0]
    assert [tile.title for tile in screen.tiles if tile.title in said] == missed
    assert "Part des salariés en CDI" in said  # a figure of a domain, which has no tile


def test_an_alert_leads_to_the_dispositif_or_to_the_figure_with_the_same_filters(
    sample_store: str, show: Show
) -> None:
    found = leads(show(sample_store, periode="2024", agence="idf"))
    market = next(text for text in found if text.startswith("Marché"))
    path, asked = found[market]
    assert (path, len(asked["dispositif"])) == ("/dispositif", 1)
    assert {asked["periode"][0] for _, asked in found.values()} <= {"2024", "2024-12"}
    for path, asked in found.values():
        assert path in ("/dispositif", "/activite", "/effectifs", "/formation", "/rse", "/financement")
        assert path == "/dispositif" or asked["agence"] == ["idf"]


def test_each_kind_of_alert_is_drawn_and_an_unusual_month_leads_to_that_month(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        Alert(Subject.LATE, "Instances", "déc. 2024 n'est pas chargé.", month=date(2024, 12, 1),
              of=Domain.ACTIVITY),
        Alert(Subject.OVERDUE, "Former", "échéance le 1er mars 2024.", of=Domain.RSE),
        Alert(Subject.ENDING, "Qualiopi", "expire.", of=Domain.RSE),
        Alert(Subject.WATCHED, "Index", "82 en 2024.", metric("equality_index")),
        Alert(Subject.TARGET, "Réussite", "70 % pour 80 %.", metric("pass_rate")),
        Alert(Subject.UNUSUAL, "Produits", "+80 %.", metric("revenue"), month=date(2024, 11, 1)),
        Alert(Subject.TARGET, "Heures de terrain", "9 h pour 10 h.", metric("field_hours")),
        Alert(Subject.ENDING, "Marché « Ici »", "échéance.", dispositif="RENNES-JOUR", of=Domain.FINANCING),
    ]  # fmt: skip
    monkeypatch.setattr(news, "alerts", lambda *_, **__: found)
    screen = show(sample_store, periode="2024")
    said = sections(screen)["À regarder"]
    places = [said.index(subject.value) for subject in Subject]
    assert places == sorted(places)
    (others,) = screen.html.all(".nouvelles")[0].all("details")
    assert others.words("summary") == "Voir les 3 autres"  # of eight, five are read at a glance
    assert [a.text for a in others.all("a")] == ["Index", "Produits", "Instances"]  # none asks for a decision
    leading = leads(screen)
    assert {text: path for text, (path, _) in leading.items()} == {
        "Heures de terrain": "/activite",
        "Réussite": "/formation",
        "Index": "/effectifs",
        "Produits": "/financement",
        "Marché « Ici »": "/dispositif",
        "Qualiopi": "/rse",
        "Former": "/rse",
        "Instances": "/activite",
    }
    assert leading["Produits"][1]["periode"] == ["2024-11"]
    assert leading["Instances"][1]["periode"] == ["2024-12"]
    assert [leading[name][1]["vue"] for name in ("Qualiopi", "Former")] == [["certifications"], ["actions"]]


def test_who_has_no_page_of_dispositifs_is_led_to_the_markets(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch, be: Be
) -> None:
    found = [
        Alert(Subject.ENDING, "Marché « Ici »", "échéance.", dispositif="RENNES-JOUR", of=Domain.FINANCING),
        Alert(Subject.TARGET, "Heures de terrain", "9 h pour 10 h.", metric("field_hours")),
    ]
    monkeypatch.setattr(news, "alerts", lambda *_, **__: found)
    be(Role.BOARD)
    leading = leads(show(sample_store, periode="2024"))
    path, asked = leading["Marché « Ici »"]
    assert (path, asked["vue"]) == ("/financement", ["marches"])
    assert list(leading) == ["Marché « Ici »"]  # the board has no view of the activity


def test_an_alert_leads_to_a_page_that_shows_what_it_is_about(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUITE_TODAY", "2025-04-01")
    leading = leads(show(sample_store, periode="2024"))
    (late, *_), (ends, *_) = (
        [name for name, (_, asked) in leading.items() if asked.get("vue") == [vue]]
        for vue in ("actions", "certifications")
    )
    for name in (late, ends):
        _, asked = leading[name]
        said = show(sample_store, RSE, **{key: value for key, (value,) in asked.items()})
        assert name in [row[0] for table in said.tables for row in table.rows]


def test_hostile_words_of_an_alert_stay_words(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = Alert(Subject.ENDING, "<script>alert(1)</script>", "<b>gras</b>")
    monkeypatch.setattr(news, "alerts", lambda *_, **__: [hostile])
    screen = show(sample_store)
    assert "<script>alert(1)</script>\u00a0: <b>gras</b>" in sections(screen)["À regarder"]
    assert screen.html.all("script", "b") == []


def test_what_changed_is_told_over_the_figures_and_in_full_under_them(sample_store: str, show: Show) -> None:
    """In the first screen, on a telephone too; before domains and agencies."""
    screen = show(sample_store, periode="2024")
    said, in_full = screen.html.words(".bref"), sections(screen)["Ce qui a bougé"]
    assert said.startswith(f"Ce qui a bougé{NO_BREAK}: Résultat −71,1{NO_BREAK}%, ")
    assert in_full.startswith("Le résultat est en baisse ")
    assert f"À regarder{NO_BREAK}: " in said
    drawn = [each.proto.body for each in screen.app.get("html")]
    order = [part for body in drawn for part in PLACES if f'class="{part}"' in body]
    assert list(dict.fromkeys(order)) == list(PLACES)
