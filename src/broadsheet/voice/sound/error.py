"""What keeps a programme from becoming files."""

from __future__ import annotations


class SoundError(Exception):
    """In one sentence: what, what was found, what to do."""
