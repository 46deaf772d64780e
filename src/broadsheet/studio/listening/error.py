"""Why a recording cannot be taken."""

from __future__ import annotations


class RecordingError(Exception):
    """In one sentence: what, what was found, what to do."""
