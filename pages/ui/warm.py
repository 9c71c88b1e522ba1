"""What the first visitor would otherwise wait for."""

from data_access.engine import store_url
from metrics.context import context
from pages.ui import session


def warm() -> None:
    """Reads what every question needs, when the store may be shown."""
    if session.refusal() is None:
        context(store_url())
