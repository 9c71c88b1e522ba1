"""What the first visitor would otherwise wait for."""

import altair
import pandas

from data_access.engine import store_url
from metrics.context import context
from pages.ui import session

LOADED = (altair.__name__, pandas.__name__)  # Streamlit imports them at the first element that needs them


def warm() -> None:
    """Reads what every question needs, when the store may be shown."""
    if session.refusal() is None:
        context(store_url())
