"""One HTTP request over a socket of its own, with a target that no client library tidies."""

from __future__ import annotations

import gzip
import http.client
import socket
from dataclasses import dataclass

import brotli

Address = tuple[str, int]
TIMEOUT_SECONDS = 120


@dataclass(frozen=True)
class Reply:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def __getitem__(self, name: str) -> str:
        """The header's one value, "" where it is missing; twice is an error."""
        found = self.all(name)
        assert len(found) <= 1, f"{name} comes {len(found)} times"
        return found[0] if found else ""

    @property
    def text(self) -> str:
        """The body, unpacked."""
        match self["Content-Encoding"]:
            case "br":
                return bytes(brotli.decompress(self.body)).decode()
            case "gzip":
                return gzip.decompress(self.body).decode()
            case _:
                return self.body.decode()


def ask(
    address: Address,
    target: str | bytes,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: bytes = b"",
) -> Reply:
    with socket.create_connection(address, timeout=TIMEOUT_SECONDS) as connection:
        return ask_on(connection, target, method=method, headers=headers, body=body)


def ask_on(
    connection: socket.socket,
    target: str | bytes,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: bytes = b"",
) -> Reply:
    fields = {"Host": "paper.example:8000"} | (headers or {})
    if body:
        fields.setdefault("Content-Length", str(len(body)))
    raw = target.encode() if isinstance(target, str) else target
    head = b"%s %s HTTP/1.1\r\n" % (method.encode(), raw)
    head += b"".join(f"{name}: {value}\r\n".encode("latin-1") for name, value in fields.items())
    connection.sendall(head + b"\r\n" + body)
    with http.client.HTTPResponse(connection, method=method) as response:
        response.begin()
        return Reply(response.status, response.getheaders(), response.read())
