from __future__ import annotations

from functools import partial

import pytest

from tests.server.asking import ask
from tests.server.doors import KINDS, Door, open_door
from tests.server.making import put
from tests.server.running import wait_until


def location(door: Door, path: str) -> str:
    reply = ask(door.address, path)
    return reply["Location"] if reply.status == 301 else ""


def leads_to(door: Door, old: str, new: str) -> bool:
    return location(door, old) == new


def test_an_old_address_leads_to_the_new_one(door: Door) -> None:
    assert location(door, "/old/address/") == "/national/talks/"
    assert location(door, "/Old/Address/") == "/national/talks/"


@pytest.mark.parametrize("kind", KINDS)
def test_the_map_may_change_while_the_server_runs(kind: str) -> None:
    with open_door(kind) as door:
        door.move(
            '"/old/address/" "/another/";\n'
            '"/옛/주소/" "/%EC%A0%84%EA%B5%AD/";\n'
            '"/elsewhere/" "https://other.example/a?b=c";\n'
            f'"/{"long-" * 50}/" "/long/";\n'
        )
        for old, new in {
            "/old/address/": "/another/",
            "/%EC%98%9B/%EC%A3%BC%EC%86%8C/": "/%EC%A0%84%EA%B5%AD/",
            "/elsewhere/": "https://other.example/a?b=c",
            f"/{'long-' * 50}/": "/long/",
        }.items():
            # For a moment the processes that know the old map answer too.
            wait_until(partial(leads_to, door, old, new), f"{old} → {new}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_map_that_is_none_changes_nothing(kind: str) -> None:
    with open_door(kind) as door:
        door.move("this is no map\n")
        assert location(door, "/old/address/") == "/national/talks/"
        wait_until(lambda: "moved.map" in door.process.log, "a line in the log")
        assert location(door, "/old/address/") == "/national/talks/"


@pytest.mark.parametrize("kind", KINDS)
def test_ten_thousand_addresses_may_have_moved(kind: str) -> None:
    with open_door(kind) as door:
        door.move("".join(f'"/old/{n}/report/" "/new/{n}/";\n' for n in range(10_000)))
        wait_until(lambda: location(door, "/old/9999/report/") == "/new/9999/", "the new map")
        assert location(door, "/old/0/report/") == "/new/0/"


def test_a_signpost_at_an_old_address_stays_unread(door: Door) -> None:
    """It stands there for servers that do not know the map."""
    put(door.site / "old/address/index.html", "moved")
    assert location(door, "/old/address/") == "/national/talks/"
    assert location(door, "/old/address") == "/old/address/"
