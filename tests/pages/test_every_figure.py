"""No figure without its definition, its perimeter and the date of its data within one click, on any view."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from metrics.catalogue import METRICS
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
from tests.pages.drawn import SECTIONS
from tests.pages.markup import Node, read
from tests.pages.screen import Screen, Show

WHOLE, RENNES, ONE = "Ensemble de l'association", "Agence : Rennes", "Dispositif : Médiation de jour"
YEAR = {"periode": "2024"}
SHOWN: list[tuple[View, dict[str, str], str]] = [
    (HOME, YEAR, WHOLE),
    (HOME, {"periode": "2024-12", "agence": "rennes"}, RENNES),
    *((ACTIVITY, {**YEAR, "vue": vue}, WHOLE) for vue in
      ("activite", "incivilites", "portefeuille", "partenariat")),
    *((AGENCIES, {**YEAR, "base": base}, WHOLE) for base in ("absolu", "etp", "heure", "qpv")),
    (AGENCIES, {**YEAR, "agence": "rennes"}, RENNES),
    *((WORKFORCE, {**YEAR, "vue": vue} if vue else YEAR, WHOLE) for vue in SECTIONS[WORKFORCE][1]),
    (WORKFORCE, {"periode": "2024-12", "agence": "rennes"}, RENNES),
    *((TRAINING, {**YEAR, "vue": vue} if vue else YEAR, WHOLE) for vue in SECTIONS[TRAINING][1]),
    *((DISPOSITIF_VIEW, {**YEAR, "dispositif": "rennes-jour", "volet": volet}, ONE)
      for volet in ("annee", "moyens")),
    *((FINANCING, {**YEAR, "vue": vue}, WHOLE) for vue in
      ("sources", "repartition", "budget", "marches", "financeurs", "factures")),
    *((FINANCING, {**YEAR, "vue": "repartition", "par": par}, WHOLE) for par in
      ("branche", "dispositif", "financeur")),
    (FINANCING, {**YEAR, "agence": "rennes"}, RENNES),
    *((RSE, {**YEAR, "vue": vue}, WHOLE) for vue in
      ("tableau", "actions", "certifications", "deplacements", "rencontres")),
]  # fmt: skip
FRESH = re.compile(r"données au \d|mise à jour |aucune donnée sur cette période", re.IGNORECASE)
LINK = '<a href="/definitions?indicateur=x">R</a>'
COUNTING = "Indicateurs RSE à l'objectif"  # lines of the table under it, each with its own definition
RECORDS = (  # lines of the books, amounts of contracts, factors of a source: no figure is asked there
    "Marchés et conventions",
    "Plan d'actions",
    "Labels, certifications",
    "Historique des renouvellements",
    "Facteurs d'émission",
)


def defined(node: Node) -> set[str]:
    """The indicators whose definition is a click away from a piece of page."""
    addresses = (urlsplit(link.attributes["href"]) for link in node.all("a"))
    found = {
        parse_qs(each.query).get("indicateur", [""])[0] for each in addresses if each.path == "/definitions"
    }
    return found - {""}


def covers(node: Node, perimeter: str) -> bool:
    said = node.text.replace("\u00a0", " ")
    return perimeter in said and bool(FRESH.search(said))


def bare_tiles(page: Node, perimeter: str) -> Iterator[str]:
    for tile in page.all(".tuile"):
        if not defined(tile) or not covers(tile.all("details")[0], perimeter):
            yield f"tuile {tile.words('h2')}"


def bare_charts(screen: Screen, perimeter: str) -> Iterator[str]:
    """Each picture has its heading just before it."""
    heading = read("")
    for each in screen.app.main:
        if each.type == "html":
            heading = read(each.proto.body)
        elif each.type == "vega_lite_chart":
            counts = heading.words(".sous-titre").startswith(COUNTING)
            if len(defined(heading)) != (0 if counts else 1) or not covers(heading, perimeter):
                yield f"graphique {heading.text}"


def bare_tables(page: Node, perimeter: str) -> Iterator[str]:
    """A table under a chart is the chart's; any other has its own links, and its source under it."""
    under_charts = {table for folded in page.all(".tableau-plie") for table in folded.all("table")}
    for table in page.all("table"):
        said = table.words("caption")
        if table in under_charts or said.startswith(RECORDS):
            continue
        numbers = [th for th in table.all("th") if "nombre" in th.classes]
        rows = [tr for body in table.all("tbody") for tr in body.all("tr")]
        lines = [row for row in rows if "titre-partie" not in row.classes]  # the header of a part
        named = (any(map(defined, line.all("th"))) for line in lines)
        if not (all(map(defined, numbers)) or all(named)):
            yield f"tableau {said}"
        if not any(covers(source, perimeter) for source in sources(page, table)):
            yield f"source du tableau {said}"


def sources(page: Node, table: Node) -> Iterable[Node]:
    """What stands as the source under a table, in the same frame."""
    frames = [each for each in page.all("div") if table in each.all("table")]
    return [
        child for frame in frames for child in frame.children
        if isinstance(child, Node) and "source" in child.classes
    ]  # fmt: skip


def bare_lists(page: Node, perimeter: str) -> Iterator[str]:
    """The lines of figures by domain."""
    for line in page.all(".domaine"):
        if not all(map(defined, line.all("dt"))) or not covers(line, perimeter):
            yield f"domaine {line.words('h3')}"


@pytest.mark.parametrize(
    ("view", "asked", "perimeter"), SHOWN, ids=[f"{v.url}-{'-'.join(a.values())}" for v, a, _ in SHOWN]
)
def test_every_figure_is_a_click_from_its_definition_perimeter_and_date(
    sample_store: str, show: Show, view: View, asked: dict[str, str], perimeter: str
) -> None:
    screen = show(sample_store, view, **asked)
    page = screen.html
    assert screen.errors == []
    assert page.all(".tuile", ".entete-graphique", "table")
    assert defined(page) <= set(METRICS)
    assert list(bare_tiles(page, perimeter)) == []
    assert list(bare_charts(screen, perimeter)) == []
    assert list(bare_tables(page, perimeter)) == []
    assert list(bare_lists(page, perimeter)) == []


def test_every_line_of_the_register_is_a_click_from_its_definition(sample_store: str, show: Show) -> None:
    page = show(sample_store, RECONCILIATION).html
    lines = page.all("tbody")[0].all("tr")
    assert len(lines) == 166
    assert [line.text for line in lines if len(defined(line)) != 1] == []


def test_every_view_is_looked_at() -> None:
    assert {view for view, _, _ in SHOWN} | {RECONCILIATION, DEFINITIONS, *BOOKS} == set(VIEWS)


@pytest.mark.parametrize(
    "broken",
    [
        '<article class="tuile"><h2>R</h2><details>ici · données au 3 mai</details></article>',
        f'<article class="tuile"><h2>R</h2><details>{LINK}</details></article>',
        '<table><tr><th class="nombre">R</th></tr><tbody><tr><th>a</th></tr></tbody></table>',
        '<section class="domaine"><h3>RSE</h3><dt>Rondes</dt>ici, données au 3 mai</section>',
    ],
    ids=["no definition", "no date", "bare table", "bare line"],
)
def test_a_figure_that_stands_alone_would_be_found(broken: str) -> None:
    page = read(broken)
    assert [*bare_tiles(page, "ici"), *bare_tables(page, "ici"), *bare_lists(page, "ici")]
