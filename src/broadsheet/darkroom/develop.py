"""A picture as it was handed in → one that can be printed: upright, sRGB, eight bits, bare."""

from __future__ import annotations

import io
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

from broadsheet.darkroom.formats import FORMATS

_PAPER = (255, 255, 255)
_SRGB = ImageCms.createProfile("sRGB")


def develop(file: BinaryIO, *, widest: int) -> Image.Image:
    """The picture in RGB, at most `widest` pixels wide, and nothing of what else its file holds:
    no place, no camera, no thumbnail. What is transparent becomes white.

    Raises OSError for a file that cannot be decoded.
    """
    try:
        with Image.open(file, formats=FORMATS) as handed_in:
            # A JPEG is decoded at half, a quarter or an eighth of its size where that is enough.
            handed_in.draft(None, (widest, widest))
            profile = handed_in.info.get("icc_profile")
            upright = ImageOps.exif_transpose(handed_in)
    except (Image.DecompressionBombError, SyntaxError, ValueError) as error:
        raise OSError(str(error)) from error
    picture = fit(_without_palette(_eight_bits(upright)), width=widest)
    return _on_paper(_in_srgb(picture, profile))


def fit(picture: Image.Image, *, width: int) -> Image.Image:
    """The picture at that width; one that is narrower stays as it is."""
    if picture.width <= width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _eight_bits(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I;16") or picture.mode == "I":
        return picture.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    return picture


def _without_palette(picture: Image.Image) -> Image.Image:
    if picture.mode in {"1", "P", "PA", "LA"} or "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """By the profile that came in the file. What has none, or a broken one, is taken for sRGB."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), _SRGB, outputMode=mode
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return picture if picture.mode == mode else picture.convert(mode)


def _on_paper(picture: Image.Image) -> Image.Image:
    """On a sheet of its own: Pillow lets what a file said go along with its picture."""
    paper = Image.new("RGB", picture.size, _PAPER)
    paper.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return paper
