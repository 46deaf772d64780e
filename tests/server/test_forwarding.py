from __future__ import annotations

import pytest

from broadsheet.server.forwarding import reader_behind
from broadsheet.setting.server import ServerConfig

BELIEVED = ServerConfig(proxies="127.0.0.1, 10.0.0.0/8 2001:db8::/32").believed


@pytest.mark.parametrize(
    ("peer", "named", "reader"),
    [
        ("127.0.0.1", ["203.0.113.9"], "203.0.113.9"),
        ("203.0.113.9", ["198.51.100.7"], "203.0.113.9"),
        ("127.0.0.1", ["198.51.100.7, 203.0.113.9, 10.1.2.3"], "203.0.113.9"),
        ("127.0.0.1", ["198.51.100.7", "203.0.113.9"], "203.0.113.9"),
        ("127.0.0.1", ["10.9.9.9, 10.1.2.3"], "10.9.9.9"),
        ("2001:db8::1", ["2a02::1"], "2a02::1"),
        ("127.0.0.1", ["not an address"], "127.0.0.1"),
        ("127.0.0.1", [""], "127.0.0.1"),
        ("127.0.0.1", [], "127.0.0.1"),
        ("", ["203.0.113.9"], ""),
    ],
)
def test_the_reader_is_the_nearest_who_is_no_proxy(
    peer: str, named: list[str], reader: str
) -> None:
    assert reader_behind(peer, forwarded_for=named, proxies=BELIEVED) == reader


def test_nobody_is_believed_where_no_proxy_is_named() -> None:
    found = reader_behind("127.0.0.1", forwarded_for=["203.0.113.9"], proxies=())
    assert found == "127.0.0.1"
