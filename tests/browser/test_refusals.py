"""Someone tries: other people's files, roundabout addresses, forged headers. Each is refused as it should."""

import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from data_access.audit import traces
from data_access.engine import reading_engine
from pages.ui import signin
from pages.ui.bounds import NOBODYS
from tests.browser.provider import (
    CA,
    CLIENT_SECRET,
    COOKIE_SECRET,
    DIRECTION,
    SIGN_IN,
    Person,
    SignedIn,
    registered,
    sign_in,
    signed_in_only,
)

MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def files(sample_store: str, metadata: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignedIn]:
    """A page with files for whoever is there, behind the same gate."""
    folder = tmp_path_factory.mktemp("files")
    store, page = registered(sample_store, folder), "tests.browser.prepared:app"
    with signed_in_only(store, folder / "log", metadata, application=page) as application:
        yield application
    assert application.log.read_text() == ""


@pytest.fixture(scope="module")
def talkative(
    sample_store: str, metadata: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SignedIn]:
    """The application that is given reasons to complain in its log."""
    folder = tmp_path_factory.mktemp("talkative")
    with signed_in_only(registered(sample_store, folder), folder / "log", metadata) as application:
        yield application


def downloaded(page: Page, label: str) -> tuple[str, str]:
    """What a button gives, and the address it came from."""
    with page.expect_download() as waited:
        page.get_by_role("button", name=label).click()
    return waited.value.path().read_text(), waited.value.url


def status(context: BrowserContext, address: str) -> int:
    return context.request.get(address, max_redirects=0).status


@pytest.mark.parametrize("label", ["Prêt", "Sur demande"])
def test_a_file_is_given_to_the_person_it_was_made_for_and_to_no_other(
    files: SignedIn, person: Person, label: str
) -> None:
    mine, same, other, stranger = person(), person(), person(), person()
    page = sign_in(mine, files, DIRECTION)
    for context, who in ((same, DIRECTION), (other, CA)):
        sign_in(context, files, who).get_by_role("button", name="Prêt").wait_for()
    text, address = downloaded(page, label)
    assert text.endswith(DIRECTION)
    assert "/media/" in address
    assert status(mine, address) == 200
    assert status(other, address) == 403
    assert status(stranger, address) == 401
    if label == "Sur demande":
        assert status(same, address) == 403, "the same person elsewhere, who did not ask for it"
    with reading_engine(files.store).connect() as connection:
        refusals = [row.person for row in traces(connection, 5) if row.action == "accès refusé"]
    assert CA in refusals


def test_having_one_s_own_page_repeat_a_link_does_not_open_it(files: SignedIn, person: Person) -> None:
    mine, other = person(), person()
    _, address = downloaded(sign_in(mine, files, DIRECTION), "Prêt")
    path = urlsplit(address).path
    page = sign_in(other, files, CA, f"/?dit={path}")
    page.get_by_label("Dire").wait_for()
    assert page.get_by_label("Dire").input_value() == path
    assert status(other, address) == 403


def test_a_file_dies_with_the_session_it_was_made_for(files: SignedIn, person: Person) -> None:
    context = person()
    page = sign_in(context, files, DIRECTION)
    _, address = downloaded(page, "Prêt")
    word = next(each for each in context.cookies() if each["name"] == "suite")
    page.goto(f"{files.url}/auth/logout")
    context.add_cookies([word])
    assert status(context, address) == 401


def test_a_file_may_be_sent_by_the_page_that_asked_for_it(files: SignedIn, person: Person) -> None:
    page = sign_in(person(), files, DIRECTION)
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "données.csv", "mimeType": "text/csv", "buffer": b"a;b\n1;2\n"})
    page.get_by_text("Reçu : données.csv, 8 octets").wait_for()


# --- without a browser -------------------------------------------------------------------------------------


def asked(application: SignedIn, method: str, path: str, cookie: str = "", **headers: str) -> tuple[int, str]:
    """The status and the body of an answer to a request written by hand."""
    with closing(HTTPConnection(urlsplit(application.url).netloc, timeout=30)) as connection:
        connection.putrequest(method, path, skip_host="host" in headers)
        for name, value in {**headers, **({"cookie": cookie} if cookie else {})}.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read().decode(errors="replace")


@pytest.fixture(scope="module")
def cookie(suite: SignedIn, browser: object, browser_context_args: dict[str, object]) -> str:
    """The cookie of someone who is signed in."""
    context = browser.new_context(**browser_context_args)  # type: ignore[attr-defined]
    sign_in(context, suite, DIRECTION)
    word = next(each["value"] for each in context.cookies() if each["name"] == "suite")
    context.close()
    return f"suite={word}"


ROUNDABOUT = (
    "/media/../../../etc/passwd",
    "/media/..%2f..%2f..%2fetc%2fpasswd",
    "/static/../../../../etc/passwd",
    "/static/..%5c..%5cetc%5cpasswd",
    "/app/static/../../.streamlit/secrets.toml",
    "/component/x/../../../app.py",
    "/_stcore/upload_file/../../x/y",
    "//etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/_stcore/health/../metrics",
    "/.streamlit/config.toml",
)


@pytest.mark.parametrize("path", ROUNDABOUT)
def test_a_roundabout_address_leads_nowhere(suite: SignedIn, cookie: str, path: str) -> None:
    status, said = asked(suite, "GET", path)
    assert status == 401
    status, said = asked(suite, "GET", path, cookie)
    page = "<title>Streamlit</title>" in said  # an address without a view is a page that says so
    assert status in (400, 403, 404) or (status, page) == (200, True)
    assert [secret for secret in ("root:", "SETTINGS", "gatherUsageStats", "# TYPE") if secret in said] == []


@pytest.mark.parametrize("path", NOBODYS)
def test_what_tells_of_the_server_is_for_nobody(suite: SignedIn, cookie: str, path: str) -> None:
    assert asked(suite, "GET", path)[0] == asked(suite, "GET", path, cookie)[0] == 404


@pytest.mark.parametrize(
    "host", ["exemple.invalid", "127.0.0.1.exemple.invalid", "127.0.0.1@exemple.invalid", ""]
)
def test_a_name_that_is_not_ours_is_refused(suite: SignedIn, cookie: str, host: str) -> None:
    for path in ("/", "/_stcore/health", "/connexion"):
        status, said = asked(suite, "GET", path, cookie, host=host)
        assert status == 400
        assert "exemple.invalid" not in said


def test_no_header_can_be_written_through_an_address(suite: SignedIn) -> None:
    with closing(HTTPConnection(urlsplit(suite.url).netloc, timeout=30)) as connection:
        connection.request("GET", "/connexion/entrer?vers=/%0d%0aSet-Cookie:%20x=1")
        answer = connection.getresponse()
    assert answer.status == 303
    kept = [value for name, value in answer.getheaders() if name == "set-cookie"]
    assert [each.split(";")[0] for each in kept] == ["suite_retour=%2F"]


@pytest.mark.parametrize(
    "lines",
    [
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: suite=a\rX-Forwarded-User: direction\r\n\r\n",
        b"GET /\r\nSet-Cookie: x=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: \x00\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
    ],
)
def test_a_request_with_a_header_in_a_header_is_refused(talkative: SignedIn, lines: bytes) -> None:
    address = urlsplit(talkative.url)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=30) as line:
        line.sendall(lines)
        assert line.recv(20).startswith(b"HTTP/1.1 40")


@pytest.mark.parametrize("header", ["x_forwarded_user", "x_forwarded_email", "remote_user", "authorization"])
def test_a_header_that_says_who_one_is_says_nothing(suite: SignedIn, header: str) -> None:
    assert asked(suite, "GET", "/_stcore/host-config", **{header: DIRECTION})[0] == 401


def test_what_is_too_big_is_refused(suite: SignedIn, cookie: str) -> None:
    place = "/_stcore/upload_file/a-session/a-file"
    assert asked(suite, "PUT", place, cookie, content_length=str(22 * MEGABYTE))[0] == 413
    assert asked(suite, "PUT", place, cookie, content_length="10")[0] == 403, "nobody was given this place"
    assert asked(suite, "PUT", place, content_length="10")[0] == 401


def test_a_sign_in_that_fails_leaves_no_secret_in_the_log(talkative: SignedIn, person: Person) -> None:
    page = person().new_page()
    page.goto(f"{talkative.url}/activite")
    page.get_by_role("link", name=SIGN_IN).click()
    state = dict(parse_qsl(urlsplit(page.url).query))["state"]
    page.goto(f"{talkative.url}/oauth2callback?code=a-stolen-code&state={state}")
    assert page.get_by_role("status").inner_text() == signin.FAILED
    assert "a-stolen-code" not in page.content()
    page.get_by_role("link", name=SIGN_IN).click()
    page.get_by_role("button", name="Deny").click()
    assert page.get_by_role("status").inner_text() == signin.FAILED
    page.get_by_role("link", name=SIGN_IN).click()
    page.get_by_role("button", name=DIRECTION, exact=True).click()
    page.locator(".bandeau").wait_for()
    assert page.url.startswith(f"{talkative.url}/activite")
    word = next(each["value"] for each in page.context.cookies() if each["name"] == "suite")
    said = talkative.log.read_text()
    assert "OAuth token exchange failed" in said, "the test can fail: the log does tell what happened"
    secrets = (CLIENT_SECRET, COOKIE_SECRET, "a-stolen-code", state, word, "eyJ")
    assert [each for each in secrets if each in said] == []
