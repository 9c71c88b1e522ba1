"""What the first visitor would otherwise wait for, or trip over."""

import gc
import warnings
from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules
from threading import Thread

from data_access.engine import store_url
from data_access.errors import UserError
from metrics.context import context
from metrics.masks import find_all
from pages import ui
from pages.ui import session

# What Streamlit imports when it draws its first chart. Altair, at work for a second visitor or for the run
# that replaces an interrupted one, would meet it half imported and fail.
_BEFORE_ANY_CHART = ("pandas", "pyarrow")
# What it imports when the first person signs in, telling the log what it will need one day.
_BEFORE_SIGN_IN = ("authlib.deprecate", "authlib.integrations.starlette_client")


def warm() -> None:
    """Imports what pages are made of, and reads what every question needs when the store may be shown.

    What is there for good is set apart from what collections look through: they are ten times shorter.
    """
    shared = (f"{ui.__name__}.{module.name}" for module in iter_modules(ui.__path__))
    for name in (*_BEFORE_ANY_CHART, *shared):
        import_module(name)
    with warnings.catch_warnings():
        for name in _BEFORE_SIGN_IN:
            import_module(name)
            warnings.simplefilter("ignore")  # the first of them has just asked for every warning
    with suppress(UserError):
        session.require_open()
        known = context(store_url())
        Thread(target=find_all, args=(store_url(), known), name="masks", daemon=True).start()
    gc.collect()
    gc.freeze()
