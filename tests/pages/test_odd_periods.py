"""Periods that the files do not tell of: figures say so, on the pages as in the catalogue."""

from pages.ui.views import ACTIVITY, AGENCIES, HOME
from tests.pages.screen import Screen, Show


def values(screen: Screen) -> dict[str, str]:
    """The value of each tile, by its title."""
    return {tile.title: tile.value for tile in screen.tiles}


def test_a_day_within_a_month_has_interventions_but_neither_people_on_roll_nor_accounts(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, HOME, periode="2024-12-15")
    found = values(screen)
    assert (found["Salariés"], found["Produits"]) == ("n.d.", "n.d.")
    assert found["Interventions"] not in ("0", "n.d.")
    assert screen.errors == []


def test_weeks_over_two_months_have_no_share_of_the_accounts(sample_store: str, show: Show) -> None:
    found = values(show(sample_store, HOME, periode="2024-12-20..2025-01-10"))
    assert found["Produits"] == "n.d."  # and not all December


def test_the_markets_of_before_the_first_files_are_set_against_nothing(sample_store: str, show: Show) -> None:
    for versus in ("annee-precedente", "2019"):
        screen = show(sample_store, HOME, periode="2023-02", comparaison=versus)
        (tile,) = [tile for tile in screen.tiles if tile.title.startswith("Dispositifs")]
        assert tile.value == "11"
        assert "%" not in tile.change
        assert "inhabituel" not in screen.html.text.lower()


def test_figures_per_fte_are_read_by_contract_year_like_the_others(sample_store: str, show: Show) -> None:
    agencies = show(sample_store, AGENCIES, periode="marche:2024", base="etp")
    portfolio = show(sample_store, ACTIVITY, periode="marche:2024", vue="portefeuille")
    for screen in (agencies, portfolio):
        assert screen.errors == []
        assert "ne se lit pas par exercice" not in screen.html.text


def test_the_head_office_has_no_median(sample_store: str, show: Show) -> None:
    screen = show(sample_store, HOME, periode="2024", comparaison="mediane", agence="siege")
    assert not any("%" in tile.change for tile in screen.tiles)
