from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.postgresql import cluster

# Nothing in it has to survive the machine.
QUICK = (
    *("fsync=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"),
    *("shared_buffers=64MB", "autovacuum=off"),
)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of an empty database, as an account that may do all."""
    with cluster(QUICK) as url:
        yield url
