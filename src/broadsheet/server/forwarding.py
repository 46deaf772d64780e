"""What the front door tells the web process of a reader, and what it keeps from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address

# Headers by which a program in front speaks of the reader. Django and gunicorn believe them, so
# none that the reader sends gets through; X-Forwarded-For, X-Forwarded-Proto and X-Request-ID
# are written anew.
WITHHELD = (
    "Forwarded",
    "Proxy",
    "Remote-User",
    "X-Forwarded-Host",
    "X-Forwarded-Port",
    "X-Forwarded-Prefix",
    "X-Forwarded-Protocol",
    "X-Forwarded-Server",
    "X-Forwarded-Ssl",
    "X-Real-IP",
    "X-Remote-User",
)

LARGEST_BODY_MEGABYTES = 64


def reader_behind(
    peer: str, *, forwarded_for: Iterable[str], proxies: Collection[IPv4Network | IPv6Network]
) -> str:
    """The address nearest to us that is none of the `proxies`, as nginx finds it.

    `peer` is who connected; `forwarded_for` are the values of X-Forwarded-For, the nearest last.
    """
    named = [one.strip() for value in forwarded_for for one in value.split(",")]
    while named and _is_among(peer, proxies) and _is_address(named[-1]):
        peer = named.pop()
    return peer


def _is_among(address: str, networks: Collection[IPv4Network | IPv6Network]) -> bool:
    return _is_address(address) and any(ip_address(address) in network for network in networks)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
