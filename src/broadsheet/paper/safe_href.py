"""A link as somebody wrote it → one that a page may carry."""

from __future__ import annotations

import re

# What a browser skips before it looks for a scheme, and inside one: "java\nscript:" is a script.
_SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_AUTHORITY = re.compile(r"https?://(?P<authority>[^/?#\\]+)", re.IGNORECASE)


def safe_href(href: str) -> str:
    """`href` where it leads to a web page, a place on this site or on this page; else "".

    Scripts, data, addresses of people (mailto:, tel:), names and passwords before a host
    (https://bank.example@elsewhere.example/) are not links that a report may carry. An @ in a path
    is written %40, which means the same, so that no page holds what looks like an e-mail address.
    """
    link = _SKIPPED.sub("", href)
    if _SCHEME.match(link):
        found = _AUTHORITY.match(link)
        if found is None or "@" in found["authority"]:
            return ""
    elif not link.startswith(("/", "#", "?")) or link[:2] in {"//", "/\\"}:
        return ""
    return link.replace("@", "%40")
