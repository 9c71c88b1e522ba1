"""The pages on a PostgreSQL that keeps every row by itself: each role sees there what it sees on SQLite."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from data_access import backup
from data_access.access import Role, scope_for
from data_access.audit import Action, Trace, broken, traces
from data_access.engine import reading_engine
from data_access.row_rights import let_read
from data_access.traces import drain, send
from metrics.views import views
from metrics.views.views import View
from tests import postgres
from tests.conftest import close
from tests.guarded import Guarded, guarded
from tests.pages.conftest import Be
from tests.pages.screen import Show

PEOPLE = (  # first who reads least: what is remembered for everybody must not rest on what one may read
    (Role.AGENCY_MANAGER, ("RENNES",)),
    (Role.DIRECTION, ()),
    (Role.BOARD, ()),
    (Role.DATA_STEWARD, ()),
    (Role.ADMINISTRATION, ()),
)
OPENED = [
    pytest.param(role, agencies, view, id=f"{role}-{view.url or 'accueil'}")
    for role, agencies in PEOPLE
    for view in views.of(scope_for(role, frozenset(agencies)))
]


@pytest.fixture(scope="module")
def server(
    sample_store: str, postgres_server: URL, postgres_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Guarded]:
    """The sample years, taken to PostgreSQL as a backup is, where the pages have the rights of pages only."""
    file = tmp_path_factory.mktemp("sample") / "base.zip"
    with reading_engine(sample_store).connect() as connection:
        backup._write(connection, Path(file))
    name = f"pages_{uuid.uuid4().hex}"
    database = postgres.create_database(postgres_server, name, postgres_template)
    url = database.render_as_string(hide_password=False)
    backup.restore(url, file, "essai")
    with guarded(url) as addresses:
        yield addresses
    for address in (addresses.owner, addresses.pages, addresses.imports):
        close(address)
    postgres.drop_database(postgres_server, name)


@pytest.mark.parametrize(("role", "agencies", "view"), OPENED)
def test_a_page_is_the_same_on_both(
    server: Guarded, sample_store: str, show: Show, be: Be, role: Role, agencies: tuple[str, ...], view: View
) -> None:
    be(role, *agencies)
    there = show(server.pages, view)
    here = show(sample_store, view)
    assert there.errors == here.errors == []
    if view is not views.TRAIL:  # the restoration is a line of the one, and not of the other
        assert there.html.text == here.html.text


def test_what_the_pages_tell_the_trail_is_written(server: Guarded) -> None:
    send(server.pages, Trace(person="camille@exemple.fr", action=Action.VIEW, view="accueil", rows=6))
    assert drain()
    with reading_engine(server.pages).connect() as connection:
        let_read(connection, scope_for(Role.DIRECTION))
        assert next(traces(connection)).view == "accueil"
        assert broken(connection) is None
