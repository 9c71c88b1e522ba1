"""A visitor without a browser: the application's own websocket, and all that it sends."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

TIMEOUT = 30
CHOICES = ("selectbox", "button_group", "text_input")


@dataclass
class Received:
    """What one run of a page sent."""

    raw: bytes = b""
    messages: list[ForwardMsg] = field(default_factory=list)

    @property
    def elements(self) -> list[Any]:
        """The elements drawn, in the order they came."""
        deltas = (each.delta for each in self.messages if each.WhichOneof("type") == "delta")
        return [delta.new_element for delta in deltas if delta.WhichOneof("type") == "new_element"]

    @property
    def html(self) -> list[str]:
        """The pieces of HTML among them, style sheets left out."""
        bodies = (each.html.body for each in self.elements if each.WhichOneof("type") == "html")
        return [body for body in bodies if not body.startswith("<style")]


class Visitor:
    """Asks for pages and makes choices, as a browser does."""

    def __init__(self, url: str, cookie: str = "") -> None:
        self.url = url
        self.headers = {"Cookie": cookie} if cookie else {}
        self.page = ""
        self.script_hash = ""
        self.query = ""
        self.chosen: dict[str, tuple[str, Any]] = {}
        self.widgets: dict[str, Any] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "Visitor":
        address = f"{self.url.replace('http', 'ws')}/_stcore/stream"
        connection = connect(
            address,
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            origin=Origin(self.url),
            additional_headers=self.headers,
        )
        self.connection: ClientConnection = self._stack.enter_context(connection)
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stack.close()

    def open(self, path: str = "", query: str = "") -> Received:
        """Follows a link to a page, as a browser that has nothing yet: the document, then the run."""
        page = Request(f"{self.url}/{path}", headers={"Accept": "text/html", **self.headers})
        with urlopen(page, timeout=TIMEOUT) as answer:
            document = answer.read()
        self.page, self.script_hash, self.query = path, "", query
        received = self._run()
        received.raw = document + received.raw
        return received

    def choose(self, label: str, value: str) -> Received:
        """Makes a choice in the bar."""
        widget = self.widgets[label]
        if widget.DESCRIPTOR.name == "ButtonGroup":
            self.chosen[widget.id] = "string_array_value", [value]
        else:
            self.chosen[widget.id] = "string_value", value
        return self._run()

    def _run(self) -> Received:
        self.connection.send(self._request().SerializeToString())
        received = Received()
        while True:
            content = self.connection.recv(TIMEOUT)
            assert isinstance(content, bytes)
            message = ForwardMsg.FromString(content)
            received.raw += content
            received.messages.append(message)
            if message.WhichOneof("type") == "navigation":
                # a new session tells the hash of the first page, whatever page is open
                self.script_hash = message.navigation.page_script_hash
            if message.WhichOneof("type") == "script_finished":
                self._remember(received.elements)
                return received

    def _request(self) -> BackMsg:
        asked = BackMsg()
        run = asked.rerun_script
        run.query_string, run.page_name, run.page_script_hash = self.query, self.page, self.script_hash
        run.context_info.locale, run.context_info.timezone = "fr-FR", "Europe/Paris"
        run.context_info.url = f"{self.url}/{self.page}"
        for identifier, (kind, value) in self.chosen.items():
            state = run.widget_states.widgets.add(id=identifier)
            if kind == "string_array_value":
                state.string_array_value.data.extend(value)
            else:
                setattr(state, kind, value)
        return asked

    def _remember(self, elements: list[Any]) -> None:
        for element in elements:
            kind = element.WhichOneof("type")
            if kind in CHOICES:
                widget = getattr(element, kind)
                self.widgets[widget.label] = widget
