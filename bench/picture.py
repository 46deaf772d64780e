"""Numbers → a photo such as a camera leaves: a file of some hundred kB that packs as photos do."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageFilter

SIZE = (2000, 1333)
_SEED = 11


def picture(file: Path) -> Path:
    """Write it as a JPEG to `file`; the same bytes every time. Gives `file`."""
    dice = random.Random(_SEED)
    # Coarse patches for the light, fine ones for what stands in it.
    coarse = _patches(dice, (20, 13)).resize(SIZE, Image.Resampling.BICUBIC)
    fine = _patches(dice, (500, 333)).resize(SIZE, Image.Resampling.BICUBIC)
    Image.blend(coarse, fine, 0.2).filter(ImageFilter.GaussianBlur(1)).save(
        file, "JPEG", quality=88
    )
    return file


def _patches(dice: random.Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    return Image.frombytes("RGB", size, dice.randbytes(width * height * 3))
