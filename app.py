"""The ASGI launcher: ``uvicorn app:app`` or ``streamlit run app.py``.

The entry script lives inside ``pages/``: Streamlit runs a page alone, without its entry script,
when a folder named ``pages`` sits beside that script and the address of the page is asked first.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [] if str(ROOT) in sys.path else [str(ROOT)]

import streamlit as st  # noqa: E402  (the root must be importable first)
from starlette.applications import Starlette  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402

from pages.ui import layout  # noqa: E402
from pages.ui.document import Document  # noqa: E402
from pages.ui.warm import warm  # noqa: E402


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncIterator[None]:
    """Imports what the first visitor would wait for, and reads the store once."""
    warm()
    yield


app = st.App(
    ROOT / "pages" / "_router.py",
    lifespan=lifespan,
    middleware=[Middleware(Document)],
    on_script_error=layout.fail,
)
