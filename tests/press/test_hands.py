"""Several processes print the same paper as the press alone, and none is left over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press import hands as hands_module
from broadsheet.press.expand import expand
from broadsheet.press.hands import Hands
from broadsheet.press.models import Order, Output, Urgency
from broadsheet.press.print_in_place import print_in_place
from broadsheet.press.work import press_until_done, start, the_site
from tests.make import make_copy, make_reports
from tests.server.running import is_alive, wait_until


@pytest.fixture
def reports(newsroom: Config) -> list[ReportPage]:
    made = make_reports([make_copy() for _ in range(12)])
    start(the_site())
    press_until_done(urgency=Urgency.REBUILD)
    return made


def snapshot(site: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(site)): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and file.suffix not in {".br", ".gz"}
    }


def order_everything() -> None:
    Order.place("everything")
    while expand():
        pass


def print_with(hands: Hands) -> None:
    wait_until(hands._are_here, "a process that prints")
    while Output.objects.filter(is_stale=True).exists():
        assert hands.bake()


def test_they_print_what_the_press_prints_alone(
    newsroom: Config, reports: list[ReportPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands_module, "bake", lambda _site: pytest.fail("it was printed alone"))
    wanted = snapshot(newsroom.site)
    for path in list(wanted)[::2]:
        (newsroom.site / path).write_bytes(b"spoilt")
    order_everything()
    for output in Output.objects.all():
        output.files.update(digest="")
    with Hands(the_site(), worth_it=1) as hands:
        print_with(hands)
    assert snapshot(newsroom.site) == wanted
    assert not Output.objects.exclude(trouble="").exists()


def test_they_pack_what_went_out_quickly(
    newsroom: Config, reports: list[ReportPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands_module, "pack", lambda *_, **_more: pytest.fail("packed alone"))
    variant = next(newsroom.site.rglob("print/index.html.br"))
    wanted = snapshot(newsroom.site)
    quick = variant.stat().st_size
    assert Output.objects.filter(is_packed=False).count() > 12
    with Hands(the_site(), worth_it=1) as hands:
        wait_until(hands._are_here, "a process that packs")
        while Output.objects.filter(is_packed=False).exists():
            assert hands.pack()
    assert variant.stat().st_size < quick
    assert snapshot(newsroom.site) == wanted


def test_what_moves_files_is_left_to_the_press(
    newsroom: Config, reports: list[ReportPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadsheet.press.print_in_place.BATCH_SECONDS", 60)
    before = snapshot(newsroom.site)
    reports[0].slug = "renamed"
    reports[0].save()
    while expand():
        pass
    moving, staying = f"report:{reports[0].pk}", f"report:{reports[1].pk}"
    done = print_in_place([moving, staying])
    assert done.left == (moving,)
    assert staying in {one.key for one in done.printed}
    assert snapshot(newsroom.site) == before


def test_where_one_dies_the_press_goes_on_alone(
    newsroom: Config, reports: list[ReportPage], caplog: pytest.LogCaptureFixture
) -> None:
    wanted = snapshot(newsroom.site)
    order_everything()
    with Hands(the_site(), worth_it=1) as hands:
        wait_until(lambda: hands._are_here() and len(hands._ready) == len(hands._hands))
        for hand in hands._hands.values():
            os.killpg(hand._process.pid, signal.SIGKILL)
        while Output.objects.filter(is_stale=True).exists():
            hands.bake()
        assert "killed by SIGKILL; the press goes on alone" in caplog.text
        assert not hands._hands
    assert snapshot(newsroom.site) == wanted


# Calls a hand, says its number and dies.
DIES = """
import os, signal, sys
from broadsheet.beside import Beside
hand = Beside("broadsheet.press.hand", env={})
hand.tell(sys.argv[1])
hand.answer()
print(hand._process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_none_is_left_when_the_press_is_killed(newsroom: Config) -> None:
    died = subprocess.run(
        [sys.executable, "-c", DIES, str(newsroom.home)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL
    wait_until(lambda: not is_alive(int(died.stdout)), "the process to end")
