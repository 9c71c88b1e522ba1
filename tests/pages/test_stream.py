"""An open page: what its socket carries, and how it is taken away from someone who is not there any more."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from data_access.access import Role, scope_for
from pages.ui import stream
from pages.ui.sittings import End, Sitting
from tests.pages.asgi import request, told

CLICK = {"type": "websocket.receive", "bytes": b"a click"}
LEFT = {"type": "websocket.disconnect", "code": 1000}
Script = Callable[[Receive, Send], Awaitable[None]]


def person() -> Sitting:
    return Sitting("direction@optima.example", (), scope_for(Role.DIRECTION), "192.0.2.7")


class Browser:
    """One page open in a browser: what it sends, what it is sent, what reached the application."""

    def __init__(self, sitting: Sitting, *says: Message, pause: float = 60) -> None:
        self.sitting, self.says, self.pause = sitting, list(says), pause
        self.sent: list[Message] = []
        self.heard: list[Message] = []

    async def stays(self, sitting: Sitting) -> bool:
        return sitting.is_open

    async def receive(self) -> Message:
        if self.says:
            return self.says.pop(0)
        while not told(self.sent, "websocket.close"):
            await asyncio.sleep(0.001)
        return LEFT

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    async def app(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Accepts, and answers every message until the browser leaves."""
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] != "websocket.disconnect":
            self.heard.append(message)
            await send({"type": "websocket.send", "bytes": b"a figure"})
        await send({"type": "websocket.send", "bytes": b"a last figure"})

    def stay(self) -> "Browser":
        """Carries the page until it ends."""
        scope = request("/_stcore/stream", kind="websocket")
        carried = stream.carry(
            self.app, scope, self.receive, self.send, sitting=self.sitting, stays=self.stays, pause=self.pause
        )
        asyncio.run(asyncio.wait_for(carried, 5))
        return self

    @property
    def figures(self) -> list[bytes]:
        return [each["bytes"] for each in told(self.sent, "websocket.send") if b"figure" in each["bytes"]]


def was_sent_away(browser: Browser) -> bool:
    """Whether the browser was last told to ask for its page again, and its socket closed."""
    *_, last, closed = browser.sent
    message = ForwardMsg.FromString(last["bytes"])
    asks_again = message.WhichOneof("type") == "auth_redirect" and message.auth_redirect.url == ""
    return asks_again and (closed["type"], closed["code"]) == ("websocket.close", 1008)


def test_someone_who_is_there_is_heard_and_seen() -> None:
    sitting = person()
    sitting.seen -= timedelta(minutes=20)
    before = sitting.seen
    browser = Browser(sitting, CLICK, CLICK, LEFT).stay()
    assert browser.heard == [CLICK, CLICK]
    assert browser.figures == [b"a figure", b"a figure", b"a last figure"]
    assert sitting.seen - before > timedelta(minutes=19)


@pytest.mark.parametrize("end", End)
def test_a_click_of_someone_who_has_left_reaches_nothing(end: End) -> None:
    sitting = person()
    sitting.end = end
    browser = Browser(sitting, CLICK, CLICK).stay()
    assert (browser.heard, browser.figures) == ([], [])
    assert was_sent_away(browser)


@pytest.mark.parametrize("end", End)
def test_a_page_that_nobody_touches_is_taken_away(end: End) -> None:
    sitting = person()
    browser = Browser(sitting, CLICK, pause=0.01)

    async def leave() -> None:
        await asyncio.sleep(0.05)
        sitting.end = end

    async def both() -> None:
        scope = request("/_stcore/stream", kind="websocket")
        page = stream.carry(
            browser.app,
            scope,
            browser.receive,
            browser.send,
            sitting=sitting,
            stays=browser.stays,
            pause=browser.pause,
        )
        await asyncio.wait_for(asyncio.gather(page, leave()), 5)

    asyncio.run(both())
    assert browser.figures == [b"a figure"], "and nothing after"
    assert was_sent_away(browser)


def test_a_page_opened_with_other_rights_is_asked_for_again() -> None:
    sitting = person()
    browser = Browser(sitting, CLICK)

    async def stays(each: Sitting) -> bool:
        each.scope = scope_for(Role.BOARD)  # what reading the register again may find
        return True

    browser.stays = stays  # type: ignore[method-assign]
    browser.stay()
    assert (browser.heard, sitting.is_open) == ([], True)
    assert was_sent_away(browser)


def test_a_page_is_taken_away_when_the_rights_cannot_be_read(log: list[str]) -> None:
    browser = Browser(person(), pause=0.01)

    async def stays(_sitting: Sitting) -> bool:
        raise RuntimeError("the store does not answer")

    browser.stays = stays  # type: ignore[method-assign]
    assert was_sent_away(browser.stay())
    assert log == ["ERROR pages.ui.stream: The rights of someone with an open page could not be read"]
    log.clear()


def button(url: str) -> bytes:
    message = ForwardMsg()
    message.delta.new_element.download_button.url = url
    message.delta.new_element.download_button.label = "Télécharger"
    return message.SerializeToString()


def picture(url: str) -> bytes:
    message = ForwardMsg()
    message.delta.new_element.imgs.imgs.add(url=url)
    return message.SerializeToString()


def prepared(url: str) -> bytes:
    message = ForwardMsg()
    message.backend_operation_response.deferred_file.url = url
    return message.SerializeToString()


def place(url: str) -> bytes:
    message = ForwardMsg()
    message.file_urls_response.file_urls.add(upload_url=url, delete_url=url)
    return message.SerializeToString()


def echo(text: str) -> bytes:
    """What someone typed, shown on their own page."""
    message = ForwardMsg()
    message.delta.new_element.text_input.default = text
    return message.SerializeToString()


def given(*messages: bytes) -> set[str]:
    """The addresses a browser may ask for once its page was sent some messages."""

    async def app(_scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        for each in messages:
            await send({"type": "websocket.send", "bytes": each})

    browser = Browser(person())
    browser.app = app  # type: ignore[method-assign]
    return browser.stay().sitting.files


@pytest.mark.parametrize("announce", [button, picture, prepared])
def test_a_file_announced_to_a_page_may_be_asked_for(announce: Callable[[str], bytes]) -> None:
    assert given(announce("/media/2f0c3b.csv")) == {"/media/2f0c3b.csv"}


def test_a_place_to_send_a_file_to_may_be_used() -> None:
    assert given(place("/_stcore/upload_file/s/f")) == {"/_stcore/upload_file/s/f"}


def test_an_address_that_a_person_types_is_not_given_to_them() -> None:
    """Someone who was passed another's link must not open it by having their own page repeat it."""
    assert given(echo("/media/2f0c3b.csv"), echo("voir /media/2f0c3b.csv"), button("/autre/x")) == set()
