"""An address on another site → whether something is there.

Reporters write these addresses, and this machine may reach what the world cannot: it asks only
hosts with public addresses, on the two usual ports, and connects to the very address that it
looked at, so that no second look-up can lead it elsewhere.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

Answer = Literal["fine", "dead", "unknown"]

PATIENCE_SECONDS = 5
MOST_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_GONE = {404, 410}
_ASK_DIFFERENTLY = {400, 403, 405, 501}
_REDIRECTS = {301, 302, 303, 307, 308}
_HEADERS = {"User-Agent": "Broadsheet (it looks whether a link still leads somewhere)"}


def ask_link(url: str) -> Answer:
    """“dead” where its host says that it is gone, or is no host any more; “unknown” where nothing
    can be said: another fault, no network, an address that is not asked for."""
    try:
        for _ in range(MOST_REDIRECTS):
            status, leads_to = _ask(url)
            if status not in _REDIRECTS or not leads_to:
                return "dead" if status in _GONE else "fine"
            url = urljoin(url, leads_to)
    except socket.gaierror as error:
        return "dead" if error.errno == socket.EAI_NONAME and _has_network() else "unknown"
    except (OSError, http.client.HTTPException, ValueError):
        return "unknown"
    return "unknown"


def _ask(url: str) -> tuple[int, str]:
    status, leads_to = _ask_by("HEAD", url)
    if status in _ASK_DIFFERENTLY | _GONE:
        status, leads_to = _ask_by("GET", url)
    return status, leads_to


def _ask_by(method: str, url: str) -> tuple[int, str]:
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or parts.port not in {None, _PORTS[parts.scheme]}:
        raise ValueError(f"{url} is not asked for")
    host = (parts.hostname or "").encode("idna").decode("ascii")
    connection = _connection(parts.scheme, host)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='%/:?@!$&()*+,;=~-._')}" if parts.query else ""
    try:
        connection.request(method, f"{path}{query}", headers=_HEADERS)
        answer = connection.getresponse()  # its head; what follows is never read
        return answer.status, answer.headers.get("Location", "")
    finally:
        connection.close()


def _connection(scheme: str, host: str) -> http.client.HTTPConnection:
    port = _PORTS[scheme]
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE_SECONDS)
    plain = socket.create_connection((_public_address(host, port), port), PATIENCE_SECONDS)
    if scheme == "https":
        plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    connection.sock = plain
    return connection


def _public_address(host: str, port: int) -> str:
    """One of the host's addresses. Raises ValueError where one of them is not the world's."""
    found = {str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    for address in found:
        if not ipaddress.ip_address(address.partition("%")[0]).is_global:
            raise ValueError(f"{host} is at {address}, which is not asked for")
    return min(found, key=lambda one: (":" in one, one))


def _has_network() -> bool:
    """Whether names can be looked up at all: one that will always be there."""
    try:
        socket.getaddrinfo("www.iana.org", 443)
    except OSError:
        return False
    return True
