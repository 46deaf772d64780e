"""A photo → the files of it that the paper shows, each with the photo's words in it."""

from __future__ import annotations

import hashlib
import io
import logging
from dataclasses import dataclass
from typing import Literal, cast

from django.core.files.base import ContentFile, File
from PIL import Image

from broadsheet.darkroom.cut import MIDDLE, cut, is_cut
from broadsheet.darkroom.develop import develop, fit
from broadsheet.darkroom.packet import packet
from broadsheet.desk.models import Photo, PhotoRendition
from broadsheet.desk.told_of_photo import told_of_photo
from broadsheet.store.store_error import StoreError
from broadsheet.story import Rendition

logger = logging.getLogger("broadsheet.desk")

WIDTHS = (400, 800, 1200, 1600)
Use = Literal["whole", "landscape", "square", "artwork", "card"]


@dataclass(frozen=True, slots=True)
class _Print:
    """How a photo is printed for one use; `shape` is width by height, None for the photo's own."""

    shape: float | None
    widths: tuple[int, ...]
    kind: Literal["WEBP", "JPEG"]


_PRINTS: dict[Use, _Print] = {
    "whole": _Print(None, WIDTHS, "WEBP"),
    "landscape": _Print(3 / 2, WIDTHS, "WEBP"),
    "square": _Print(1, (400,), "WEBP"),
    "artwork": _Print(1, (800,), "JPEG"),
    # The last one: where it stands, all others do.
    "card": _Print(1200 / 630, (1200,), "JPEG"),
}
# To be raised when a photo is to be printed otherwise than it was: it changes the files' names.
_WAY_OF_PRINTING = b"2"
_MARK = "printed-"
_ENDINGS = {"WEBP": "webp", "JPEG": "jpg"}


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """One rendition, what it is for, and the file that holds it."""

    rendition: Rendition
    use: Use
    file: File[bytes]


def printed_files(photo: Photo) -> tuple[PrintedFile, ...]:
    """The photo's renditions use by use, each from narrow to wide; nothing while it is awaited.

    Of a cut that would lose nothing there is none, but for the JPEGs. What does not stand yet with
    these very words in it and cut around this point is made, which takes about 0.7 s for a large
    picture.
    """
    if photo.is_awaited:
        return ()
    words = packet(told_of_photo(photo))
    edition = _edition(photo, words)
    made = [one for one in photo.renditions.all() if one.filter_spec.startswith(_MARK)]
    standing = [one for one in made if one.filter_spec.endswith(edition)]
    if not any(_use_of(one) == "card" for one in standing):
        try:
            standing = _print(photo, words, edition)
        except OSError as error:
            # Where the store is away the picture is there still: no page goes out without it.
            if isinstance(error.__cause__ or error, StoreError):
                raise
            logger.error(
                "photo %s: its file cannot be read (%s); put the picture in again", photo.pk, error
            )
            return ()
        _throw_away([one for one in made if not one.filter_spec.endswith(edition)])
    uses = list(_PRINTS)
    standing.sort(key=lambda one: (uses.index(_use_of(one)), one.width))
    return tuple(_printed(photo, one, edition) for one in standing)


def _edition(photo: Photo, words: bytes) -> str:
    """What tells these files from those of another picture, words or focal point of the photo."""
    point = repr(_around(photo)).encode()
    parts = (photo.file_hash.encode(), hashlib.sha256(words).digest(), point, _WAY_OF_PRINTING)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:10]


def _around(photo: Photo) -> tuple[float, float]:
    """Its focal point. Shares, since the desk marks it on the upright picture and keeps it in the
    pixels of one that may lie on its side."""
    if photo.focal_point_x is None or photo.focal_point_y is None:
        return MIDDLE
    return photo.focal_point_x / photo.width, photo.focal_point_y / photo.height


def _print(photo: Photo, words: bytes, edition: str) -> list[PhotoRendition]:
    with photo.open_file() as file:
        whole = develop(file, widest=max(WIDTHS))
    made = []
    for use, how in _PRINTS.items():
        picture = whole
        if how.shape:
            if how.kind == "WEBP" and not is_cut(whole, how.shape):
                continue
            picture = cut(whole, how.shape, around=_around(photo))
        for width in sorted({min(width, picture.width) for width in how.widths}):
            data = _encoded(fit(picture, width=width), how.kind, words)
            made.append(_kept(photo, f"{_MARK}{use}-{width}-{edition}", how.kind, data))
    return made


def _encoded(picture: Image.Image, kind: str, words: bytes) -> bytes:
    out = io.BytesIO()
    told = {"xmp": words} if words else {}
    if kind == "JPEG":
        picture.save(out, kind, quality=82, optimize=True, progressive=True, **told)
    else:
        picture.save(out, kind, quality=78, **told)
    return out.getvalue()


def _kept(photo: Photo, spec: str, kind: str, data: bytes) -> PhotoRendition:
    """Two processes may print the same photo at once: the first one's file is kept."""
    rendition, _ = PhotoRendition.objects.get_or_create(
        image=photo,
        filter_spec=spec,
        focal_point_key="",
        defaults={"file": ContentFile(data, name=f"{photo.pk}-{spec}.{_ENDINGS[kind]}")},
    )
    return rendition


def _throw_away(renditions: list[PhotoRendition]) -> None:
    PhotoRendition.objects.filter(pk__in=[one.pk for one in renditions]).delete()


def _printed(photo: Photo, made: PhotoRendition, edition: str) -> PrintedFile:
    use = _use_of(made)
    kind = _PRINTS[use].kind
    shape = "" if use == "whole" else f"-{use}"
    return PrintedFile(
        rendition=Rendition(
            path=f"/photos/{photo.pk}-{edition}{shape}-{made.width}.{_ENDINGS[kind]}",
            width=made.width,
            height=made.height,
            media_type=f"image/{kind.lower()}",
        ),
        use=use,
        file=made.file,
    )


def _use_of(made: PhotoRendition) -> Use:
    return cast("Use", made.filter_spec.split("-")[1])
