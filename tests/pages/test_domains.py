"""A line per domain: the catalogue's figures, each a click from its definition, none false, none lost."""

from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest

from data_access.access import Domain, Right, Role, Scope, scope_for
from data_access.errors import UserError
from metrics import period
from metrics.alert import Alert, Subject
from metrics.catalogue import metric
from metrics.model import Metric
from metrics.present import words
from metrics.query import Against, Comparison, Query
from metrics.result import State
from metrics.run import ask
from metrics.views.parts import news
from pages.ui import session
from tests.pages.markup import Node
from tests.pages.screen import Screen, Show

DOMAINS = {
    "Activité": ("interventions_per_hour", "presence_rate", "meetings", "qpv_inhabitants"),
    "Effectifs": ("fte", "permanent_share", "absence_rate", "accident_severity"),
    "Formation": ("learners", "trainee_hours", "pass_rate", "satisfaction_rate"),
    "RSE": ("rse_action_completion", "rse_actions_late", "kilometres", "certifications_in_force"),
    "Financement": ("net_result", "budget_gap_share", "sales_share", "first_funder_share"),
}
COMPARISONS = {"annee-precedente": Against.PREVIOUS_YEAR, "objectif": Against.TARGET, "aucune": Against.NONE}
REFUSED = ("learners", "trainee_hours", "pass_rate", "satisfaction_rate", "kilometres",
           "rse_action_completion", "rse_actions_late", "certifications_in_force", "net_result")  # fmt: skip


def lines(screen: Screen) -> dict[str, list[tuple[str, str]]]:
    """Each domain with its figures and what is said of them."""
    return {node.words("h3"): told(node) for node in screen.html.all(".domaine")}


def told(node: Node) -> list[tuple[str, str]]:
    names, said = ([each.text for each in node.all(tag)] for tag in ("dt", "dd"))
    return list(zip(names, said, strict=True))


def expected(store: str, each: Metric, span: str, versus: Against, scope: Scope) -> str:
    """What the catalogue answers, in the unit of tiles, and its change."""
    query = Query(metrics=(each,), period=period.parse(span), versus=Comparison(versus))
    answer = ask(store, query, scope)
    cell = answer.rows[0].cells[0]
    value = words.with_unit(*words.on_tile(cell.figure, each.unit))
    if cell.figure.value is None or cell.change.state is State.NOT_APPLICABLE:
        return value
    return value + (words.percent_change(cell, each) or words.MARKS[cell.change.state])


@pytest.mark.parametrize(
    ("span", "versus"), list(product(["2024-12", "2024-T3", "2024", "ytd:2024-09", "2023-01"], COMPARISONS))
)
def test_each_figure_is_what_the_catalogue_answers(
    sample_store: str, show: Show, span: str, versus: str
) -> None:
    screen = show(sample_store, periode=span, comparaison=versus)
    shown, scope = lines(screen), scope_for(Role.DIRECTION)
    assert list(shown) == list(DOMAINS)
    for domain, names in DOMAINS.items():
        assert shown[domain] == [
            (metric(name).label, expected(sample_store, metric(name), span, COMPARISONS[versus], scope))
            for name in names
        ]


def test_people_too_few_to_be_told_stay_hidden_on_a_month(sample_store: str, show: Show) -> None:
    month = dict(lines(show(sample_store, periode="2024-12"))["Effectifs"])
    assert month["Taux de gravité des accidents du travail"] == "s"


def test_what_cannot_be_read_by_contract_year_says_so_and_the_others_stand(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, periode="marche:2024")
    assert screen.errors == []
    said = {name: text for figures in lines(screen).values() for name, text in figures}
    for name in REFUSED:
        assert said[metric(name).label].startswith("–Ne se lit pas par exercice de marché"), name
    assert [name for name, text in said.items() if "Ne se lit pas" in text] == [
        metric(name).label for names in DOMAINS.values() for name in names if name in REFUSED
    ]


def test_a_figure_that_cannot_follow_an_agency_says_it(sample_store: str, show: Show) -> None:
    said = dict(lines(show(sample_store, periode="2024", agence="rennes"))["Formation"])
    assert said["Stagiaires et apprentis"].startswith("929")
    assert said["Stagiaires et apprentis"].endswith("hors filtre agence")
    assert not said["Heures de formation suivies"].endswith("hors filtre agence")


def test_the_name_leads_to_the_view_and_each_figure_to_its_definition(sample_store: str, show: Show) -> None:
    screen = show(sample_store, periode="2024")
    views = {node.words("h3"): [a.attributes["href"] for h3 in node.all("h3") for a in h3.all("a")]
             for node in screen.html.all(".domaine")}  # fmt: skip
    assert {domain: [urlsplit(href).path for href in hrefs] for domain, hrefs in views.items()} == {
        "Activité": ["/activite"],
        "Effectifs": ["/effectifs"],
        "Formation": ["/formation"],
        "RSE": ["/rse"],
        "Financement": ["/financement"],
    }
    addresses = [urlsplit(a.attributes["href"]) for dt in screen.html.all("dt") for a in dt.all("a")]
    asked = [parse_qs(each.query)["indicateur"] for each in addresses if each.path == "/definitions"]
    assert asked == [[name] for names in DOMAINS.values() for name in names]


def test_a_domain_says_how_many_alerts_are_its_own(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        Alert(Subject.OVERDUE, "Action", "échéance.", of=Domain.RSE),
        Alert(Subject.ENDING, "Label", "expire.", of=Domain.RSE),
        Alert(Subject.TARGET, "Présence", "manquée.", metric("presence_rate")),
    ]
    monkeypatch.setattr(news, "alerts", lambda *_, **__: found)
    page = show(sample_store, periode="2024").html
    said = {node.words("h3"): node.words(".sous-titre") for node in page.all(".domaine")}
    assert said == {
        "Activité": "1 point à regarder",
        "Effectifs": "",
        "Formation": "",
        "RSE": "2 points à regarder",
        "Financement": "",
    }


def test_perimeter_and_data_date_stand_under_each_line(sample_store: str, show: Show) -> None:
    for node in show(sample_store, periode="2024").html.all(".domaine"):
        assert "Périmètre : Ensemble de l'association" in node.words(".source")


def test_a_manager_reads_what_their_agency_may_and_why_not_the_rest(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
    monkeypatch.setattr(session, "here", lambda: session.Here(session.DEMONSTRATION, manager))
    shown = lines(show(sample_store, periode="2024"))
    for domain, names in DOMAINS.items():
        for (label, said), name in zip(shown[domain], names, strict=True):
            assert label == metric(name).label
            try:
                assert said == expected(sample_store, metric(name), "2024", "previous-year", manager)
            except UserError:
                assert said.startswith("–")
                assert len(said) > len("–")


def test_a_domain_without_right_has_no_line(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = scope_for(Role.DIRECTION)
    kept = tuple((domain, Right()) for domain, _ in every.rights if domain.value not in ("rse", "training"))
    monkeypatch.setattr(
        session, "here", lambda: session.Here(session.DEMONSTRATION, Scope(Role.DIRECTION, kept))
    )
    assert list(lines(show(sample_store, periode="2024"))) == ["Activité", "Effectifs", "Financement"]
