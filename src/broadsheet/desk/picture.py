"""A photo → the files of it that the paper shows."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.core.files.base import File
from wagtail.images.models import SourceImageIOError

from broadsheet.desk.models import Photo
from broadsheet.story import Rendition

logger = logging.getLogger("broadsheet.desk")

WIDTHS = (400, 800, 1200, 1600)
PAGE_SPECS = tuple(f"width-{width}|format-webp|webpquality-78" for width in WIDTHS)
CARD_SPEC = "width-1200|format-jpeg|jpegquality-82"


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """One rendition, and the file that holds it. The card is what social sites and feeds take."""

    rendition: Rendition
    file: File[bytes]
    is_card: bool


def printed_files(photo: Photo) -> tuple[PrintedFile, ...]:
    """The photo's renditions from narrow to wide, then its card; nothing while it is awaited.

    Renditions that do not exist yet are made, which takes about 0.1 s each for a large picture.
    """
    if photo.is_awaited:
        return ()
    try:
        made = photo.get_renditions(*PAGE_SPECS, CARD_SPEC)
    except (SourceImageIOError, OSError) as error:
        logger.error(
            "photo %s: its file cannot be read (%s); put the picture in again", photo.pk, error
        )
        return ()
    by_width = {made[spec].width: made[spec] for spec in PAGE_SPECS}
    pages = (_printed(photo, by_width[width], "webp") for width in sorted(by_width))
    return (*pages, _printed(photo, made[CARD_SPEC], "jpg"))


def _printed(photo: Photo, made: object, ending: str) -> PrintedFile:
    width, height = made.width, made.height  # type: ignore[attr-defined]  # Wagtail has no types
    return PrintedFile(
        rendition=Rendition(
            path=f"/photos/{photo.pk}-{photo.file_hash[:10]}-{width}.{ending}",
            width=width,
            height=height,
            media_type="image/jpeg" if ending == "jpg" else "image/webp",
        ),
        file=made.file,  # type: ignore[attr-defined]
        is_card=ending == "jpg",
    )
