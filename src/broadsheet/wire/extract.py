"""An HTML page → what the extractor takes for the text of its report."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import trafilatura
from lxml import etree

from broadsheet.wire.prose import is_prose

_SHORT = 25  # letters: a shorter piece is looked for whole, lest "Share" be found in "shareholder"
_LONG = 60
_PROBE = 50
_BLOCKS = frozenset({"p", "head", "item", "cell", "quote"})

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports to its own developers


class Extract:
    """The text that the extractor (trafilatura) found, and whether a piece of the page is in it."""

    def __init__(self, html: str) -> None:
        self.blocks = list(_blocks(html))
        self._whole = {_letters(text) for _, text in self.blocks}
        self._all = "\n".join(_letters(text) for _, text in self.blocks)

    @property
    def has_prose(self) -> bool:
        """There is a sentence in it, and not just the names of a menu."""
        return any(is_prose(text) for _, text in self.blocks)

    def holds(self, text: str) -> bool:
        """The piece stands in the extract, whole or all but a part that was cut off."""
        letters = _letters(text)
        if len(letters) < _SHORT:
            return letters in self._whole
        if letters in self._all:
            return True
        return len(letters) > _LONG and (
            letters[:_PROBE] in self._all or letters[-_PROBE:] in self._all
        )


def _blocks(html: str) -> Iterator[tuple[str, str]]:
    """The blocks of the extract: what they are (p, head, item, cell, quote) and their text."""
    try:
        found = trafilatura.extract(html, output_format="xml", include_comments=False)
    except Exception:  # noqa: BLE001  # whatever a hostile page breaks
        found = None
    if not found:
        return
    main = etree.fromstring(found.encode()).find("main")
    for element in main.iter(*_BLOCKS) if main is not None else ():
        text = " ".join("".join(element.itertext()).split())
        if text:
            yield element.tag, text


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
