"""What is handed in as a picture is decoded out of harm's way first."""

from __future__ import annotations

import io

import pytest

from broadsheet.darkroom import look as door
from broadsheet.darkroom.develop import develop
from broadsheet.darkroom.look import PictureRefusedError, Refusal, look
from broadsheet.darkroom.look_worker import looked_at
from tests.darkroom import odd_pictures as odd


def test_a_picture_is_what_its_bytes_are() -> None:
    found = look(odd.of_a_phone("HEIF"))
    assert found.format == "HEIF"
    assert {found.width, found.height} == {600, 400}


@pytest.mark.parametrize("data", [odd.cmyk(), odd.sixteen_bits(), odd.see_through()])
def test_odd_pictures_are_taken(data: bytes) -> None:
    assert looked_at(data)["width"] == 300


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", Refusal.NO_PICTURE),
        (b"%PDF-1.7 and more", Refusal.NO_PICTURE),
        (odd.drawing(), Refusal.NO_PICTURE),
        (odd.cut_off(), Refusal.BROKEN),
        (odd.moving(), Refusal.MOVING),
        (odd.bomb(side=11_000), Refusal.TOO_MANY_PIXELS),
        (odd.bomb(side=30_000), Refusal.TOO_MANY_PIXELS),
    ],
)
def test_what_cannot_be_printed_is_refused_with_the_reason(data: bytes, refusal: Refusal) -> None:
    assert looked_at(data)["refusal"] == refusal


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "I;16"])
@pytest.mark.parametrize("packed", ["raw", "tiff_lzw", "tiff_adobe_deflate"])
def test_a_tiff_is_taken_however_it_is_packed(mode: str, packed: str) -> None:
    data = odd.tiff(mode, packed)
    assert looked_at(data) == {"format": "TIFF", "width": 300, "height": 200}
    assert develop(io.BytesIO(data), widest=100).size == (100, 67)


@pytest.mark.parametrize("mode", ["F", "LAB"])
def test_levels_that_cannot_be_printed_are_refused(mode: str) -> None:
    assert looked_at(odd.tiff(mode))["refusal"] == Refusal.COLOURS


@pytest.mark.parametrize("data", odd.hostile_tiffs().values(), ids=odd.hostile_tiffs())
def test_a_hostile_tiff_is_refused(data: bytes) -> None:
    with pytest.raises(PictureRefusedError):
        look(data)


def test_a_refusal_comes_out_of_the_other_process() -> None:
    with pytest.raises(PictureRefusedError) as refused:
        look(odd.cut_off())
    assert refused.value.refusal is Refusal.BROKEN


def test_a_picture_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "LOOK_SECONDS", 0.001)
    with pytest.raises(PictureRefusedError) as refused:
        look(odd.cmyk())
    assert refused.value.refusal is Refusal.TOO_COSTLY
