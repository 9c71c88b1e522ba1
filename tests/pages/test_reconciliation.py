"""Rapprochement: the whole register, and filters that keep exactly the lines they say."""

from collections import Counter
from urllib.parse import parse_qsl, urlsplit

import pytest

from data_access.access import Role, scope_for
from data_access.errors import QueryError
from metrics import address
from metrics.context import context
from metrics.glossary import DOMAINS
from metrics.present.export import tables
from metrics.reconcile import Reconciled, reconcile
from metrics.verdict import Verdict
from metrics.views.asked import by_address
from metrics.views.export import export
from metrics.views.reconciliation import PAGE
from metrics.views.views import RECONCILIATION
from metrics.views.visit import Visit
from tests.pages.screen import Screen, Show

DOCUMENTS = {"Rapport d'activité 2024": "RA2024", "Rapport RSE 2024": "RSE2024"}


@pytest.fixture(scope="module")
def register(sample_store: str) -> list[Reconciled]:
    """What the commands answer, to what the page must show."""
    return reconcile(sample_store, scope_for(Role.DIRECTION))


@pytest.fixture
def filtered(sample_store: str, show: Show):
    """Opens the register with filters in its address."""
    return lambda **address: show(sample_store, RECONCILIATION, **address)


def ids(screen: Screen) -> list[str]:
    return [row[0] for table in screen.tables for row in table.rows]


def test_every_published_figure_has_its_line(filtered, register: list[Reconciled]) -> None:
    screen = filtered()
    assert (screen.title, screen.errors, screen.warnings) == (RECONCILIATION.title, [], [])
    (table,) = screen.tables
    assert str(len(register)) in table.caption
    for row, each in zip(table.rows, register, strict=True):
        shown = dict(zip(table.headers, row, strict=True))
        assert shown["Chiffre"] == each.published.id
        assert shown["Libellé"].startswith(each.published.label)
        assert shown["Rapport et page"].startswith(each.published.where_printed)
        assert shown["Période"] == each.published.period.label
        assert shown["Verdict"].endswith(f" {each.verdict.value}")
        assert shown["Explication"] == (each.explanation or "–")
        assert (shown["Calculé"] == "–") == (each.computed is None)


def test_a_printed_figure_keeps_its_decimals_its_unit_and_its_caution(filtered) -> None:
    printed = {row[0]: row[4] for row in filtered().tables[0].rows}
    assert printed["RA-001"] == "4\u202f748\u00a0k€"
    assert printed["RA-009"] == ">\u00a0140\u202f000\u00a0pers."


def test_the_summary_counts_all_figures_whatever_the_filters_keep(
    filtered, register: list[Reconciled]
) -> None:
    out = sum(each.comes_out for each in register)
    for screen in (filtered(), filtered(domaine="Effectifs")):
        said = screen.html.words(".bilan")
        assert f"{out} des {len(register)} chiffres publiés sortent" in said
        for verdict, count in Counter(each.verdict for each in register).items():
            assert f"{verdict.value} : {count}" in said


def test_the_summary_says_what_is_declared_and_what_no_count_can_give(filtered) -> None:
    said = filtered().html.words(".bilan")
    assert "20 sont déclarés, chacun avec sa preuve." in said
    assert "2 ne peuvent sortir d'aucun compte." in said
    assert "contredit" not in said


def test_a_declared_line_shows_its_proof_and_an_unreachable_one_its_nearest_counts(filtered) -> None:
    lines = {row[0]: row for row in filtered().tables[0].rows}
    assert lines["RSE-0551"][4:] == ["2", "2", "✎ déclaré", "Attestation de l'école, séances du 19/09/2024."]
    assert lines["RA-125"][5].startswith("63\u00a0%")
    assert lines["RA-125"][6] == "∅ non atteignable"
    assert "40 font 63\u00a0%, 41 font 65\u00a0%" in lines["RA-125"][7]


@pytest.mark.parametrize("label", DOCUMENTS)
def test_a_report_keeps_its_own_figures(filtered, register: list[Reconciled], label: str) -> None:
    kept = [each.published.id for each in register if each.published.document == DOCUMENTS[label]]
    assert ids(filtered(rapport=label)) == kept


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_keeps_its_own_figures(filtered, register: list[Reconciled], domain: str) -> None:
    kept = [each.published.id for each in register if each.published.domain is domain]
    assert ids(filtered(domaine=DOMAINS[domain])) == kept


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_keeps_its_own_figures(filtered, register: list[Reconciled], verdict: Verdict) -> None:
    kept = [each.published.id for each in register if each.verdict is verdict]
    screen = filtered(verdict=verdict.value)
    assert ids(screen) == kept
    assert bool(screen.html.all(".vide")) == (not kept)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("RA-001", ["RA-001"]),
        ("ra-001", ["RA-001"]),
        ("QPV population", ["RA-010"]),  # all the words, in any order
        ("rémuneration (", []),
        (".*", []),  # words, no pattern
    ],
)
def test_a_search_finds_words_without_minding_accents_nor_case(
    filtered, asked: str, found: list[str]
) -> None:
    assert ids(filtered(recherche=asked)) == found


def test_a_search_reads_labels_with_or_without_accents(filtered) -> None:
    with_accents = ids(filtered(recherche="médiateurs"))
    assert len(with_accents) > 1
    assert ids(filtered(recherche="MEDIATEURS")) == with_accents


def test_what_is_taken_away_is_what_the_filters_keep(sample_store: str, filtered) -> None:
    asked = {
        "rapport": "Rapport RSE 2024",
        "domaine": "Effectifs",
        "verdict": "déclaré",
        "recherche": "femmes",
    }
    for chosen in ({}, {"recherche": "RA-001"}, {"verdict": "déclaré"}, asked):
        screen = filtered(**chosen)
        links = [a.attributes["href"] for a in screen.html.all("a") if "data-fichier" in a.attributes]
        assert [urlsplit(each).path.rpartition(".")[2] for each in links] == ["xlsx", "csv", "pdf"]
        said = dict(parse_qsl(urlsplit(links[0]).query))
        assert {name: said[name] for name in chosen} == chosen
        visit = Visit(sample_store, scope_for(Role.DIRECTION), context(sample_store), RECONCILIATION.url)
        file = export(by_address(visit, PAGE, address.ours(said.items())), PAGE, "quelqu'un", said)
        told = [line for table in tables(file.parts[0].pieces) for line in table.lines]
        assert [line[0] for line in told] == ids(screen)
        assert any("gardées par" in str(piece) for piece in file.parts[0].pieces) == bool(chosen)


def test_a_file_is_not_made_of_a_filter_that_is_none(sample_store: str) -> None:
    visit = Visit(sample_store, scope_for(Role.DIRECTION), context(sample_store), RECONCILIATION.url)
    with pytest.raises(QueryError, match="Verdict : « faux » n'existe pas"):
        export(by_address(visit, PAGE, {}), PAGE, "quelqu'un", {"verdict": "faux"})


def test_filters_add_up(filtered, register: list[Reconciled]) -> None:
    kept = [
        each.published.id
        for each in register
        if each.published.document == "RA2024"
        and each.published.domain == "workforce"
        and each.verdict is Verdict.SAME
    ]
    assert kept
    screen = filtered(rapport="Rapport d'activité 2024", domaine="Effectifs", verdict="identique")
    assert ids(screen) == kept


def test_no_line_left_is_said_in_words_and_is_no_empty_table(filtered) -> None:
    screen = filtered(recherche="introuvable")
    assert screen.tables == []
    assert screen.html.words(".vide") == "Aucun chiffre publié ne correspond à ces filtres."
    assert screen.errors == []


def test_what_the_address_says_in_vain_is_named(filtered, register: list[Reconciled]) -> None:
    screen = filtered(rapport="RA1999", domaine="cuisine", verdict="peut-être")
    assert [said.split("«")[1].split("»")[0].strip() for said in screen.warnings] == [
        "RA1999",
        "cuisine",
        "peut-être",
    ]
    assert len(ids(screen)) == len(register)


def test_the_page_says_that_data_are_examples(filtered) -> None:
    screen = filtered()
    assert "Mode démonstration" in screen.html.words(".bandeau")
    assert "Données d'exemple" in screen.notes
