"""The day that expiries, lateness and documents are told from."""

from datetime import date, timedelta

from sqlalchemy import Connection

from data_access.clock import today, today_as_set
from data_access.engine import reading_engine
from data_access.status import holds_sample
from metrics.context import Context, context_like
from metrics.period import add_months


def day(url: str, known: Context) -> date:
    """That day, for a page."""
    with reading_engine(url).connect() as connection:
        return today_of(connection, context_like(connection, url, known))


def today_of(connection: Connection, known: Context) -> date:
    """The day of the setting, else the last one loaded of the example data, else the clock's."""
    last = known.coverage.last_month()
    if today_as_set() is None and last is not None and holds_sample(connection):
        return add_months(last, 1) - timedelta(days=1)
    return today()
