"""What a dictionary says → characters that can do nothing but be read."""

from __future__ import annotations

import re
from html import unescape

LONGEST = 600

_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_SCRIPT = re.compile(r"(?is)<(script|style)\b.*?(</\1\s*>|\Z)")
_BREAK = re.compile(r"(?i)<(?:br|/?p|/?div|/?li|/?tr|/?dd|/?dt)\b[^<>]*>")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Most of what dictionaries say is fit as it stands; the test saves half of the time of adding one.
_PLAIN = re.compile(r"(?:[!-;=?-~]+(?: (?=[!-~])|$))*")
_ANGLES = str.maketrans("<>", "‹›")


def plain_text(written: str, *, longest: int = LONGEST) -> str:
    """One line of text without markup and unseen characters, cut at a word after `longest`.

    Angle brackets that are left become ‹ and ›, so that no entry is markup to any reader of it.
    """
    if _PLAIN.fullmatch(written) and len(written) <= longest:
        return written
    text = _UNSEEN.sub("", _tagless(written).translate(_ANGLES))
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0].rstrip(',;:. ')}…"


def plain_lines(markup: str) -> list[str]:
    """The lines of an HTML, Pango or XDXF entry, each as plain text."""
    text = unescape(_tagless(_BREAK.sub("\n", markup)))
    return [line for line in map(plain_text, text.splitlines()) if line]


def _tagless(written: str) -> str:
    if "<" not in written:
        return written
    text = _SCRIPT.sub(" ", written)
    while (fewer := _TAG.sub("", text)) != text:
        text = fewer
    return text
