"""A story → what of it is heard when it is read aloud."""

from __future__ import annotations

import hashlib
import json

from broadsheet.galley.placed import placed
from broadsheet.story import Story
from broadsheet.voice.script.saying import normal
from broadsheet.voice.script.write import SPOKEN

Lines = list[tuple[str, str, int, str]]


def heard_lines(story: Story) -> Lines:
    """Role, text, ordinal and label of every line that is read."""
    return [
        (one.role, one.text, one.ordinal, one.label) for one in placed(story) if one.role in SPOKEN
    ]


def heard_text(story: Story) -> str:
    """The same as plain text, as pronunciations are looked for in it."""
    return normal("\n".join(text for _, text, *_ in heard_lines(story)))


def text_digest(story: Story) -> str:
    """Another one whenever a listener would hear another text, whoever reads it."""
    return digest(story.language, heard_lines(story))


def digest(*parts: object) -> str:
    """SHA-256 of plain values."""
    written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
