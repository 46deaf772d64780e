"""The newsroom's mail server, reached before any mail is taken out to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.mail import EmailMessage, get_connection


class MailServer:
    """Sends one mail after the other over one connection."""

    def __init__(self) -> None:
        self._connection = get_connection()
        self._trouble: Exception | None = None

    def reach(self) -> None:
        """Connect; where that fails, `send` says so."""
        try:
            self._connection.open()
        except (OSError, ValueError) as error:
            self._trouble = error

    def send(self, message: EmailMessage) -> None:
        """Raises OSError, or ValueError where an address is none."""
        if self._trouble:
            raise self._trouble
        message.connection = self._connection
        message.send()

    def leave(self) -> None:
        self._connection.close()


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Reach it first, for a server may dawdle: whoever dies meanwhile has taken no mail yet."""
    server = MailServer()
    if settings.CONFIG.mail.host:
        server.reach()
    try:
        yield server
    finally:
        server.leave()
