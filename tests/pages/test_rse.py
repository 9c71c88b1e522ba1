"""RSE: each indicator with both years, its target and its proof; nothing expires in the past; rights hold."""

from datetime import date

import pytest
from sqlalchemy import insert, update

from data_access import schema as s
from data_access.access import Role, scope_for
from data_access.engine import writing
from data_access.versions import last_import
from metrics import period
from metrics.badges import badges, key
from metrics.catalogue import metric
from metrics.catalogue.rse_declared import DECLARED
from metrics.context import context
from metrics.present import words
from metrics.rse_table import Line, audited, rse_table
from metrics.views.views import DEFINITIONS, RSE
from pages.ui.uses import uses
from tests.metrics.store import book
from tests.pages.conftest import Be
from tests.pages.markup import Node
from tests.pages.rse import opened, plan
from tests.pages.screen import Screen, Show
from tests.pages.sections import answered, table

TILES = (
    "rse_action_completion",
    "rse_actions_late",
    "certifications_in_force",
    "alternative_fleet",
    "kilometres",
    "emissions_per_kilometre",
)
SECTIONS = ("", "actions", "certifications", "deplacements", "rencontres")
DIRECTION = scope_for(Role.DIRECTION)


def audit(screen: Screen) -> dict[str, list[str]]:
    """The cells of each indicator, from the one that names it on."""
    (node,) = [each for each in screen.html.all("table") if "indicateurs RSE, " in each.words("caption")]
    rows = [row for body in node.all("tbody") for row in body.all("tr") if not row.all(".titre-partie")]
    return {cells[0]: cells for cells in (_cells(row) for row in rows)}


def _cells(row: Node) -> list[str]:
    return [each.text for each in row.all("th", "td") if "commun" not in each.classes]


def lines(store: str, span: str) -> dict[str, Line]:
    return {line.indicator: line for line in rse_table(store, period.parse(span), DIRECTION)}


@pytest.mark.parametrize("span", ["2024", "2023"])
def test_each_indicator_has_both_years_its_target_its_owner_and_its_proof(
    sample_store: str, show: Show, span: str
) -> None:
    found, told = audit(opened(show, sample_store, periode=span)), lines(sample_store, span)
    assert set(found) == set(told)
    for name, line in told.items():
        assert line.metric is not None
        _, before, now, target, standing, owner, proof = found[name]
        unit = line.metric.unit
        assert before.startswith(words.exact(line.before, unit))
        assert now.startswith(words.exact(line.figure, unit))
        assert target == words.exact(line.target, unit)
        assert standing.endswith(line.standing.value.capitalize())
        assert (owner, proof.removeprefix("Déclaré. ")) == (line.owner, line.evidence)
        assert proof.startswith("Déclaré. ") is (line.metric in DECLARED)


def test_the_headers_are_those_of_the_report_then_what_is_promised(sample_store: str, show: Show) -> None:
    whole = table(opened(show, sample_store), "Tableau des indicateurs RSE")
    assert whole.headers == [
        "Sous-axe", "Enjeu", "Indicateur", "2023", "2024",
        "Objectif 2024", "Situation", "Responsable", "Preuve",
    ]  # fmt: skip


def test_every_figure_of_the_report_carries_its_page_for_its_year(sample_store: str, show: Show) -> None:
    """All that the register has of an indicator without filter, values and changes."""
    found, printed = audit(opened(show, sample_store)), badges(sample_store)
    badged = 0
    for name, line in lines(sample_store, "2024").items():
        assert line.metric is not None
        for place, year in ((1, "2023"), (2, "2024")):
            page = printed.get(key(line.metric.id, year))
            change = printed.get(key(line.metric.id, year, (), "previous-year"))
            assert (f"publié {page}" in found[name][place]) is (page is not None)
            assert (f"évolution publiée {change}" in found[name][place]) is (change is not None)
            badged += bool(page) + bool(change)
    assert badged == 9 * 2 + 11  # nine indicators printed for both years, eleven for 2024 alone


def test_axes_and_what_gathers_lines_are_headers(sample_store: str, show: Show) -> None:
    (node,) = [each for each in opened(show, sample_store).html.all("table") if "parties" in each.classes]
    titles = [each.all("th")[0] for each in node.all(".titre-partie")]
    assert [each.text for each in titles] == [
        "Ancrage territorial", "Politique sociale", "Environnement", "Équilibre économique",
    ]  # fmt: skip
    assert {each.attributes["scope"] for each in titles} == {"rowgroup"}
    for body in node.all("tbody"):
        lines_of_axis = len(body.all("tr")) - 1
        sub_axes = [each for each in body.all(".commun") if each.attributes["data-label"] == "Sous-axe"]
        assert sum(int(each.attributes["rowspan"]) for each in sub_axes) == lines_of_axis
        assert len({each.text for each in sub_axes}) == len(sub_axes)  # told once each


def test_a_month_reads_the_table_of_its_year(sample_store: str, show: Show) -> None:
    assert audit(opened(show, sample_store, periode="2024-05")) == audit(opened(show, sample_store))


def test_the_table_is_of_the_association_whatever_the_agency(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, agence="rennes")
    assert audit(screen) == audit(opened(show, sample_store))
    assert "ne suit pas les filtres" in " ".join(each.text for each in screen.html.all(".source"))


def test_a_year_of_which_nothing_is_known_says_so(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, periode="2031")
    assert screen.errors == []
    for name, cells in audit(screen).items():
        assert cells[4].startswith("? ") or name == "Taux de renouvellement des marchés", name
    assert "Indicateurs RSE à l'objectif, par axe" in [each.text for each in screen.html.all("h2")]


def test_what_was_printed_and_does_not_come_out_is_told_with_its_reason(sample_copy: str, show: Show) -> None:
    with writing(sample_copy) as connection:
        number = last_import(connection) + 1
        book(connection, number)
        value = s.rse_value.c
        old = (value.rse_indicator_id == "CLASSES") & (value.day == date(2024, 12, 31))
        connection.execute(update(s.rse_value).where(old).values(retired_by=number))
        said = {"day": date(2024, 12, 31), "rse_indicator_id": "CLASSES", "value_thousandths": 3000}
        connection.execute(insert(s.rse_value).values(**said, evidence="Corrigée.", loaded_by=number))
    found = audit(opened(show, sample_copy))["Classes sensibilisées au tri sélectif"]
    assert found[2].startswith("3")
    assert "écart, publié 2" in found[2]
    assert "écart" not in found[1]


def test_the_picture_counts_what_the_table_says(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store)
    reached = [cells[4] for cells in audit(screen).values()].count("✓ Objectif atteint")
    whole = len(audit(screen))
    assert f"{reached} des {whole} indicateurs atteignent leur objectif, année 2024" in [
        each.text for each in screen.html.all("h2")
    ]
    standings = table(screen, "Situation des indicateurs")
    assert sum(int(row[1]) for row in standings.rows) == reached
    assert sum(int(row[-1]) for row in standings.rows) == whole


@pytest.mark.parametrize("span", ["2024", "2024-12", "2023", "ytd:2024-09"])
def test_tiles_show_what_the_catalogue_answers(sample_store: str, show: Show, span: str) -> None:
    screen = opened(show, sample_store, periode=span)
    answer = answered(sample_store, *TILES, span=span)
    assert [tile.title for tile in screen.tiles] == [metric(name).label for name in TILES]
    for tile, name in zip(screen.tiles, TILES, strict=True):
        assert tile.exact == words.exact(answer.cell(metric(name)).figure, metric(name).unit)


# --- rights ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vue", SECTIONS)
def test_the_board_reads_all_that_the_direction_reads(
    sample_store: str,
    show: Show,
    be: Be,
    vue: str,
) -> None:
    whole = opened(show, sample_store, vue)
    be(Role.BOARD)
    assert opened(show, sample_store, vue).tables == whole.tables


@pytest.mark.parametrize("vue", [*SECTIONS, "tableau"])
def test_a_manager_reads_their_agency_and_why_not_the_rest(
    sample_store: str,
    show: Show,
    be: Be,
    vue: str,
) -> None:
    be(Role.AGENCY_MANAGER, "RENNES")
    screen = opened(show, sample_store, vue)
    assert screen.errors == []
    text = screen.html.text
    for other in ("Nantes", "Angers", "Île-de-France", "Siège"):
        assert other not in text.replace("Responsable de Rennes", "")
    if vue in ("tableau", "certifications"):
        assert "toute l'association" in screen.html.words(".vide")
    if vue in ("", "actions"):  # they land on what they may read
        assert {row[2] for row in plan(screen).rows if len(row) > 1} == {"Rennes"}


def test_what_the_table_shows_is_said_to_be_seen_here(sample_store: str, show: Show) -> None:
    assert all(RSE in uses()[each.id] for each in DECLARED)
    told = {line.metric.id for line in lines(sample_store, "2024").values() if line.metric is not None}
    assert "renewal_rate" in told  # of another domain
    assert audited(sample_store, context(sample_store)) == told
    sheet = show(sample_store, DEFINITIONS, indicateur="renewal_rate").html
    assert "RSE" in [a.text for a in sheet.all(".definition")[0].all("a")]
