"""The comment of a sheet: written on the page of what it is about, for its period, and found again."""

import pytest

from data_access.access import Role, scope_for
from data_access.comments import MOST_LINES, Place, comment_on, save_comment
from data_access.engine import reading_engine, writing
from metrics.views.views import AGENCIES, DISPOSITIF
from tests.pages.screen import Screen, Show

DIRECTION = scope_for(Role.DIRECTION)
RENNES = Place("fiche-territoire", "RENNES", "RENNES", "2024")
HOSTILE = "<script>alert(1)</script> [lien](https://example.org) {{x}} =1+1\n#set page(fill: red) $x$ *b* _i_"


def write(screen: Screen, text: str) -> Screen:
    (area,) = screen.app.text_area
    area.set_value(text)
    (button,) = [each for each in screen.app.button if each.label == "Enregistrer le commentaire"]
    return Screen(button.click().run())


def kept(url: str, place: Place = RENNES) -> str | None:
    with reading_engine(url).connect() as connection:
        found = comment_on(connection, place, DIRECTION)
        return found.text if found else None


def areas(screen: Screen) -> list[str | None]:
    return [each.value for each in screen.app.text_area]


def test_a_comment_is_kept_for_the_agency_and_the_period_on_screen(sample_copy: str, show: Show) -> None:
    screen = write(
        show(sample_copy, AGENCIES, periode="2024", agence="rennes"), "Un an de plus.\n\nDeux marchés."
    )
    assert "Commentaire enregistré." in screen.html.text
    assert "Écrit par " in screen.html.text
    assert kept(sample_copy) == "Un an de plus.\nDeux marchés."
    assert areas(screen) == ["Un an de plus.\nDeux marchés."]
    assert areas(show(sample_copy, AGENCIES, periode="2023", agence="rennes")) == [""]
    assert areas(show(sample_copy, AGENCIES, periode="2024", agence="nantes")) == [""]
    assert screen.errors == []


@pytest.mark.parametrize("agency", ["", "rennes,nantes", "siege"])
def test_no_comment_is_offered_without_one_agency_of_the_field(
    sample_copy: str, show: Show, agency: str
) -> None:
    asked = {"agence": agency} if agency else {}
    assert areas(show(sample_copy, AGENCIES, periode="2024", **asked)) == []


def test_a_dispositif_has_the_comment_of_the_quarter_that_the_period_ends_in(
    sample_copy: str, show: Show
) -> None:
    screen = write(show(sample_copy, DISPOSITIF, periode="2024-11", dispositif="rennes-jour"), "Calme.")
    assert "Billet trimestriel, 4e trimestre 2024." in screen.html.text
    assert kept(sample_copy, Place("billet-trimestriel", "RENNES-JOUR", "RENNES", "2024-T4")) == "Calme."


def test_a_text_is_shown_as_it_is_whatever_it_holds(sample_copy: str, show: Show) -> None:
    screen = write(show(sample_copy, AGENCIES, periode="2024", agence="rennes"), HOSTILE)
    assert areas(screen) == [HOSTILE]
    assert not screen.html.all("script")


def test_an_emptied_text_is_removed(sample_copy: str, show: Show) -> None:
    screen = write(show(sample_copy, AGENCIES, periode="2024", agence="rennes"), "À retirer.")
    screen = write(screen, "  ")
    assert "Commentaire retiré." in screen.html.text
    assert kept(sample_copy) is None


def test_what_the_sheet_has_no_room_for_is_refused_and_stays_on_screen(sample_copy: str, show: Show) -> None:
    many = "\n".join("x" * (MOST_LINES + 1))
    screen = write(show(sample_copy, AGENCIES, periode="2024", agence="rennes"), many)
    assert f"la fiche en tient {MOST_LINES} au plus" in screen.html.text
    assert areas(screen) == [many]
    assert kept(sample_copy) is None


def test_a_text_that_someone_else_changed_meanwhile_is_not_lost(sample_copy: str, show: Show) -> None:
    screen = show(sample_copy, AGENCIES, periode="2024", agence="rennes")
    with writing(sample_copy) as connection:
        save_comment(connection, RENNES, "De l'autre.", "autre@exemple.fr", DIRECTION)
    screen = write(screen, "Le mien.")
    assert "a changé entre-temps" in screen.html.text
    assert "autre@exemple.fr" in screen.html.text
    assert (kept(sample_copy), areas(screen)) == ("De l'autre.", ["Le mien."])
    assert kept(sample_copy) == "De l'autre."
    write(screen, "Les deux.")
    assert kept(sample_copy) == "Les deux."
