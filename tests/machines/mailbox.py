"""A mail server that takes everything and keeps a note of each mail."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes

PORT = 2525


class Mailbox(socketserver.ThreadingTCPServer):
    """`taken` has the recipient of each mail, in the order in which they came."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: str) -> None:
        super().__init__((address, PORT), _Session)
        self.taken: list[str] = []


@contextmanager
def mailbox(address: str) -> Iterator[Mailbox]:
    with Mailbox(address) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        try:
            yield made
        finally:
            made.shutdown()
            thread.join()


class _Session(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as somebody needs who only sends."""

    server: Mailbox

    def handle(self) -> None:
        with suppress(OSError):  # whoever sent it was killed, or cut off
            self._talk()

    def _talk(self) -> None:
        self._say("220 mailbox")
        for line in self.rfile:
            match line.split()[:1]:
                case [b"DATA" | b"data"]:
                    self._say("354 go on")
                    self._take()
                case [b"QUIT" | b"quit"]:
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 fine")

    def _take(self) -> None:
        lines = iter(self.rfile.readline, b".\r\n")
        whole = []
        for line in lines:
            if not line:
                return  # whoever sent it has gone in the midst of it: it is no mail
            whole.append(line)
        self.server.taken.append(str(message_from_bytes(b"".join(whole))["To"]))
        self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())
