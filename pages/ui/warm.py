"""What the first visitor would otherwise wait for, or trip over."""

import gc
from importlib import import_module
from pkgutil import iter_modules

from data_access.engine import store_url
from metrics.context import context
from pages import ui
from pages.ui import session

# What Streamlit imports when it draws its first chart. Altair, at work for a second visitor or for the run
# that replaces an interrupted one, would meet it half imported and fail.
_BEFORE_ANY_CHART = ("pandas", "pyarrow")


def warm() -> None:
    """Imports what pages are made of, and reads what every question needs when the store may be shown.

    What is there for good is set apart from what collections look through: they are ten times shorter.
    """
    shared = (f"{ui.__name__}.{module.name}" for module in iter_modules(ui.__path__))
    for name in (*_BEFORE_ANY_CHART, *shared):
        import_module(name)
    if session.refusal() is None:
        context(store_url())
    gc.collect()
    gc.freeze()
