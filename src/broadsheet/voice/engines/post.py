"""A question to a server → its answer, of a bounded size, in a bounded time, from it alone."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, IncompleteRead
from ipaddress import ip_address
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from broadsheet.voice.engine import EngineError

_MOST_BYTES = 32 * 1024 * 1024  # of sound are five minutes as a CD has it; a sentence is less
_TOLD = 200  # characters of a server's own words


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and what the server says that it is: `audio/wav`."""

    body: bytes
    media_type: str


def post(url: str, question: Mapping[str, object], *, key: str, timeout_seconds: float) -> Answer:
    """Post the question as JSON, with the key as a bearer's where there is one.

    Redirections are not followed, so that the key goes where it was meant to and nowhere else.
    Raises EngineError for no answer in time, another answer than 200, and more than 32 MB.
    """
    headers = {"Content-Type": "application/json", "Accept": "audio/wav, audio/*"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    request = Request(url, json.dumps(question).encode(), headers, method="POST")  # noqa: S310  # the engine has checked that it is http or https
    proxies = ProxyHandler({}) if _is_here(url) else ProxyHandler()
    opener = build_opener(proxies, _Staying)
    deadline = time.monotonic() + timeout_seconds
    try:
        with opener.open(request, timeout=timeout_seconds) as response:
            body = _read(response, deadline)
            return Answer(body, response.headers.get_content_type())
    except HTTPError as refused:
        with refused:
            raise _refusal(url, refused, key) from refused
    except TimeoutError as late:
        raise _late(url, timeout_seconds) from late
    except URLError as unreached:
        if isinstance(unreached.reason, TimeoutError):
            raise _late(url, timeout_seconds) from unreached
        raise EngineError(f"{url} cannot be reached: {unreached.reason}") from unreached
    except (OSError, HTTPException) as broken:
        raise EngineError(f"{url} broke off its answer: {broken!r}") from broken


class _Staying(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing: a redirection is then an answer like another."""


def _refusal(url: str, refused: HTTPError, key: str) -> EngineError:
    if 300 <= refused.code < 400:
        elsewhere = refused.headers.get("Location", "")[:_TOLD]
        return EngineError(
            f"{url} sends elsewhere, to {elsewhere}; if that is right, write it as url"
        )
    said = refused.read(4 * _TOLD).decode("utf-8", "replace")
    if key:
        said = said.replace(key, "…")
    told = " ".join(said.split())[:_TOLD]
    return EngineError(f"{url} answered {refused.code} {refused.reason}: {told}")


def _is_here(url: str) -> bool:
    """Whether a server runs on this machine, which no proxy can reach."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _read(response: HTTPResponse, deadline: float) -> bytes:
    # A server that sends a byte now and then never runs into the time limit of one reading.
    parts, size = [], 0
    while part := response.read1(65_536):
        parts.append(part)
        size += len(part)
        if size > _MOST_BYTES:
            raise EngineError(
                f"it sent more than {_MOST_BYTES // 1024 // 1024} MB for one sentence"
            )
        if time.monotonic() > deadline:
            raise TimeoutError
    if response.length:
        raise IncompleteRead(b"", response.length)
    return b"".join(parts)


def _late(url: str, timeout_seconds: float) -> EngineError:
    return EngineError(
        f"{url} gave no whole answer in {timeout_seconds:g} s; see whether it runs, or set a longer"
        " timeout_seconds"
    )
