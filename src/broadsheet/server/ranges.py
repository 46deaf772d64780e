"""A `Range` header and a file's size → the header with what can be satisfied, or none."""

from __future__ import annotations

import re

_ONE = r"(?:[0-9]{1,18}-[0-9]{0,18}|-[0-9]{1,18})"
_BYTES = re.compile(rf"bytes=({_ONE}(?:[ \t]?,[ \t]?{_ONE})*)")


def usable_range(header: str, *, size: int) -> str | None:
    """What to answer of `header`, by RFC 9110, section 14.2.

    None: answer with the whole file, as for a unit that is not bytes and a range that is none.
    Ranges beyond the end are left out as long as one is not; if all are, the header comes back
    as it is, and the answer is 416.

    >>> usable_range("bytes=0-9,500-", size=100)
    'bytes=0-9'
    >>> usable_range("lines=1-2", size=100) is None
    True
    """
    found = _BYTES.fullmatch(header)
    if found is None:
        return None
    within: list[str] = []
    for one in re.split(r"[ \t]?,[ \t]?", found[1]):
        first, _, last = one.partition("-")
        if first and last and int(first) > int(last):
            return None
        if int(first) < size if first else int(last) > 0 and size > 0:
            within.append(one)
    return f"bytes={','.join(within)}" if within else header
