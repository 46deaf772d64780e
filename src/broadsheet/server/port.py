"""A host and a port → certainty, before anything starts, that we can listen there."""

from __future__ import annotations

import errno
import socket

from broadsheet.config import FILE_NAME
from broadsheet.server.supervise import ServeError


def ensure_free(host: str, port: int, *, table: str = "server") -> None:
    """Raise ServeError, in one sentence, when nothing can listen there.

    `table` is the one of `broadsheet.toml` in which both are set.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError):
        raise ServeError(_no_address(host, table)) from None
    for family, kind, protocol, _, address in found:
        with socket.socket(family, kind, protocol) as probe:
            # As every server does: a connection that has just ended does not count.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(address)
                probe.listen()
            except OSError as error:
                raise ServeError(_sentence(error, host, port, table)) from None


def _sentence(error: OSError, host: str, port: int, table: str) -> str:
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    match error.errno:
        case errno.EADDRINUSE:
            return (
                f"{where} is in use by another program; "
                f"set [{table}] port in {FILE_NAME} or end that program"
            )
        case errno.EACCES:
            return (
                f"{where} is open to the administrator alone; "
                f"set [{table}] port in {FILE_NAME} to 1024 or above"
            )
        case errno.EADDRNOTAVAIL:
            return _no_address(host, table)
        case _:
            return f"{where} cannot be listened on: {error.strerror}; set [{table}] in {FILE_NAME}"


def _no_address(host: str, table: str) -> str:
    return (
        f"{FILE_NAME}: [{table}] host is {host!r}, which is no address of this machine; "
        "write 127.0.0.1, or 0.0.0.0 for all of its addresses"
    )
