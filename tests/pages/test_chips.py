"""What is filtered as chips: filters a page follows or not, a month that was clicked, the way back."""

import pytest

from metrics import period
from metrics.views.views import ACTIVITY, DISPOSITIF
from pages.ui import chips, kept
from pages.ui.kept import Kept
from tests.pages.screen import Screen, Show
from tests.pages.test_opening import DEFAULT, LAST_YEAR, said
from tests.pages.test_opening import chips as shown


def test_a_filter_that_this_page_does_not_follow_is_said_and_taken_away(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, periode="2024", nature="conflits")
    assert shown(screen) == ["✕ Non suivi sur cette page : Famille d'intervention : Conflits"]
    (chip,) = [each for each in screen.app.button if (each.key or "").startswith("puce-")]
    assert shown(Screen(chip.click().run())) == []
    followed = show(sample_store, ACTIVITY, periode="2024", nature="conflits")
    assert shown(followed) == ["✕ Famille d'intervention : Conflits"]


def test_a_month_that_was_clicked_has_a_chip_back_to_the_period_asked_before_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Kept(period.year(2024), LAST_YEAR)
    state: dict[str, object] = {kept.ASKED: asked}
    monkeypatch.setattr(kept.st, "session_state", state)
    assert not chips.has_some(asked)
    for number in (3, 2):
        kept.narrow(state[kept.ASKED], period.month(2024, number))
        assert kept.before_narrow(state[kept.ASKED]) == period.year(2024)
        assert chips.has_some(state[kept.ASKED])
    assert not chips.has_some(Kept(period.year(2023), LAST_YEAR))  # chosen in the bar since


def test_the_chip_of_a_month_brings_the_year_back(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024")
    year, march = period.year(2024), period.month(2024, 3)
    screen.app.session_state[kept._BEFORE] = march, year
    screen.app.query_params["periode"] = "2024-03"
    clicked = Screen(screen.app.run())
    assert shown(clicked) == ["✕ Période : mars 2024"]
    back = Screen(clicked.app.button(key="puce-periode").click().run())
    assert (said(back)["periode"], shown(back)) == ("2024", [])


def test_the_page_of_a_dispositif_stays_on_it_when_all_else_goes_back(sample_store: str, show: Show) -> None:
    screen = show(sample_store, DISPOSITIF, periode="2024", dispositif="rennes-jour", nature="conflits")
    back = Screen(screen.app.button(key="reinitialiser").click().run())
    assert said(back) == {**DEFAULT, "dispositif": "rennes-jour"}
    assert "reinitialiser" not in [each.key for each in back.app.button]


def test_the_number_kept_is_said_aloud_with_and_without_filters(sample_store: str, show: Show) -> None:
    for address in ({"periode": "2024"}, {"periode": "2024", "agence": "rennes"}):
        screen = show(sample_store, **address)
        (status,) = screen.html.all(".annonce")
        count = next(tile for tile in screen.tiles if tile.title == "Interventions").exact
        assert (status.attributes["role"], status.text) == ("status", f"{count} interventions retenues")


@pytest.mark.parametrize(
    ("span", "said"),
    [("2031", "Interventions retenues : n.d."), ("2024", "Interventions : sans objet pour le siège")],
)
def test_nothing_kept_and_nothing_known_are_said_in_french(
    sample_store: str, show: Show, span: str, said: str
) -> None:
    (status,) = show(sample_store, periode=span, agence="siege").html.all(".annonce")
    assert status.text == said
