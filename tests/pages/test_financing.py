"""Financement: every line is the catalogue's, parts add up to 100, markets are told as they are."""

from itertools import product

import pytest

from data_access.access import Role
from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, BRANCH, DISPOSITIF, FUNDER, FUNDING_LINE
from metrics.model import Dimension
from metrics.present import words
from metrics.query import Filter
from metrics.result import Result
from metrics.views.views import FINANCING
from tests.pages.conftest import Be
from tests.pages.screen import Screen, Show
from tests.pages.sections import answered, table

SECTIONS = ("sources", "repartition", "budget", "marches", "financeurs", "factures")
BY: dict[str, Dimension] = {
    "agence": AGENCY,
    "branche": BRANCH,
    "dispositif": DISPOSITIF,
    "financeur": FUNDER,
}
ODD = ("2024-12", "2024-T3", "marche:2024", "scolaire:2024", "2024-03-05..2024-03-19", "2023-01", "2031")


def amounts(answer: Result) -> dict[str, str]:
    """What each line holds, and its change, as the page writes them."""
    (each,) = answer.query.metrics
    told = {}
    for row, cell in answer.column(each):
        change = words.percent_change(cell, each) or words.MARKS[cell.change.state]
        told[" · ".join(row.labels)] = words.number(cell.figure.value or 0) + change
    return told


def parted(screen: Screen, start: str) -> dict[str, tuple[str, str, str]]:
    """The lines of a table of parts: the amount and its change, where it was published, the part."""
    lines = {}
    for name, amount, part in table(screen, start).rows:
        told, sign, published = amount.partition("publié")
        lines[name] = (told, f"{sign}{published}", part)
    return lines


def opened(store: str, show: Show, **address: str) -> Screen:
    screen = show(store, FINANCING, **({"periode": "2024"} | address))
    assert (screen.title, screen.errors) == ("Financement", [])
    return screen


def part(written: str) -> float:
    return float(written.split("publié")[0].replace(",", "."))


def test_the_sources_of_2024_to_the_euro_and_in_parts_as_the_report_prints_them(
    sample_store: str, show: Show
) -> None:
    lines = parted(opened(sample_store, show), "Les sources de financement")
    page = "publié RA 2024 p.\u00a025"
    assert {name: (amount.split("+")[0], part) for name, (amount, _, part) in lines.items()} == {
        "Ventes de prestations": ("3\u202f462\u202f157", f"72,92{page}"),
        "Subventions": ("1\u202f204\u202f171", f"25,36{page}"),
        "Financements apprentis": ("81\u202f542", f"1,72{page}"),
        "Ensemble": ("4\u202f747\u202f870", "100,00"),
    }
    assert all(published.startswith("publié RA 2024") for _, published, _ in lines.values())


@pytest.mark.parametrize(("span", "agency"), list(product(("2024", "2023-T2", "2024-12"), ("", "rennes"))))
def test_the_sources_of_any_period_are_what_the_catalogue_answers_and_make_100(
    sample_store: str, show: Show, span: str, agency: str
) -> None:
    where = {"agence": agency} if agency else {}
    lines = parted(opened(sample_store, show, periode=span, **where), "Les sources de financement")
    kept = (Filter(AGENCY, ("RENNES",)),) if agency else ()
    expected = amounts(answered(sample_store, "revenue", by=(FUNDING_LINE,), span=span, where=kept))
    assert {name: told for name, (told, _, _) in lines.items() if name != "Ensemble"} == expected
    assert sum(round(100 * part(line[2])) for name, line in lines.items() if name != "Ensemble") == 10_000
    assert lines["Ensemble"][2] == "100,00"


@pytest.mark.parametrize("by", BY)
def test_income_is_shared_out_as_the_catalogue_answers_with_what_belongs_to_nobody(
    sample_store: str, show: Show, by: str
) -> None:
    screen = opened(sample_store, show, vue="repartition", par=by)
    lines = parted(screen, f"Les produits par {by},")
    assert {name: told for name, (told, _, _) in lines.items() if name != "Ensemble"} == amounts(
        answered(sample_store, "revenue", by=(BY[by],))
    )
    assert sum(round(100 * part(line[2])) for name, line in lines.items() if name != "Ensemble") == 10_000
    nobody = {row[0]: row[1] for row in table(screen, "Ce qui reste non affecté").rows}
    alone = answered(sample_store, "unassigned_revenue", "unassigned_share")
    assert list(nobody.values()) == [
        words.exact(cell.figure, each.unit)
        for each, cell in zip(alone.query.metrics, alone.rows[0].cells, strict=True)
    ]


def test_what_is_not_assigned_stands_last_among_many(sample_store: str, show: Show) -> None:
    rows = table(opened(sample_store, show, vue="repartition", par="dispositif"), "Les produits par").rows
    assert [row[0] for row in rows][-2:] == ["Hors dispositif", "Ensemble"]


def test_agencies_and_branches_are_told_as_the_report_tells_them(sample_store: str, show: Show) -> None:
    screen = opened(sample_store, show, vue="repartition")
    agencies, crossed = (parted(screen, f"Les produits par agence{end}") for end in (",", " et branche"))
    assert {name for name, (_, published, _) in agencies.items() if published} == {
        "Nantes", "Angers-Tours", "Paris Île-de-France", "Ensemble",
    }  # fmt: skip
    assert crossed["Rennes · Médiation"][1].startswith("publié RA 2024 p.\u00a018 · évolution publiée")
    assert crossed["Siège · Divers"][0].startswith("27\u202f630")


def test_each_published_part_of_a_branch_is_beside_it(sample_store: str, show: Show) -> None:
    lines = parted(opened(sample_store, show, vue="repartition", par="branche"), "Les produits par branche")
    page = "publié RA 2024 p.\u00a06"
    assert [name for name, (_, _, part) in lines.items() if part.endswith(page)] == [
        "Médiation", "Formation", "Encombrants",
    ]  # fmt: skip
    assert lines["Formation"][1].startswith("publié RA 2024 p.\u00a023")


def test_months_and_their_sums_are_told_with_what_was_voted(sample_store: str, show: Show) -> None:
    screen = opened(sample_store, show, vue="budget")
    months, so_far = (table(screen, f"Produits{start}") for start in (" :", " cumulés"))
    assert months.headers == ["Mois", "Produits (€)", "Produits budgétés (€)"]
    assert so_far.headers == ["Mois", "Produits cumulés (€)", "Budget cumulé (€)"]
    whole = answered(sample_store, "revenue", "budgeted_revenue")
    assert so_far.rows[-1][1:] == [
        words.exact(cell.figure, metric("revenue").unit) for cell in whole.rows[0].cells
    ]
    assert so_far.rows[0][1:] == months.rows[0][1:]
    links = {each.text: each.attributes["href"] for each in screen.html.all(".vers-definition")}
    assert "indicateur=revenue&" in links["Produits cumulés (€)"]  # what they sum up, which has a definition


def test_one_month_is_told_with_its_year_so_far(sample_store: str, show: Show) -> None:
    screen = opened(sample_store, show, vue="budget", periode="2024-05")
    rows = table(screen, "Produits cumulés").rows
    assert [row[0] for row in rows] == ["janv. 2024", "févr. 2024", "mars 2024", "avr. 2024", "mai 2024"]
    to_may = answered(sample_store, "revenue", span="ytd:2024-05").rows[0].cells[0]
    assert rows[-1][1] == words.exact(to_may.figure, metric("revenue").unit)


def test_months_and_sums_of_nothing_say_so(sample_store: str, show: Show) -> None:
    screen = opened(sample_store, show, vue="budget", agence="rennes", branche="formation")
    said = [each.text for each in screen.html.all(".vide")]
    assert said[0].endswith(" (année 2024) : aucun enregistrement avec ces filtres.")
    assert said.count("Rien à montrer non plus, pour la même raison que plus haut.") == 2
    titles = " ".join(each.text for each in screen.html.all(".entete-graphique"))
    assert "Produits cumulés" in titles


def test_the_markets_to_renew_add_up_to_what_falls_due(sample_store: str, show: Show) -> None:
    screen = opened(sample_store, show, vue="marches")
    due = table(screen, "À renouveler du 31 décembre 2024 au 31 décembre 2025")
    asked = answered(sample_store, "markets_falling_due", "amount_falling_due", span="2024-12-31..2025-12-31")
    count, amount = (cell.figure.value for cell in asked.rows[0].cells)
    assert len(due.rows) - 1 == count == 7
    assert due.rows[-1][4] == words.number(amount or 0)
    assert due.rows[0][3] == "aujourd'hui"  # it runs out on the day that the sample speaks from
    years = table(screen, "Montants à risque").rows
    assert [row[0] for row in years] == ["2024", "2025", "2026", "2027", "2028"]


def test_dependence_is_read_on_a_scale_that_names_its_source(sample_store: str, show: Show) -> None:
    screen = opened(sample_store, show, vue="financeurs")
    said = [each.text for each in screen.html.all(".phrase")]
    assert any("des financements moyennement concentrés" in text for text in said)
    assert any("2004/C 31/03" in text for text in said)
    names = (metric(each).label for each in ("funders", "first_funder_share", "funding_concentration"))
    assert [row[0] for row in table(screen, "La dépendance aux financeurs").rows] == list(names)


def test_the_papers_of_2024_are_those_that_the_report_counts(sample_store: str, show: Show) -> None:
    screen = opened(sample_store, show, vue="factures")
    rows = [*table(screen, "Factures et avoirs, ").rows, *table(screen, "Subventions demandées").rows]
    page = "publié RA 2024 p.\u00a025"
    assert [row[1] for row in rows if page in row[1]] == [f"485{page}", f"1\u202f647{page}", f"24{page}"]


@pytest.mark.parametrize(("section", "span"), list(product(SECTIONS, ODD)))
def test_each_section_stands_whatever_the_period(
    sample_store: str, show: Show, section: str, span: str
) -> None:
    screen = opened(sample_store, show, vue=section, periode=span)
    assert screen.warnings == []
    assert screen.tables or screen.html.all(".vide")


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("versus", ["objectif", "mediane", "aucune", "periode-precedente", "2023-06"])
def test_each_section_stands_whatever_it_is_compared_with(
    sample_store: str, show: Show, section: str, versus: str
) -> None:
    kept = {"agence": "nantes", "source": "subventions"}
    assert opened(sample_store, show, vue=section, comparaison=versus, **kept).tables


@pytest.mark.parametrize("section", SECTIONS)
def test_a_manager_reads_the_financing_of_their_agency_and_of_no_other(
    sample_store: str, show: Show, be: Be, section: str
) -> None:
    be(Role.AGENCY_MANAGER, "RENNES")
    screen = opened(sample_store, show, vue=section)
    own = answered(sample_store, "revenue", where=(Filter(AGENCY, ("RENNES",)),)).rows[0].cells[0]
    assert screen.tiles[0].exact == words.exact(own.figure, metric("revenue").unit)
    told = " ".join(" ".join(map(" ".join, each.rows)) for each in screen.tables)
    assert not [name for name in ("Nantes", "Angers", "Sceaux", "Siège") if name in told]


@pytest.mark.parametrize("section", SECTIONS)
def test_the_board_reads_all_of_financing(sample_store: str, show: Show, be: Be, section: str) -> None:
    whole = opened(sample_store, show, vue=section, par="dispositif")
    be(Role.BOARD)
    board = opened(sample_store, show, vue=section, par="dispositif")
    assert [each.rows for each in board.tables] == [each.rows for each in whole.tables]


def test_a_source_kept_keeps_all_that_can_follow_it(sample_store: str, show: Show) -> None:
    screen = opened(sample_store, show, source="subventions")
    kept = (Filter(FUNDING_LINE, ("grants",)),)
    own = answered(sample_store, "revenue", where=kept).rows[0].cells[0]
    assert screen.tiles[0].exact == words.exact(own.figure, metric("revenue").unit)
    assert screen.tiles[1].left_out == "hors filtre source de financement"
    assert "Charges" not in screen.html.text
    assert period.parse("2024").label in screen.notes
