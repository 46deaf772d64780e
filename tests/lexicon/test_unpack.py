from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from broadsheet.lexicon import unpack
from broadsheet.lexicon.unpack import read_bounded, read_text, unpacked
from broadsheet.lexicon.volume import DictionaryError


def make_zip(file: Path, **files: str) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return file


def test_what_was_packed_can_be_read_and_goes_away_after(tmp_path: Path) -> None:
    with unpacked(make_zip(tmp_path / "a.zip", **{"inside/words.txt": "ship"})) as place:
        assert (place / "inside/words.txt").read_text() == "ship"
    assert not place.exists()


def test_a_tarball_of_a_package_is_opened_too(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tgz", "w:gz") as packed:
        member = tarfile.TarInfo("package/words.txt")
        member.size = 4
        packed.addfile(member, io.BytesIO(b"ship"))
    with unpacked(tmp_path / "a.tgz") as place:
        assert (place / "package/words.txt").read_text() == "ship"


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "a/../../out.txt", "..\\out.txt"])
def test_no_file_is_written_outside(tmp_path: Path, name: str) -> None:
    file = make_zip(tmp_path / "a.zip", **{name: "bad"})
    with pytest.raises(DictionaryError, match="written outside"), unpacked(file):
        pass
    assert not (tmp_path / "out.txt").exists()


def test_a_link_in_a_tarball_is_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as packed:
        link = tarfile.TarInfo("words.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    with unpacked(tmp_path / "a.tar") as place:
        assert not list(place.iterdir())


def test_an_archive_that_would_fill_the_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpack, "MOST_BYTES", 1000)
    file = make_zip(tmp_path / "a.zip", words="a" * 100_000)
    with pytest.raises(DictionaryError, match="larger than"), unpacked(file):
        pass


def test_a_gzip_file_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.dict.dz"
    file.write_bytes(gzip.compress(b"a" * 100_000))
    with pytest.raises(DictionaryError, match="larger than"):
        read_bounded(file, most_bytes=1000)


@pytest.mark.parametrize("name", ["a.zip", "a.tgz", "a.whl", "a.tar.xz"])
def test_a_broken_archive_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"this is no archive")
    with (
        pytest.raises(DictionaryError, match=f"^{name}: this archive is broken"),
        unpacked(tmp_path / name),
    ):
        pass


def test_a_gzip_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"ship" * 100)[:-9])
    with pytest.raises(DictionaryError, match="gzip file is broken"):
        read_bounded(tmp_path / "a.gz")


def test_text_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    with pytest.raises(DictionaryError, match="byte 3 is not UTF-8"):
        read_text(tmp_path / "a.txt")
