"""What someone who is not signed in sees: one page of ours, without a script, and the ways in."""

from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit.user_info import generate_login_redirect_url

from pages.ui import addresses, cookies, examples, html
from pages.ui.html import el
from pages.ui.sittings import End

SIGN_IN, ENTER = "/connexion", "/connexion/entrer"
SIGNED_OUT = f"{SIGN_IN}?dit=fin"
OUT = "Vous êtes déconnecté."
FAILED = "La connexion n'a pas abouti. Recommencez ; si cela dure, prévenez l'administration de la suite."
_SAID = {
    End.SIGNED_OUT: OUT,
    End.IDLE: "Vous avez été déconnecté après un long moment sans activité.",
    End.LONG: "Votre session a atteint sa durée la plus longue.",
    End.REVOKED: "Vos droits ont changé : votre session est terminée.",
}
_STYLE = Path(__file__).parent / "signin.css"
_ICON = Path(__file__).parent / "icon.png"
_BRAND = "Optima"
_KEPT_MINUTES = 10


def said_of(end: End | None) -> str:
    """What a person is told of the end of their session; nothing when they had none."""
    return _SAID[end] if end else ""


def welcome(back: str, said: str = "", status: HTTPStatus = HTTPStatus.UNAUTHORIZED) -> Response:
    """The page that lets people sign in, and brings them back to what they asked for."""
    return _page(
        "Connexion",
        el("h1", "Tableaux de bord"),
        el("p", said, class_="dit", role="status") if said else el("p", "Chiffres réservés à l'association."),
        el("a", "Se connecter", href=f"{ENTER}?{urlencode({'vers': back})}", class_="entrer"),
        el(
            "p",
            "Avec votre compte professionnel, sur la page de votre organisation. "
            "Vous retrouverez ensuite la page demandée.",
            class_="petit",
        ),
        status=status,
    )


def refused(sentence: str, status: HTTPStatus = HTTPStatus.FORBIDDEN) -> Response:
    """The page of someone who is known to their organisation, and may not come in."""
    return _page(
        "Accès refusé",
        el("h1", "Accès refusé"),
        el("p", sentence, class_="dit", role="alert"),
        el("a", "Se connecter avec un autre compte", href=ENTER, class_="entrer"),
        status=status,
    )


def plain(sentence: str, status: HTTPStatus) -> Response:
    """A refusal for what is no page: a file, a script, a socket."""
    return PlainTextResponse(sentence, status, headers={"Cache-Control": "no-store"})


def _page(title: str, *content: html.Element, status: HTTPStatus) -> Response:
    whole = el("main", el("p", _BRAND, class_="marque"), *content)
    text = html.document(f"{title} · {_BRAND}", _STYLE, _ICON, whole)
    return HTMLResponse(text, status, headers={"Cache-Control": "no-store"})


async def _sign_in(request: Request) -> Response:
    """The page itself, asked for by its own address."""
    said = OUT if request.query_params.get("dit") == "fin" else ""
    return welcome(addresses.HOME, said, HTTPStatus.OK)


async def _enter(request: Request) -> Response:
    """Leads to the provider, and remembers where to come back to."""
    back = addresses.local(request.query_params.get("vers", ""))
    answer = RedirectResponse(generate_login_redirect_url("default"), HTTPStatus.SEE_OTHER)
    answer.set_cookie(
        cookies.RETURN, addresses.kept(back), max_age=60 * _KEPT_MINUTES, httponly=True, samesite="lax"
    )
    return answer


async def _become(request: Request) -> Response:
    """Shows the demonstration to another of its people, on the page they come from."""
    back = addresses.referring(request.headers.get("referer", ""))
    answer = RedirectResponse(back, HTTPStatus.SEE_OTHER)
    example = examples.named(request.path_params["example"])
    answer.set_cookie(examples.COOKIE, example.id, httponly=True, samesite="lax")
    return answer


WAYS_IN = (Route(SIGN_IN, _sign_in), Route(ENTER, _enter))
DEMONSTRATION = (Route(f"{examples.PATH}/{{example}}", _become),)
