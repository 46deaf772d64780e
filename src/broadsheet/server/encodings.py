"""`Accept-Encoding` → which of a page's precompressed siblings a browser can read."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """A content coding and where a file in it stands: `index.html` + `suffix`.

    `accepted` is a regular expression, in what PCRE and Python have in common, that finds the
    coding in an Accept-Encoding field (RFC 9110, 12.5.3) with a weight above nought. Its
    repetitions are bounded: a field of 16 kB must not cost a second. `*` is not taken for a yes:
    who sends it alone can seldom unpack anything.
    """

    name: str
    suffix: str
    accepted: str

    def is_accepted(self, accept_encoding: str) -> bool:
        return re.search(self.accepted, accept_encoding, re.IGNORECASE) is not None


def _accepted(coding: str) -> str:
    blank = r"[ \t]{0,8}"
    weight = rf"{blank};{blank}q={blank}(?:1(?:\.0{{0,3}})?|0?\.0{{0,3}}[1-9][0-9]{{0,3}})"
    return rf"(?:^|,){blank}{coding}(?:{weight})?{blank}(?:,|$)"


# What browsers send. A server may look these up before it reads the field.
USUAL_FIELDS = ("gzip, deflate, br, zstd", "gzip, deflate, br", "gzip, deflate", "gzip", "br")

# The best first.
ENCODINGS = (
    Encoding(name="br", suffix=".br", accepted=_accepted("br")),
    Encoding(name="gzip", suffix=".gz", accepted=_accepted("(?:x-)?gzip")),
)
