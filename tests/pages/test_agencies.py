"""Agences: each figure is the catalogue's, each agency in its place, none lost, chance told apart."""

from itertools import product

import pytest

from data_access.access import Role, scope_for
from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.funnel import Standing, law, standing
from metrics.model import Metric
from metrics.present import words
from metrics.present.headers import headed
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Cell, Result
from metrics.run import ask
from metrics.views.views import AGENCIES
from pages.ui import session
from tests.pages.screen import Screen, Show, Table

SIZES = ("interventions", "people_met", "meetings", "revenue")
FIGURES = {
    "absolu": (
        "interventions", "people_met", "meetings", "revenue", "presence_rate", "qpv_interventions_share",
    ),
    "etp": ("interventions_per_fte", "people_met_per_fte", "meetings_per_fte", "revenue_per_fte"),
    "heure": ("interventions_per_hour", "people_met_per_hour", "revenue_per_field_hour"),
    "qpv": ("interventions_per_qpv_inhabitant", "people_met_per_qpv_inhabitant"),
}  # fmt: skip
MEANS = ("field_dispositifs", "field_hours", "mean_field_fte", "headcount", "fte")
WORDS = {
    Standing.WITHIN: "écart non significatif",
    Standing.ABOVE: "au-dessus de la médiane",
    Standing.BELOW: "en dessous de la médiane",
    Standing.UNKNOWN: "",
}
ORDER = ["Rennes", "Nantes", "Angers-Tours", "Paris Île-de-France", "Siège"]
TERRITORIES = ORDER[:4]
MEDIAN = Comparison(Against.MEDIAN)


def asked(
    store: str, names: tuple[str, ...], span: str, versus: Comparison, *agencies: str, whole: bool = False
) -> Result:
    """The answer of the catalogue by agency, or for the whole."""
    query = Query(
        metrics=tuple(map(metric, names)),
        period=period.parse(span),
        by=() if whole else (AGENCY,),
        where=(Filter(AGENCY, agencies),) if agencies else (),
        versus=versus,
    )
    return ask(store, query, scope_for(Role.DIRECTION))


def opened(show: Show, store: str, base: str, **address: str) -> Screen:
    """The page on one of its bases."""
    return show(store, AGENCIES, base=base, **address)


def medians(screen: Screen) -> Table:
    """The table of agencies against the median of the others."""
    (found,) = [table for table in screen.tables if "la médiane des autres" in table.caption]
    return found


def short(each: Metric, figure: object) -> str:
    return words.on_tile(figure, each.unit)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("base", "span"), list(product(FIGURES, ["2024-12", "2024", "2023-01", "marche:2024", "scolaire:2023"]))
)
def test_each_agency_and_the_median_of_the_others_are_what_the_catalogue_answers(
    sample_store: str, show: Show, base: str, span: str
) -> None:
    screen = opened(show, sample_store, base, periode=span)
    assert (screen.title, screen.errors, screen.warnings) == ("Agences", [], [])
    names = FIGURES[base]
    found = asked(sample_store, names, span, MEDIAN)
    whole = asked(sample_store, names, span, Comparison(), whole=True)
    table = medians(screen)
    assert table.headers == ["Indicateur", *ORDER, "Ensemble"]
    assert [row[0] for row in table.rows] == [headed(metric(name), tile=True) for name in names]
    for line, each in zip(table.rows, map(metric, names), strict=True):
        expected = [told(each, row.labels[0], cell) for row, cell in found.column(each)]
        assert line[1:] == [*expected, short(each, whole.cell(each).figure)]


def told(each: Metric, agency: str, cell: Cell) -> str:
    """A figure, then the median, the gap and the verdict of an agency that is compared; no gap of a size."""
    if agency not in TERRITORIES or cell.figure.value is cell.reference.value is None:
        return short(each, cell.figure)
    gap = "" if each.id in SIZES else words.gap(cell, each)
    said = f"{short(each, cell.figure)}médiane\u00a0{short(each, cell.reference)}"
    return said + (f"écart\u00a0{gap}" if gap else "") + WORDS[standing(each, cell)]


@pytest.mark.parametrize(("base", "span"), list(product(FIGURES, ["2024-12", "marche:2024"])))
def test_means_are_told_beside_without_median_nor_gap(
    sample_store: str, show: Show, base: str, span: str
) -> None:
    (table,) = [t for t in opened(show, sample_store, base, periode=span).tables if "Les moyens" in t.caption]
    found = asked(sample_store, MEANS, span, Comparison())
    whole = asked(sample_store, MEANS, span, Comparison(), whole=True)
    assert [row[0] for row in table.rows] == [headed(metric(name), tile=True) for name in MEANS]
    for line, each in zip(table.rows, map(metric, MEANS), strict=True):
        expected = [short(each, cell.figure) for _, cell in found.column(each)]
        assert line[1:] == [*expected, short(each, whole.cell(each).figure)]


def test_size_is_no_performance(sample_store: str, show: Show) -> None:
    for line in medians(opened(show, sample_store, "absolu", periode="2024")).rows[: len(SIZES)]:
        assert not any("écart" in text for text in line)
        assert "médiane" in line[1]


def test_chance_is_told_apart_where_events_are_counted_and_nowhere_else(
    sample_store: str, show: Show
) -> None:
    said = {
        row[0]
        for base in FIGURES
        for row in medians(opened(show, sample_store, base)).rows
        if any(word in text for word in WORDS.values() if word for text in row[1:])
    }
    assert said == {
        "Interventions par ETP terrain",
        "Interventions par heure de terrain",
        "Interventions pour 1 000 habitants de QPV",
        "Part des interventions en QPV (%)",
    }
    names = dict.fromkeys((*(name for each in FIGURES.values() for name in each), *MEANS))
    assert {headed(metric(name), tile=True) for name in names if law(metric(name))} == said


@pytest.mark.parametrize("base", FIGURES)
def test_some_ten_figures_are_compared_and_followed_in_each_base(
    sample_store: str, show: Show, base: str
) -> None:
    screen = opened(show, sample_store, base)
    followed = [table for table in screen.tables if table.headers[0] == "Mois"]
    assert len(medians(screen).rows) == len(FIGURES[base])
    assert len(followed) == len(FIGURES[base]) + len(MEANS)
    assert len(followed) in (7, 8, 9, 11)


def test_an_agency_alone_has_the_median_the_gap_and_the_verdict_it_has_among_all(
    sample_store: str, show: Show
) -> None:
    among = medians(opened(show, sample_store, "heure"))
    alone = medians(opened(show, sample_store, "heure", agence="nantes"))
    assert alone.headers == ["Indicateur", "Nantes", "Médiane des autres", "Écart", "Lecture"]
    place = among.headers.index("Nantes")
    for line, own in zip(among.rows, alone.rows, strict=True):
        name, value, median, gap, verdict = own
        said = "" if verdict == "–" else verdict
        assert line[0] == name
        assert line[place] == f"{value}médiane\u00a0{median}écart\u00a0{gap}{said}"
    assert {row[4] for row in alone.rows} > {"–"}


def test_values_alone_have_no_empty_verdict(sample_store: str, show: Show) -> None:
    """In values, only the share in QPV counts events one by one: the column stands for it."""
    rows = medians(opened(show, sample_store, "absolu", agence="rennes")).rows
    assert [row[0] for row in rows if row[4] != "–"] == ["Part des interventions en QPV (%)"]


def test_the_head_office_is_told_without_being_compared(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "absolu")
    place = ORDER.index("Siège") + 1
    assert not any("médiane" in row[place] for row in medians(screen).rows)
    (map_,) = [each.text for each in screen.html.all(".phrase") if "de la carte" in each.text]
    assert map_.endswith("hors de la carte, Siège 0.")
    alone = opened(show, sample_store, "absolu", agence="siege")
    (table,) = [each for each in alone.tables if each.caption.startswith("Siège, ")]
    assert table.headers == ["Indicateur", "Siège"]  # nothing to add up, nobody to be set against
    assert "sans objet pour le siège" in alone.html.words(".annonce")


def test_an_agency_without_a_line_is_said_once(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "heure", periode="2024")
    (said,) = [each.text for each in screen.html.all(".phrase") if each.text.startswith("Sans ligne")]
    assert "Siège (partout sauf Salariés, Équivalents temps plein)" in said
    sentences = {
        each.text.split(",")[0]: each.text for each in screen.html.all(".phrase") if "→" in each.text
    }
    assert {name for name, text in sentences.items() if "Siège" in text} == {
        "Salariés (pers.)",
        "Équivalents temps plein (ETP)",
    }


def test_an_agency_alone_is_followed_with_the_median_of_the_others(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "absolu", periode="2024", agence="rennes")
    legend = [each.text[2:] for each in screen.html.all(".legende")[0].all("li")]
    assert legend == ["Rennes", "Médiane des autres agences"]
    span = period.parse("2023-12..2024-12")
    query = Query(
        metrics=(metric("interventions"),), period=span, by=(MONTH, AGENCY),
        where=(Filter(AGENCY, ("RENNES",)),), versus=MEDIAN,
    )  # fmt: skip
    answer = ask(sample_store, query, scope_for(Role.DIRECTION))
    table = next(table for table in screen.tables if table.headers == ["Mois", *legend])
    cells = [row.cells[0] for row in answer.rows]
    unit = query.metrics[0].unit
    assert [row[1:] for row in table.rows] == [
        [words.exact(cell.figure, unit), words.exact(cell.reference, unit)] for cell in cells
    ]


def test_thirteen_months_of_each_figure_with_one_legend_in_the_order_of_agencies(
    sample_store: str, show: Show
) -> None:
    screen = opened(show, sample_store, "etp", periode="2024")
    assert [each.text[2:] for each in screen.html.all(".legende")[0].all("li")] == ORDER
    names = tuple(dict.fromkeys((*FIGURES["etp"], *MEANS)))
    span = period.parse("2023-12..2024-12")
    query = Query(metrics=tuple(map(metric, names)), period=span, by=(MONTH, AGENCY))
    answer = ask(sample_store, query, scope_for(Role.DIRECTION))
    tables = [table for table in screen.tables if table.headers[0] == "Mois"]
    assert len(tables) == len(names) == 9
    for table, each in zip(tables, answer.query.metrics, strict=True):
        assert table.headers == ["Mois", *ORDER]
        assert (len(table.rows), table.rows[0][0], table.rows[-1][0]) == (13, "déc. 2023", "déc. 2024")
        shown = [text for row in table.rows for text in row[1:]]
        assert shown == [words.exact(cell.figure, each.unit) for _, cell in answer.column(each)]


@pytest.mark.parametrize("versus", ["mediane", "objectif", "aucune", "periode-precedente", "2023-06"])
def test_the_page_stands_whatever_it_is_compared_with(sample_store: str, show: Show, versus: str) -> None:
    screen = opened(show, sample_store, "qpv", comparaison=versus, agence="rennes,siege")
    assert (screen.errors, screen.warnings) == ([], [])
    assert medians(screen).headers == ["Indicateur", "Rennes", "Siège", "Ensemble"]


def test_a_manager_sees_their_agency_against_the_median_of_those_they_may_not_read(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
    monkeypatch.setattr(session, "here", lambda: session.Here(session.DEMONSTRATION, manager))
    screen = opened(show, sample_store, "absolu", periode="2024")
    assert screen.errors == []
    table = medians(screen)
    assert table.headers[:4] == ["Indicateur", "Rennes", "Médiane des autres", "Écart"]
    median = asked(sample_store, FIGURES["absolu"], "2024", MEDIAN, "RENNES").rows[0].cells[0].reference
    assert table.rows[0][2] == words.number(median.value or 0)
    assert not any("Nantes" in text for text in (screen.html.text, screen.html.words("h1")))
