"""Pages run without a browser, on the sample years; whatever they log fails the test."""

import logging
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from data_access import traces
from data_access.access import Role, scope_for
from data_access.audit import Trace
from metrics.views.views import HOME, View
from pages.ui import html, session
from tests.pages.markup import Node, read
from tests.pages.screen import ROUTER, Screen, Show

Be = Callable[..., None]
HARMLESS = (  # Streamlit says so when a script runs without a server, as here
    "missing ScriptRunContext",
    "Session state does not function when running a script without `streamlit run`",
)


class Recorder(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not any(said in record.getMessage() for said in HARMLESS):
            self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _loggers() -> list[logging.Logger]:
    """The root and the loggers that keep their words to themselves, as Streamlit's do."""
    known = (each for each in logging.root.manager.loggerDict.values() if isinstance(each, logging.Logger))
    return [logging.root, *(each for each in known if not each.propagate)]


@pytest.fixture(autouse=True)
def log() -> Iterator[list[str]]:
    """All that is logged during the test, which must be nothing."""
    recorder, loggers = Recorder(), _loggers()
    for each in loggers:
        each.addHandler(recorder)
    yield recorder.said
    for each in loggers:
        each.removeHandler(recorder)
    assert recorder.said == []


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Show:
    """Opens a view as a cold link would, with what its address says."""

    def opened(store: str, view: View = HOME, **address: str) -> Screen:
        monkeypatch.setenv("DATABASE_URL", store)
        app = AppTest.from_file(ROUTER, default_timeout=60)
        if view is not HOME:
            app.run().switch_page(view.file)
        for key, value in address.items():
            app.query_params[key] = value
        return Screen(app.run())

    return opened


@pytest.fixture
def be(monkeypatch: pytest.MonkeyPatch) -> Be:
    """Has the next runs be those of a person with a role, whoever the demonstration would show."""

    def become(role: Role, *agencies: str, person: str = "camille@exemple.fr") -> None:
        who = session.Here(person, scope_for(role, frozenset(agencies)))
        monkeypatch.setattr(session, "here", lambda: who)

    return become


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Trace]:
    """The rows of the trail that pages send, which are kept out of the stores that tests share."""
    kept: list[Trace] = []
    monkeypatch.setattr(traces, "send", lambda _url, trace: kept.append(trace))
    return kept


class Drawn(list[str]):
    """The HTML handed to Streamlit."""

    @property
    def tree(self) -> Node:
        return read("".join(self))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """What the pieces of pages draw, without any page."""
    kept = Drawn()
    monkeypatch.setattr(html.st, "html", kept.append)
    return kept
