from __future__ import annotations

import base64
from pathlib import Path

import numpy as np
import pytest
from mutagen.flac import Picture
from mutagen.oggopus import OggOpus

from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.tag_opus import tag_opus
from tests.voice.sound.making import make_programme, make_tags, picture, tone


@pytest.fixture
def opus(tmp_path: Path) -> Path:
    return make_programme(tmp_path, tone(440, 6, rate=24_000)).opus


def test_the_comments_say_what_it_is(opus: Path) -> None:
    tag_opus(opus, make_tags(artwork=b"", chapters=()))
    assert dict(OggOpus(opus)) == {
        "title": ["Council votes for “the pier” 😀"],
        "artist": ["Ida Brandt", "Mina Oh"],
        "album": ["The Quayside Courier"],
        "organization": ["The Quayside Courier"],
        "date": ["2031-05-05"],
        "genre": ["News"],
        "language": ["en-GB"],
        "contact": ["https://courier.example/city/pier/"],
        "comment": ["Written by reporters, read by AI. Synthetic speech, voice: Harbour."],
        "voice": ["Harbour"],
        "iptc digitalsourcetype": [
            "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
        ],
    }


def test_chapters_have_a_time_and_a_name(opus: Path) -> None:
    tag_opus(opus, make_tags())
    comments = OggOpus(opus)
    assert comments["CHAPTER001"] == ["00:00:02.500"]
    assert comments["CHAPTER001NAME"] == ["“Why now?”"]
    assert "CHAPTER003" not in comments


def test_the_picture_is_in_it_with_its_size(opus: Path) -> None:
    tag_opus(opus, make_tags(artwork=picture(600)))
    found = Picture(base64.b64decode(OggOpus(opus)["METADATA_BLOCK_PICTURE"][0]))
    assert (found.mime, found.width, found.height, found.data) == (
        "image/jpeg", 600, 300, picture(600),
    )  # fmt: skip


def test_a_large_picture_leaves_the_sound_as_it_was(opus: Path) -> None:
    before = [samples for samples, _ in decoded(opus)]
    noise = np.random.default_rng(1).integers(0, 255, 200_000, np.uint8).tobytes()
    tag_opus(opus, make_tags(artwork=picture() + noise))
    after = [samples for samples, _ in decoded(opus)]
    assert np.array_equal(np.concatenate(before), np.concatenate(after))


def test_artwork_has_to_be_a_jpeg(opus: Path) -> None:
    with pytest.raises(SoundError, match="the artwork is 9 bytes that are no JPEG"):
        tag_opus(opus, make_tags(artwork=b"GIF89a..."))


def test_tagging_again_changes_nothing(opus: Path) -> None:
    tag_opus(opus, make_tags())
    once = opus.read_bytes()
    tag_opus(opus, make_tags())
    assert opus.read_bytes() == once
