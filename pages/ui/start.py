"""The start of the application: refused in one sentence when the store must not be shown to whoever comes."""

import logging

from starlette.types import ASGIApp, Receive, Scope, Send

from data_access.errors import UserError
from pages.ui import session


class Start:
    """Stops the server before it answers anything, when it must not start."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Looks at the store when the server starts; passes everything else on."""
        if scope["type"] == "lifespan":
            try:
                session.require_start()
            except UserError as refusal:
                await receive()
                await send({"type": "lifespan.startup.failed", "message": str(refusal)})
                return
        await self.app(scope, receive, send)


class WithoutQuery(logging.Filter):
    """Keeps what follows the question mark of an address out of the access log: a provider's code, say."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Cuts the addresses among what is logged."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                each.split("?", 1)[0] if isinstance(each, str) else each for each in record.args
            )
        return True
