"""Requests to a middleware as a server would hand them over, without any server."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "suite.optima.example"
ORIGIN = f"https://{HOST}"


@dataclass
class Answer:
    """What a client receives."""

    messages: list[Message] = field(default_factory=list)

    @property
    def status(self) -> int:
        return int(self._start["status"])

    @property
    def _start(self) -> Message:
        return next(each for each in self.messages if each["type"].endswith("response.start"))

    @property
    def body(self) -> bytes:
        return b"".join(each.get("body", b"") for each in self.messages)

    @property
    def text(self) -> str:
        return self.body.decode()

    def headers(self, name: str) -> list[str]:
        return [value.decode() for key, value in self._start["headers"] if key.decode().lower() == name]

    def header(self, name: str) -> str:
        return next(iter(self.headers(name)), "")

    @property
    def cookies(self) -> dict[str, str]:
        pairs = (each.split(";")[0].partition("=") for each in self.headers("set-cookie"))
        return {name: value for name, _, value in pairs}


def request(path: str, query: str = "", *, kind: str = "http", method: str = "GET", **headers: str) -> Scope:
    """One request; ``kind`` is websocket for a socket."""
    said = {"host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": kind,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode("latin-1"),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in said.items()],
        "root_path": "",
        "scheme": "https" if kind == "http" else "wss",
        "server": (HOST, 443),
        "client": ("192.0.2.7", 50000),
        "http_version": "1.1",
        "subprotocols": [],
        **({"method": method} if kind == "http" else {"extensions": {"websocket.http.response": {}}}),
    }


def ask(app: ASGIApp, scope: Scope) -> Answer:
    """The answer to one request."""
    answer = Answer()

    told = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def nothing() -> Message:
        """The end of an empty body, once; then nothing comes, as from someone who waits."""
        return next(told, None) or await asyncio.Future()

    async def keep(message: Message) -> None:
        answer.messages.append(message)

    asyncio.run(_call(app, scope, nothing, keep))
    return answer


async def _call(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await app(scope, receive, send)


def told(messages: Iterable[Any], kind: str) -> list[Any]:
    """The messages of a kind."""
    return [each for each in messages if each["type"] == kind]
