"""Pictures as cameras, agencies and attackers make them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import ExifTags, Image, ImageCms

from broadsheet.darkroom import formats  # noqa: F401  # registers HEIF

ORANGE = (220, 120, 30)


def encoded(picture: Image.Image, kind: str, **words: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **words)
    return out.getvalue()


def of_a_phone(kind: str = "JPEG") -> bytes:
    """Lies on its side, as its orientation says; knows where it was taken and by which camera."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Artist] = "Mina Oh"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (37.0, 33.0, 59.0)
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SERIAL-4711"
    lying = Image.new("RGB", (600, 400), ORANGE)
    lying.paste((20, 40, 200), (0, 0, 300, 400))  # blue at the left; upright it is on top
    return encoded(lying, kind, exif=exif.tobytes())


def cmyk() -> bytes:
    return encoded(Image.new("CMYK", (300, 200), (0, 140, 220, 20)), "JPEG")


def sixteen_bits() -> bytes:
    return encoded(Image.new("I;16", (300, 200), 40_000), "PNG")


def with_profile() -> bytes:
    """Green in a space whose red and green are swapped against sRGB's: red to who ignores it."""
    return encoded(Image.new("RGB", (300, 200), ORANGE), "JPEG", icc_profile=_profile())


def _profile() -> bytes:
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ"), data.index(b"gXYZ")
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def see_through() -> bytes:
    return encoded(Image.new("RGBA", (300, 200), (200, 0, 0, 0)), "PNG")


def moving() -> bytes:
    frames = [Image.new("L", (30, 20), shade) for shade in (10, 90, 200)]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)


def cut_off() -> bytes:
    whole = encoded(Image.effect_noise((400, 300), 60), "JPEG")
    return whole[: len(whole) // 2]


def bomb(*, side: int) -> bytes:
    """A PNG of few bytes that says it has side × side pixels, and has them."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    line = b"\0" * (1 + (side + 7) // 8)
    body = b"".join(packer.compress(line * 1000) for _ in range(side // 1000)) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", body)
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    told = kind + data
    return struct.pack(">I", len(data)) + told + struct.pack(">I", zlib.crc32(told))


def tiff(mode: str = "RGB", packed: str = "tiff_lzw") -> bytes:
    """As a scanner or an agency makes it: several pages, of which the first is the picture."""
    page = Image.new(mode, (300, 200), {"I;16": 40_000, "F": 0.5}.get(mode, 0))
    more = {"compression": packed} if mode != "F" else {}
    return encoded(page, "TIFF", save_all=True, append_images=[page.copy()], **more)


def tiff_with(tags: dict[int, tuple[int, int, int]]) -> bytes:
    """A TIFF of nothing but its directory, which says what it likes: tag → type, count, value."""
    entries = b"".join(struct.pack("<HHII", tag, *told) for tag, told in sorted(tags.items()))
    first = 8  # where the directory stands; it names itself as the next one, for good
    return struct.pack("<2sHIH", b"II", 42, first, len(tags)) + entries + struct.pack("<I", first)


def hostile_tiffs() -> dict[str, bytes]:
    size = {256: (4, 1, 300), 257: (4, 1, 200), 258: (3, 1, 8), 262: (3, 1, 1)}
    strip = {273: (4, 1, 8), 277: (3, 1, 1), 278: (4, 1, 200), 279: (4, 1, 60_000)}
    plain = {**size, 259: (3, 1, 1), **strip}
    return {
        "a circle of pages": tiff_with(plain),
        "more values than the file has bytes": tiff_with({**plain, 273: (4, 4_000_000_000, 8)}),
        "two thousand million pixels": tiff_with(
            {**plain, 256: (4, 1, 45_000), 257: (4, 1, 45_000)}
        ),
        "no height": tiff_with({**plain, 257: (4, 1, 0)}),
        "packed as it is not": tiff_with({**plain, 259: (3, 1, 5)}),
        "a directory that ends nowhere": struct.pack("<2sHIH", b"II", 42, 8, 65_535),
    }


def drawing() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'
