"""The namespaces of XMP in which the words of a picture stand, as lxml writes them."""

from __future__ import annotations

DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
META = "{adobe:ns:meta/}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PREFIXES = {
    "x": META,
    "rdf": RDF,
    "dc": DC,
    "photoshop": PHOTOSHOP,
    "Iptc4xmpCore": CORE,
    "Iptc4xmpExt": EXT,
    "xmpRights": RIGHTS,
}
