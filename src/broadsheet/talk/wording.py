"""What a reader typed → the text of a comment, or why it is none."""

from __future__ import annotations

import unicodedata

import regex
from django.utils.translation import gettext, ngettext

from broadsheet.talk.refused import Refused

# A character that people see is rarely made of more: a family of four takes seven code points.
# The cap is for those that are made of hundreds.
CODE_POINTS_A_GRAPHEME = 4

_GRAPHEME = regex.compile(r"\X")
# Controls other than line breaks, lone halves of pairs, code points that are no characters, and
# the byte order mark, which a browser takes for white space and Python does not.
_NO_TEXT = regex.compile(r"[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff--\n]", regex.V1)
_LINE_END = regex.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_EMPTY_LINES = regex.compile(r"\n[^\S\n]*\n\s*\n")
_INK = regex.compile(r"[\p{L}\p{N}\p{P}\p{S}]")


def wording(typed: str, *, longest: int) -> str:
    """`typed` as it is kept: NFC, trimmed, without controls. Raises Refused.

    `longest` is in graphemes, which is what people call characters (Unicode, UAX #29). A text may
    have four times as many code points. `paper/modules/wording.js` counts the same.
    """
    text = tidied(typed)
    if not _INK.search(text):
        raise Refused(gettext("There is nothing in the comment yet. Please write something."))
    if len(text) > longest * CODE_POINTS_A_GRAPHEME:
        raise Refused(
            gettext("The comment has too many marks on its characters. Please write it plainly.")
        )
    if (length := graphemes(text)) > longest:
        raise Refused(
            ngettext(
                "The comment is %(over)d character too long. Please shorten it.",
                "The comment is %(over)d characters too long. Please shorten it.",
                length - longest,
            )
            % {"over": length - longest}
        )
    return text


def tidied(typed: str) -> str:
    """NFC, with one kind of line end, two empty lines never together, and no controls."""
    text = _LINE_END.sub("\n", typed).replace("\t", " ")
    text = unicodedata.normalize("NFC", _NO_TEXT.sub("", text))
    return str(_EMPTY_LINES.sub("\n\n", text).strip())


def graphemes(text: str) -> int:
    """How many characters people see in `text`."""
    return len(_GRAPHEME.findall(text))
