"""Every view under filters drawn at random: nothing lost, nothing logged, each figure the catalogue's own."""

from collections.abc import Sequence

import pytest

from metrics import address
from metrics import period as periods
from metrics.badges import badges
from metrics.catalogue import metric
from metrics.catalogue.dimensions import (
    AGENCY,
    DISPOSITIF,
    HOUR,
    JOB,
    MONTH,
    WEEKDAY,
)
from metrics.context import context
from metrics.model import Dimension, Metric
from metrics.period import Kind, Period, add_months
from metrics.present import words
from metrics.present.text import row_labels
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import NOT_APPLICABLE, Cell, State
from metrics.run import ask
from metrics.views.views import (
    ACTIVITY,
    AGENCIES,
    DEFINITIONS,
    FINANCING,
    HOME,
    RECONCILIATION,
    RSE,
    TRAINING,
    WORKFORCE,
    View,
)
from metrics.views.views import DISPOSITIF as DISPOSITIF_VIEW
from tests.direction import BOOKS, VIEWS
from tests.pages.drawn import BASES, CASES, COMPARISONS, DIMENSIONS, OFFERED, SECTIONS, Drawn
from tests.pages.screen import Screen, Show, Table
from tests.pages.told import DIRECTION, Asked, badge

HOME_FIGURES = ("revenue", "interventions", "people_met", "field_hours", "headcount", "field_dispositifs")
OWN_FIGURES = (
    "interventions", "people_met", "field_hours", "interventions_per_hour", "presence_rate", "meetings",
)  # fmt: skip
NO_OBJECT = words.MARKS[State.NOT_APPLICABLE]  # of a dispositif without field work, or before its market
TILES: dict[View, tuple[str, ...]] = {
    HOME: HOME_FIGURES,
    ACTIVITY: OWN_FIGURES,
    AGENCIES: (),
    DISPOSITIF_VIEW: OWN_FIGURES,
    WORKFORCE: ("headcount", "fte", "posts", "permanent_share", "apprentices", "women_share"),
    TRAINING: (
        "learners", "trainee_hours", "delivered_hours", "apprentices_in_training", "pass_rate",
        "satisfaction_rate",
    ),
    RSE: (
        "rse_action_completion", "rse_actions_late", "certifications_in_force", "alternative_fleet",
        "kilometres", "emissions_per_kilometre",
    ),
    FINANCING: (
        "revenue", "sales", "grants", "apprenticeship_funding", "budget_gap_share", "first_funder_share",
    ),
}  # fmt: skip
CIVIL = (TRAINING, RSE)  # what depends on no dispositif has no contract year: the calendar year stands for it
COUNT = ("interventions",)
TABLES: dict[tuple[View, str], tuple[tuple[str, tuple[str, ...], tuple[Dimension, ...]], ...]] = {
    (HOME, ""): (("Les agences", HOME_FIGURES[:5], (AGENCY,)),),
    (ACTIVITY, ""): (("", COUNT, (WEEKDAY, HOUR)),),
    (DISPOSITIF_VIEW, "moyens"): (("L'équipe", ("posts", "field_fte"), (JOB,)),),
}


def opened(store: str, show: Show, drawn: Drawn) -> tuple[Screen, Asked]:
    """The page at an address, and what it was asked."""
    names = context(store).names
    where = []
    for dimension, count, first in drawn.where:
        values = [*names[dimension.id], None]
        chosen = dict.fromkeys(values[(first + n) % len(values)] for n in range(count))
        where.append(Filter(dimension, tuple(chosen)))
    parameters = address.write(periods.parse(drawn.span), drawn.versus, where, names)
    kept, span, versus = where, periods.parse(drawn.span), drawn.versus
    match drawn.unknown:
        case "periode":
            parameters["periode"], span = "siecle", periods.parse("2024-12")
        case "comparaison":
            parameters["comparaison"], versus = "jadis", Comparison(Against.PREVIOUS_YEAR)
        case "agence" | "secteur":
            known = parameters.get(drawn.unknown)
            parameters[drawn.unknown] = f"{known},atlantide" if known else "atlantide"
    if drawn.base:
        parameters["base"] = drawn.base
    if drawn.section:
        parameters[SECTIONS[drawn.view][0]] = drawn.section
    followed = tuple(f for name, f in _in_address_order(kept) if f.dimension in OFFERED[drawn.view])
    followed = tuple(sorted(followed, key=lambda f: OFFERED[drawn.view].index(f.dimension)))
    if drawn.view in CIVIL and span.kind is Kind.CONTRACT_YEAR:
        span = periods.year(span.last_day.year)
    screen = show(store, drawn.view, **parameters)
    return screen, Asked(store, drawn.view, span, versus, followed)


def _in_address_order(where: Sequence[Filter]) -> list[tuple[str, Filter]]:
    named = {dimension: name for name, dimension in address.SLUGS.items()}
    return [(named[f.dimension], f) for f in where]


@pytest.mark.parametrize("drawn", CASES, ids=str)
def test_a_view_shows_what_the_catalogue_answers(sample_store: str, show: Show, drawn: Drawn) -> None:
    screen, asked = opened(sample_store, show, drawn)
    assert (screen.title, screen.errors) == (drawn.view.title, [])
    said_in_vain(screen, asked, drawn)
    tiles_alike(screen, asked)
    for caption, names, by in TABLES.get((drawn.view, drawn.section), ()):
        table_alike(screen, asked, caption, names, by)
    if drawn.view in (ACTIVITY, DISPOSITIF_VIEW) and not drawn.section and screen.tiles[0].exact != NO_OBJECT:
        table_alike(screen, asked, "", COUNT, (asked.natures,))
        months_alike(screen, asked)
    if drawn.view is AGENCIES:
        table_alike(screen, asked, "", BASES[drawn.base], (AGENCY,))


def said_in_vain(screen: Screen, asked: Asked, drawn: Drawn) -> None:
    """What the address says in vain is named; so is the median of others without an agency to set apart."""
    said = [text.split("«")[1].split("»")[0].strip() for text in screen.warnings if "n'existe pas" in text]
    vain = {"": [], "periode": ["siecle"], "comparaison": ["jadis"]}.get(drawn.unknown, ["atlantide"])
    assert said == vain
    one = any(f.dimension is AGENCY and len(f.values) == 1 for f in asked.where)
    lost = asked.versus.against is Against.MEDIAN and not one and drawn.view is not AGENCIES
    assert any("se compare à une agence" in text for text in screen.warnings) == lost


def tiles_alike(screen: Screen, asked: Asked) -> None:
    """Value, change, what is left out, badge."""
    names = TILES[asked.view]
    assert [tile.title for tile in screen.tiles] == [metric(name).label for name in names]
    if not names:
        return
    (cells,) = asked.cells(names).values()
    printed = badges(asked.store)
    for tile, each in zip(screen.tiles, map(metric, names), strict=True):
        if asked.view is DISPOSITIF_VIEW and tile.exact == NO_OBJECT and not cells[each].figure.value:
            continue
        assert tile.exact == words.exact(cells[each].figure, each.unit)
        assert words.change(cells[each], each) in tile.change or tile.change.startswith(("Sans ", "Médiane "))
        assert tile.left_out == asked.outside(each)
        assert tile.badge == ("" if any(map(asked.outside, cells)) else badge(asked, each, printed))


def table_alike(
    screen: Screen, asked: Asked, caption: str, names: Sequence[str], by: tuple[Dimension, ...]
) -> None:
    """The lines of a table: the figure, and its change when the table is not a chart's."""
    table = found(screen, caption, by)
    lines = asked.cells(names, by)
    if caption:
        (whole,) = asked.cells(names).values()
        first = next(iter(lines.values()), {})
        if len(lines) != 1 or any(whole[m].figure.value != first[m].figure.value for m in first):
            lines |= {("Ensemble",): whole}  # one line alone that is the whole is not told twice
    elif len(by) == 1 and AGENCY not in by:  # under bars
        lines = dict(sorted(lines.items(), key=lambda line: -(line[1][metric(*names)].figure.value or 0)))
    assert [tuple(row[: len(by)]) for row in table.rows] == list(lines)
    for header, each in zip(table.headers[len(by) :], map(metric, names), strict=True):
        assert header.startswith(each.label)
        assert header.partition(", hors ")[2] == asked.outside(each).removeprefix("hors ")
    for row, line in zip(table.rows, lines.values(), strict=True):
        for text, each in zip(row[len(by) :], map(metric, names), strict=True):
            cell = line.get(each, Cell(NOT_APPLICABLE))
            short = words.on_tile(cell.figure, each.unit)[0] + evolution(cell, each)
            assert text == (short if caption else words.exact(cell.figure, each.unit))


def evolution(cell: Cell, each: Metric) -> str:
    """What stands under a figure: its change, or the mark that says why none is known."""
    marks = words.MARKS | {State.NOT_APPLICABLE: words.median(cell, each)}  # a size has the median alone
    silent = cell.figure.value is None or cell.reference.state is State.NOT_APPLICABLE
    return "" if silent else words.percent_change(cell, each) or marks[cell.change.state]


def found(screen: Screen, caption: str, by: tuple[Dimension, ...]) -> Table:
    """The first table of this caption, or by these dimensions."""
    heads = [each.label for each in by]
    tables = [each for each in screen.tables if each.headers[: len(by)] == heads]
    return next(each for each in tables if each.caption.startswith(caption))


def months_alike(screen: Screen, asked: Asked) -> None:
    """The months of the period, of the dispositif's own contract year, or the twelve that end with it."""
    table, span = found(screen, "", (MONTH,)), asked.period
    if (span.stop - span.start).days <= 31:
        span = Period(Kind.FREE, add_months(span.stop, -12), span.stop)
    own = asked.view is DISPOSITIF_VIEW and asked.period.kind is Kind.CONTRACT_YEAR
    if own and asked.versus.against is not Against.PERIOD:
        kept = next(f.values[0] for f in asked.where if f.dimension is DISPOSITIF)
        begins, after = asked.period.window(context(asked.store).first_months[str(kept)])
        span = Period(Kind.FREE, begins, after)
    query = Query(metrics=(metric("interventions"),), period=span, by=(MONTH,), where=asked.where)
    answer = ask(asked.store, query, DIRECTION)
    expected = [[row_labels(answer, row)[0], words.exact(row.cells[0].figure, answer.query.metrics[0].unit)]
                for row in answer.rows]  # fmt: skip
    assert table.rows == expected


def test_the_drawing_meets_every_kind_of_period_every_comparison_and_every_view() -> None:
    kinds = {periods.parse(each.span).kind for each in CASES if each.unknown != "periode"}
    assert kinds == set(Kind)
    for view in OFFERED:
        assert {each.versus for each in CASES if each.view is view} == set(COMPARISONS)
    assert {each.base for each in CASES if each.view is AGENCIES} == set(BASES)
    for view, (_, sections) in SECTIONS.items():
        assert {each.section for each in CASES if each.view is view} == set(sections)
    assert {dimension for each in CASES for dimension, _, _ in each.where} == set(DIMENSIONS)
    assert {each.unknown for each in CASES} == {"", "agence", "secteur", "periode", "comparaison"}
    assert {*OFFERED, DEFINITIONS, RECONCILIATION, *BOOKS} == set(VIEWS)


@pytest.mark.parametrize("view", [DEFINITIONS, RECONCILIATION], ids=lambda view: view.url)
def test_what_others_are_asked_leaves_the_books_alone(sample_store: str, show: Show, view: View) -> None:
    plain = show(sample_store, view)
    asked = show(sample_store, view, periode="2031", comparaison="mediane", agence="rennes,atlantide")
    assert (asked.errors, asked.html.text) == ([], plain.html.text)
