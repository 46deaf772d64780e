from __future__ import annotations

from pathlib import Path

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from broadsheet.voice.sound.tag_mp3 import tag_mp3
from tests.voice.sound.making import make_programme, make_tags, picture, tone


@pytest.fixture
def mp3(tmp_path: Path) -> Path:
    return make_programme(tmp_path, tone(440, 6, rate=24_000)).mp3


def test_the_head_says_what_it_is(mp3: Path) -> None:
    tag_mp3(mp3, make_tags(), milliseconds=6000)
    head = ID3(mp3)
    assert head.version == (2, 4, 0)
    assert {name: head[name].text for name in ("TIT2", "TPE1", "TALB", "TPUB", "TLAN")} == {
        "TIT2": ["Council votes for “the pier” 😀"],
        "TPE1": ["Ida Brandt", "Mina Oh"],
        "TALB": ["The Quayside Courier"],
        "TPUB": ["The Quayside Courier"],
        "TLAN": ["eng"],
    }
    assert [str(date) for date in head["TDRC"].text] == ["2031-05-05"]
    assert head["WOAF"].url == "https://courier.example/city/pier/"
    assert head.getall("APIC")[0].data == picture()


def test_it_says_that_nobody_spoke_it(mp3: Path) -> None:
    tag_mp3(mp3, make_tags(), milliseconds=6000)
    head = ID3(mp3)
    assert head["COMM::eng"].text == [
        "Written by reporters, read by AI. Synthetic speech, voice: Harbour."
    ]
    assert head["TXXX:Voice"].text == ["Harbour"]
    assert head["TXXX:IPTC DigitalSourceType"].text == [
        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    ]


def test_chapters_stand_at_the_headings_and_fill_the_programme(mp3: Path) -> None:
    tag_mp3(mp3, make_tags(), milliseconds=6000)
    head = ID3(mp3)
    (contents,) = head.getall("CTOC")
    chapters = [head[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [(one.start_time, one.end_time, one.sub_frames["TIT2"].text[0]) for one in chapters] == [
        (0, 2500, "Council votes"),
        (2500, 4000, "“Why now?”"),
        (4000, 6000, "Ice"),
    ]
    assert {one.start_offset for one in chapters} == {0xFFFFFFFF}


def test_what_is_not_known_is_not_said(mp3: Path) -> None:
    bare = make_tags(authors=(), address="", artwork=b"", chapters=(), language="xx")
    tag_mp3(mp3, bare, milliseconds=6000)
    names = {name.split(":")[0] for name in ID3(mp3)}
    assert not names & {"TPE1", "WOAF", "APIC", "CHAP", "CTOC", "TLAN"}


def test_the_sound_stays_as_it_was(mp3: Path) -> None:
    frames = mp3.read_bytes()[-20_000:]
    tag_mp3(mp3, make_tags(), milliseconds=6000)
    assert mp3.read_bytes().endswith(frames)
    assert MP3(mp3).info.length == pytest.approx(6, abs=0.1)


def test_tagging_again_changes_nothing(mp3: Path) -> None:
    tag_mp3(mp3, make_tags(), milliseconds=6000)
    once = mp3.read_bytes()
    tag_mp3(mp3, make_tags(), milliseconds=6000)
    assert mp3.read_bytes() == once
