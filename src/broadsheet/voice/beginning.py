"""An utterance → its first words, by which a message names it."""

from __future__ import annotations

from broadsheet.voice.utterance import Utterance

_WORDS = 8


def beginning(utterance: Utterance) -> str:
    """In quotation marks, with an ellipsis where there is more."""
    words = utterance.text.split()
    return f"“{' '.join(words[:_WORDS])}{'…' if len(words) > _WORDS else ''}”"
