from __future__ import annotations

from tests.voice.speaking import humming

__all__ = ["humming"]
