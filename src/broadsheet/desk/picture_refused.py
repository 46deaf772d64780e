"""Why a picture is not taken, and what to do, in a sentence for whoever handed it in."""

from __future__ import annotations

from django.utils.translation import gettext

from broadsheet.darkroom.formats import MOST_PIXELS
from broadsheet.darkroom.look import PictureRefusedError, Refusal

_MILLION = 1_000_000


def why_refused(error: PictureRefusedError) -> str:
    match error.refusal:
        case Refusal.NO_PICTURE:
            return gettext(
                "This is no picture that can be read; hand in a JPEG, PNG, WebP, AVIF, HEIC or "
                "TIFF."
            )
        case Refusal.BROKEN:
            return gettext(
                "The picture is broken: it ends before its last line; hand in a whole file, or "
                "export it again."
            )
        case Refusal.MOVING:
            return gettext("The picture moves, and the paper stands still; hand in one frame.")
        case Refusal.TOO_MANY_PIXELS:
            return gettext(
                "The picture has %(found)d million pixels or more, and %(most)d million are the "
                "most; hand in a smaller one."
            ) % {"found": error.found // _MILLION, "most": MOST_PIXELS // _MILLION}
        case Refusal.COLOURS:
            return gettext(
                "The picture keeps its colours in a way that cannot be printed, such as LAB; "
                "export it again in RGB or CMYK."
            )
        case Refusal.TOO_COSTLY:
            return gettext(
                "The picture takes too much time or memory to open; export it again as an "
                "ordinary JPEG."
            )
