"""The kinds of picture that are taken. Nothing else is ever given to a decoder."""

from __future__ import annotations

from PIL import Image
from pillow_heif import register_heif_opener

MOST_PIXELS = 110_000_000  # a large camera has 102 million

register_heif_opener()
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

# By Pillow's names, each with the ending that its files get.
ENDINGS = {
    "JPEG": "jpg",
    "PNG": "png",
    "WEBP": "webp",
    "AVIF": "avif",
    "HEIF": "heic",
    "GIF": "gif",
    "TIFF": "tif",
}
FORMATS = tuple(ENDINGS)
# How a picture may keep its levels, by Pillow's names. TIFF has others: shares, and LAB.
MODES = frozenset(
    {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "I"}
    | {"I;16", "I;16L", "I;16B", "I;16N"}
)
