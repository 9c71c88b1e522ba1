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
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Result
from metrics.run import ask
from pages.ui.views import AGENCIES
from tests.pages.screen import Screen, Show, Table

FIGURES = {
    "absolu": ("interventions", "people_met", "meetings", "revenue"),
    "etp": ("interventions_per_fte", "people_met_per_fte", "meetings_per_fte", "revenue_per_fte"),
    "heure": ("interventions_per_hour", "people_met_per_hour", "revenue_per_field_hour"),
    "qpv": ("interventions_per_qpv_inhabitant", "people_met_per_qpv_inhabitant"),
}
MEANS = ("field_hours", "interventions_per_hour", "presence_rate", "field_fte", "headcount", "fte")
WORDS = {
    Standing.WITHIN: "écart non significatif",
    Standing.ABOVE: "au-dessus de l'ensemble",
    Standing.BELOW: "en dessous de l'ensemble",
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
    (found,) = [table for table in screen.tables if table.caption.startswith("Chaque agence et la médiane")]
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
    found, peers = (asked(sample_store, names, span, versus) for versus in (MEDIAN, Comparison()))
    whole = asked(sample_store, names, span, Comparison(), whole=True).rows[0]
    table = medians(screen)
    assert [row[0] for row in table.rows] == [*ORDER, "Ensemble"]
    for line, row in zip(table.rows, found.rows, strict=False):
        for text, each, cell in zip(line[1:], map(metric, names), row.cells, strict=True):
            expected = short(each, cell.figure)
            if line[0] in TERRITORIES:
                others = [c.figure for r, c in peers.column(each) if r.labels[0] in TERRITORIES]
                gap = words.percent_change(cell, each)
                expected += f"médiane {short(each, cell.reference)}" + (f" ({gap})" if gap else "")
                expected += WORDS[standing(each, cell.figure, others)]
            assert text == expected
    assert table.rows[-1][1:] == [
        short(m, c.figure) for m, c in zip(found.query.metrics, whole.cells, strict=True)
    ]


def test_chance_is_told_apart_where_events_are_counted_and_nowhere_else(
    sample_store: str, show: Show
) -> None:
    said = {
        (base, header): {
            text for word in WORDS.values() if word for row in table.rows for text in [row[n]] if word in text
        }
        for base in FIGURES
        for table in [medians(opened(show, sample_store, base))]
        for n, header in enumerate(table.headers)
    }
    with_words = {key for key, texts in said.items() if texts}
    assert with_words == {
        ("etp", "Interventions par ETP terrain"),
        ("heure", "Interventions par heure de terrain"),
        ("qpv", "Interventions pour 1 000 habitants de QPV"),
    }
    assert [name for names in FIGURES.values() for name in names if law(metric(name))] == [
        "interventions_per_fte",
        "interventions_per_hour",
        "interventions_per_qpv_inhabitant",
    ]


def test_an_agency_alone_keeps_the_verdict_it_has_among_all(sample_store: str, show: Show) -> None:
    among = medians(opened(show, sample_store, "heure"))
    alone = medians(opened(show, sample_store, "heure", agence="nantes"))
    assert [row[0] for row in alone.rows] == ["Nantes", "Ensemble"]
    assert alone.rows[0] == among.rows[ORDER.index("Nantes")]


def test_the_head_office_is_told_without_being_compared(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "absolu")
    (office,) = [row for row in medians(screen).rows if row[0] == "Siège"]
    assert not any("médiane" in text for text in office)
    (told,) = [each.text for each in screen.html.all(".phrase") if "de la carte" in each.text]
    assert told.endswith("hors de la carte, Siège 0.")


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
    assert len(tables) == len(names) == 10
    for table, each in zip(tables, answer.query.metrics, strict=True):
        assert table.headers == ["Mois", *ORDER]
        assert (len(table.rows), table.rows[0][0], table.rows[-1][0]) == (13, "déc. 2023", "déc. 2024")
        shown = [text for row in table.rows for text in row[1:]]
        assert shown == [words.exact(cell.figure, each.unit) for _, cell in answer.column(each)]


@pytest.mark.parametrize("versus", ["mediane", "objectif", "aucune", "periode-precedente", "2023-06"])
def test_the_page_stands_whatever_it_is_compared_with(sample_store: str, show: Show, versus: str) -> None:
    screen = opened(show, sample_store, "qpv", comparaison=versus, agence="rennes,siege")
    assert (screen.errors, screen.warnings) == ([], [])
    assert [row[0] for row in medians(screen).rows] == ["Rennes", "Siège", "Ensemble"]
