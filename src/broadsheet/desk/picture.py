"""A photo → the files of it that the paper shows, each with the photo's words in it."""

from __future__ import annotations

import hashlib
import io
import logging
from dataclasses import dataclass

from django.core.files.base import ContentFile, File
from PIL import Image

from broadsheet.darkroom.develop import develop, fit
from broadsheet.darkroom.packet import packet
from broadsheet.desk.models import Photo, PhotoRendition
from broadsheet.desk.told_of_photo import told_of_photo
from broadsheet.story import Rendition

logger = logging.getLogger("broadsheet.desk")

WIDTHS = (400, 800, 1200, 1600)
CARD_WIDTH = 1200
# To be raised when a photo is to be printed otherwise than it was: it changes the files' names.
_WAY_OF_PRINTING = b"1"
_MARK = "printed-"


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """One rendition, and the file that holds it. The card is what social sites and feeds take."""

    rendition: Rendition
    file: File[bytes]
    is_card: bool


def printed_files(photo: Photo) -> tuple[PrintedFile, ...]:
    """The photo's renditions from narrow to wide, then its card; nothing while it is awaited.

    They are made where they do not stand yet with these very words in them, which takes about
    0.5 s for a large picture.
    """
    if photo.is_awaited:
        return ()
    words = packet(told_of_photo(photo))
    edition = _edition(photo, words)
    made = [one for one in photo.renditions.all() if one.filter_spec.startswith(_MARK)]
    standing = [one for one in made if one.filter_spec.endswith(edition)]
    if not any(map(_is_card, standing)):  # the card is kept last
        try:
            standing = _print(photo, words, edition)
        except OSError as error:
            logger.error(
                "photo %s: its file cannot be read (%s); put the picture in again", photo.pk, error
            )
            return ()
        _throw_away([one for one in made if not one.filter_spec.endswith(edition)])
    standing.sort(key=lambda one: (_is_card(one), one.width))
    return tuple(_printed(photo, one, edition) for one in standing)


def _edition(photo: Photo, words: bytes) -> str:
    """What tells these files from those of another picture, or of other words, of the photo."""
    parts = (photo.file_hash.encode(), hashlib.sha256(words).digest(), _WAY_OF_PRINTING)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:10]


def _print(photo: Photo, words: bytes, edition: str) -> list[PhotoRendition]:
    with photo.open_file() as file:
        whole = develop(file, widest=max(WIDTHS))
    pages = {width: _encoded(fit(whole, width=width), "WEBP", words) for width in _widths(whole)}
    card = _encoded(fit(whole, width=CARD_WIDTH), "JPEG", words)
    made = [_kept(photo, f"{_MARK}{width}-{edition}", data) for width, data in pages.items()]
    return [*made, _kept(photo, f"{_MARK}card-{edition}", card)]


def _widths(picture: Image.Image) -> list[int]:
    return sorted({min(width, picture.width) for width in WIDTHS})


def _encoded(picture: Image.Image, kind: str, words: bytes) -> bytes:
    out = io.BytesIO()
    told = {"xmp": words} if words else {}
    if kind == "JPEG":
        picture.save(out, kind, quality=82, optimize=True, progressive=True, **told)
    else:
        picture.save(out, kind, quality=78, **told)
    return out.getvalue()


def _kept(photo: Photo, spec: str, data: bytes) -> PhotoRendition:
    """Two processes may print the same photo at once: the first one's file is kept."""
    ending = "jpg" if "card" in spec else "webp"
    rendition, _ = PhotoRendition.objects.get_or_create(
        image=photo,
        filter_spec=spec,
        focal_point_key="",
        defaults={"file": ContentFile(data, name=f"{photo.pk}-{spec}.{ending}")},
    )
    return rendition


def _throw_away(renditions: list[PhotoRendition]) -> None:
    PhotoRendition.objects.filter(pk__in=[one.pk for one in renditions]).delete()


def _printed(photo: Photo, made: PhotoRendition, edition: str) -> PrintedFile:
    is_card = _is_card(made)
    ending = "jpg" if is_card else "webp"
    return PrintedFile(
        rendition=Rendition(
            path=f"/photos/{photo.pk}-{edition}-{made.width}.{ending}",
            width=made.width,
            height=made.height,
            media_type="image/jpeg" if is_card else "image/webp",
        ),
        file=made.file,
        is_card=is_card,
    )


def _is_card(made: PhotoRendition) -> bool:
    return made.filter_spec.startswith(f"{_MARK}card")
