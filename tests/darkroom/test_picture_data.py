from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from broadsheet.darkroom.picture_data import PictureData, picture_data

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
   xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
   xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
   photoshop:Credit="EXAMPLE PRESS"
   Iptc4xmpExt:DigitalSourceType=
     "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia">
  <dc:description><rdf:Alt>
    <rdf:li xml:lang="ko">부두</rdf:li>
    <rdf:li xml:lang="x-default">The pier at
      dawn &amp; after.</rdf:li></rdf:Alt></dc:description>
  <dc:creator><rdf:Seq><rdf:li>Mina Oh</rdf:li><rdf:li>Ida Brandt</rdf:li></rdf:Seq></dc:creator>
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Example Press</rdf:li></rdf:Alt></dc:rights>
  <Iptc4xmpCore:AltTextAccessibility><rdf:Alt>
    <rdf:li xml:lang="x-default">A pier with two lamps.</rdf:li></rdf:Alt>
  </Iptc4xmpCore:AltTextAccessibility>
 </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def picture(kind: str = "JPEG", *, xmp: str = "", **words: object) -> bytes:
    out = io.BytesIO()
    told = {"xmp": xmp.encode()} if xmp else {}
    Image.new("RGB", (8, 6), "teal").save(out, kind, **told, **words)
    return out.getvalue()


def with_iim(sets: list[tuple[int, int, bytes]]) -> bytes:
    """A JPEG with these IPTC-IIM data sets in its Photoshop segment."""
    body = b"".join(
        b"\x1c" + bytes((record, number)) + struct.pack(">H", len(value)) + value
        for record, number, value in sets
    )
    block = b"8BIM" + struct.pack(">H", 0x0404) + b"\0\0" + struct.pack(">I", len(body)) + body
    block += b"\0" * (len(body) % 2)
    segment = b"Photoshop 3.0\0" + block
    plain = picture()
    return plain[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + plain[2:]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_xmp_is_read_in_any_of_the_ways_in_which_it_is_written(kind: str) -> None:
    assert picture_data(picture(kind, xmp=XMP)) == PictureData(
        caption="The pier at dawn & after.",
        alt="A pier with two lamps.",
        credit="EXAMPLE PRESS",
        creator="Mina Oh, Ida Brandt",
        rights="© Example Press",
        source_type="trainedAlgorithmicMedia",
    )


@pytest.mark.parametrize(
    ("charset", "encoding"), [(b"\x1b%G", "utf-8"), (b"", "utf-8"), (b"", "cp1252")]
)
def test_iptc_is_read_in_the_encodings_of_its_time(charset: bytes, encoding: str) -> None:
    data = with_iim(
        [
            *([(1, 90, charset)] if charset else []),
            (2, 120, "The café on the pier".encode(encoding)),
            (2, 110, b"EXAMPLE PRESS"),
            (2, 80, b"Mina Oh"),
            (2, 80, b"Ida Brandt"),
            (2, 116, "© Example".encode(encoding)),
        ]
    )
    assert picture_data(data) == PictureData(
        caption="The café on the pier",
        credit="EXAMPLE PRESS",
        creator="Mina Oh, Ida Brandt",
        rights="© Example",
    )


def test_what_a_camera_wrote_comes_last() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "OLYMPUS DIGITAL CAMERA"
    exif[ExifTags.Base.Artist] = "Mina Oh"
    assert picture_data(picture(exif=exif)).creator == "Mina Oh"
    told = picture_data(picture(exif=exif, xmp=XMP))
    assert (told.caption, told.creator) == ("The pier at dawn & after.", "Mina Oh, Ida Brandt")


@pytest.mark.parametrize(
    "xmp",
    [
        "<not xml",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
        "<x>" * 5000,
        "\0\0",
    ],
)
def test_a_hostile_packet_says_nothing(xmp: str) -> None:
    assert picture_data(picture(xmp=xmp)) == PictureData()


def test_an_entity_in_a_packet_is_not_followed() -> None:
    outside = XMP.replace("Mina Oh", "&e;").replace(
        "<x:xmpmeta", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x:xmpmeta', 1
    )
    assert "root" not in picture_data(picture(xmp=outside)).creator


@given(st.binary(max_size=400))
def test_no_bytes_are_too_odd(data: bytes) -> None:
    assert isinstance(picture_data(data), PictureData)
    assert isinstance(picture_data(picture() + data), PictureData)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 255), st.binary(max_size=40))))
def test_no_iptc_is_too_odd(sets: list[tuple[int, int, bytes]]) -> None:
    told = picture_data(with_iim(sets))
    assert all("\n" not in value and "\0" not in value for value in (told.caption, told.credit))
