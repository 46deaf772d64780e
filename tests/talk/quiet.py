"""Pages and mails on which nothing acts that a reader wrote."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex
from lxml import html as parser

# What a page, a mail or a fragment of ours may be made of.
_ELEMENTS = {
    *("html", "head", "body", "meta", "title", "link", "script", "a", "b", "p", "ol", "ul", "li"),
    *("span", "time", "header", "main", "section", "nav", "footer", "div", "button", "svg", "path"),
    *(
        "article",
        "form",
        "input",
        "label",
        "textarea",
        "h1",
        "h2",
        "fieldset",
        "legend",
        "blockquote",
        "br",
    ),
    *("details", "summary", "search"),
}
# What the desk's pages, most of which are Wagtail's, are never made of.
_NEVER_AT_THE_DESK = {
    *("iframe", "object", "embed", "base", "plaintext", "xmp", "marquee", "math", "audio", "video"),
    *("animate", "isindex", "mglyph", "comment-thread", "x"),
}
# Every string that acts says `hit` when it does. Text may stand in these attributes, and acts in
# none of them.
_HIT = regex.compile(r"\bhit\b")
_HOLDS_TEXT = {"value", "title", "aria-label", "content"}


def ensure_quiet(html: str) -> None:
    """Nothing but our own elements, none of which acts, and links to the web alone."""
    for one in _elements(html):
        assert one.tag in _ELEMENTS, one.tag
        assert not [name for name in one.attrib if name.lower().startswith("on")]
        assert one.tag != "script" or (one.get("src", "").startswith("/assets/"))
        href = one.get("href", "")
        assert regex.match(r"(https?://|/|#|$)", href, regex.IGNORECASE), href
        if href.startswith("http") and "ugc" in one.get("rel", ""):
            assert one.text_content() == href


def ensure_quiet_at_the_desk(html: str) -> None:
    """None of the hostile strings is part of what a page of the desk is made of, or does."""
    for one in _elements(html):
        assert one.tag not in _NEVER_AT_THE_DESK, one.tag
        assert one.tag not in {"script", "style"} or not _HIT.search(one.text or "")
        at_work = {name: value for name, value in one.attrib.items() if _HIT.search(value)}
        assert at_work.keys() <= _HOLDS_TEXT, at_work


def ensure_read(text: str, *pages: str) -> None:
    """Each line of what a reader wrote is read on one of them, or stands in a field of a form."""
    read = "".join(_letters(_read_on(page)) for page in pages)
    for line in text.splitlines():
        assert _letters(line) in read, line


def _read_on(html: str) -> str:
    page = _parsed(html)
    return "".join([*page.itertext(), *page.xpath("//@value")])


def without_addresses(text: str) -> str:
    """The lines that readers are shown as they are: no address of mail is, anywhere on the site."""
    return "\n".join(line for line in text.splitlines() if "@" not in line)


def _letters(text: str) -> str:
    """Without gaps and without what no page shows: controls and marks of direction."""
    return regex.sub(r"[\s\p{C}]+", "", unicodedata.normalize("NFC", text))


def _elements(html: str) -> Iterator[parser.HtmlElement]:
    return (one for one in _parsed(html).iter() if isinstance(one.tag, str))


def _parsed(html: str) -> parser.HtmlElement:
    # As a browser takes it: libxml2 would end the page there.
    return parser.document_fromstring(html.replace("\0", "\ufffd"))
