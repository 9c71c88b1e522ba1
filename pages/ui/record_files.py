"""The records behind a figure as a file, sent as they are read.

``/enregistrements/activite/interventions.csv?periode=2024``
"""

from collections.abc import Iterator
from itertools import chain, islice
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from data_access.audit import Action, Trace, record
from data_access.engine import store_url, writing
from data_access.errors import QueryError
from metrics import address, records
from metrics.catalogue import METRICS
from metrics.context import context
from metrics.present import csv
from metrics.views.asked import by_address
from metrics.views.export import stem
from metrics.views.pages import PAGES
from metrics.views.visit import Visit
from pages.ui import downloads

PATH = "/enregistrements"


async def _file(request: Request) -> Response:
    """The records of one figure, or the sentence that says why there are none."""
    return await downloads.guarded(request, _sent)


def _sent(request: Request) -> Response:
    """The lines as they are read, once who takes them away is in the trail."""
    page, metric = PAGES.get(request.path_params["view"]), METRICS.get(request.path_params["metric"])
    if page is None or metric is None or records.listing_of(metric) is None:
        raise QueryError(downloads.UNKNOWN)
    who, url, said = downloads.reader(request), store_url(), request.query_params
    visit = Visit(url, who.scope, context(url), page.view.url, who.person, who.origin)
    ask = by_address(visit, page, address.ours(said.multi_items()))
    question = records.question(metric, ask.period, ask.where)
    pages = records.pages(url, question, visit.scope, visit.known, records.AT_ONCE)
    first = next(pages)  # what refuses them does so before anything is sent
    name = f"{stem(ask, page.view.url)}_{metric.id}.csv"
    trace = Trace(
        person=who.person,
        action=Action.EXPORT,
        detail=f"enregistrements {name}",
        view=page.view.url,
        filters=str(said)[: downloads.LONGEST],
        rows=int(first.count.value or 0),
        origin=who.origin,
    )
    with writing(url) as connection:
        record(connection, trace)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    lines = csv.listed(chain([first], pages))
    return StreamingResponse(_blocks(lines), media_type="text/csv", headers=headers)


def _blocks(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes, many lines at a time: each sending costs more than writing a line."""
    while block := b"".join(islice(lines, records.AT_ONCE)):
        yield block


WAYS = (Route(f"{PATH}/{{view}}/{{metric}}.csv", _file),)
