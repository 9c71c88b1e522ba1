"""Periods that the files do not tell of: figures say so, on the pages as in the catalogue."""

from metrics.views.views import ACTIVITY, AGENCIES, FINANCING, HOME, RSE, TRAINING, WORKFORCE
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


def test_days_within_a_month_have_posts_and_nobody_on_roll(sample_store: str, show: Show) -> None:
    screen = show(sample_store, WORKFORCE, periode="2024-12-05..2024-12-12")
    found = values(screen)
    assert screen.errors == []
    assert (found["Salariés"], found["Équivalents temps plein"], found["Part des femmes"]) == ("n.d.",) * 3
    assert found["Postes autorisés"] == "110"


def test_two_years_have_the_people_of_the_last_day_and_the_moves_of_both(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, WORKFORCE, periode="2023..2024", vue="mouvements")
    assert screen.errors == []
    assert values(screen)["Salariés"] == "129"
    (table,) = [each for each in screen.tables if each.caption.startswith("Entrées, sorties et rotation")]
    assert {row[0]: row[1] for row in table.rows}["Entrées"] == "82\u00a0pers."  # 37, then 45


def test_days_have_no_kilometres_and_the_plan_is_that_of_the_year(sample_store: str, show: Show) -> None:
    screen = show(sample_store, RSE, periode="2024-12-05..2024-12-12", vue="actions")
    assert screen.errors == []
    assert values(screen)["Kilomètres parcourus"] == "n.d."
    assert "Le plan se lit à l'année : année 2024." in [each.text for each in screen.html.all(".phrase")]


def test_a_contract_year_means_nothing_to_the_approach_and_its_year_is_told(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, RSE, periode="marche:2024")
    assert screen.errors == []
    assert values(screen) == values(show(sample_store, RSE, periode="2024"))
    assert "n'a pas d'exercice de marché" in screen.html.text.replace("\u00a0", " ")


def test_the_budget_of_a_part_of_a_month_is_not_known_and_the_markets_are(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, FINANCING, periode="2024-12-15", vue="budget")
    assert values(screen)["Produits"] == "n.d."
    assert any("ne se lit pas à la journée" in each.text for each in screen.html.all(".vide"))
    markets = show(sample_store, FINANCING, periode="2024-12-15", vue="marches")
    assert any(each.caption.startswith("À renouveler") for each in markets.tables)


def test_days_of_training_point_at_nobody_and_the_hours_of_two_years_add_up(
    sample_store: str, show: Show
) -> None:
    days = show(sample_store, TRAINING, periode="2024-12-05..2024-12-12")
    assert days.errors == []
    found = values(days)
    assert (found["Stagiaires et apprentis"], found["Taux de réussite (présentés)"]) == ("s", "s")
    assert found["Heures de formation suivies"] not in ("0", "s", "n.d.")
    years = show(sample_store, TRAINING, periode="2023..2024", vue="cfa")
    assert years.errors == []
    assert values(years)["Heures de formation suivies"] == "29\u202f158"  # 13 952, then 15 206


def test_the_training_body_has_no_contract_year_and_its_calendar_year_is_told(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, TRAINING, periode="marche:2024")
    assert screen.errors == []
    assert values(screen) == values(show(sample_store, TRAINING, periode="2024"))
    assert "n'a pas d'exercice de marché" in screen.html.text.replace("\u00a0", " ")
