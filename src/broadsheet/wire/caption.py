"""`… on Monday. [YONHAP]` → the caption and the credit of a photo."""

from __future__ import annotations

import re

from broadsheet.story import Photo
from broadsheet.wire.furniture.languages import all_phrases, any_of
from broadsheet.wire.prose import ends_sentence, size

_LONGEST = 900  # characters; a take beyond that is prose, whatever stands at its end
_LONGEST_ROUND = 500
_SHORTEST_CAPTION = 12
_LONGEST_TAIL = 140
_LONGEST_CREDIT_WORDS = 9

_WORD = any_of(all_phrases("credit"))
_AGENCY = any_of(all_phrases("agencies"))
_AFTER = r"""(?:^|(?<=[.!?。！？”’"')\]」])\s*|\s*[|/–—▶]\s*|\s-\s)"""
_PICTURE = re.compile(r"[\w()., /-]{1,160}\.(?:jpe?g|png|webp|gif|heic|tiff?|avif)", re.IGNORECASE)

_AFTER_SENTENCE = r"""(?<=[.!?。”’"')])"""
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’&-]*"
_AGENCIES_AND_NAMES = rf"(?:{_AGENCY})(?:[-/, ]+(?:{_AGENCY}))*(?:/[^/.]{{2,40}}){{0,3}}"

# How a credit ends a caption, in the order in which the forms are looked for.
_IN_BRACKETS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("brackets", re.compile(r"\s*[\[［【](?P<credit>[^\[\]［］【】]{1,90})[\]］】]\.?$")),
    ("round", re.compile(r"\s*[(（](?P<credit>[^()（）]{1,90})[)）]\.?$")),
)
_OPEN = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("label", rf"{_AFTER}(?:{_WORD})\s?(?:[:：=＝]|\.\.\.)\s?(?P<credit>\S.{{0,90}})$"),
        ("label", r"^image source,\s*(?P<credit>\S.{0,90})$"),
        ("sign", r"(?:^|\s)[©ⓒ]\s?(?P<credit>\S.{0,60})$"),
        ("stroke", rf"""{_AFTER_SENTENCE}\s*[/|]\s*(?P<credit>[^\W\d_][^|]{{0,60}})$"""),
        (
            "capitals",
            rf"{_AFTER_SENTENCE}\s+(?-i:(?P<credit>{_CAPITALS}(?:[ /]+{_CAPITALS}){{1,5}}))$",
        ),
        (
            "agency",
            rf"(?:^|{_AFTER_SENTENCE}\s+)(?P<credit>(?:[^./]{{2,40}}/)?{_AGENCIES_AND_NAMES})$",
        ),
        ("words", rf"{_AFTER}(?P<credit>(?:{_WORD})\s+\S.{{0,90}})$"),
        ("agency", rf"[=＝]\s?(?P<credit>(?:{_AGENCY}))$"),
    )
)
_PREFIX = re.compile(
    rf"^(?:{_WORD})(?:\s?[:：=＝]\s*|(?<=\bby|\bde)\s+|(?<=사진)\s+)", re.IGNORECASE
)
_LABEL = re.compile(rf"^(?:{any_of(all_phrases('caption'))})\s?[:：,]\s+(?=\S)", re.IGNORECASE)
_SHOP = re.compile(r"\s*(?:Purchase|Acquire) Licensing Rights.*$")  # where Reuters sells it
_CAPTION_WORDS = all_phrases("caption")
_SIGNS = re.compile(r"^[▲▼△◀▶◆■↑↓]\s*")
_CREDIT_WORD = re.compile(rf"(?<![^\W\d_])(?:{_WORD})(?![^\W\d_])", re.IGNORECASE)
_TWO_NAMES = re.compile(r"[^\W\d_a-z][\w .'’-]+/\s?[^\W\d_a-z]")
_AGENCIES = all_phrases("agencies")
_PAPERS = all_phrases("papers")
_CJK_PAPERS = tuple(word for word in _PAPERS if not word.isascii())
_NO_CREDIT = all_phrases("kickers") | {"sic", "photo", "photos", "video", "image"}
_HARDLY_CREDIT = all_phrases("tools") | all_phrases("credit")  # but [X] and [LINE] may be ones


def caption(text: str) -> Photo | None:
    """A photo if the line is told to be a caption by its label or by the credit at its end.

    A line that is nothing but a credit or a picture's file name gives a photo without a caption.
    """
    if len(text) > _LONGEST:
        return None
    if _PICTURE.fullmatch(text):
        return Photo(source=text)
    bare, credit, source = _without_ends(_SIGNS.sub("", _SHOP.sub("", text)))
    label = _LABEL.match(bare)
    if label:
        bare = bare[label.end() :]
    elif not credit and not source:
        return None
    return Photo(caption=bare, credit=credit, source=source)


def is_caption_label(text: str) -> bool:
    """A line that says that the next one is a caption: `Image caption,`."""
    return text.endswith((",", ":", "：")) and text.rstrip(" ,:：").casefold() in _CAPTION_WORDS


def _without_ends(text: str) -> tuple[str, str, str]:
    """The line without a credit and a file name at its end, in whichever order they stand."""
    credit = source = ""
    for _ in range(2):
        bare, found = _end(text)
        if _PICTURE.fullmatch(found) and not source:
            source = found
        elif found and not credit:
            credit = found
        else:
            break
        text = bare
    return text, credit, source


def _end(text: str) -> tuple[str, str]:
    if text.endswith(("]", "］", "】", ")", "）", "].", ").", "】.")):
        forms = _IN_BRACKETS
    elif text.endswith((".", "。")):
        return text, ""  # as nearly all prose does, and nearly no credit
    else:
        forms = _OPEN
    tail_at = max(0, len(text) - _LONGEST_TAIL)
    for kind, form in forms:
        found = form.search(text, tail_at)
        if found:
            bare, credit = text[: found.start()].rstrip(" |/–—-"), found["credit"].strip()
            if _is_credit(kind, credit, bare):
                return bare, _PREFIX.sub("", credit).strip(" :=,")
    return text, ""


def _is_credit(kind: str, credit: str, bare: str) -> bool:
    if _PICTURE.fullmatch(credit):
        return True
    if (
        "@" in credit
        or credit.casefold().strip(" .:") in _NO_CREDIT
        or (not credit.isupper() and credit.casefold().strip(" .:") in _HARDLY_CREDIT)
        or size(credit) > _LONGEST_CREDIT_WORDS
        or not any(map(str.isalpha, credit))
    ):
        return False
    return _CAN_BE[kind](credit, bare)


def _in_brackets(credit: str, _bare: str) -> bool:
    return not credit[0].islower() or _names_a_source(credit)


def _in_round(credit: str, bare: str) -> bool:
    return len(bare) < _LONGEST_ROUND and _names_a_source(credit)


def _after_a_label(credit: str, bare: str) -> bool:
    small = sum(1 for word in credit.split(" ") if word.islower() and word.isascii())
    return bare != "" or small < 2 or small * 2 <= size(credit)


def _in_words(credit: str, _bare: str) -> bool:
    name = _CREDIT_WORD.sub("", credit).strip()
    return name[:1].isupper() and not ends_sentence(credit)


def _after_a_sign(credit: str, bare: str) -> bool:
    return (
        len(bare) >= _SHORTEST_CAPTION
        and not credit[0].islower()
        and not any(map(str.isdigit, credit))
    )


def _as_agency(credit: str, _bare: str) -> bool:
    return not credit[0].islower()


def _names_a_source(credit: str) -> bool:
    """It says photo, names an agency, or has a name on both sides of a stroke."""
    words = re.split(r"[/,\s-]+", credit.casefold())
    return (
        bool(_CREDIT_WORD.search(credit))
        or not _AGENCIES.isdisjoint(words)
        or words[-1] in _PAPERS
        or credit.endswith(_CJK_PAPERS)
        or _TWO_NAMES.match(credit) is not None
    )


_CAN_BE = {
    "brackets": _in_brackets,
    "round": _in_round,
    "label": _after_a_label,
    "words": _in_words,
    "sign": _after_a_sign,
    "stroke": _after_a_sign,
    "agency": _as_agency,
    "capitals": _as_agency,
}
