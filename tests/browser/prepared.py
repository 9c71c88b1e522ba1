"""A small application behind the same gate: one page, with files made for the person who is there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.applications import Starlette
from starlette.middleware import Middleware

from pages.ui import settings, signin
from pages.ui.bounds import Bounds
from pages.ui.gate import Gate
from pages.ui.warm import warm

SETTINGS = settings.read()
assert SETTINGS


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncIterator[None]:
    warm()
    yield


app = st.App(
    Path(__file__).parent / "prepared_page.py",
    secrets=SETTINGS.secrets(),
    lifespan=lifespan,
    routes=signin.WAYS_IN,
    middleware=[Middleware(Bounds, settings=SETTINGS), Middleware(Gate, settings=SETTINGS)],
)
