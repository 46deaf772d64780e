"""How sound is labelled, for people: that a machine has made it, or who has read it."""

from __future__ import annotations

from broadsheet.story import Sound

READ_BY_AI = "Written by reporters, read by AI"


def label_of(sound: Sound, synthetic: str) -> str:
    """Who reads, where a person does; else the label of synthetic sound, as it is given."""
    return f"Read by {sound.reader}" if sound.reader else synthetic
