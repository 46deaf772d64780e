"""A newsroom that keeps its photos in a store has them in its backup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from broadsheet.config import Config, load
from broadsheet.setting.store import StoreConfig
from broadsheet.store.bucket import Bucket
from broadsheet.store.store_error import StoreError
from broadsheet.vault.snapshot import take_snapshot
from broadsheet.vault.unpack import unpack
from tests.stores import Store
from tests.vault.making import make_newsroom, packed, write


@pytest.fixture
def newsroom(tmp_path: Path, store: Store) -> Config:
    """Its folder holds the database alone."""
    config = make_newsroom(tmp_path / "newsroom")
    stored = config.model_copy(update={"store": store.bucket()})
    for folder in (config.media, config.recordings):
        for file in folder.rglob("*.*"):
            name = file.relative_to(folder).as_posix()
            Bucket(stored.store, folder.name).keep(name, file.read_bytes())
            file.unlink()
    return stored


def test_what_the_store_has_comes_out_in_the_folder(newsroom: Config, tmp_path: Path) -> None:
    manifest = packed(newsroom, tmp_path / "backup.tar")
    assert manifest.store == "papers"
    assert unpack(tmp_path / "backup.tar", tmp_path / "new") == manifest
    restored = load(tmp_path / "new")
    assert (restored.media / "images/pier.jpg").read_bytes() == b"a picture"
    assert (restored.recordings / "12-abc/12.mp3").read_bytes() == b"sound"


def test_what_comes_into_the_store_while_it_is_made_is_in_it(
    newsroom: Config, tmp_path: Path
) -> None:
    def late(database: Path, copy: Path, **options: Any) -> None:
        Bucket(newsroom.store, "media").keep("images/late.jpg", b"late")
        write(newsroom, "INSERT INTO photo VALUES ('images/late.jpg')")
        take_snapshot(database, copy, **options)

    manifest = packed(newsroom, tmp_path / "backup.tar", snapshot=late)
    assert "media/images/late.jpg" in manifest.files
    assert manifest.missing == ()


def test_what_the_store_has_lost_is_told_of(newsroom: Config, tmp_path: Path) -> None:
    Bucket(newsroom.store, "media").remove("images/pier.jpg")
    assert packed(newsroom, tmp_path / "backup.tar").missing == ("images/pier.jpg",)


def test_a_store_that_is_away_leaves_no_half_backup(newsroom: Config, tmp_path: Path) -> None:
    away: StoreConfig = newsroom.store.model_copy(update={"url": "http://127.0.0.1:9"})
    with pytest.raises(StoreError, match="does not answer"):
        packed(newsroom.model_copy(update={"store": away}), tmp_path / "backup.tar")
    assert [file.name for file in tmp_path.iterdir()] == ["newsroom"]
