"""A file's name and first lines → the shape of the copy in it."""

from __future__ import annotations

import re
from pathlib import PurePath

from broadsheet.wire.breadcrumb import breadcrumb
from broadsheet.wire.copy import CopyError, Shape
from broadsheet.wire.furniture.verdict import verdict
from broadsheet.wire.lines import lines
from broadsheet.wire.manuscript import Manuscript
from broadsheet.wire.markdown import has_front_matter
from broadsheet.wire.take import takes

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_START = 4000  # characters
_LONGEST = 400_000  # of a text; a report of 60,000 words fills a book
_TAGS = re.compile(
    r"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]|<article[\s>]", re.IGNORECASE
)
_ELEMENTS = re.compile(r"<(?:p|div|h1|br|span|a|table|meta|script)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LEAST_ELEMENTS = 3
_XML = re.compile(r"\s*<\?xml|\s*<(?:rss|feed|nitf|newsItem|newsMessage)[\s>]", re.IGNORECASE)
_JSON = re.compile(r"\s*[{\[]\s*[\"{\[]")
_FIRST_HEADING = re.compile(r"\s*# \S")


def shape(manuscript: Manuscript) -> Shape:
    """What a file is, by its name where that tells, else by how it begins.

    A plain text is a capture if any line of it is furniture of a page. Raises CopyError for data
    that is no page and no text, and for a text of a length that no report has.
    """
    suffix = PurePath(manuscript.name).suffix.lower()
    start = manuscript.text.lstrip("\ufeff")[:_START]
    if suffix in _HTML or _is_html(start):
        return "html"
    if _XML.match(start) or (_JSON.match(start) and manuscript.text.rstrip().endswith(("}", "]"))):
        raise CopyError(
            f"{manuscript.name}: this is data (XML or JSON), not a page or a text; "
            "hand in the report as text, Markdown or HTML"
        )
    if len(manuscript.text) > _LONGEST:
        raise CopyError(
            f"{manuscript.name}: the text has {len(manuscript.text):,} characters; "
            f"hand in one report, of at most {_LONGEST:,}"
        )
    if suffix in _MARKDOWN or _is_markdown(start):
        return "markdown"
    is_capture = any(
        verdict(take.text) or breadcrumb(take.text) for take in takes(lines(manuscript.text))
    )
    return "capture" if is_capture else "text"


def _is_html(start: str) -> bool:
    if _TAGS.search(start):
        return True
    return start.lstrip().startswith("<") and len(_ELEMENTS.findall(start)) >= _LEAST_ELEMENTS


def _is_markdown(start: str) -> bool:
    return has_front_matter(start.splitlines()) > 0 or _FIRST_HEADING.match(start) is not None
