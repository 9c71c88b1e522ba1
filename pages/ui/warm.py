"""What the first visitor would otherwise wait for, or trip over."""

from importlib import import_module

from data_access.engine import store_url
from metrics.context import context
from pages.ui import session

# What Streamlit imports when it draws its first chart. Altair, at work for a second visitor or for the run
# that replaces an interrupted one, would meet it half imported and fail.
_BEFORE_ANY_CHART = ("pandas", "pyarrow")


def warm() -> None:
    """Imports what charts need, and reads what every question needs when the store may be shown."""
    for name in _BEFORE_ANY_CHART:
        import_module(name)
    if session.refusal() is None:
        context(store_url())
