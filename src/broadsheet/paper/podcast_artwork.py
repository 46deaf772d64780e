"""The paper's icon → the square picture that podcast apps show."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

# Apple takes 1,400 to 3,000 pixels. The icon is drawn on a grid of 64: icons/icon.svg.
_SCALE = 24
_GRID = 64
_GROUND, _PAPER, _RED = "#1c1a16", "#fdfcf8", "#d8553f"
_BARS = (
    *((12, 15, 40, 3), (12, 20, 40, 1.5), (34, 27, 18, 3), (34, 33, 18, 3), (34, 39, 18, 3)),
    *((12, 47, 18, 3), (34, 47, 12, 3)),
)
_PICTURE = (12, 27, 18, 15)


def podcast_artwork() -> bytes:
    """A PNG of 1,536 pixels to a side; the same bytes every time."""
    image = Image.new("RGB", (_GRID * _SCALE, _GRID * _SCALE), _GROUND)
    draw = ImageDraw.Draw(image)
    for bar, colour in (*((bar, _PAPER) for bar in _BARS), (_PICTURE, _RED)):
        left, top, width, height = (round(side * _SCALE) for side in bar)
        draw.rectangle((left, top, left + width - 1, top + height - 1), fill=colour)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
