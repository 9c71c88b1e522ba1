"""The files of views, as ordinary addresses: ``/fichiers/activite.xlsx?periode=2024&agence=rennes``.

An address asks what the page of the same name would be asked, with the rights of who asks, and whoever takes
figures away leaves a row of the trail before getting them. What cannot be made is told in a sentence.
Documents are asked the same way: ``/documents/fiche-territoire.pdf?periode=2024&agence=rennes``.
"""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import quote, urlencode

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data_access.audit import Action, Trace, record
from data_access.engine import store_url, writing
from data_access.errors import AccessDenied, QueryError, UserError
from metrics import address
from metrics.context import context
from metrics.present.documents import catalogue, previous
from metrics.present.documents.catalogue import DOCUMENTS
from metrics.present.export import Export
from metrics.views.asked import by_address
from metrics.views.export import export
from metrics.views.files import FORMATS, PICTURES, Made, picture, states, written
from metrics.views.pages import PAGES
from metrics.views.visit import Visit
from pages.ui import examples, session, signin
from pages.ui.session import Here
from pages.ui.sittings import HERE, Sitting

PATH, DOCUMENT = "/fichiers", "/documents"
PICTURE = "graphique"  # what an address names one chart of the view by
_AT_ONCE = CapacityLimiter(2)  # files being made: each keeps a processor busy
LONGEST = 2_000  # characters of an address
UNKNOWN = "Ce fichier n'existe pas : demandez-le sur sa page."
_NOT_ASKED = "Un fichier se demande pour être reçu (GET)."
_GONE = "Plus personne n'attend ce fichier."


async def _file(request: Request) -> Response:
    """One view as a file, or the sentence that says why there is none."""
    return await guarded(request, _view)


async def _paper(request: Request) -> Response:
    """One document, or the sentence that says why there is none."""
    return await guarded(request, _document)


async def guarded(request: Request, make: Callable[[Request], Response]) -> Response:
    """What a request is answered, which no browser keeps, or the sentence that refuses it.

    Two files at once are made; who waits for theirs keeps no thread, and is forgotten when they leave.
    """
    if request.method == "HEAD":  # its answer would be thrown away, and its row untrue
        return signin.plain(_NOT_ASKED, HTTPStatus.METHOD_NOT_ALLOWED)
    try:
        async with _AT_ONCE:
            if await request.is_disconnected():
                return signin.plain(_GONE, HTTPStatus.REQUEST_TIMEOUT)
            answer = await to_thread.run_sync(make, request)
    except AccessDenied as refusal:
        return signin.plain(str(refusal), HTTPStatus.FORBIDDEN)
    except UserError as refusal:
        return signin.plain(str(refusal), HTTPStatus.BAD_REQUEST)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _view(request: Request) -> Response:
    view, ending, said = request.path_params["view"], request.path_params["format"], request.query_params
    page, one = PAGES.get(view), said.get(PICTURE, "")
    if page is None or ending not in (PICTURES if one else FORMATS):
        raise QueryError(UNKNOWN)
    who, url = reader(request), store_url()
    visit = Visit(url, who.scope, context(url), view, who.person, who.origin)
    found = export(by_address(visit, page, address.ours(said.multi_items())), page, who.person, dict(said))
    made = picture(found, one, PICTURES[ending]) if one else written(found, FORMATS[ending])
    return _given(who, view, found, made, str(said))


def _document(request: Request) -> Response:
    name, ending, said = request.path_params["name"], request.path_params["format"], request.query_params
    document = DOCUMENTS.get(name)
    if document is None or ending not in document.formats:
        raise QueryError(UNKNOWN)
    who, url = reader(request), store_url()
    visit = Visit(url, who.scope, context(url), name, who.person, who.origin)
    ask = catalogue.by_address(visit, document, address.ours(said.multi_items()))
    found = document.make(ask, who.person)
    made = written(found, FORMATS[ending])
    asked = previous.told(name, ask.period, visit.known) | dict(said)
    return _given(who, name, found, made, urlencode(asked))


def _given(who: Here, view: str, found: Export, made: Made, said: str) -> Response:
    """The file, once its row is in the trail."""
    with writing(store_url()) as connection:
        record(connection, _trace(who, view, found, made.name, said))
    named = f"attachment; filename*=UTF-8''{quote(made.name)}"
    return Response(made.content, media_type=made.mime, headers={"Content-Disposition": named})


def _trace(who: Here, view: str, found: Export, name: str, said: str) -> Trace:
    shown, hidden = states(found)
    return Trace(
        person=who.person,
        action=Action.EXPORT,
        detail=f"fichier {name}",
        view=view,
        filters=said[:LONGEST],
        rows=shown,
        hidden=hidden,
        origin=who.origin,
    )


def reader(request: Request) -> Here:
    """Who asks: the person the gate let in, or the example that the page says, in the demonstration."""
    sitting: Sitting | None = request.scope.get(HERE)
    if sitting is not None:
        return Here(sitting.person, sitting.scope, sitting.origin)
    if not session.is_demonstration():
        raise AccessDenied("Connectez-vous d'abord.")
    said = request.query_params.get(examples.KEY) or request.cookies.get(examples.COOKIE, "")
    chosen = examples.named(said)
    return Here(chosen.person, chosen.scope, request.client.host if request.client else "", chosen.id)


WAYS = (
    Route(f"{PATH}/{{view}}.{{format}}", _file),
    Route(f"{DOCUMENT}/{{name}}.{{format}}", _paper),
)
