from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from broadsheet.darkroom.packet import packet
from broadsheet.darkroom.picture_data import PictureData, picture_data

WORDS = PictureData(
    caption="The pier at dawn & after <the storm>.",
    alt="A pier with two lamps.",
    credit="EXAMPLE PRESS",
    creator="Mina Oh, Ida Brandt",
    rights="© Example Press 부두",
    terms="One front page; not for social media.",
    source_type="trainedAlgorithmicMedia",
)
LINES = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=40)


def told_by(kind: str, words: bytes) -> PictureData:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, kind, xmp=words)
    return picture_data(out.getvalue())


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_what_is_put_in_is_what_is_read(kind: str) -> None:
    assert told_by(kind, packet(WORDS)) == WORDS


@given(st.builds(PictureData, caption=LINES, alt=LINES, credit=LINES, rights=LINES, terms=LINES))
def test_any_words_come_back(words: PictureData) -> None:
    assert not packet(words) or told_by("JPEG", packet(words)) == words


def test_a_packet_is_small_and_fits_into_a_jpeg_whatever_is_written() -> None:
    assert len(packet(WORDS)) < 1600
    endless = replace(WORDS, **dict.fromkeys(("caption", "alt", "credit", "terms"), "한&" * 9000))
    assert told_by("JPEG", packet(endless)).caption.startswith("한&한")


def test_a_picture_without_words_carries_no_packet() -> None:
    assert packet(PictureData()) == b""
