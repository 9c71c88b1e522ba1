"""Views saved under a name: what they keep, which one opens the page, the link to share."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from metrics.views.views import AGENCIES
from pages.ui import saved
from tests.pages.screen import Screen, Show
from tests.pages.test_opening import DEFAULT, said


def save(screen: Screen, name: str, *, default: bool = False) -> Screen:
    screen.app.text_input(key="vue-nom").set_value(name)
    if default:
        screen.app.checkbox(key="vue-defaut").check()
    (button,) = [each for each in screen.app.button if each.label == "Enregistrer"]
    return Screen(button.click().run())


def views(screen: Screen) -> dict[str, str]:
    """The views of the page and where they lead."""
    (found,) = screen.html.all(".vues")
    return {node.text: node.attributes["href"] for node in found.all("a")}


def test_what_is_shown_is_saved_with_the_choices_of_the_page(sample_copy: str, show: Show) -> None:
    screen = save(show(sample_copy, AGENCIES, periode="2024", agence="rennes", base="etp", utm="x"), "Ma vue")
    address = "periode=2024&comparaison=annee-precedente&agence=rennes&base=etp"
    assert views(screen) == {"Ma vue": f"/agences?{address}"}
    assert "Vue « Ma vue » enregistrée." in screen.html.text
    (link,) = screen.html.all(".partage")
    assert sorted(parse_qsl(urlsplit(link.attributes["href"]).query)) == sorted(
        [*parse_qsl(address), ("utm", "x")]
    )
    assert screen.errors == []


def test_a_view_of_the_last_month_follows_the_calendar(sample_copy: str, show: Show) -> None:
    screen = save(show(sample_copy, AGENCIES, agence="rennes"), "La mienne")
    assert views(screen) == {"La mienne": "/agences?comparaison=annee-precedente&agence=rennes"}
    assert "La période suivra le dernier mois chargé." in screen.html.text
    fixed = show(sample_copy, AGENCIES, periode="2024-11")
    assert "La période suivra" not in fixed.html.text
    (link,) = screen.html.all(".partage")
    assert "periode=2024-12" in link.attributes["href"]  # what is shared is what is shown


def test_the_view_that_opens_the_page_still_does_when_saved_again(sample_copy: str, show: Show) -> None:
    screen = save(show(sample_copy, periode="2024"), "A", default=True)
    screen = save(screen, "A")
    assert "Vue « A » enregistrée ; elle ouvre la page." in screen.html.text
    assert list(views(screen)) == ["A (ouvre la page)"]
    (button,) = [each for each in screen.app.button if each.label.startswith("Ne plus ouvrir")]
    screen = Screen(button.click().run())
    assert list(views(screen)) == ["A"]


def test_the_link_to_share_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    class Context:
        url = "https://suite.example.org/agences?periode=2024"

    monkeypatch.setattr(saved.st, "context", Context)
    assert saved._site() == "https://suite.example.org"


def test_a_name_is_shown_as_it_is_whatever_it_holds(sample_copy: str, show: Show) -> None:
    name = "<img src=x onerror=alert(1)> [lien](https://example.org)"
    screen = save(show(sample_copy), name, default=True)
    assert list(views(screen)) == [f"{name} (ouvre la page)"]
    assert not screen.html.all("img") or all("onerror" not in n.attributes for n in screen.html.all("img"))


def test_a_name_that_is_refused_says_so_and_saves_nothing(sample_copy: str, show: Show) -> None:
    screen = save(show(sample_copy), "   ")
    assert "Donnez à la vue un nom" in screen.html.text
    assert screen.html.all(".vues") == []


def test_the_default_view_is_removed(sample_copy: str, show: Show) -> None:
    screen = save(show(sample_copy, periode="2024"), "A", default=True)
    screen.app.selectbox(key="vue-retiree").set_value("A").run()
    (button,) = [each for each in screen.app.button if each.label == "Retirer"]
    after = Screen(button.click().run())
    assert "Vue « A » retirée." in after.html.text
    assert said(show(sample_copy)) == DEFAULT
    assert after.errors == []
