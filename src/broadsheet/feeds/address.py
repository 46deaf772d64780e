"""A path on the site → the whole address, as machines want it."""

from __future__ import annotations

import re
from urllib.parse import quote

from broadsheet.newspaper import Newspaper

# RFC 3986, 3.3: what may stand in a path as it is. "%" is kept for the escapes that are already
# there, because paths come both quoted (from Django's reverse) and unquoted (from a slug).
_KEPT = "/%:@!$&'()*+,;=~"
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def address(path: str, newspaper: Newspaper) -> str:
    """The absolute address of `path`, all ASCII after the origin (RFC 3986).

    Raises ValueError for a path that does not begin with a slash: it would change the host.

    >>> address("/문화/", Newspaper(name="The Gazette", url="https://gazette.example"))
    'https://gazette.example/%EB%AC%B8%ED%99%94/'
    """
    if not path.startswith("/"):
        raise ValueError(f'{path!r}: this is no path on the site; begin it with "/"')
    quoted = quote(path, safe=_KEPT, errors="replace")
    return f"{newspaper.url}{_STRAY_PERCENT.sub('%25', quoted)}"
