"""To the provider and back: who comes in, where to, with what in their browser, and what the trail says."""

from collections.abc import Callable

import pytest
from streamlit.web.server.server_util import AUTH_COOKIE_NAME

from data_access import clock
from data_access.access import Role
from data_access.engine import writing
from data_access.people import remove_person
from pages.ui import addresses, entry, signin, sittings
from pages.ui.settings import CALLBACK, LOGIN, LOGOUT
from tests.pages.asgi import Answer, ask, request
from tests.pages.doorstep import BOARD, DIRECTION, PAGE, Doorstep, attributes, doorstep, stand

__all__ = ["doorstep"]
STRANGER = "inconnue@ailleurs.example"
Back = Callable[..., Answer]


@pytest.fixture
def back(doorstep: Doorstep) -> Back:
    """Someone sent back by the provider."""

    def come(back: str = "", **claims: object) -> Answer:
        doorstep.inner.claims = claims and {"email_verified": True, **claims}
        cookie = f"suite_retour={back}; _streamlit_session=state"
        return doorstep.ask(CALLBACK, "code=the-code&state=s", cookie=cookie, **PAGE)

    return come


def test_a_person_registered_comes_in_where_they_wanted_to_be(doorstep: Doorstep, back: Back) -> None:
    answer = back("%2Factivite%3Fperiode%3D2024%26agence%3DRennes", email=DIRECTION)
    assert (answer.status, answer.header("location")) == (303, "/activite?periode=2024&agence=Rennes")
    sitting = sittings.found(answer.cookies["__Host-suite"])
    assert sitting
    assert (sitting.person, sitting.scope.role, sitting.origin) == (DIRECTION, Role.DIRECTION, "192.0.2.7")
    assert doorstep.trail == [(DIRECTION, "connexion", "direction")]


def test_the_browser_holds_one_word_and_nothing_the_provider_said(back: Back) -> None:
    answer = back(email=DIRECTION, name="Une Personne", roles=["Optima.Direction"])
    assert set(answer.cookies) == {"__Host-suite", "suite_retour"}
    assert answer.cookies["suite_retour"] == '""', "forgotten"
    said = attributes(answer, "__Host-suite")
    assert said == {"path": "/", "secure": "True", "httponly": "True", "samesite": "Lax"}
    assert len(answer.cookies["__Host-suite"]) >= 43, "256 bits drawn at random"
    everything = str(answer.messages)
    assert [each for each in (AUTH_COOKIE_NAME, "tokens", DIRECTION, "Personne") if each in everything] == []


def test_the_register_is_read_and_the_trail_written_on_every_engine(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    doorstep = stand(store, monkeypatch)
    doorstep.inner.claims = {"email": BOARD, "email_verified": True}
    assert doorstep.ask(CALLBACK, "code=c&state=s").status == 303
    doorstep.inner.claims = {"email": STRANGER, "email_verified": True}
    assert doorstep.ask(CALLBACK, "code=c&state=s").status == 403
    assert [row[:2] for row in doorstep.trail] == [(BOARD, "connexion"), (STRANGER, "accès refusé")]


def test_each_sign_in_draws_another_word_and_ends_the_one_before(doorstep: Doorstep, back: Back) -> None:
    first = back(email=DIRECTION).cookies["__Host-suite"]
    doorstep.inner.claims = {"email": DIRECTION, "email_verified": True}
    cookie = f"__Host-suite={first}"
    second = doorstep.ask(CALLBACK, "code=c&state=s", cookie=cookie).cookies["__Host-suite"]
    assert first != second
    assert doorstep.ask("/", cookie=cookie, **PAGE).status == 401
    assert doorstep.ask("/", cookie=f"__Host-suite={second}", **PAGE).status == 200


@pytest.mark.parametrize(
    "claims",
    [
        {"email": STRANGER},
        {"email": DIRECTION, "email_verified": False},
        {"email": DIRECTION, "email_verified": None},
        {"name": DIRECTION},
        {"preferred_username": DIRECTION, "iss": "https://elsewhere.example"},
        {"email": ["direction@optima.example"]},
        {"email": "@optima.example"},
        {"email": f"{DIRECTION}\n"[:-1] + "\u202e"},
        {"sub": "42"},
    ],
)
def test_someone_the_suite_does_not_know_stays_outside(
    doorstep: Doorstep, back: Back, claims: dict[str, object]
) -> None:
    answer = back(**claims)
    assert answer.status == 403
    assert "Accès refusé" in answer.text
    assert "__Host-suite" not in answer.cookies
    assert [action for _, action, _ in doorstep.trail] == ["accès refusé"]


def test_someone_whose_access_is_closed_stays_outside(doorstep: Doorstep, back: Back) -> None:
    with writing(doorstep.url) as connection:
        remove_person(connection, BOARD, by="essai")
    assert back(email=BOARD).status == 403


@pytest.mark.parametrize(
    ("claims", "address"),
    [
        ({"email": " Direction@Optima.example ", "email_verified": True}, DIRECTION),
        ({"email": DIRECTION, "email_verified": "true", "preferred_username": BOARD}, DIRECTION),
        ({"email": DIRECTION}, ""),
        (
            {
                "iss": "https://login.microsoftonline.com/t/v2.0",
                "preferred_username": DIRECTION,
                "email": BOARD,
            },
            DIRECTION,
        ),
        ({"iss": "https://login.microsoftonline.com.evil.example/", "preferred_username": DIRECTION}, ""),
    ],
)
def test_the_address_is_one_that_the_person_cannot_choose(claims: dict[str, object], address: str) -> None:
    assert entry.address_of(claims) == address


def test_a_sign_in_that_failed_says_so_and_nothing_else(doorstep: Doorstep, back: Back) -> None:
    answer = back("%2Fagences")
    assert answer.status == 401
    assert signin.FAILED.split(".")[0].replace("'", "&#x27;") in answer.text
    assert "vers=%2Fagences" in answer.text
    assert "the-code" not in answer.text
    assert doorstep.trail == []


@pytest.mark.parametrize(
    "address",
    [
        "//exemple.invalid",
        "/\\exemple.invalid",
        "https://exemple.invalid/",
        "javascript:alert(1)",
        "/auth/logout",
        "/./auth/logout",
        "/agences/../auth/logout",
        "/%61uth/logout",
        "/agences/%2e%2e/auth/logout",
        "/%2Fexemple.invalid",
        "/media/x.csv",
        "/a\r\nSet-Cookie: x=1",
        "/é",
        "x",
        "",
        f"/{'a' * 5000}",
    ],
)
def test_nobody_is_led_elsewhere_after_signing_in(doorstep: Doorstep, back: Back, address: str) -> None:
    written = "".join(f"%{byte:02X}" for byte in address.encode())
    answer = back(written, email=DIRECTION)
    assert (answer.status, answer.header("location")) == (303, "/")
    assert all("\n" not in each and "\r" not in each for each in answer.headers("set-cookie"))


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("%2Factivite%3Fperiode%3D2024", "/activite?periode=2024"),
        ("//exemple.invalid", "/"),
        ("/%0d%0ax:y", "/"),
    ],
)
def test_the_way_in_remembers_a_page_of_ours_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, asked: str, kept: str
) -> None:
    monkeypatch.setattr(signin, "generate_login_redirect_url", lambda provider: f"/auth/login?p={provider}")
    _, enter = signin.WAYS_IN
    answer = ask(enter, request(signin.ENTER, f"vers={asked}"))
    assert (answer.status, answer.header("location")) == (303, "/auth/login?p=default")
    assert answer.cookies == {"suite_retour": addresses.kept(kept)}
    assert attributes(answer, "suite_retour")["max-age"] == "600"


# --- out ---------------------------------------------------------------------------------------------------


def test_signing_out_ends_the_sitting_here_and_with_the_provider(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits()
    answer = doorstep.ask(LOGOUT, cookie=cookie)
    assert (answer.status, answer.header("location")) == (303, "/connexion?dit=fin")
    assert attributes(answer, "__Host-suite")["max-age"] == "0"
    assert doorstep.inner.asked[-1].cookies[AUTH_COOKIE_NAME] == dict(sitting.cookies)[AUTH_COOKIE_NAME]
    assert doorstep.trail[-1] == (DIRECTION, "déconnexion", "à la demande")


def test_a_cookie_copied_before_signing_out_opens_nothing_after(doorstep: Doorstep) -> None:
    cookie, sitting = doorstep.sits()
    sitting.files.add("/media/x.csv")
    doorstep.ask(LOGOUT, cookie=cookie)
    assert doorstep.ask("/", cookie=cookie, **PAGE).status == 401
    assert doorstep.ask("/media/x.csv", cookie=cookie).status == 401
    assert doorstep.socket(cookie=cookie).status == 401
    doorstep.ask(LOGOUT, cookie=cookie)
    assert [action for _, action, _ in doorstep.trail] == ["connexion", "déconnexion"], "once"


def test_the_provider_brings_back_to_the_sign_in_page(doorstep: Doorstep) -> None:
    answer = doorstep.ask(CALLBACK)
    assert (answer.status, answer.header("location")) == (303, "/connexion?dit=fin")
    assert doorstep.inner.asked == []


def test_going_to_the_provider_needs_no_sitting(doorstep: Doorstep) -> None:
    assert doorstep.ask(LOGIN).header("location") == "https://provider.example/"


def test_a_sitting_is_forgotten_a_day_after_its_last_use(
    doorstep: Doorstep, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie, sitting = doorstep.sits()
    word = cookie.partition("=")[2]
    doorstep.sits()
    assert sittings.found(word) is sitting
    later = clock.now() + sittings._KEPT * 1.01
    monkeypatch.setattr(sittings, "now", lambda: later)
    doorstep.sits()
    assert sittings.found(word) is None
