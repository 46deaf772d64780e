"""The bytes of a picture → what its maker wrote into it: IPTC, XMP, EXIF.

Sources: IPTC Photo Metadata Standard 2023.1, IPTC-IIM 4.2, XMP part 1 (ISO 16684-1), EXIF 3.0.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree
from PIL import ExifTags, Image, IptcImagePlugin
from PIL.ImageFile import ImageFile

from broadsheet.darkroom.formats import FORMATS
from broadsheet.darkroom.xmp_names import CORE, DC, EXT, PHOTOSHOP, RDF, RIGHTS, XML_LANG

_LARGEST_PACKET = 1_000_000
_UTF8 = b"\x1b%G"

# IPTC-IIM data sets of record 2.
_CAPTION, _CREDIT, _BYLINE, _COPYRIGHT = (2, 120), (2, 110), (2, 80), (2, 116)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureData:
    """What a picture says of itself; "" where it says nothing.

    `rights` says whose it is, `terms` what may be done with it.
    `source_type` is the last part of an address in IPTC's list of digital source types, such as
    `trainedAlgorithmicMedia` (cv.iptc.org/newscodes/digitalsourcetype).
    """

    caption: str = ""
    alt: str = ""
    credit: str = ""
    creator: str = ""
    rights: str = ""
    terms: str = ""
    source_type: str = ""


def picture_data(data: bytes) -> PictureData:
    """Read what stands in a picture. What is broken or of another kind says nothing.

    XMP wins over IPTC-IIM, and both over EXIF, which cameras fill in by themselves.
    """
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            sources = (_xmp(picture), _iim(picture), _exif(picture))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return PictureData()
    return PictureData(
        **{
            name: next((found for source in sources if (found := source.get(name, ""))), "")
            for name in PictureData.__dataclass_fields__
        }
    )


def _xmp(picture: Image.Image) -> dict[str, str]:
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    raw = packet.encode() if isinstance(packet, str) else bytes(packet)
    if not raw or len(raw) > _LARGEST_PACKET:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        tree = etree.fromstring(raw.strip(b"\0 \n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    if tree is None:
        return {}
    source_type = _property(tree, f"{EXT}DigitalSourceType")
    return {
        "caption": _property(tree, f"{DC}description"),
        "alt": _property(tree, f"{CORE}AltTextAccessibility"),
        "credit": _property(tree, f"{PHOTOSHOP}Credit"),
        "creator": _property(tree, f"{DC}creator", several=True),
        "rights": _property(tree, f"{DC}rights"),
        "terms": _property(tree, f"{RIGHTS}UsageTerms"),
        "source_type": source_type.rstrip("/").rpartition("/")[2],
    }


def _property(tree: Any, name: str, *, several: bool = False) -> str:
    """A property in any of the ways in which RDF writes it; x-default or the first of many."""
    for holder in tree.iter(f"{RDF}Description"):
        if name in holder.attrib:
            return _line(holder.get(name))
        found = holder.find(name)
        if found is None:
            continue
        items = list(found.iter(f"{RDF}li"))
        if not items:
            return _line(found.get(f"{RDF}resource") or "".join(found.itertext()))
        if several:
            return ", ".join(filter(None, (_line("".join(item.itertext())) for item in items)))
        default = next((one for one in items if one.get(XML_LANG) == "x-default"), items[0])
        return _line("".join(default.itertext()))
    return ""


def _iim(picture: ImageFile) -> dict[str, str]:
    found: Mapping[tuple[int, int], Any] = IptcImagePlugin.getiptcinfo(picture) or {}
    charset = found.get((1, 90), b"")
    encoding = "utf-8" if charset == _UTF8 else ""

    def text(key: tuple[int, int]) -> str:
        value = found.get(key, b"")
        parts = value if isinstance(value, list) else [value]
        return ", ".join(filter(None, (_line(_decoded(part, encoding)) for part in parts)))

    return {
        "caption": text(_CAPTION),
        "credit": text(_CREDIT),
        "creator": text(_BYLINE),
        "rights": text(_COPYRIGHT),
    }


def _exif(picture: Image.Image) -> dict[str, str]:
    exif = picture.getexif()
    return {
        "caption": _line(str(exif.get(ExifTags.Base.ImageDescription, ""))),
        "creator": _line(str(exif.get(ExifTags.Base.Artist, ""))),
        "rights": _line(str(exif.get(ExifTags.Base.Copyright, ""))),
    }


def _decoded(data: bytes, encoding: str) -> str:
    """Text that names no encoding is UTF-8 if it can be, else what old programs wrote."""
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _line(text: str) -> str:
    """The text on one line, without control characters."""
    clean = "".join(" " if unicodedata.category(one)[0] == "C" else one for one in text)
    return " ".join(clean.split())
