"""What a picture is to say of itself → an XMP packet to be put into its file.

Sources: IPTC Photo Metadata Standard 2023.1; XMP part 1 (ISO 16684-1).
"""

from __future__ import annotations

from lxml import etree

from broadsheet.darkroom.picture_data import PictureData
from broadsheet.darkroom.xmp_names import (
    CORE,
    DC,
    EXT,
    META,
    PHOTOSHOP,
    PREFIXES,
    RDF,
    RIGHTS,
    XML_LANG,
)

SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_BEGIN = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
# Together under the 65,502 bytes that a packet may have in a JPEG, however they are written.
_LONGEST = 2000


def packet(told: PictureData) -> bytes:
    """The packet, or b"" where there is nothing to say. The same words give the same bytes."""
    if told == PictureData():
        return b""
    names = {prefix: name.strip("{}") for prefix, name in PREFIXES.items()}
    meta = etree.Element(f"{META}xmpmeta", nsmap=names)
    holder = etree.SubElement(etree.SubElement(meta, f"{RDF}RDF"), f"{RDF}Description")
    holder.set(f"{RDF}about", "")
    _in_languages(holder, f"{DC}description", told.caption)
    _in_languages(holder, f"{CORE}AltTextAccessibility", told.alt)
    _in_languages(holder, f"{DC}rights", told.rights)
    _in_languages(holder, f"{RIGHTS}UsageTerms", told.terms)
    if told.rights:
        holder.set(f"{RIGHTS}Marked", "True")
    if told.credit:
        holder.set(f"{PHOTOSHOP}Credit", told.credit[:_LONGEST])
    if told.creator:
        creators = etree.SubElement(etree.SubElement(holder, f"{DC}creator"), f"{RDF}Seq")
        etree.SubElement(creators, f"{RDF}li").text = told.creator[:_LONGEST]
    if told.source_type:
        holder.set(f"{EXT}DigitalSourceType", f"{SOURCE_TYPES}{told.source_type}")
    etree.cleanup_namespaces(meta, keep_ns_prefixes=["x", "rdf"])
    written: bytes = etree.tostring(meta, encoding="utf-8")
    return _BEGIN + written + b'<?xpacket end="r"?>'


def _in_languages(holder: etree.Element, name: str, text: str) -> None:
    if text:
        default = etree.SubElement(
            etree.SubElement(etree.SubElement(holder, name), f"{RDF}Alt"), f"{RDF}li"
        )
        default.set(XML_LANG, "x-default")
        default.text = text[:_LONGEST]
