"""Tags → the comments of an Opus file."""

from __future__ import annotations

import base64
import io
from pathlib import Path

from mutagen.flac import Picture
from mutagen.id3 import PictureType
from mutagen.oggopus import OggOpus
from PIL import Image, UnidentifiedImageError

from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.tags import Tags


def tag_opus(path: Path, tags: Tags) -> None:
    """Write the tags into the file, in place of those that it has.

    Raises SoundError for artwork that is no JPEG.

    Sources: RFC 7845; Vorbis comment field recommendations; the Ogg chapter extension
    (`CHAPTER000=00:00:00.000`); the FLAC picture block, RFC 9639.
    """
    file = OggOpus(path)
    file.delete()
    date = tags.published_at.date().isoformat()
    comments = {
        "TITLE": [tags.title],
        "ARTIST": list(tags.authors),
        "ALBUM": [tags.newspaper],
        "ORGANIZATION": [tags.newspaper],
        "DATE": [date],
        "GENRE": ["News"],
        "LANGUAGE": [tags.language],
        "CONTACT": [tags.address] if tags.address else [],
        "COMMENT": [tags.label],
        "VOICE": [tags.voice] if tags.voice else [],
        "PERFORMER": [tags.reader] if tags.reader else [],
        "IPTC DIGITALSOURCETYPE": [tags.digital_source_type],
        "METADATA_BLOCK_PICTURE": [_picture(tags.artwork)] if tags.artwork else [],
    }
    for number, chapter in enumerate(tags.chapters):
        comments[f"CHAPTER{number:03}"] = [_clock(chapter.start_ms)]
        comments[f"CHAPTER{number:03}NAME"] = [chapter.title]
    for name, values in comments.items():
        if values:
            file[name] = values
    file.save(padding=lambda _: 0)


def _picture(artwork: bytes) -> str:
    picture = Picture()
    picture.type, picture.mime, picture.data = PictureType.COVER_FRONT, "image/jpeg", artwork
    try:
        with Image.open(io.BytesIO(artwork), formats=["JPEG"]) as image:
            picture.width, picture.height = image.size
    except UnidentifiedImageError as error:
        raise SoundError(
            f"the artwork is {len(artwork)} bytes that are no JPEG; give a JPEG or none"
        ) from error
    picture.depth = 24
    return base64.b64encode(picture.write()).decode("ascii")


def _clock(milliseconds: int) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"
