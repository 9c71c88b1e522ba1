"""What nobody may ask, whoever they are, and the settings people sign in with."""

import logging
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp

from data_access.errors import SettingsError
from pages.ui import addresses, settings
from pages.ui.bounds import Bounds
from pages.ui.start import WithoutQuery
from tests.pages.asgi import HOST, ORIGIN, Answer, ask, request
from tests.pages.doorstep import SETTINGS

REACHED = PlainTextResponse("a page of the suite")
GIVEN = {
    "SUITE_AUTH_SERVER_METADATA_URL": "https://login.example/tenant/v2.0/.well-known/openid-configuration",
    "SUITE_AUTH_CLIENT_ID": "suite",
    "SUITE_AUTH_CLIENT_SECRET": "the secret",
    "SUITE_AUTH_COOKIE_SECRET": "0123456789abcdef" * 2,
    "SUITE_AUTH_REDIRECT_URI": "https://suite.example/oauth2callback",
}
ABSENT = Path("no secrets.toml")


@pytest.fixture(params=["signed in", "demonstration"])
def bounds(request: pytest.FixtureRequest) -> ASGIApp:
    """The bounds of both modes."""
    return Bounds(REACHED, SETTINGS if request.param == "signed in" else None)


def socket(bounds: ASGIApp, **headers: str) -> Answer:
    return ask(bounds, request("/_stcore/stream", kind="websocket", **headers))


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/agent/openapi.json", "/_stcore/script-health-check"],
)
def test_what_is_for_machines_does_not_exist(bounds: ASGIApp, path: str) -> None:
    assert ask(bounds, request(path)).status == 404


def test_without_a_provider_there_is_no_way_to_it() -> None:
    for path in (settings.LOGIN, settings.LOGOUT, settings.CALLBACK):
        assert ask(Bounds(REACHED, None), request(path)).status == 404
        assert ask(Bounds(REACHED, SETTINGS), request(path)).status == 200


@pytest.mark.parametrize("origin", ["https://exemple.invalid", f"https://{HOST}.exemple.invalid", "null", ""])
def test_another_site_opens_no_socket_in_the_name_of_a_person(bounds: ASGIApp, origin: str) -> None:
    assert socket(bounds, origin=origin).status == 403


def test_a_socket_of_our_own_pages_is_opened(bounds: ASGIApp) -> None:
    assert socket(bounds, origin=ORIGIN).status == 200


def test_a_socket_without_an_origin_is_no_browser_s() -> None:
    assert socket(Bounds(REACHED, SETTINGS)).status == 403


def test_another_site_signs_nobody_out() -> None:
    bounds = Bounds(REACHED, SETTINGS)
    for site, status in (("cross-site", 403), ("same-origin", 200), ("none", 200)):
        assert ask(bounds, request(settings.LOGOUT, sec_fetch_site=site)).status == status


@pytest.mark.parametrize(
    ("length", "status"),
    [("1000", 200), (str(22 * 1024 * 1024), 413), ("9" * 30, 413), ("-1", 200), ("x", 200)],
)
def test_what_is_too_big_is_refused_before_it_is_read(bounds: ASGIApp, length: str, status: int) -> None:
    sent = request("/_stcore/upload_file/s/f", method="PUT", content_length=length)
    assert ask(bounds, sent).status == status


# --- settings ----------------------------------------------------------------------------------------------


def test_the_environment_gives_the_settings() -> None:
    read = settings.read(GIVEN, ABSENT)
    assert read
    assert (read.origin, read.is_secure) == ("https://suite.example", True)
    assert read.secrets()["auth"]["client_secret"] == "the secret"
    assert settings.hosts(read, {"SUITE_HOSTS": "autre.example, "}) == [
        *("127.0.0.1", "localhost"),
        *("suite.example", "autre.example"),
    ]


def test_nothing_said_is_the_demonstration() -> None:
    assert settings.read({}, ABSENT) is None
    assert settings.read({"SUITE_AUTH_ROLES": "x=direction", "SUITE_AUTH_IDLE_MINUTES": "5"}, ABSENT) is None


def test_secrets_are_not_printed() -> None:
    read = repr(settings.read(GIVEN, ABSENT))
    assert "the secret" not in read
    assert GIVEN["SUITE_AUTH_COOKIE_SECRET"] not in read


@pytest.mark.parametrize("section", ["", "[auth.entra]\n"])
def test_the_file_gives_them_too_its_provider_named_or_not(tmp_path: Path, section: str) -> None:
    keys = {name.removeprefix("SUITE_AUTH_").lower(): value for name, value in GIVEN.items()}
    shared = [f'{name} = "{keys.pop(name)}"' for name in ("redirect_uri", "cookie_secret")]
    lines = ["[auth]", *shared, section, *(f'{name} = "{value}"' for name, value in keys.items())]
    file = tmp_path / "secrets.toml"
    file.write_text("\n".join(lines))
    assert settings.read({}, file) == settings.read(GIVEN, ABSENT)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"SUITE_AUTH_CLIENT_SECRET": ""}, "il manque SUITE_AUTH_CLIENT_SECRET"),
        ({"SUITE_AUTH_CLIENTID": "x"}, "Vouliez-vous dire « SUITE_AUTH_CLIENT_ID »"),
        ({"SUITE_AUTH_REDIRECT_URI": "http://suite.example/oauth2callback"}, "commence par https"),
        ({"SUITE_AUTH_REDIRECT_URI": "https://suite.example/"}, "/oauth2callback"),
        ({"SUITE_AUTH_REDIRECT_URI": "/oauth2callback"}, "NOM-DU-SERVEUR"),
        ({"SUITE_AUTH_COOKIE_SECRET": "short"}, "32 caractères"),
        ({"SUITE_AUTH_SERVER_METADATA_URL": "https://l.example/common/v2.0/x"}, "n'importe quel compte"),
        ({"SUITE_AUTH_IDLE_MINUTES": "0"}, "plus grand que zéro"),
        ({"SUITE_AUTH_HOURS": "inf"}, "plus grand que zéro"),
        ({"SUITE_AUTH_RECHECK": "souvent"}, "se lit comme un nombre"),
    ],
)
def test_settings_that_would_let_in_anyone_are_refused_in_words(change: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said) as refused:
        settings.read(GIVEN | change, ABSENT)
    assert "the secret" not in str(refused.value)


def test_rights_are_read_again_within_a_minute_whatever_is_set() -> None:
    read = settings.read(GIVEN | {"SUITE_AUTH_RECHECK": "3600"}, ABSENT)
    assert read
    assert read.limits.recheck.total_seconds() == 60


def test_two_providers_would_be_two_directories_of_people(tmp_path: Path) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text('[auth.a]\nclient_id = "a"\n[auth.b]\nclient_id = "b"\n')
    with pytest.raises(SettingsError, match="plusieurs fournisseurs"):
        settings.read({}, file)


# --- addresses ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["/", "/activite", "/activite?periode=2024&agence=Rennes", "/a%C3%A9?x=//y"]
)
def test_a_page_of_ours_is_where_one_may_be_sent(address: str) -> None:
    assert addresses.read(addresses.kept(address)) == addresses.local(address) == address


def test_a_link_followed_from_a_page_leads_back_to_it_and_to_no_other_site() -> None:
    assert addresses.referring("https://exemple.invalid/activite?periode=2024") == "/activite?periode=2024"
    assert addresses.referring("https://suite.example//exemple.invalid") == "/"
    assert addresses.referring("") == "/"


def test_the_access_log_keeps_no_query(caplog: pytest.LogCaptureFixture) -> None:
    log, asked = logging.getLogger("tests.access"), "/oauth2callback?code=a-code&state=s"
    log.addFilter(WithoutQuery())
    with caplog.at_level(logging.INFO):
        log.info('%s - "%s %s HTTP/%s" %d', "192.0.2.7:1", "GET", asked, "1.1", 303)
    assert caplog.messages == ['192.0.2.7:1 - "GET /oauth2callback HTTP/1.1" 303']
