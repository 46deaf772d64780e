"""A picture → the part of it that fits a shape."""

from __future__ import annotations

from PIL import Image

# What nobody marked is cut around its middle, a little above: there faces are.
MIDDLE = (0.5, 0.4)
_NEAR_ENOUGH = 0.02


def is_cut(picture: Image.Image, shape: float) -> bool:
    """Whether anything of the picture is lost in this shape, its width by its height."""
    return abs(picture.width / picture.height / shape - 1) > _NEAR_ENOUGH


def cut(picture: Image.Image, shape: float, *, around: tuple[float, float] = MIDDLE) -> Image.Image:
    """The largest part of that shape with `around` as near to its middle as the edges allow.

    `around` is a share of the width, from the left, and one of the height, from the top.
    """
    width = min(picture.width, max(1, round(picture.height * shape)))
    height = min(picture.height, max(1, round(picture.width / shape)))
    left = _begin(around[0], picture.width, width)
    top = _begin(around[1], picture.height, height)
    return picture.crop((left, top, left + width, top + height))


def _begin(middle: float, whole: int, part: int) -> int:
    return min(max(round(middle * whole - part / 2), 0), whole - part)
