"""The files of views, as ordinary addresses: ``/fichiers/activite.xlsx?periode=2024&agence=rennes``.

An address asks what the page of the same name would be asked, with the rights of who asks, and whoever takes
figures away leaves a row of the trail before getting them. What cannot be made is told in a sentence.
"""

import logging
from http import HTTPStatus
from threading import Semaphore
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data_access.audit import Action, Trace, record
from data_access.engine import store_url, writing
from data_access.errors import AccessDenied, QueryError, UserError
from metrics import address
from metrics.context import context
from metrics.present.export import Export
from metrics.views.asked import by_address
from metrics.views.export import export
from metrics.views.files import FORMATS, picture, states, written
from metrics.views.pages import PAGES
from metrics.views.visit import Visit
from pages.ui import examples, session, signin
from pages.ui.session import Here
from pages.ui.sittings import HERE, Sitting

PATH = "/fichiers"
_LOG = logging.getLogger(__name__)
_AT_ONCE = Semaphore(2)  # files being made: each keeps a processor busy
_LONGEST = 2_000  # characters of an address
_BROKEN = "Ce fichier n'a pas pu être préparé. Réessayez ; si cela dure, prévenez l'administrateur."
_UNKNOWN = "Ce fichier n'existe pas : demandez-le sur sa page."


def _file(request: Request) -> Response:
    """One view as a file, or the sentence that says why there is none."""
    try:
        with _AT_ONCE:
            return _made(request)
    except AccessDenied as refusal:
        return signin.plain(str(refusal), HTTPStatus.FORBIDDEN)
    except UserError as refusal:
        return signin.plain(str(refusal), HTTPStatus.BAD_REQUEST)
    except Exception:
        _LOG.exception("Un fichier n'a pas pu être préparé : %s", request.url.path)
        return signin.plain(_BROKEN, HTTPStatus.INTERNAL_SERVER_ERROR)


def _made(request: Request) -> Response:
    """The file, once its row is in the trail."""
    page, form = PAGES.get(request.path_params["view"]), FORMATS.get(request.path_params["format"])
    if page is None or form is None:
        raise QueryError(_UNKNOWN)
    url, who, said = store_url(), _here(request), dict(request.query_params)
    visit = Visit(url, who.scope, context(url), page.view.url, who.person, who.origin)
    ours = {name: value for name, value in said.items() if address.meant(name) is not None}
    found = export(by_address(visit, page, ours), page, who.person, said)
    one = said.get("graphique", "")
    made = picture(found, one, form) if one else written(found, form)
    with writing(url) as connection:
        record(connection, _trace(who, page.view.url, found, form.ending, said))
    named = f"attachment; filename*=UTF-8''{quote(made.name)}"
    return Response(made.content, media_type=form.mime, headers={"Content-Disposition": named})


def _trace(who: Here, view: str, found: Export, ending: str, said: dict[str, str]) -> Trace:
    shown, hidden = states(found)
    return Trace(
        person=who.person,
        action=Action.EXPORT,
        detail=f"fichier {ending}",
        view=view,
        filters=urlencode(said)[:_LONGEST],
        rows=shown,
        hidden=hidden,
        origin=who.origin,
    )


def _here(request: Request) -> Here:
    """Who asks: the person the gate let in, or the example that the page says, in the demonstration."""
    sitting: Sitting | None = request.scope.get(HERE)
    if sitting is not None:
        return Here(sitting.person, sitting.scope, sitting.origin)
    if not session.is_demonstration():
        raise AccessDenied("Connectez-vous d'abord.")
    said = request.query_params.get(examples.KEY) or request.cookies.get(examples.COOKIE, "")
    chosen = examples.named(said)
    return Here(chosen.person, chosen.scope, request.client.host if request.client else "", chosen.id)


WAYS = (Route(f"{PATH}/{{view}}.{{format}}", _file),)
