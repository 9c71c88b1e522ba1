"""The ASGI launcher: ``uvicorn app:app`` or ``streamlit run app.py``.

The entry script lives inside ``pages/``: Streamlit runs a page alone, without its entry script,
when a folder named ``pages`` sits beside that script and the address of the page is asked first.
"""

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [] if str(ROOT) in sys.path else [str(ROOT)]

import streamlit as st  # noqa: E402  (the root must be importable first)
from starlette.applications import Starlette  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402
from starlette.middleware.trustedhost import TrustedHostMiddleware  # noqa: E402

from data_access import traces  # noqa: E402
from data_access.errors import SettingsError  # noqa: E402
from pages.ui import document, downloads, layout, record_files, settings, signin  # noqa: E402
from pages.ui.bounds import Bounds  # noqa: E402
from pages.ui.gate import Gate  # noqa: E402
from pages.ui.start import Start, WithoutQuery  # noqa: E402
from pages.ui.warm import warm  # noqa: E402

_LAST_ROWS = 5  # seconds that the last rows of the trail have to be written
try:
    SETTINGS = settings.read()
except SettingsError as error:
    sys.exit(str(error))


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncIterator[None]:
    """Imports what the first visitor would wait for; leaves nothing of the trail unwritten."""
    warm()
    yield
    traces.drain(_LAST_ROWS)


logging.getLogger("uvicorn.access").addFilter(WithoutQuery())
app = st.App(
    ROOT / "pages" / "_router.py",
    secrets=SETTINGS.secrets() if SETTINGS else None,
    lifespan=lifespan,
    routes=(*(signin.WAYS_IN if SETTINGS else signin.DEMONSTRATION), *downloads.WAYS, *record_files.WAYS),
    middleware=[
        Middleware(Start),
        Middleware(document.Document, secure=bool(SETTINGS and SETTINGS.is_secure)),
        Middleware(TrustedHostMiddleware, allowed_hosts=settings.hosts(SETTINGS), www_redirect=False),
        Middleware(Bounds, settings=SETTINGS),
        *([Middleware(Gate, settings=SETTINGS)] if SETTINGS else []),
    ],
    exception_handlers={Exception: document.broken},
    on_script_error=layout.fail,
)
