"""Tableau de bord: each figure shown is the one the catalogue gives, whatever the bar says."""

from itertools import product

import pytest

from data_access.access import Role, scope_for
from metrics import period
from metrics.badges import badges, key
from metrics.catalogue import dimension, metric
from metrics.model import Metric
from metrics.present import words
from metrics.query import Against, Comparison, Query
from metrics.result import NOT_APPLICABLE, Cell, Result, State
from metrics.run import ask
from metrics.views.views import HOME
from tests.pages.screen import Screen, Show

KEY_FIGURES = tuple(
    map(metric, ("revenue", "interventions", "people_met", "field_hours", "headcount", "field_dispositifs"))
)
PERIODS = (
    "2024-12",
    "2023-01",  # nothing before
    "2024-T4",
    "ytd:2024-09",
    "2024",
    "2023",  # nothing before
    "12m:2024-06",
    "scolaire:2023",
    "scolaire:2024",  # half of it is to come
    "marche:2024",
    "marche:2023",  # begins before the first month loaded
    "2023-10..2024-09",
    "2024-03-05..2024-03-19",  # days: only an address can ask for them
)
COMPARISONS = {
    "annee-precedente": Against.PREVIOUS_YEAR,
    "periode-precedente": Against.PREVIOUS_PERIOD,
    "objectif": Against.TARGET,
    "aucune": Against.NONE,
}


def asked(store: str, metrics: tuple[Metric, ...], span: str, versus: Against, by: str = "") -> Result:
    """The answer of the catalogue, to what the page must show."""
    query = Query(
        metrics=metrics,
        period=period.parse(span),
        by=(dimension(by),) if by else (),
        versus=Comparison(versus),
    )
    return ask(store, query, scope_for(Role.DIRECTION))


def shown_alike(screen: Screen, headline: Result) -> None:
    """Checks each tile against the answer."""
    assert [tile.title for tile in screen.tiles] == [m.label for m in KEY_FIGURES]
    for tile, each in zip(screen.tiles, KEY_FIGURES, strict=True):
        cell = headline.cell(each)
        assert (tile.value, tile.unit) == words.on_tile(cell.figure, each.unit)
        assert tile.exact == words.exact(cell.figure, each.unit)
        assert tile.exact in tile.definition
        assert words.french(each.definition) in tile.definition
        if cell.reference is NOT_APPLICABLE and headline.query.versus.against is Against.TARGET:
            assert tile.change == "Sans objectif"
        elif headline.versus_label:
            assert words.change(cell, each) in tile.change
            assert f"par rapport à : {headline.versus_label}" in tile.change
            trend = words.trend(cell, each, headline.query.versus)
            half_way = headline.query.versus.against is Against.TARGET and headline.is_partial(each)
            assert half_way or trend in tile.change.replace("\u00a0", " ")
        else:
            assert tile.change == "Sans comparaison"


def evolution(cell: Cell, each: Metric) -> str:
    """What stands under a figure: its change, or the mark that says why none is known."""
    if cell.figure.value is None or cell.change.state is State.NOT_APPLICABLE:
        return ""
    return words.percent_change(cell, each) or words.MARKS[cell.change.state]


@pytest.mark.parametrize(("span", "versus"), list(product(PERIODS, COMPARISONS)))
def test_tiles_and_table_show_what_the_catalogue_answers(
    sample_store: str, show: Show, span: str, versus: str
) -> None:
    screen = show(sample_store, periode=span, comparaison=versus)
    assert (screen.title, screen.errors, screen.warnings) == (HOME.title, [], [])
    against = COMPARISONS[versus]
    shown_alike(screen, asked(sample_store, KEY_FIGURES, span, against))
    by_agency = KEY_FIGURES[:5]
    parts = asked(sample_store, by_agency, span, against, "agency")
    whole = asked(sample_store, by_agency, span, against)
    (table,) = screen.tables
    assert [row[0] for row in table.rows] == [*(row.labels[0] for row in parts.rows), "Ensemble"]
    for shown, row in zip(table.rows, (*parts.rows, *whole.rows), strict=True):
        for text, each, cell in zip(shown[1:], by_agency, row.cells, strict=True):
            assert text == words.on_tile(cell.figure, each.unit)[0] + evolution(cell, each)


def test_the_last_month_loaded_against_the_year_before_is_what_opens_first(
    sample_store: str, show: Show
) -> None:
    shown_alike(show(sample_store), asked(sample_store, KEY_FIGURES, "2024-12", "previous-year"))


def test_what_does_not_move_from_nothing_has_a_mark_and_no_blank(sample_store: str, show: Show) -> None:
    (table,) = show(sample_store, periode="2024").tables
    (office,) = [row for row in table.rows if row[0] == "Siège"]
    assert office[table.headers.index("Interventions")] == "0n.c."


def test_an_agency_alone_is_not_repeated_as_the_whole(sample_store: str, show: Show) -> None:
    (table,) = show(sample_store, periode="2024", agence="rennes").tables
    assert [row[0] for row in table.rows] == ["Rennes"]


def test_by_contract_year_the_tiles_say_whose_years_they_are(sample_store: str, show: Show) -> None:
    said = "Chaque dispositif sur son exercice de marché, hors siège."
    assert said in [each.text for each in show(sample_store, periode="marche:2024").html.all(".phrase")]
    assert said not in [each.text for each in show(sample_store, periode="2024").html.all(".phrase")]


def test_the_year_before_the_first_month_is_not_known_and_not_zero(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2023")
    changes = {tile.title: tile.change for tile in screen.tiles}
    assert changes["Interventions"] == "n.d. par rapport à : année 2022"
    assert changes["Produits"] == "n.d. par rapport à : année 2022"


def test_a_school_year_that_is_not_over_says_that_months_are_missing(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="scolaire:2024")
    tile = next(tile for tile in screen.tiles if tile.title == "Interventions")
    assert tile.date == "Données au 31 décembre 2024 · mois incomplets"
    whole = show(sample_store, periode="scolaire:2023").tiles
    assert not any("incomplets" in tile.date for tile in whole)


def test_the_published_year_carries_its_page_and_no_month_does(sample_store: str, show: Show) -> None:
    printed = badges(sample_store)
    year = show(sample_store, periode="2024").tiles
    for tile, each in zip(year, KEY_FIGURES, strict=True):
        value = printed.get(key(each.id, "2024"))
        change = printed.get(key(each.id, "2024", versus="previous-year"))
        told = (f"publié {value}" if value else "", f"évolution publiée {change}" if change else "")
        assert tile.badge == " · ".join(filter(None, told))
    assert "publié RA 2024 p.\u00a06" in [tile.badge for tile in year]
    assert [tile.badge for tile in show(sample_store).tiles if tile.badge] == []


def test_a_target_shows_only_where_one_was_set_and_says_how_far_it_is_reached(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, periode="2024")
    goals = asked(sample_store, KEY_FIGURES, "2024", "target")
    reached = [tile.title for tile in screen.tiles if tile.goal]
    assert reached == [m.label for m in KEY_FIGURES if goals.cell(m).reference.value]
    assert reached, "the sample sets no target: this would prove nothing"
    for tile, each in zip(screen.tiles, KEY_FIGURES, strict=True):
        cell = goals.cell(each)
        if cell.reference.value and cell.figure.value is not None:
            share = words.number(100 * cell.figure.value / cell.reference.value)
            assert f"atteint à {share}\u00a0%" in tile.goal
            assert words.on_tile(cell.reference, each.unit)[0] in tile.goal


def test_the_page_says_what_it_covers_and_that_data_are_examples(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024-T4")
    assert "Mode démonstration" in screen.html.words(".bandeau")
    assert "données d'exemple" in screen.html.words(".bandeau")
    for said in ("Ensemble de l'association", "4e trimestre 2024", "31 décembre 2024", "Données d'exemple"):
        assert said in screen.notes


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ({"periode": "siecle"}, ["siecle"]),
        ({"agence": "atlantide"}, ["atlantide"]),
        ({"comparaison": "x"}, ["x"]),
        ({"periode": "siecle", "comparaison": "x", "agence": "y"}, ["siecle", "x", "y"]),
    ],
)
def test_what_the_address_says_in_vain_is_named_and_the_page_drawn_all_the_same(
    sample_store: str, show: Show, address: dict[str, str], named: list[str]
) -> None:
    screen = show(sample_store, **address)
    assert [said.split("«")[1].split("»")[0].strip() for said in screen.warnings] == named
    assert screen.errors == []
    shown_alike(screen, asked(sample_store, KEY_FIGURES, "2024-12", "previous-year"))


def test_an_address_in_vain_is_no_markdown_and_not_a_page_long(sample_store: str, show: Show) -> None:
    (said,) = show(sample_store, periode="[ici](https://exemple.invalid)" + "x" * 10_000).warnings
    assert "« [ici](https://exemple.invalid)" in said
    assert len(said) < 150
