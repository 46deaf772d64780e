"""Tags → the head of an MP3 file."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from mutagen import id3

from broadsheet.voice.sound.language_code import language_code
from broadsheet.voice.sound.tags import Tags

_UTF8 = id3.Encoding.UTF8
_CONTENTS = "contents"
# Chapters are given in milliseconds alone.
_NO_OFFSET = 0xFFFFFFFF


def tag_mp3(path: Path, tags: Tags, *, milliseconds: int) -> None:
    """Write the tags into a file that lasts `milliseconds`, in place of those that it has.

    Sources: ID3v2.4.0; ID3v2 Chapter Frame Addendum 1.0; IPTC Digital Source Type.
    """
    head = id3.ID3()
    for frame in (*_text_frames(tags), *_chapter_frames(tags, milliseconds)):
        head.add(frame)
    if tags.artwork:
        head.add(id3.APIC(_UTF8, "image/jpeg", id3.PictureType.COVER_FRONT, "", tags.artwork))
    # No padding: the same tags give the same bytes.
    head.save(path, v1=id3.ID3v1SaveOptions.REMOVE, v2_version=4, padding=lambda _: 0)


def _text_frames(tags: Tags) -> list[id3.Frame]:
    date = tags.published_at.date().isoformat()
    code = language_code(tags.language)
    frames: list[id3.Frame] = [
        id3.TIT2(_UTF8, tags.title),
        id3.TALB(_UTF8, tags.newspaper),
        id3.TPUB(_UTF8, tags.newspaper),
        id3.TDRC(_UTF8, date),
        id3.TDRL(_UTF8, date),
        id3.TCON(_UTF8, "News"),
        id3.COMM(_UTF8, code or "XXX", "", tags.label),
        id3.TXXX(_UTF8, "Label", tags.label),
        id3.TXXX(_UTF8, "Reader" if tags.reader else "Voice", tags.reader or tags.voice),
        id3.TXXX(_UTF8, "IPTC DigitalSourceType", tags.digital_source_type),
    ]
    if tags.authors:
        frames.append(id3.TPE1(_UTF8, list(tags.authors)))
    if code:
        frames.append(id3.TLAN(_UTF8, code))
    if tags.address:
        frames.append(id3.WOAF(tags.address))
    return frames


def _chapter_frames(tags: Tags, milliseconds: int) -> list[id3.Frame]:
    if not tags.chapters:
        return []
    starts = [chapter.start_ms for chapter in tags.chapters]
    names = [f"chapter{number}" for number in range(len(starts))]
    frames: list[id3.Frame] = [
        id3.CTOC(
            element_id=_CONTENTS,
            flags=id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED,
            child_element_ids=names,
            sub_frames=[],
        )
    ]
    spans = pairwise([*starts, milliseconds])
    for name, chapter, (start_ms, end_ms) in zip(names, tags.chapters, spans, strict=True):
        frames.append(
            id3.CHAP(
                element_id=name,
                start_time=start_ms,
                end_time=end_ms,
                start_offset=_NO_OFFSET,
                end_offset=_NO_OFFSET,
                sub_frames=[id3.TIT2(_UTF8, chapter.title)],
            )
        )
    return frames
