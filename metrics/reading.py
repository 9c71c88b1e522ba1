"""What a command reads with: the store, the rights, and what was known when."""

from argparse import Namespace

from sqlalchemy import Connection

from data_access.access import Role, Scope, scope_for
from data_access.cli.arguments import Parser
from data_access.engine import reading_engine, require_store, store_url
from data_access.people import scope_of
from data_access.versions import import_at, import_published
from metrics.period import Period

PUBLISHED = "published"


def with_reading(parser: Parser, *, published: bool = False) -> None:
    """Adds who reads and what was known; ``published``: what was known when the months were published."""
    options = parser.options
    words = f"N|DATE|{PUBLISHED}" if published else "N|DATE"
    then = ", ou quand la période a été publiée" if published else ""
    options.add_argument("--as-of", metavar=words, help=f"lit la base telle qu'elle était connue alors{then}")
    options.add_argument("--person", metavar="COURRIEL", help="avec les droits de cette personne")


def reading(asked: Namespace, period: Period | None = None) -> tuple[str, Scope, int | None]:
    """The store, the rights and the as-of of a command; ``period`` is what may have been published."""
    url = store_url()
    require_store(url)
    with reading_engine(url).connect() as connection:
        as_of = _as_of(connection, asked.as_of, period)
        scope = scope_of(connection, asked.person) if asked.person else scope_for(Role.DIRECTION)
    return url, scope, as_of


def _as_of(connection: Connection, said: str | None, period: Period | None) -> int | None:
    if period is not None and said == PUBLISHED:
        return import_published(connection, period.start, period.stop)
    return import_at(connection, said) if said else None
