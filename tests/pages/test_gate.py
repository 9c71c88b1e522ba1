"""The gate: nothing without a sitting, nothing of another's, and a sitting ends when it must."""

from datetime import timedelta

import pytest
from starlette.requests import cookie_parser
from streamlit.web.server.server_util import AUTH_COOKIE_NAME

from data_access.access import Role
from data_access.engine import writing
from data_access.people import add_person, remove_person
from metrics.views.views import VIEWS
from pages.ui import gate, signin
from pages.ui.sittings import End
from tests.pages.doorstep import BOARD, DIRECTION, OTHER, PAGE, Doorstep, doorstep, signed

__all__ = ["doorstep"]
FILE = "/media/2f0c3b.csv"
BEHIND = (
    *(f"/{view.url}" for view in VIEWS),
    *("/fichiers/activite.xlsx", "/fichiers/accueil.pdf"),
    *("/documents/dossier-ca.pdf", "/documents/fiche-territoire.xlsx"),
    *("/", "/inconnue", "/index.html", "/favicon.ico", "/static/js/index.js", "/app/static/x.woff2"),
    *(FILE, "/_stcore/host-config", "/_stcore/stream", "/_stcore/upload_file/s/f", "/component/x/index.html"),
    *("/_stcore/health/", "/_stcore/health/../host-config", "//_stcore/health", "/connexion/x", "/CONNEXION"),
)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "POST"])
@pytest.mark.parametrize("path", BEHIND)
def test_nothing_is_served_to_someone_who_is_not_signed_in(
    doorstep: Doorstep, path: str, method: str
) -> None:
    for headers in (PAGE, {}):
        answer = doorstep.ask(path, method=method, **headers)
        assert answer.status == 401
        assert "a page of the suite" not in answer.text
        assert answer.header("cache-control") == "no-store"
    assert doorstep.socket(path).status == 401
    assert doorstep.inner.asked == []


@pytest.mark.parametrize("path", sorted(gate.OPEN))
def test_what_is_open_is_a_short_list_and_says_nothing_of_a_person(doorstep: Doorstep, path: str) -> None:
    cookie, _ = doorstep.sits()
    forged = f"{cookie}; {AUTH_COOKIE_NAME}={signed(email=DIRECTION)}"
    assert doorstep.ask(path).status == doorstep.ask(path, cookie=forged).status == 200
    assert len(gate.OPEN) == 3
    assert [each.cookies.get(AUTH_COOKIE_NAME) for each in doorstep.inner.asked] == [None, None]


def test_a_page_asked_for_too_early_is_asked_for_again_after_signing_in(doorstep: Doorstep) -> None:
    answer = doorstep.ask("/activité", "periode=2024&agence=Rennes", **PAGE)
    assert (
        'href="/connexion/entrer?vers=%2Factivit%25C3%25A9%3Fperiode%3D2024%26agence%3DRennes"' in answer.text
    )
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "cookie",
    [
        "__Host-suite=",
        "__Host-suite=null",
        f"__Host-suite={'A' * 43}",
        "__Host-suite=../../etc/passwd",
        "__Host-suite=\xff\xfe",
        f"__Host-suite={'x' * 9000}",
        f"{AUTH_COOKIE_NAME}={signed(email=DIRECTION, is_logged_in=True)}",
        f"{AUTH_COOKIE_NAME}=eyJlbWFpbCI6ImRpcmVjdGlvbiJ9.aaaa.bbbb",
    ],
)
def test_a_forged_cookie_opens_nothing(doorstep: Doorstep, cookie: str) -> None:
    doorstep.sits()
    assert doorstep.ask("/", cookie=cookie, **PAGE).status == 401
    assert doorstep.socket(cookie=cookie).status == 401
    assert doorstep.inner.asked == []


def test_a_cookie_that_another_site_of_the_domain_could_write_opens_nothing(doorstep: Doorstep) -> None:
    cookie, _ = doorstep.sits()
    assert doorstep.ask("/", cookie=cookie.removeprefix("__Host-"), **PAGE).status == 401


def test_the_application_is_told_who_asks_by_the_server_alone(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits(OTHER)
    forged = (
        f"{AUTH_COOKIE_NAME}={signed(email=DIRECTION)}; {AUTH_COOKIE_NAME}_1=x; {cookie}; _streamlit_xsrf=2|a"
    )
    assert doorstep.ask("/", cookie=forged, **PAGE).status == 200
    received = cookie_parser(doorstep.inner.asked[0].headers["cookie"])
    assert received.pop(AUTH_COOKIE_NAME) == dict(sitting.cookies)[AUTH_COOKIE_NAME]
    assert set(received) == {"__Host-suite", "_streamlit_xsrf"}


def test_an_answer_stays_in_no_browser_and_its_cookies_travel_by_tls(doorstep: Doorstep) -> None:
    cookie, _ = doorstep.sits()
    answer = doorstep.ask("/", cookie=cookie, **PAGE)
    assert answer.header("cache-control") == "no-store"
    assert answer.headers("set-cookie") == ["_streamlit_xsrf=2|a; Path=/; Secure"]
    script = doorstep.ask("/static/js/index.js", cookie=cookie)
    assert script.header("cache-control") == "", "what is the same for all may stay"


# --- files -------------------------------------------------------------------------------------------------


def test_a_file_is_served_to_the_session_it_was_made_for_and_to_no_other(doorstep: Doorstep) -> None:
    mine, sitting = doorstep.sits(DIRECTION)
    sitting.files.add(FILE)
    others = [doorstep.sits(person)[0] for person in (BOARD, DIRECTION)]  # someone else, and another browser
    assert doorstep.ask(FILE, cookie=mine).status == 200
    assert [doorstep.ask(FILE, cookie=other).status for other in others] == [403, 403]
    assert doorstep.ask(FILE).status == 401
    refused = [row for row in doorstep.trail if row[1] == "accès refusé"]
    assert [person for person, _, _ in refused] == [BOARD, DIRECTION]


@pytest.mark.parametrize(
    "path", ["/media/../media/2f0c3b.csv", "/media/", "/media/2f0c3b", "/media//2f0c3b.csv"]
)
def test_a_file_has_one_address(doorstep: Doorstep, path: str) -> None:
    cookie, sitting = doorstep.sits()
    sitting.files.add(FILE)
    assert doorstep.ask(path, cookie=cookie).status == 403


def test_a_file_is_sent_to_the_session_it_was_announced_to_only(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits()
    place = "/_stcore/upload_file/a-session/a-file"
    assert doorstep.ask(place, method="PUT", cookie=cookie).status == 403
    sitting.files.add(place)
    assert doorstep.ask(place, method="PUT", cookie=cookie).status == 200


# --- the end of a sitting ----------------------------------------------------------------------------------


def test_someone_idle_is_signed_out_and_told_so(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits()
    sitting.seen -= timedelta(minutes=29)
    assert doorstep.ask("/", cookie=cookie, **PAGE).status == 200, "and asking for a page is no idleness"
    sitting.seen -= timedelta(minutes=30)
    answer = doorstep.ask("/activite", cookie=cookie, **PAGE)
    assert (answer.status, signin.said_of(End.IDLE) in answer.text) == (401, True)
    assert doorstep.trail[-1] == (DIRECTION, "déconnexion", "inactivité")


def test_what_a_browser_asks_by_itself_keeps_nobody_signed_in(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits()
    sitting.seen -= timedelta(minutes=29)
    before = sitting.seen
    for path in ("/_stcore/health", "/_stcore/host-config", "/static/js/index.js"):
        doorstep.ask(path, cookie=cookie)
    assert sitting.seen == before


def test_a_sitting_ends_after_its_longest_time_however_busy(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits()
    sitting.began -= timedelta(hours=12)
    assert doorstep.ask("/", cookie=cookie, **PAGE).status == 401
    assert doorstep.trail[-1] == (DIRECTION, "déconnexion", "durée")


def test_a_right_withdrawn_is_gone_within_a_minute(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits(BOARD)
    sitting.files.add(FILE)
    with writing(doorstep.url) as connection:
        remove_person(connection, BOARD, by="essai")
    assert doorstep.gate.limits.recheck <= timedelta(minutes=1)
    sitting.checked -= doorstep.gate.limits.recheck
    assert doorstep.ask(FILE, cookie=cookie).status == 401
    answer = doorstep.ask("/", cookie=cookie, **PAGE)
    assert (answer.status, signin.said_of(End.REVOKED) in answer.text) == (403, True)
    assert doorstep.trail[-1] == (BOARD, "accès refusé", "droit retiré")


def test_a_right_changed_is_read_again(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits(BOARD)
    with writing(doorstep.url) as connection:
        add_person(connection, BOARD, Role.DIRECTION, by="essai")
    sitting.checked -= doorstep.gate.limits.recheck
    assert doorstep.ask("/", cookie=cookie, **PAGE).status == 200
    assert sitting.scope.role is Role.DIRECTION
