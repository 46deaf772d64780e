"""`broadsheet.darkroom.look` in a process of its own: bytes in, JSON out."""

from __future__ import annotations

import io
import json
import resource
import sys
import warnings
from typing import Any

from PIL import Image

from broadsheet.darkroom.formats import FORMATS, MODES, MOST_PIXELS
from broadsheet.darkroom.look import Refusal

MEMORY_BYTES = 2 * 1024**3
WORK_SECONDS = 20
# A HEIC of a phone holds its tiles and a burst; a JPEG, what its maker hung on to it; a TIFF, its
# thumbnail or the other pages of a scan, of which the first is printed.
_MAY_HOLD_MORE = frozenset({"JPEG", "MPO", "HEIF", "TIFF"})


def main() -> None:
    for what, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, WORK_SECONDS)):
        resource.setrlimit(what, (most, most))
    json.dump(looked_at(sys.stdin.buffer.read()), sys.stdout)


def looked_at(data: bytes) -> dict[str, Any]:
    warnings.simplefilter("ignore")  # twice as many pixels raise; one more than is taken, below
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        return _refused(Refusal.TOO_MANY_PIXELS, 2 * MOST_PIXELS)
    except Exception:  # noqa: BLE001  # whatever a decoder makes of bytes that are no picture
        return _refused(Refusal.NO_PICTURE)
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            return _refused(Refusal.TOO_MANY_PIXELS, picture.width * picture.height)
        if _is_moving(picture):
            return _refused(Refusal.MOVING)
        if picture.mode not in MODES:
            return _refused(Refusal.COLOURS)
        try:
            picture.load()
        except MemoryError:
            return _refused(Refusal.TOO_COSTLY)
        except Exception:  # noqa: BLE001  # likewise
            return _refused(Refusal.BROKEN)
        kind = "JPEG" if picture.format == "MPO" else picture.format
        return {"format": kind, "width": picture.width, "height": picture.height}


def _is_moving(picture: Image.Image) -> bool:
    return picture.format not in _MAY_HOLD_MORE and getattr(picture, "is_animated", False)


def _refused(refusal: Refusal, found: int = 0) -> dict[str, Any]:
    return {"refusal": refusal, "found": found}


if __name__ == "__main__":
    main()
