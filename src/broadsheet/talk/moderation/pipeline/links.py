"""A text → the links in it, whether a browser would follow them or a reader would type them."""

from __future__ import annotations

import re
import unicodedata

# What ends an address in everyday use; others are seen by their scheme, www or a path behind.
_ENDINGS = frozenset(
    "com net org info biz xyz top shop site online store club vip app dev io me co kr jp cn us uk "
    "ru de fr tv gg ly to cc link live click win bet".split()
)
_SCHEME = re.compile(r"(?:https?|hxxps?|ftp|tg|kakaotalk)://\S", re.IGNORECASE)
_HOST = re.compile(r"[^\W_](?:[\w-]{0,62})(?:\.[\w-]{1,63}){1,8}", re.IGNORECASE)
_DOT = re.compile(r"\s?(?:\[\s?(?:dot|\.)\s?\]|\(\s?(?:dot|\.)\s?\)|[。．｡])\s?", re.IGNORECASE)
_TRIM = "()[]{}<>\"'“”‘’«».,;:!?…"


def links(text: str) -> tuple[str, ...]:
    """Each link as it was written, in order. `example[dot]com` counts; `e.g.` and `3.5` do not."""
    plain = _DOT.sub(".", unicodedata.normalize("NFKC", text))
    return tuple(word for word in map(_trimmed, plain.split()) if _is_link(word))


def _trimmed(word: str) -> str:
    return word.strip(_TRIM)


def _is_link(word: str) -> bool:
    if _SCHEME.search(word):
        return True
    if "@" in word:
        return False
    host, slash, path = word.partition("/")
    found = _HOST.match(host)
    if found is None:
        return False
    ending = found.group().rpartition(".")[2].casefold()
    if host.casefold().startswith("www."):
        return True
    return ending in _ENDINGS or bool(slash and path and ending.isalpha() and len(ending) > 1)
