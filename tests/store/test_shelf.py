"""A shelf holds what one process made for another: in a folder, or in the store for them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.config import Config
from broadsheet.store.shelf import Shelf, shelf_of
from tests.stores import Store

LATER = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)


@pytest.fixture(params=["folder", "store"])
def shelf_at(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Shelf]:
    """The shelf as the machine so called sees it."""
    if request.param == "folder":
        return lambda _machine: shelf_of(Config(home=tmp_path), tmp_path / "var/sound")
    store: Store = request.getfixturevalue("store")
    config = store.bucket()
    return lambda machine: shelf_of(
        Config(home=tmp_path / machine, store=config), tmp_path / machine / "var/sound"
    )


def made(folder: Path, data: bytes) -> Path:
    file = folder / "made.mp3"
    file.write_bytes(data)
    return file


def test_what_one_process_made_another_reads(
    shelf_at: Callable[[str], Shelf], tmp_path: Path
) -> None:
    file = made(tmp_path, b"sound")
    shelf_at("booth").take_in("12-abc/report.mp3", file)
    assert not file.exists()
    press = shelf_at("press")
    assert press.has("12-abc/report.mp3")
    assert press.read("12-abc/report.mp3") == b"sound"
    assert list(press.names(kept_before=LATER)) == ["12-abc/report.mp3"]
    assert list(press.names(kept_before=LATER - dt.timedelta(days=2))) == []


def test_what_was_removed_is_gone_for_all(shelf_at: Callable[[str], Shelf], tmp_path: Path) -> None:
    shelf_at("booth").take_in("12-abc/report.mp3", made(tmp_path, b"sound"))
    shelf_at("press").remove("12-abc/report.mp3", "never/was.mp3")
    assert not shelf_at("booth").has("12-abc/report.mp3")
    assert list(shelf_at("booth").names(kept_before=LATER)) == []
    with pytest.raises(FileNotFoundError):
        shelf_at("booth").read("12-abc/report.mp3")
