"""Documents are ordinary addresses too: the rights of who asks, never without a row in the trail."""

from urllib.parse import parse_qs

import pytest
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from data_access.access import Role
from data_access.audit import Action, traces
from data_access.engine import reading_engine
from metrics.context import context
from metrics.views.views import AGENCIES, DISPOSITIF, RSE
from pages.ui import downloads, session
from pages.ui.settings import Settings
from pages.ui.sittings import HERE, Sitting
from tests.pages.asgi import Answer, ask, request
from tests.pages.conftest import Be
from tests.pages.doorstep import SETTINGS
from tests.pages.screen import Screen, Show
from tests.pages.test_downloads import BOARD

FILES = Starlette(routes=downloads.WAYS)
YEAR = "periode=2024"


@pytest.fixture
def store(sample_copy: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample years, in the demonstration unless a test says otherwise."""
    monkeypatch.setenv("DATABASE_URL", sample_copy)
    monkeypatch.setattr(session.settings, "read", lambda: None)
    return sample_copy


def taken(name: str, query: str = YEAR, who: Sitting | None = None) -> Answer:
    """The answer to a request for a document."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        await FILES({**scope, HERE: who} if who else scope, receive, send)

    return ask(application, request(f"{downloads.DOCUMENT}/{name}", query))


def trail(store: str) -> list[tuple[str, str, str, str]]:
    with reading_engine(store).connect() as connection:
        rows = [row for row in traces(connection, 5) if row.action == Action.EXPORT]
    return [(row.person, row.view, row.detail, row.filters) for row in rows]


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_a_document_is_given_under_its_name_once_its_row_is_written(
    store: str, ending: str, begins: bytes
) -> None:
    answer = taken(f"chiffres-cles.{ending}")
    assert (answer.status, answer.body[: len(begins)]) == (200, begins)
    name = f"chiffres-cles_2024.{ending}"
    assert answer.header("content-disposition") == f"attachment; filename*=UTF-8''{name}"
    ((person, view, detail, filters),) = trail(store)
    assert (person, view, detail) == ("direction (exemple)", "chiffres-cles", f"fichier {name}")
    told = {key: values[-1] for key, values in parse_qs(filters).items()}
    number = str(context(store).import_number)
    assert told == {"document": "chiffres-cles", "period": "2024", "import": number, "periode": "2024"}


@pytest.mark.parametrize(
    ("name", "query", "status", "said"),
    [
        ("rien.pdf", YEAR, 400, "Ce fichier n'existe pas"),
        ("chiffres-cles.csv", YEAR, 400, "Ce fichier n'existe pas"),
        ("chiffres-cles.pdf", "", 400, "dites sur quelle période"),
        ("chiffres-cles.pdf", "periode=20x", 400, "Période : « 20x » n'existe pas"),
        ("chiffres-cles.pdf", "periode=2024-12", 400, "ne se fait pas sur cette période"),
        ("chiffres-cles.pdf", f"{YEAR}&agence=rennes", 400, "ne se filtre pas par « Agence »"),
        ("chiffres-cles.pdf", f"{YEAR}&exemple=rennes", 403, "de ceux de votre rôle"),
        ("fiche-territoire.pdf", YEAR, 400, "dites de quelle agence"),
        ("fiche-territoire.pdf", f"{YEAR}&agence=rennes&exemple=ca", 403, "de ceux de votre rôle"),
        ("fiche-territoire.pdf", f"{YEAR}&agence=nantes&exemple=rennes", 403, "permet de lire"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence_and_leaves_no_row(
    store: str, name: str, query: str, status: int, said: str
) -> None:
    answer = taken(name, query)
    assert answer.status == status
    assert said in answer.text
    assert trail(store) == []


def test_outside_the_demonstration_nobody_is_an_example(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def configured() -> Settings:
        return SETTINGS

    monkeypatch.setattr(session.settings, "read", configured)
    assert taken("tableau-rse.xlsx", f"{YEAR}&exemple=direction").status == 403
    assert taken("tableau-rse.xlsx", YEAR, BOARD).status == 200
    assert [row[:3] for row in trail(store)] == [
        ("ca@optima.example", "tableau-rse", "fichier tableau-rse_2024.xlsx")
    ]
    assert taken("fiche-territoire.pdf", f"{YEAR}&agence=rennes", BOARD).status == 403


def offered(screen: Screen) -> dict[str, str]:
    """The documents that the menu of a page leads to, by the words of their links."""
    links = ((node.text, node.attributes["href"]) for node in screen.html.all("a"))
    return {said: href for said, href in links if href.startswith(downloads.DOCUMENT)}


def test_the_home_page_leads_to_the_documents_of_the_period_that_ends_with_its_own(
    sample_store: str, show: Show, be: Be
) -> None:
    be(Role.BOARD)
    links = offered(show(sample_store, periode="2024-12"))
    year = "periode=2024&comparaison=annee-precedente"
    assert links["Chiffres clés, année 2024 (PDF)"] == f"/documents/chiffres-cles.pdf?{year}"
    assert links["Chiffres clés, année 2024 (classeur)"] == f"/documents/chiffres-cles.xlsx?{year}"
    pack = links["Dossier du conseil d'administration, décembre 2024 (PDF)"]
    assert pack == "/documents/dossier-ca.pdf?periode=2024-12&comparaison=annee-precedente"


def test_a_page_offers_what_is_about_what_it_is_kept_to(sample_store: str, show: Show, be: Be) -> None:
    be(Role.DIRECTION)
    assert offered(show(sample_store, AGENCIES, periode="2024")) == {}
    assert offered(show(sample_store, AGENCIES, periode="2024", agence="rennes,nantes")) == {}
    (link, *_) = offered(show(sample_store, AGENCIES, periode="2024", agence="rennes")).values()
    assert link.startswith("/documents/fiche-territoire.pdf?")
    assert "agence=rennes" in link


def test_a_manager_is_offered_the_sheet_of_the_own_agency_alone(
    sample_store: str, show: Show, be: Be
) -> None:
    be(Role.AGENCY_MANAGER, "RENNES")
    assert not any("dossier-ca" in link for link in offered(show(sample_store, periode="2024")).values())
    (link, *_) = offered(show(sample_store, AGENCIES, periode="2024")).values()
    assert "agence=rennes" in link
    assert offered(show(sample_store, RSE, periode="2024")) == {}


def test_the_page_of_a_dispositif_offers_its_quarter(sample_store: str, show: Show, be: Be) -> None:
    be(Role.AGENCY_MANAGER, "RENNES")
    links = offered(show(sample_store, DISPOSITIF, periode="2024-11", dispositif="rennes-jour"))
    (link,) = [href for said, href in links.items() if said.endswith("4e trimestre 2024 (PDF)")]
    year_ago = "comparaison=annee-precedente"
    assert link == f"/documents/billet-trimestriel.pdf?periode=2024-T4&{year_ago}&dispositif=rennes-jour"


def test_directors_are_offered_the_report_of_the_month(sample_store: str, show: Show, be: Be) -> None:
    be(Role.DIRECTION)
    links = offered(show(sample_store, periode="2024-T3")).values()
    assert any(link.startswith("/documents/rapport-mensuel.pdf?periode=2024-09&") for link in links)


def test_every_link_leads_to_a_file(store: str, show: Show, be: Be) -> None:
    be(Role.DIRECTION)
    for href in offered(show(store, RSE, periode="2024")).values():
        name, _, query = href.removeprefix(f"{downloads.DOCUMENT}/").partition("?")
        assert taken(name, query).status == 200
