"""One open page of someone signed in: what its socket may still carry, message by message.

Streamlit asks who is there when a socket opens, and never again. Here each message of the browser is stopped
when the person has left, is idle or has lost their rights; the page that nobody touches is taken away too.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import Any

from google.protobuf.message import Message as Proto
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from data_access.clock import now
from pages.ui.sittings import Sitting

Stays = Callable[[Sitting], Awaitable[bool]]
GIVEN = ("/media/", "/_stcore/upload_file/")  # addresses that only the browser they were given to may use
_SIGNS = tuple(each.encode() for each in GIVEN)
_NAMES = frozenset(
    {"url", "favicon", "upload_url", "delete_url"}
)  # where Streamlit's messages give addresses
_LOGGER = logging.getLogger(__name__)
_POLICY = 1008  # the websocket's word for: you may not


async def carry(
    app: ASGIApp, scope: Scope, receive: Receive, send: Send, *, sitting: Sitting, stays: Stays, pause: float
) -> None:
    """Passes the messages of a socket on for as long as the person stays, asking at least every ``pause``."""
    page = _Page(receive, send, sitting, stays)
    keeper = asyncio.create_task(page.keep(pause))
    try:
        await app(scope, page.hear, page.tell)
    finally:
        keeper.cancel()


class _Page:
    def __init__(self, receive: Receive, send: Send, sitting: Sitting, stays: Stays) -> None:
        self.receive, self.send = receive, send
        self.sitting, self.stays = sitting, stays
        self.rights = sitting.scope
        self.is_open = self.is_gone = False

    async def hear(self) -> Message:
        """What the browser says next: nothing more once the person has gone."""
        message = await self.receive()
        if message["type"] != "websocket.receive":
            return message
        if not await self._may_go_on():
            await self._send_away()
            return {"type": "websocket.disconnect", "code": _POLICY, "reason": ""}
        self.sitting.seen = now()
        return message

    async def tell(self, message: Message) -> None:
        """Passes on what the page says, and remembers the addresses it gives."""
        if self.is_gone:
            return
        self.is_open = self.is_open or message["type"] == "websocket.accept"
        self.sitting.files.update(_addresses(message.get("bytes") or b""))
        await self.send(message)

    async def keep(self, pause: float) -> None:
        """Looks now and then, for the page that nobody touches; takes it away when looking fails."""
        try:
            while not self.is_gone:
                await asyncio.sleep(pause)
                if self.is_open and not await self._may_go_on():
                    await self._send_away()
        except Exception:
            _LOGGER.exception("The rights of someone with an open page could not be read")
            await self._send_away()

    async def _may_go_on(self) -> bool:
        """Whether the person is still there, with the rights the page was opened with."""
        return await self.stays(self.sitting) and self.sitting.scope == self.rights

    async def _send_away(self) -> None:
        """Tells the browser to ask for its page again, which the gate answers as is now right."""
        if not self.is_gone:
            self.is_gone = True
            again = ForwardMsg()
            again.auth_redirect.url = ""  # the address that is open
            again.auth_redirect.SetInParent()
            with suppress(OSError, RuntimeError):  # the browser may have gone first
                await self.send({"type": "websocket.send", "bytes": again.SerializeToString()})
                await self.send({"type": "websocket.close", "code": _POLICY, "reason": ""})


def _addresses(written: bytes) -> Iterator[str]:
    """The addresses that a message gives to its page; what a text of the page says is none of them."""
    if any(each in written for each in _SIGNS):
        yield from _given(ForwardMsg.FromString(written))


def _given(message: Proto) -> Iterator[str]:
    for field, value in message.ListFields():
        for each in _listed(value):
            if isinstance(each, Proto):
                yield from _given(each)
            elif field.name in _NAMES and str(each).startswith(GIVEN):
                yield str(each)


def _listed(value: Any) -> list[Any]:
    """The values of a field, repeated or not; the fields that map names to values give no address."""
    if isinstance(value, str | bytes | Proto) or not hasattr(value, "__len__"):
        return [value]
    return [] if hasattr(value, "keys") else list(value)
