"""An address and headers → the answer, unopened: compressed bytes stay compressed."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(url: str, headers: Mapping[str, str]) -> Answer:
    """One GET. Header names come in lower case."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    try:
        asked = f"?{parts.query}" if parts.query else ""
        path = f"{quote(parts.path, safe='/%')}{asked}"
        connection.request("GET", path, headers=dict(headers))
        answer = connection.getresponse()
        named = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, named, answer.read())
    finally:
        connection.close()


def gives_a_page(url: str) -> Callable[[], bool]:
    """Not only that somebody listens: a worker may load its program after its port is open."""

    def is_there() -> bool:
        try:
            return ask(url, {}).status == 200
        except OSError:
            return False

    return is_there
