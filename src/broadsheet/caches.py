"""The newsroom's settings → what Django is told of where things are remembered for a while."""

from __future__ import annotations

from typing import Any

from broadsheet.config import Config

# Django keeps 300 entries unless told otherwise: whoever knocks from 300 addresses would wipe out
# everybody's count.
_ROOM = {"MAX_ENTRIES": 100_000}


def caches(config: Config) -> dict[str, Any]:
    """What is remembered is so in the one process of the web, or for several in the database."""
    default = (
        {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "remembered"}
        if are_shared(config)
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
    return {
        "default": {**default, "OPTIONS": _ROOM},
        # A rendition that another process has replaced must not be remembered by this one.
        "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    }


def are_shared(config: Config) -> bool:
    """Whether several processes of the web have to remember and to count together."""
    return bool(config.database.url) or config.server.processes > 1
