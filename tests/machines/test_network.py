"""The wires of these tests do what a wire does."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.machines.network import Network, NotAllowed, network

pytestmark = pytest.mark.skipif(
    shutil.which("ip") is None, reason="ip is not here: apt-get install iproute2"
)

PORT = 80
SHORT_SECONDS = 0.2
LONG_SECONDS = 60


@pytest.fixture
def two() -> Iterator[Network]:
    with ExitStack() as stack:
        try:
            made = stack.enter_context(network("one", "two"))
        except NotAllowed as not_allowed:
            pytest.skip(str(not_allowed))
        yield made


def test_a_machine_has_a_name_and_an_address_that_nobody_else_sees(two: Network) -> None:
    outside = socket.gethostname()
    with two["one"].inside():
        assert socket.gethostname() == "one"
        socket.create_server((two["one"].address, PORT)).close()
    assert socket.gethostname() == outside
    with pytest.raises(OSError, match="Cannot assign requested address"):
        socket.create_server((two["one"].address, PORT))


def test_a_connection_of_a_machine_that_is_cut_off_hears_nothing_and_goes_on_later(
    two: Network,
) -> None:
    with two["one"].inside():
        server = socket.create_server((two["one"].address, PORT))
    with two["two"].inside():
        client = socket.create_connection((two["one"].address, PORT), LONG_SECONDS)
    answering, _ = server.accept()
    with server, client, answering:
        two["two"].cut_off()
        answering.sendall(b"word")
        client.settimeout(SHORT_SECONDS)
        with pytest.raises(TimeoutError):
            client.recv(9)
        two["two"].join()
        client.settimeout(LONG_SECONDS)
        assert client.recv(9) == b"word"
