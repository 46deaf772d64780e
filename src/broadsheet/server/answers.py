"""A socket → whether an HTTP server answers there."""

from __future__ import annotations

import socket


class Answers:
    """Asks an HTTP server for `path` once and, each time it is called, looks for an answer.

    Whatever the answer is, who gives it is at work. `address` is the path of a unix socket, or
    host and port. It never waits for more than a connection to its own machine.
    """

    def __init__(self, address: str | tuple[str, int], *, path: str) -> None:
        self._address = address
        self._question = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        self._connection: socket.socket | None = None

    def __call__(self) -> bool:
        try:
            if self._connection is None:
                self._connection = self._ask()
            answer = self._connection.recv(1)
        except BlockingIOError:
            return False
        except OSError:
            # Not there yet, or ended in the middle.
            answer = b""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        return bool(answer)

    def _ask(self) -> socket.socket:
        if isinstance(self._address, tuple):
            connection = socket.create_connection(self._address, timeout=1)
        else:
            connection = socket.socket(socket.AF_UNIX)
            try:
                connection.connect(self._address)
            except OSError:
                connection.close()
                raise
        connection.sendall(self._question.encode("ascii"))
        connection.setblocking(False)
        return connection
