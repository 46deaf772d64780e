"""HTML as the templates leave it → HTML without the lines and margins that they leave behind."""

from __future__ import annotations

import re

_AS_TYPED = re.compile(r"(<textarea\b.*?</textarea>)", re.DOTALL)


def tidy_html(html: str) -> str:
    """`html` without blank lines and indentation; what stands in a textarea is left as typed."""
    pieces = _AS_TYPED.split(html)
    pieces[::2] = map(_tidy, pieces[::2])
    return "".join(pieces).strip() + "\n"


def _tidy(piece: str) -> str:
    # Not strip() alone: a no-break space at the end of a line belongs to the text.
    lines = (line.strip(" \t\r") for line in piece.split("\n"))
    return "\n".join(line for line in lines if line)
