"""« Pourquoi ? » on each tile: parts add up to the change; the constant perimeter; what cannot be told."""

from fractions import Fraction

import pytest

from data_access.access import Role, scope_for
from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import context
from metrics.explain import MOVED, Explanation, explain
from metrics.model import Dimension, Metric
from metrics.present.charts.contributions import OTHERS, amount
from metrics.query import Against, Comparison, Filter, Query
from metrics.run import ask
from pages.ui.address import read
from pages.ui.views import ACTIVITY, HOME, View
from pages.ui.views import DISPOSITIF as DISPOSITIF_VIEW
from tests.pages.screen import Screen, Show, Table

DIRECTION = scope_for(Role.DIRECTION)
LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)
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
    told = [(part.label, amount(found.metric, part.contribution)) for part in found.parts]
    others = [(OTHERS, amount(found.metric, found.others))] if found.others else []
    return [*told, *others, ("Évolution", amount(found.metric, found.change))]


@pytest.mark.parametrize(("view", "span", "address"), ADDRESSES)
def test_each_tile_that_offers_it_opens_parts_that_add_up_to_its_change(
    sample_store: str, show: Show, view: View, span: str, address: dict[str, str]
) -> None:
    filters = read(address, context(sample_store).names).where
    screen = show(sample_store, view, periode=span, **address)
    opened = [b.key.removeprefix("pourquoi-") for b in screen.app.button if b.label == "Pourquoi ?"]
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
    ],
)
def test_a_change_that_does_not_exist_offers_nothing_and_says_so_where_it_was_open(
    sample_store: str, show: Show, address: dict[str, str], said: str
) -> None:
    screen = show(sample_store, **address)
    assert "pourquoi-interventions" not in [each.key for each in screen.app.button]
    screen.app.session_state["pourquoi"] = "interventions"  # opened on another period, kept since
    again = Screen(screen.app.run())
    assert said in again.html.text
    assert again.errors == []


def test_a_figure_whose_parts_do_not_add_up_is_not_offered(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024")
    offered = {b.key.removeprefix("pourquoi-") for b in screen.app.button if b.label == "Pourquoi ?"}
    assert "presence_rate" in offered
    assert "field_dispositifs" not in {
        b.key.removeprefix("pourquoi-") for b in show(sample_store, periode="2024").app.button if b.key
    }
