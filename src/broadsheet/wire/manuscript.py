"""A file's bytes → its characters, where they are certain."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from broadsheet.wire.copy import CopyError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the first half of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture or a sound"),
)
_DECLARED = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_ENCODINGS = {
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "cp949": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "euc-jp": "euc_jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "koi8-r": "koi8_r",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",  # as every browser reads it
    **{f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16)},
    **{f"windows-125{part}": f"cp125{part}" for part in range(9)},
}
_HEAD_BYTES = 4096  # HTML wants the declaration in the first 1,024; pages put it later

# What stands beyond ASCII in Western newspaper prose: letters, quotation marks, dashes, signs.
_WESTERN = re.compile("[À-ÖØ-öø-ÿŒœŠšŽžŸ‘’‚“”„‹›«»–—…•·¡¿€£¥§©®™°ªº²³½¼¾×\u00a0\u00ad]")
_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[ぁ-ヿ]")
_CJK_SIGNS = re.compile("[\u3000-\u303f\uff00-\uffef\u2000-\u206f\u25a0-\u266f一-鿿·°×…“”‘’]")
_STRAY_CONTROLS = 3
_LEAST_LETTERS = 10  # a sentence; from fewer no encoding is certain
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A file of copy as characters. `digest` is the SHA-256 of its bytes."""

    name: str
    text: str
    encoding: str
    digest: str


def manuscript(data: bytes, *, name: str) -> Manuscript:
    """Decode a file. Raises CopyError where it is empty, no text, or of an uncertain encoding."""
    if not data.strip():
        raise CopyError(f"{name}: the file is empty; hand in a file with a report in it")
    text, encoding = _decode(data, name)
    if not text.strip().strip("\ufeff\u200b"):
        raise CopyError(f"{name}: the file holds no letters; hand in a file with a report in it")
    written = data if encoding.startswith("utf-8") else text.encode()
    controls = len(written) - len(written.translate(None, _CONTROL_BYTES))
    if "\0" in text or controls > _STRAY_CONTROLS + len(text) // 100:
        raise _binary(name)
    digest = hashlib.sha256(data).hexdigest()
    return Manuscript(name=name, text=text, encoding=encoding, digest=digest)


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name), encoding.removesuffix("-sig")
    for mark, kind in _FOREIGN:
        if data.startswith(mark):
            raise CopyError(
                f"{name}: this is {kind}; save the report as text, Markdown or HTML first"
            )
    if b"\0" in data:
        return _wide(data, name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _eight_bit(data, name, first_wrong=error.start)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CopyError(
            f"{name}: the file says that it is {encoding.removesuffix('-sig').upper()}, but byte "
            f"{error.start} is not; save it as UTF-8"
        ) from None


def _wide(data: bytes, name: str) -> tuple[str, str]:
    """UTF-16 without a mark: certain if just one byte order gives a text."""
    found: list[tuple[str, str]] = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        spaces = text.count(" ") + text.count("\n")
        if spaces * 50 > len(text) and not _CONTROLS.search(text) and _is_plain(text):
            found.append((text, encoding))
    if len(found) != 1:
        raise _binary(name)
    return found[0]


def _is_plain(text: str) -> bool:
    """No character that no newspaper prints: private, unassigned, or a stray half of a pair."""
    return not any(0xE000 <= ord(char) <= 0xF8FF or ord(char) >= 0xFFF0 for char in text)


def _eight_bit(data: bytes, name: str, *, first_wrong: int) -> tuple[str, str]:
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    if declared:
        encoding = _ENCODINGS.get(declared[1].decode("ascii", "replace").lower(), "utf-8")
        # A page that errs about itself is judged by its bytes, as one that says nothing.
        if (declared_text := _try(data, encoding)) is not None:
            return declared_text, encoding
    certain = [
        (text, encoding)
        for encoding, judge in _GUESSES
        if (text := _try(data, encoding)) is not None and judge(text)
    ]
    if certain and len({text for text, _ in certain}) == 1:
        return certain[0]
    if _CONTROLS.search(data.decode("latin-1")):
        raise _binary(name)
    line = data.count(b"\n", 0, first_wrong) + 1
    raise CopyError(
        f"{name}: line {line} is not UTF-8 (byte {first_wrong} is 0x{data[first_wrong]:02X}) and "
        "no other encoding is certain; save the file as UTF-8"
    )


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_korean(text: str) -> bool:
    # KS X 1001 has the 2,350 syllables that are in use; the other 8,822 are what Western letters
    # look like when they are read as Korean.
    rare = sum(1 for char in _HANGUL.findall(text) if _try_out(char, "euc_kr") is None)
    return _mostly(text, _HANGUL) and rare * 100 <= len(text)


def _is_japanese(text: str) -> bool:
    # Half-width katakana is what Western or Korean bytes look like in Shift JIS.
    return _mostly(text, _KANA) and not re.search("[\uff61-\uff9f]", text)


def _try_out(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


def _mostly(text: str, letters: re.Pattern[str]) -> bool:
    beyond = [char for char in text if char > "\x7f"]
    own = sum(1 for char in beyond if letters.match(char))
    known = own + sum(1 for char in beyond if _CJK_SIGNS.match(char))
    return own >= _LEAST_LETTERS and own * 3 >= len(beyond) and known * 100 >= len(beyond) * 98


def _is_western(text: str) -> bool:
    """Every sign beyond ASCII is one that Western prose uses, and they come thinly sown."""
    beyond = [char for char in text if char > "\x7f"]
    return (
        all(_WESTERN.match(char) for char in beyond)
        and len(beyond) * 5 <= len(text)
        and not re.search("[À-ÿ]{4}", text)
        and not _CONTROLS.search(text)
    )


_GUESSES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("cp949", _is_korean),
    ("cp932", _is_japanese),
    ("euc_jp", _is_japanese),
    ("cp1252", _is_western),
)


def _binary(name: str) -> CopyError:
    return CopyError(
        f"{name}: the file holds bytes that are no text; "
        "hand in text, Markdown or HTML, saved as UTF-8"
    )
