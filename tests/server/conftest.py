"""A door of each kind, opened once for all the questions that leave it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.doors import KINDS, Door, open_door


@pytest.fixture(scope="session", params=KINDS)
def door(request: pytest.FixtureRequest) -> Iterator[Door]:
    with open_door(request.param) as opened:
        yield opened
