from __future__ import annotations

import os
import socket

import pytest

from broadsheet.server.port import ensure_free
from broadsheet.server.supervise import ServeError
from tests.server.making import free_port


def test_a_free_port_is_free() -> None:
    port = free_port()
    for host in ("127.0.0.1", "localhost", "0.0.0.0"):
        ensure_free(host, port)


@pytest.mark.parametrize("taken", ["127.0.0.1", "0.0.0.0"])
def test_a_port_in_use_is_said_to_be(taken: str) -> None:
    with socket.create_server((taken, 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServeError) as error:
            ensure_free("127.0.0.1", port)
    assert str(error.value) == (
        f"127.0.0.1:{port} is in use by another program; "
        "set [server] port in broadsheet.toml or end that program"
    )


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "x" * 300])
def test_a_host_that_is_not_ours_is_said_not_to_be(host: str) -> None:
    with pytest.raises(ServeError, match=r"is no address of this machine; write 127\.0\.0\.1"):
        ensure_free(host, free_port())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may listen everywhere")
def test_a_port_for_the_administrator_is_said_to_be_one() -> None:
    with pytest.raises(
        ServeError, match=r"set \[server\] port in broadsheet\.toml to 1024 or above"
    ):
        ensure_free("127.0.0.1", 80)
