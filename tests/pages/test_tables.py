"""Tables: headers that lead to definitions, marks told in full, the total set apart, the source under it."""

import pytest

from metrics.catalogue import metric
from metrics.present import words
from metrics.present.leads import Definition
from metrics.present.table import grouped
from metrics.views.views import AGENCIES, HOME
from pages.ui import charts, html, tables
from pages.ui.html import el
from pages.ui.tables import Column
from tests.pages.conftest import Drawn
from tests.pages.markup import Node, read
from tests.pages.screen import Show

FIGURE = metric("interventions")


def drawn_table(drawn: Drawn, *columns: Column, total: bool = False, source: str = "") -> Node:
    lines = [["Rennes", *("s" for _ in columns)], ["Ensemble", *("12" for _ in columns)]]
    tables.show("Rondes", [Column("Agence"), *columns], lines, total=total, source=source)
    return drawn.tree


def test_a_header_leads_to_the_definition_under_its_own_name(drawn: Drawn) -> None:
    page = drawn_table(drawn, Column("Rondes (h)", is_number=True, note="hors filtre secteur", metric=FIGURE))
    header = page.all("th")[1]
    (link,) = header.all("a")
    assert header.attributes["scope"] == "col"
    assert header.text == "Rondes (h), hors filtre secteur"
    assert (link.text, link.attributes["href"]) == ("Rondes (h)", "/definitions?indicateur=interventions")
    assert link.attributes["title"] == "Rondes (h) : voir la définition"
    assert page.all("td")[0].attributes["data-label"] == header.text  # what a telephone shows


def test_a_header_may_lead_to_what_it_names(drawn: Drawn) -> None:
    (link,) = drawn_table(drawn, Column("Définition", to=Definition(FIGURE))).all("a")
    assert (link.text, link.attributes["href"]) == ("Définition", "/definitions?indicateur=interventions")


@pytest.mark.parametrize("mark", words.MARK_LABELS)
def test_a_mark_is_told_in_full_to_those_who_ask_or_listen(mark: str) -> None:
    told = f"{mark} : {words.MARK_LABELS[mark]}"
    (node,) = read(str(tables.marked(mark))).children
    assert isinstance(node, Node)
    assert node.text == mark
    assert node.attributes == {"role": "img", "aria-label": told, "title": told}


def test_a_figure_is_no_mark(drawn: Drawn) -> None:
    page = drawn_table(drawn, Column("Rondes", is_number=True))
    marked, figure = page.all("td")
    assert marked.all("span")[0].attributes["aria-label"].startswith("s : secret statistique")
    assert figure.all("span") == []


def test_the_total_is_the_last_line_and_the_source_stands_under_the_table(drawn: Drawn) -> None:
    page = drawn_table(drawn, Column("Rondes"), total=True, source="Périmètre : Rennes · données au 3 mai")
    assert [row.text for row in page.all(".total")] == ["Ensemble12"]
    assert page.words(".source") == "Périmètre : Rennes · données au 3 mai"
    drawn.clear()
    assert drawn_table(drawn, Column("Rondes")).all(".total", ".source") == []


@pytest.mark.parametrize(
    ("title", "subtitle", "linked", "said"),
    [
        ("Le plus haut en mai", "Interventions · Rennes", "sous-titre", "Interventions · Rennes"),
        ("Interventions : 3", "Interventions · Rennes", "sous-titre", "Interventions · Rennes"),
        ("Interventions (h)", "Rennes · 2024", "", "Rennes · 2024"),
        ("Le plus haut en mai", "Rennes · 2024", "sous-titre", "Rennes · 2024 · Interventions"),
    ],
)
def test_the_name_of_a_chart_s_figure_leads_to_its_definition(
    title: str, subtitle: str, linked: str, said: str
) -> None:
    page = read(str(charts.heading(title, subtitle, FIGURE)))
    (link,) = page.all("a")
    assert link.attributes["href"] == "/definitions?indicateur=interventions"
    assert bool(page.all(".sous-titre")[0].all("a")) is (linked == "sous-titre")
    assert (page.words("h2"), page.words(".sous-titre")) == (title, said)


def test_a_chart_of_no_figure_has_no_link() -> None:
    assert read(str(charts.heading("Contributions", "à l'évolution"))).all("a") == []


def test_hostile_words_in_a_header_stay_words(drawn: Drawn) -> None:
    html.show(el("p", tables.marked("<b>s</b>")))
    page = drawn_table(drawn, Column("</th><script>", metric=FIGURE))
    assert page.all("script", "b") == []


def test_an_agency_leads_to_the_same_page_kept_to_it_with_all_else_that_is_asked(
    sample_store: str, show: Show
) -> None:
    asked = {"periode": "2024", "comparaison": "aucune"}
    for view, own, shown in (
        (HOME, {}, "?periode=2024&comparaison=aucune&agence=nantes"),
        (AGENCIES, {"base": "etp"}, "?periode=2024&comparaison=aucune&agence=nantes&base=etp"),
    ):
        page = show(sample_store, view, **asked, **own).html
        links = {a.text: a.attributes["href"] for a in page.all("table")[-1].all("a")}
        links |= {a.text: a.attributes["href"] for t in page.all("table") for a in t.all("a")}
        assert links["Nantes"] == shown


GATHERED = [
    ["Écouter", "Former", "Jours", "1"],
    ["Écouter", "Former", "Heures", "2"],
    ["Écouter", "Veiller", "Gravité", "3"],
    ["Inclure", "Veiller", "Index", "4"],
]


def test_cells_that_repeat_are_one_header_for_all_their_lines() -> None:
    columns = [Column("Sous-axe"), Column("Enjeu"), Column("Indicateur"), Column("2024", is_number=True)]
    table = read(
        str(tables.drawn(grouped("Titre", columns, [("Social", GATHERED), ("Autre", [])], naming=2)))
    )
    first, empty = table.all("tbody")
    (title,) = first.all("tr")[0].all("th")
    assert (title.text, title.attributes["scope"], title.attributes["colspan"]) == ("Social", "rowgroup", "4")
    over = [(each.text, each.attributes["rowspan"]) for each in first.all(".commun")]
    assert over == [
        ("Écouter", "3"),
        ("Former", "2"),
        ("Veiller", "1"),  # the same issue under another sub-axis is another one
        ("Inclure", "1"),
        ("Veiller", "1"),
    ]
    names = [each for each in first.all("th") if each.attributes.get("data-label") == "Indicateur"]
    assert [(each.text, each.attributes["scope"]) for each in names] == [
        (line[2], "row") for line in GATHERED
    ]
    assert [each.text for each in first.all("td")] == ["1", "2", "3", "4"]
    assert [each.text for each in empty.all("th", "td")] == ["Autre"]


def test_the_column_that_names_lines_is_told_apart_to_stay_in_place() -> None:
    told = grouped("Titre", [Column("Action"), Column("Fin")], [("T1", [["Agir", "hier"]])])
    table = read(str(tables.drawn(told)))
    assert [each.text for each in table.all(".nom")] == ["Action"]
    assert table.all(".parties")
