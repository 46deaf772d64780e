from __future__ import annotations

import io

import pytest
from PIL import Image

from broadsheet.darkroom.develop import develop, fit
from tests.darkroom import odd_pictures as odd


def developed(data: bytes, *, widest: int = 1600) -> Image.Image:
    return develop(io.BytesIO(data), widest=widest)


def is_near(found: tuple[int, ...], wanted: tuple[int, ...], *, by: int = 6) -> bool:
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "HEIF", "WEBP"])
def test_a_picture_that_lies_on_its_side_is_set_upright(kind: str) -> None:
    picture = developed(odd.of_a_phone(kind))
    assert picture.size == (400, 600)
    assert is_near(picture.getpixel((200, 50)), (20, 40, 200), by=16)
    assert is_near(picture.getpixel((200, 550)), odd.ORANGE, by=16)


def test_nothing_of_what_else_the_file_holds_is_left() -> None:
    assert developed(odd.of_a_phone()).info == {}
    assert not developed(odd.of_a_phone()).getexif()


def test_cmyk_becomes_the_colours_of_a_screen() -> None:
    picture = developed(odd.cmyk())
    assert picture.mode == "RGB"
    red, green, blue = picture.getpixel((9, 9))
    assert red > 200 > green > blue


def test_sixteen_bits_become_eight_of_the_same_brightness() -> None:
    assert is_near(developed(odd.sixteen_bits()).getpixel((9, 9)), (156, 156, 156))


def test_colours_are_brought_to_srgb_by_the_profile() -> None:
    assert is_near(
        developed(odd.encoded(Image.new("RGB", (9, 9), odd.ORANGE), "PNG")).getpixel((1, 1)),
        odd.ORANGE,
    )
    red, green, _blue = developed(odd.with_profile()).getpixel((9, 9))
    assert green > red


def test_a_broken_profile_is_passed_over() -> None:
    data = odd.encoded(Image.new("RGB", (9, 9), odd.ORANGE), "JPEG", icc_profile=b"no profile")
    assert is_near(developed(data).getpixel((1, 1)), odd.ORANGE)


def test_what_is_transparent_becomes_white() -> None:
    assert developed(odd.see_through()).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_mode_becomes_plain_colour(mode: str) -> None:
    assert developed(odd.encoded(Image.new(mode, (20, 10)), "PNG")).mode == "RGB"


def test_a_picture_is_made_smaller_and_never_larger() -> None:
    wide = odd.encoded(Image.new("RGB", (4000, 1000)), "JPEG")
    assert developed(wide).size == (1600, 400)
    assert fit(developed(wide), width=400).size == (400, 100)
    assert developed(odd.encoded(Image.new("RGB", (90, 60)), "PNG")).size == (90, 60)


@pytest.mark.parametrize("data", [odd.cut_off(), b"", odd.drawing(), odd.bomb(side=20_000)])
def test_what_cannot_be_decoded_is_an_error_of_reading(data: bytes) -> None:
    with pytest.raises(OSError):  # noqa: PT011  # whichever sentence the decoder has
        developed(data)
