from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import brotli
import pytest

from broadsheet.press.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path / "site")
    made.prepare()
    return made


def test_a_page_stands_with_variants_that_unpack_to_it(site: Site, tmp_path: Path) -> None:
    site.put("a/b/index.html", b"<p>Pier</p>" * 100)
    folder = tmp_path / "site/a/b"
    assert brotli.decompress((folder / "index.html.br").read_bytes()) == b"<p>Pier</p>" * 100
    assert gzip.decompress((folder / "index.html.gz").read_bytes()) == b"<p>Pier</p>" * 100


def test_a_photo_has_no_variants(site: Site, tmp_path: Path) -> None:
    site.put("photos/1.webp", b"RIFF")
    assert [file.name for file in (tmp_path / "site/photos").iterdir()] == ["1.webp"]


def test_of_a_sound_only_its_captions_and_cues_have_variants(site: Site, tmp_path: Path) -> None:
    for ending in ("mp3", "opus", "vtt", "json"):
        site.put(f"sound/12-3fa9c1d2e0.{ending}", b"WEBVTT")
    packed = {file.stem for file in (tmp_path / "site/sound").glob("*.br")}
    assert packed == {"12-3fa9c1d2e0.vtt", "12-3fa9c1d2e0.json"}


def test_packing_makes_the_variants_smaller_and_leaves_the_page(site: Site, tmp_path: Path) -> None:
    page = "".join(
        f"<p>Line {n} of the report, with some words of its own.</p>" for n in range(400)
    )
    site.put("index.html", page.encode())
    variant = tmp_path / "site/index.html.br"
    before = variant.stat().st_size
    site.pack("index.html", hashlib.sha256(page.encode()).hexdigest())
    assert variant.stat().st_size < before
    assert brotli.decompress(variant.read_bytes()) == page.encode()


def test_what_is_removed_takes_its_empty_folders_along(site: Site, tmp_path: Path) -> None:
    site.put("a/b/index.html", b"x")
    site.put("a/index.html", b"y")
    site.remove("a/b/index.html")
    assert not (tmp_path / "site/a/b").exists()
    assert (tmp_path / "site/a/index.html").exists()


def test_what_a_crash_left_is_cleared(site: Site, tmp_path: Path) -> None:
    (tmp_path / "site/.press/77-index.html").write_bytes(b"half a pa")
    site.prepare()
    assert list((tmp_path / "site/.press").iterdir()) == []


@pytest.mark.parametrize("path", ["", "../x", "a/../../x", "/etc/passwd", "a//b", "./a", "a/."])
def test_no_path_leads_out_of_the_site(site: Site, path: str) -> None:
    with pytest.raises(ValueError, match="no path of a file under the site"):
        site.put(path, b"x")
