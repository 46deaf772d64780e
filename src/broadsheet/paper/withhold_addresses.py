"""A page → the same page without anybody's e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What stands after the name. Most pages have none, and to look for it is quick.
_HOST = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
# The local part of an address has at most 64 characters (RFC 5321, 4.5.3.1.1); without that bound
# a long word would be read again from each of its characters.
_ADDRESS = re.compile(r"[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def withhold_addresses(html: str, *, instead: str) -> str:
    """`html` with `instead` in place of every e-mail address, wherever in the page it stands.

    Readers write to a reporter through a form; an address on a page is read by harvesters. What
    looks like an address goes too (a handle such as reporter@social.example): the one cannot be
    told from the other.
    """
    return _ADDRESS.sub(lambda _: instead, html) if _HOST.search(html) else html


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses stand that `withhold_addresses` would take out."""
    if _HOST.search(text):
        for found in _ADDRESS.finditer(text):
            yield found.span()
