"""What goes into a backup comes out of it, whole, or nothing does."""

from __future__ import annotations

import io
import stat
import tarfile
from pathlib import Path
from typing import Any

import pytest

from broadsheet.config import Config, load
from broadsheet.vault.compare import compare
from broadsheet.vault.manifest import Manifest
from broadsheet.vault.snapshot import take_snapshot
from broadsheet.vault.unpack import unpack
from broadsheet.vault.vault_error import VaultError
from broadsheet.vault.without_secrets import without_secrets
from tests.vault.making import NOW, SETTINGS, add_photo, asked, make_newsroom, packed, remove_photo


@pytest.fixture
def newsroom(tmp_path: Path) -> Config:
    return make_newsroom(tmp_path / "newsroom")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "backup.tar"


def test_what_went_in_comes_out(newsroom: Config, out: Path, tmp_path: Path) -> None:
    manifest = packed(newsroom, out)
    assert unpack(out, tmp_path / "new") == manifest
    restored = load(tmp_path / "new")
    assert (restored.media / "images/pier.jpg").read_bytes() == b"a picture"
    assert (restored.recordings / "12-abc/12.mp3").read_bytes() == b"sound"
    assert asked(restored.sqlite_file, "SELECT file FROM photo") == ["images/pier.jpg"]
    assert restored.paper.time_zone == "Asia/Seoul"


def test_no_secret_is_in_it_unless_asked_for(newsroom: Config, out: Path, tmp_path: Path) -> None:
    packed(newsroom, out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    data = out.read_bytes()
    for secret in (b"a long pass-phrase", b"likewise", b"the key", b"signed-in"):
        assert secret not in data
    packed(newsroom, tmp_path / "all.tar", with_secrets=True)
    unpack(tmp_path / "all.tar", tmp_path / "new")
    restored = load(tmp_path / "new")
    assert restored.mail.password == "a long pass-phrase"
    assert restored.secret_key_file.read_text() == "the key"
    assert stat.S_IMODE(restored.secret_key_file.stat().st_mode) == 0o600
    assert asked(restored.sqlite_file, "SELECT session_key FROM django_session") == ["signed-in"]


def test_a_secret_that_cannot_be_left_out_is_told_of() -> None:
    assert 'host = "mail.example"' in without_secrets(SETTINGS)
    with pytest.raises(VaultError, match="password cannot be left out"):
        without_secrets('mail = { host = "m", password = "hidden" }')
    with pytest.raises(VaultError, match="several lines"):
        without_secrets('[mail]\npassword = """\nhidden\n"""')


def test_a_photo_that_comes_while_it_is_made_is_in_it(newsroom: Config, out: Path) -> None:
    """Its file comes after the folders were packed, its row before the snapshot."""

    def late(database: Path, copy: Path, **options: Any) -> None:
        add_photo(newsroom, "images/late.jpg", b"late")
        take_snapshot(database, copy, **options)

    manifest = packed(newsroom, out, snapshot=late)
    assert "media/images/late.jpg" in manifest.files
    assert manifest.missing == ()


def test_a_photo_that_is_still_being_written_is_packed_whole(
    newsroom: Config, out: Path, tmp_path: Path
) -> None:
    (newsroom.media / "images/half.jpg").write_bytes(b"ha")

    def ended(database: Path, copy: Path, **options: Any) -> None:
        add_photo(newsroom, "images/half.jpg", b"half no more")
        take_snapshot(database, copy, **options)

    packed(newsroom, out, snapshot=ended)
    unpack(out, tmp_path / "new")
    assert (tmp_path / "new/var/media/images/half.jpg").read_bytes() == b"half no more"


def test_where_a_photo_goes_while_it_is_made_the_snapshot_is_taken_again(
    newsroom: Config, out: Path, tmp_path: Path
) -> None:
    taken = []

    def then_gone(database: Path, copy: Path, **options: Any) -> None:
        if not taken:
            add_photo(newsroom, "images/brief.jpg")
        take_snapshot(database, copy, **options)
        if not taken:
            remove_photo(newsroom, "images/brief.jpg")
        taken.append(copy)

    assert packed(newsroom, out, snapshot=then_gone).missing == ()
    assert len(taken) == 2
    unpack(out, tmp_path / "new")
    assert asked(load(tmp_path / "new").sqlite_file, "SELECT count(*) FROM photo") == [1]


def test_a_photo_that_the_newsroom_has_lost_is_told_of(newsroom: Config, out: Path) -> None:
    (newsroom.media / "images/pier.jpg").unlink()
    assert packed(newsroom, out).missing == ("images/pier.jpg",)


def test_nothing_is_written_over(newsroom: Config, out: Path, tmp_path: Path) -> None:
    out.write_text("mine")
    with pytest.raises(VaultError, match="something is there already"):
        packed(newsroom, out)
    out.unlink()
    packed(newsroom, out)
    (tmp_path / "new").mkdir()
    (tmp_path / "new/mine").touch()
    with pytest.raises(VaultError, match="something is there already"):
        unpack(out, tmp_path / "new")
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["mine"]


def test_what_was_damaged_is_refused_and_leaves_nothing(
    newsroom: Config, out: Path, tmp_path: Path
) -> None:
    packed(newsroom, out)
    whole = out.read_bytes()
    at = whole.index(b"a picture")
    for damaged in (
        whole[:at] + b"A" + whole[at + 1 :],
        whole[: len(whole) // 2],
        b"no backup",
        b"",
    ):
        out.write_bytes(damaged)
        with pytest.raises(VaultError, match="take another one"):
            unpack(out, tmp_path / "new")
        assert not (tmp_path / "new").exists()


def test_a_backup_that_lacks_its_database_is_none(out: Path, tmp_path: Path) -> None:
    manifest = Manifest(version="1", made_at=NOW, has_secrets=False).written()
    with tarfile.open(out, "w") as tar:
        entry = tarfile.TarInfo("backup.json")
        entry.size = len(manifest)
        tar.addfile(entry, io.BytesIO(manifest))
    with pytest.raises(VaultError, match="it lacks a database, or settings; take another one"):
        unpack(out, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_backup_of_a_newsroom_in_sqlite_goes_into_no_other_database(
    newsroom: Config, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(newsroom, out)
    with pytest.raises(VaultError, match="in SQLite; restore it without --database"):
        unpack(out, tmp_path / "new", database_url="postgresql:///paper")
    monkeypatch.setenv("BROADSHEET_DATABASE__URL", "postgresql:///paper")
    with pytest.raises(VaultError, match="is in PostgreSQL; unset BROADSHEET_DATABASE__URL"):
        unpack(out, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_newsroom_is_restored_into_no_store(
    newsroom: Config, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another one may be at work in it."""
    packed(newsroom, out)
    monkeypatch.setenv("BROADSHEET_STORE__BUCKET", "courier")
    with pytest.raises(VaultError, match=r"names the store 'courier', and .* unset BROADSHEET_ST"):
        unpack(out, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "name", ["../escaped", "/escaped", "media/../../escaped", "media", "else/a"]
)
def test_nothing_is_written_outside_the_newsroom(name: str, out: Path, tmp_path: Path) -> None:
    with tarfile.open(out, "w") as tar:
        entry = tarfile.TarInfo(name)
        entry.size = 4
        tar.addfile(entry, io.BytesIO(b"mine"))
    with pytest.raises(VaultError, match="belongs in no backup"):
        unpack(out, tmp_path / "new")
    assert not (tmp_path / "escaped").exists()


def test_two_sites_are_compared_to_the_byte(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for site in (first, second):
        (site / "a").mkdir(parents=True)
        (site / "a/index.html").write_text("the same")
        (site / "index.html").write_text(site.name)
    (second / "extra.html").touch()
    made_at = (first / "index.html").stat().st_mtime
    found = compare(first, second, made_at=made_at + 60)
    assert (found.same, found.differing, found.since) == (1, ("extra.html", "index.html"), 0)
    assert compare(first, second, made_at=made_at - 60).since == 2
