"""Photos that copy announces → photos of the desk, with their picture if it came along."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL import ImageDraw

from broadsheet import story as s
from broadsheet.darkroom.look import PictureRefusedError, look
from broadsheet.desk.models import Photo
from broadsheet.desk.picture_refused import why_refused
from broadsheet.desk.slugs import slug_of

FRAME_SIZE = (1200, 800)
LARGEST_BYTES = 40 * 1024 * 1024


class PicturesIn:
    """Takes photos to the desk. `folder` is where the files that copy names are looked for."""

    folder = Path()

    def take(self, photo: s.Photo, headline: str, remark: Callable[[str], None]) -> Photo:
        title = (photo.caption or photo.alt or headline)[:120]
        data = self._picture(photo.source, remark) if photo.source else None
        if data and (known := self._known(photo, data)):
            return known
        if data is None:
            remark(f"This photo waits for its picture: {title}")
        name = Path(photo.source).name if data else f"{slug_of(title)[:60]}.png"
        made = Photo(
            title=title,
            caption=photo.caption,
            alt_text=photo.alt[:400],
            credit=photo.credit[:160],
            rights=photo.rights[:255],
            source=photo.source[:255],
            is_awaited=data is None,
            file=ContentFile(data or _frame(), name=name),
        )
        made.save()
        return made

    def _known(self, photo: s.Photo, data: bytes) -> Photo | None:
        """The same picture with the same words beside it, handed in before."""
        digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()  # as Wagtail reckons it
        return Photo.objects.filter(
            file_hash=digest, caption=photo.caption, credit=photo.credit
        ).first()

    def _picture(self, source: str, remark: Callable[[str], None]) -> bytes | None:
        """The bytes of a picture beside the copy; nothing outside its folder is read."""
        folder = self.folder.resolve()
        file = (folder / source).resolve()
        if not file.is_relative_to(folder) or not file.is_file():
            return None
        if file.stat().st_size > LARGEST_BYTES:
            remark(f"{source} is over 40 MB; put in a smaller picture.")
            return None
        data = file.read_bytes()
        try:
            look(data)
        except PictureRefusedError as error:
            remark(f"{source}: {why_refused(error)}")
            return None
        return data


@cache
def _frame() -> bytes:
    """What the desk shows in the place of a picture that has not come."""
    width, height = FRAME_SIZE
    frame = Picture.new("L", FRAME_SIZE, 232)
    pen = ImageDraw.Draw(frame)
    pen.rectangle((20, 20, width - 21, height - 21), outline=190, width=4)
    pen.line((20, 20, width - 21, height - 21), fill=205, width=4)
    pen.line((20, height - 21, width - 21, 20), fill=205, width=4)
    out = io.BytesIO()
    frame.save(out, "PNG", optimize=True)
    return out.getvalue()
