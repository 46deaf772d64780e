"""A reader's request → the same request as the web application may believe it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from ipaddress import IPv4Network, IPv6Network
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from broadsheet.server.forwarding import LARGEST_BODY_MEGABYTES, WITHHELD, reader_behind

_LARGEST_BODY_BYTES = LARGEST_BODY_MEGABYTES * 1024 * 1024
_log = logging.getLogger(__name__)


class TooLargeError(Exception):
    """The reader sends more than is taken."""


class UnavailableError(Exception):
    """The application failed."""


class Web:
    """A web application behind the door that nginx is elsewhere: see `nginx.py`, `_proxied`.

    `scheme` is the one by which readers reach the paper; `proxies` are those in front.
    """

    def __init__(
        self,
        application: ASGIApp,
        *,
        scheme: str,
        proxies: Collection[IPv4Network | IPv6Network] = (),
        request_id: Callable[[], str] = lambda: uuid4().hex,
    ) -> None:
        self._application = application
        self._scheme = scheme
        self._proxies = proxies
        self._request_id = request_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer. Raises TooLargeError or UnavailableError."""
        try:
            await self._application(self._believable(scope), _limited(scope, receive), send)
        except TooLargeError:
            raise
        except Exception as error:
            _log.exception("the web application failed at %s", scope["path"])
            raise UnavailableError from error

    def _believable(self, scope: Scope) -> Scope:
        headers = MutableHeaders(raw=list(scope["headers"]))
        for name in WITHHELD:
            del headers[name]
        client = scope.get("client")
        headers["X-Forwarded-For"] = reader_behind(
            client[0] if client else "",
            forwarded_for=headers.getlist("X-Forwarded-For"),
            proxies=self._proxies,
        )
        headers["X-Forwarded-Proto"] = self._scheme
        headers["X-Request-ID"] = self._request_id()
        return {**scope, "scheme": self._scheme, "headers": headers.raw}


def _limited(scope: Scope, receive: Receive) -> Receive:
    """`receive` that raises TooLargeError once more has come than is taken."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > _LARGEST_BODY_BYTES:
            raise TooLargeError
        return message

    announced = MutableHeaders(scope=scope).get("content-length", "0")
    if announced.isdecimal() and int(announced[:18]) > _LARGEST_BODY_BYTES:
        raise TooLargeError
    return limited
