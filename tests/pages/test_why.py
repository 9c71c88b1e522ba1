"""« Pourquoi ? » on each tile: parts add up to the change; the constant perimeter; what cannot be told."""

from fractions import Fraction
from typing import cast

import pytest

from data_access.access import Role, scope_for
from metrics import period
from metrics.address import read
from metrics.catalogue import METRICS, metric
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import Context, context
from metrics.explain import MOVED, OTHER_AGENCIES, Explanation, explain
from metrics.model import Dimension, Metric
from metrics.present.charts.chart import SELECTION
from metrics.present.charts.contributions import amount
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import MISSING, NOT_COMPUTABLE, Cell, Figure
from metrics.run import ask
from metrics.views.ask import Ask
from metrics.views.views import ACTIVITY, HOME, View
from metrics.views.views import DISPOSITIF as DISPOSITIF_VIEW
from metrics.views.visit import Visit
from pages.ui import session, why
from tests.pages.screen import Screen, Show, Table

DIRECTION = scope_for(Role.DIRECTION)
LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)
ASK_2024 = Ask(Visit("", DIRECTION, cast(Context, None)), period.year(2024), LAST_YEAR, ())
ADDRESSES: list[tuple[View, str, dict[str, str]]] = [
    (HOME, "2024", {}),
    (HOME, "2024-12", {"agence": "rennes,nantes"}),
    (HOME, "scolaire:2023", {"agence": "siege,rennes"}),
    (ACTIVITY, "2024-T4", {}),
    (ACTIVITY, "2024", {"famille": "mediation-de-nuit,mediation-de-jour", "agence": "rennes"}),
    (DISPOSITIF_VIEW, "2024", {"dispositif": "rennes-jour"}),
]


def explained(screen: Screen) -> Table:
    """The table of the explanation that is open."""
    (found,) = [table for table in screen.tables if table.caption.startswith("Contributions")]
    return found


def asked(
    store: str, each: Metric, span: str, filters: tuple[Filter, ...], by: Dimension, *, steady: bool = False
) -> Explanation:
    """What the catalogue explains, after checking that nothing of the change is left over."""
    kept = tuple(f for f in filters if each.allows(f.dimension))
    query = Query(metrics=(each,), period=period.parse(span), by=(by,), where=kept, versus=LAST_YEAR)
    found = explain(store, query, DIRECTION, steady=steady)
    cell = ask(store, query.total(), DIRECTION).rows[0].cells[0]
    assert cell.figure.value is not None
    assert cell.reference.value is not None
    told = sum((part.contribution for part in found.parts), Fraction(0)) + found.others
    assert told == found.change == cell.figure.value - cell.reference.value
    return found


def lines(found: Explanation) -> list[tuple[str, str]]:
    """The parts as the table must read."""
    told = [(part.label, amount(found, part.contribution)) for part in found.parts]
    others = [(found.others_label, amount(found, found.others))] if found.others else []
    return [*told, *others, ("Évolution", amount(found, found.change))]


def offered(screen: Screen) -> list[str]:
    """The figures whose change can be explained."""
    keys = [
        each.key.removeprefix("pourquoi-")
        for each in screen.app.button
        if each.label.startswith("Pourquoi ?")
    ]
    return [key for key in keys if key in METRICS]


@pytest.mark.parametrize(("view", "span", "address"), ADDRESSES)
def test_each_tile_that_offers_it_opens_parts_that_add_up_to_its_change(
    sample_store: str, show: Show, view: View, span: str, address: dict[str, str]
) -> None:
    filters = read(address, context(sample_store).names).where
    screen = show(sample_store, view, periode=span, **address)
    opened = offered(screen)
    assert opened
    for name in opened:
        screen = Screen(screen.app.button(key=f"pourquoi-{name}").click().run())
        assert (screen.errors, screen.warnings) == ([], [])
        found = asked(sample_store, metric(name), span, filters, AGENCY)
        assert [(row[0], row[1]) for row in explained(screen).rows] == lines(found)
    closed = Screen(screen.app.button(key="pourquoi-fermer").click().run())
    assert not [table for table in closed.tables if table.caption.startswith("Contributions")]


def test_dispositifs_then_the_constant_perimeter_set_apart_what_opened_or_closed(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, periode="2024")
    app = screen.app.button(key="pourquoi-interventions").click().run()
    next(each for each in app.button_group if each.key == "pourquoi-parts").set_value("Par dispositif").run()
    each = metric("interventions")
    assert [(row[0], row[1]) for row in explained(Screen(app)).rows] == lines(
        asked(sample_store, each, "2024", (), DISPOSITIF)
    )
    app.toggle(key="pourquoi-constant").set_value(True).run()
    steady = [(row[0], row[1]) for row in explained(Screen(app)).rows]
    assert steady == lines(asked(sample_store, each, "2024", (), DISPOSITIF, steady=True))
    assert MOVED in [label for label, _ in steady]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"periode": "2024", "comparaison": "aucune"}, "choisissez une comparaison"),
        ({"periode": "2024", "comparaison": "objectif"}, "choisissez une comparaison"),
        ({"periode": "2023"}, "n'a pas d'évolution à expliquer"),
        ({"periode": "2031"}, "n'a pas d'évolution à expliquer"),
        ({"periode": "scolaire:2024"}, "dont des mois ne sont pas chargés"),
        ({"periode": "2024-12-20..2025-01-10"}, "dont des mois ne sont pas chargés"),
        ({"periode": "2024-10..2024-12", "comparaison": "2024-01..2024-04"}, "ne durent pas autant"),
    ],
)
def test_a_change_that_does_not_exist_offers_nothing_and_says_so_where_it_was_open(
    sample_store: str, show: Show, address: dict[str, str], said: str
) -> None:
    screen = show(sample_store, **address)
    assert "pourquoi-interventions" not in [each.key for each in screen.app.button]
    screen.app.query_params["pourquoi"] = "interventions"  # opened on another period, kept since
    again = Screen(screen.app.run())
    assert said in again.html.text
    assert again.errors == []


def test_a_refused_change_leads_to_the_nearest_period_that_compares(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024-12-20..2025-01-10", pourquoi="interventions")
    button = screen.app.button(key="pourquoi-ailleurs")
    assert button.label == "Voir du 20/11/2024 au 10/12/2024, la période la plus proche qui se compare"
    again = Screen(button.click().run())
    assert [row[0] for row in explained(again).rows][-1] == "Évolution"
    assert "pourquoi-ailleurs" not in [each.key for each in again.app.button]


def test_every_figure_of_the_home_page_is_explained_distinct_counts_included(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, periode="2024")
    assert [metric(name).label for name in offered(screen)] == [tile.title for tile in screen.tiles]
    labels = [each.label for each in screen.app.button if each.label.startswith("Pourquoi")]
    assert len(set(labels)) == len(labels)  # told apart by those who listen


def test_a_figure_whose_parts_do_not_add_up_says_so(drawn: list[str]) -> None:
    why.button(metric("median_order_delay"))
    why.button(metric("work_sites"))
    assert len(drawn) == 2
    assert all("ne se décompose pas" in said for said in drawn)


def choose(screen: Screen, key: str, value: object) -> Screen:
    kinds = (screen.app.button_group, screen.app.selectbox, screen.app.toggle)
    (widget,) = [each for kind in kinds for each in kind if each.key == key]
    return Screen(widget.set_value(value).run())


def test_an_agency_is_explained_by_its_own_dispositifs_each_with_a_link(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, periode="2024", agence="rennes,nantes")
    screen = Screen(screen.app.button(key="pourquoi-interventions").click().run())
    screen = choose(choose(screen, "pourquoi-parts", "Par dispositif"), "pourquoi-agence", "RENNES")
    own = asked(sample_store, metric("interventions"), "2024", (Filter(AGENCY, ("RENNES",)),), DISPOSITIF)
    assert [(row[0], row[1]) for row in explained(screen).rows] == lines(own)
    hrefs = [node.attributes["href"] for node in screen.html.all("a") if node.text == "Médiation de jour"]
    assert any(href.startswith("/dispositif?periode=2024") for href in hrefs)


def test_a_click_on_the_bar_of_an_agency_leads_to_its_dispositifs(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = {why._CHART: {"selection": {SELECTION: [{"key": "NANTES"}]}}}
    monkeypatch.setattr(why.st, "session_state", state)
    why._drill()
    assert (state["pourquoi-parts"], state["pourquoi-agence"]) == ("Par dispositif", "NANTES")


def test_a_rate_tells_its_two_effects(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024")
    screen = Screen(screen.app.button(key="pourquoi-presence_rate").click().run())
    found = asked(sample_store, metric("presence_rate"), "2024", (), AGENCY)
    assert explained(screen).headers == ["Agence", "Contribution", "Effet taux", "Effet de structure"]
    assert found.effects is not None
    rate, mix = (amount(found, each) for each in found.effects)
    assert f"Les taux de chacun font {rate}, leur poids {mix}." in screen.html.text


def test_an_explanation_is_in_the_address_has_a_title_and_begins_anew(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024", pourquoi="interventions")
    (title,) = screen.html.all(".sous-1")
    assert title.text == "Interventions : pourquoi cette évolution ?"
    screen = choose(screen, "pourquoi-parts", "Par dispositif")
    other = Screen(screen.app.button(key="pourquoi-people_met").click().run())
    assert explained(other).headers[0] == "Agence"
    assert other.app.query_params["pourquoi"] in ("people_met", ["people_met"])
    closed = Screen(other.app.button(key="pourquoi-fermer").click().run())
    assert "pourquoi" not in closed.app.query_params


def test_a_change_from_nothing_is_explained_though_it_has_no_percentage() -> None:
    none = Cell(Figure(Fraction(0)), Figure(Fraction(0)), NOT_COMPUTABLE)
    some = Cell(Figure(Fraction(3900)), Figure(Fraction(0)), NOT_COMPUTABLE)
    assert why.can_tell(metric("interventions"), some, ASK_2024)
    assert not why.can_tell(metric("interventions"), none, ASK_2024)


def test_a_change_that_is_refused_is_not_explained_though_both_figures_are_known() -> None:
    for refused in (MISSING, NOT_COMPUTABLE):  # months are missing, the two do not last alike
        cell = Cell(Figure(Fraction(3900)), Figure(Fraction(9000)), refused)
        assert not why.can_tell(metric("interventions"), cell, ASK_2024)


# --- restricted rights -------------------------------------------------------------------------------------


def test_a_manager_sees_their_dispositifs_and_the_other_agencies_in_one_line(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    rennes = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
    monkeypatch.setattr(session, "here", lambda: session.Here(session.DEMONSTRATION, rennes))
    screen = show(sample_store, periode="2024")
    screen = Screen(screen.app.button(key="pourquoi-interventions").click().run())
    assert [row[0] for row in explained(screen).rows] == ["Rennes", "Évolution"]
    screen = choose(screen, "pourquoi-large", True)
    rows = explained(screen).rows
    assert [row[0] for row in rows] == ["Rennes", OTHER_AGENCIES, "Évolution"]
    whole = asked(sample_store, metric("interventions"), "2024", (), AGENCY)
    assert rows[-1][1] == amount(whole, whole.change)
    by_dispositif = explained(choose(screen, "pourquoi-parts", "Par dispositif")).rows
    assert by_dispositif[-2:] == rows[-2:]
    assert screen.errors == []


def test_only_figures_whose_agencies_are_read_are_explained(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = scope_for(Role.BOARD)  # money in detail, the rest for the whole association
    monkeypatch.setattr(session, "here", lambda: session.Here(session.DEMONSTRATION, board))
    screen = show(sample_store, periode="2024")
    assert [each.key for each in screen.app.button if "Pourquoi" in each.label] == ["pourquoi-revenue"]
    assert screen.errors == []
