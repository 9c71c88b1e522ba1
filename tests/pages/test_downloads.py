"""Files are ordinary addresses: made for who asks, with their rights, never without a row in the trail."""

import asyncio
from datetime import UTC, datetime
from io import BytesIO
from time import sleep

import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from data_access.access import Role, scope_for
from data_access.audit import Action, traces
from data_access.engine import reading_engine, writing
from data_access.people import remove_person
from pages.ui import downloads, record_files, session
from pages.ui.settings import Settings
from pages.ui.sittings import HERE, Sitting
from tests.pages.asgi import Answer, ask, request
from tests.pages.doorstep import DIRECTION, SETTINGS, stand

FILES = Starlette(routes=[*downloads.WAYS, *record_files.WAYS])
YEAR = "periode=2024"
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # long before any check of rights
BOARD = Sitting("ca@optima.example", (), scope_for(Role.BOARD), "192.0.2.7")


@pytest.fixture
def store(sample_copy: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample years, in the demonstration unless a test says otherwise."""
    monkeypatch.setenv("DATABASE_URL", sample_copy)
    monkeypatch.setattr(session.settings, "read", lambda: None)
    return sample_copy


def taken(view: str, query: str = YEAR, who: Sitting | None = None) -> Answer:
    """The answer to a request for a file, of someone whom the gate let in, or of the demonstration."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        await FILES({**scope, HERE: who} if who else scope, receive, send)

    return ask(application, request(f"{downloads.PATH}/{view}", query))


def trail(store: str) -> list[tuple[str, str, str]]:
    with reading_engine(store).connect() as connection:
        return [
            (row.person, row.view, row.detail) for row in traces(connection, 5) if row.action == Action.EXPORT
        ]


@pytest.mark.parametrize(
    ("ending", "begins", "name"),
    [
        ("xlsx", b"PK", "activite_2024.xlsx"),
        ("csv", b"PK", "activite_2024.zip"),
        ("pdf", b"%PDF-", "activite_2024.pdf"),
    ],
)
def test_each_kind_of_file_is_given_under_its_name_once_its_row_is_written(
    store: str, ending: str, begins: bytes, name: str
) -> None:
    answer = taken(f"activite.{ending}")
    assert (answer.status, answer.body[: len(begins)]) == (200, begins)
    assert answer.header("content-disposition") == f"attachment; filename*=UTF-8''{name}"
    assert trail(store) == [("direction (exemple)", "activite", f"fichier {name}")]


def test_the_filters_and_the_person_of_the_page_are_those_of_its_file(store: str) -> None:
    answer = taken("activite.xlsx", f"{YEAR}&exemple=rennes")
    book = load_workbook(BytesIO(answer.body))
    facts = {row[0]: row[1] for row in book.worksheets[0].iter_rows(values_only=True) if row[0]}
    assert facts["Demandé par"] == "rennes (exemple)"
    assert "Rennes" in str(facts["Filtre : Agence"])


def test_a_chart_of_the_view_is_given_as_an_image(store: str) -> None:
    answer = taken("activite.png", f"{YEAR}&graphique=mois")
    assert (answer.status, answer.body[:4]) == (200, b"\x89PNG")
    assert taken("activite.png", f"{YEAR}&graphique=autre").text.endswith("avec ces filtres.")


@pytest.mark.parametrize(
    ("view", "query", "said"),
    [
        ("rien.xlsx", YEAR, "Ce fichier n'existe pas"),
        ("activite.exe", YEAR, "Ce fichier n'existe pas"),
        ("activite.png", YEAR, "Ce fichier n'existe pas"),
        ("activite.xlsx", "periode=20x", "Période : « 20x » n'existe pas"),
        ("activite.xlsx", f"{YEAR}&agence=londres", "Agence : « londres » n'existe pas"),
        ("activite.xlsx", f"{YEAR}&exemple=ca", "ne fait pas partie de celles de votre rôle"),
        ("activite.xlsx", f"{YEAR}&exemple=rennes&agence=nantes", "que votre rôle permet de lire"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence_and_leaves_no_row(
    store: str, view: str, query: str, said: str
) -> None:
    answer = taken(view, query)
    assert answer.status in (400, 403)
    assert said in answer.text
    assert trail(store) == []


EVERY = ("fichiers/accueil.csv", "documents/tableau-rse.xlsx", "enregistrements/activite/interventions.csv")


def test_every_address_of_files_is_asked_here() -> None:
    routes = [route for route in FILES.routes if isinstance(route, Route)]
    asked = [[bool(route.path_regex.match(f"/{path}")) for path in EVERY].index(True) for route in routes]
    assert sorted(asked) == [*range(len(EVERY))]


@pytest.mark.parametrize("path", EVERY)
def test_nothing_that_is_given_stays_in_a_browser_or_a_cache(store: str, path: str) -> None:
    answer = ask(FILES, request(f"/{path}", YEAR))
    assert (answer.status, answer.header("cache-control")) == (200, "no-store")


@pytest.mark.parametrize("path", EVERY)
def test_nothing_is_given_when_its_row_cannot_be_written(
    store: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError("full")

    for module in (downloads, record_files):
        monkeypatch.setattr(module, "record", full)
    with pytest.raises(OSError, match="full"):
        ask(FILES, request(f"/{path}", YEAR))


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize("method", ["HEAD", "POST"])
def test_what_would_not_be_received_is_not_made(store: str, path: str, method: str) -> None:
    assert ask(FILES, request(f"/{path}", YEAR, method=method)).status == 405
    assert trail(store) == []


def test_two_files_at_once_are_made_and_who_left_gets_none(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those who wait keep no thread of the server, which pages need."""
    made, together = list[int](), list[int]()

    def make(_request: Request) -> Response:
        made.append(1)
        together.append(len(made))
        sleep(0.02)
        made.pop()
        return Response(b"x")

    async def several(leaving: bool) -> list[int]:
        async def receive() -> Message:
            return {"type": "http.disconnect"} if leaving else {"type": "http.request", "body": b""}

        asked = Request(request(f"{downloads.PATH}/accueil.csv"), receive)
        answers = await asyncio.gather(*(downloads.guarded(asked, make) for _ in range(8)))
        return [each.status_code for each in answers]

    assert asyncio.run(several(leaving=False)) == [200] * 8
    assert max(together) == 2
    together.clear()
    assert set(asyncio.run(several(leaving=True))) == {408}
    assert together == []


@pytest.mark.parametrize("path", EVERY)
def test_whoever_is_not_there_any_more_takes_nothing_away(
    sqlite_store: str, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Behind the gate: nobody, then someone who may, then the same once their right is withdrawn."""
    door = stand(sqlite_store, monkeypatch)
    cookie, sitting = door.sits(DIRECTION)
    assert (door.ask(f"/{path}", YEAR).status, len(door.inner.asked)) == (401, 0)
    assert (door.ask(f"/{path}", YEAR, cookie=cookie).status, len(door.inner.asked)) == (200, 1)
    with writing(sqlite_store) as connection:
        remove_person(connection, DIRECTION, by="essai")
    sitting.checked = EPOCH
    assert (door.ask(f"/{path}", YEAR, cookie=cookie).status, len(door.inner.asked)) == (401, 1)


def test_a_parameter_that_is_repeated_is_read_as_its_page_reads_it(store: str) -> None:
    assert taken("accueil.csv", f"{YEAR}&agence=rennes&agence=nantes&comparaison=").status == 200
    assert trail(store)[0][2] == "fichier accueil_2024.zip"  # of both agencies: named after none


def records_of(name: str, query: str = YEAR) -> Answer:
    return ask(FILES, request(f"{record_files.PATH}/{name}", query))


def test_the_records_behind_a_figure_are_sent_whole_to_who_reads_them(store: str) -> None:
    answer = records_of("activite/interventions.csv", "periode=2024-12&exemple=rennes")
    _header, *lines = answer.body.decode("utf-8-sig").splitlines()
    assert answer.status == 200
    assert {line.split(";")[2] for line in lines} == {"Rennes"}
    assert len(answer.messages) < len(lines) / 100  # sent by many lines at a time
    (person, view, detail) = trail(store)[0]
    assert (person, view) == ("rennes (exemple)", "activite")
    assert detail == "enregistrements rennes_activite_2024-12_interventions.csv"


@pytest.mark.parametrize(
    "name", ["activite/rien.csv", "rien/interventions.csv", "activite/presence_rate.csv"]
)
def test_what_has_no_records_has_no_file_of_them(store: str, name: str) -> None:
    assert (records_of(name).status, trail(store)) == (400, [])


def test_outside_the_demonstration_nobody_is_an_example(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def configured() -> Settings:
        return SETTINGS

    monkeypatch.setattr(session.settings, "read", configured)
    assert taken("accueil.xlsx", f"{YEAR}&exemple=direction").status == 403
    assert taken("accueil.xlsx", f"{YEAR}&exemple=direction", BOARD).status == 200
    assert trail(store) == [("ca@optima.example", "accueil", "fichier accueil_2024.xlsx")]
    assert taken("activite.xlsx", YEAR, BOARD).status == 403
