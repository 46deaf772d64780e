"""A path on the site → how long browsers and caches may keep what stands there."""

from __future__ import annotations

# Files here carry a fingerprint of their bytes in their names: what stands at an address never
# changes.
IMMUTABLE_FOLDERS = ("/assets/", "/photos/", "/sound/")

# What is printed again every second while readers write, or whenever a reporter does.
LIVE_FOLDERS = ("/threads/", "/live-updates/")

# The page that stays where another was withdrawn, beside where its index.html stood: answered with
# 410, and only while no page stands there again.
GONE = "gone.html"

IMMUTABLE = "public, max-age=31536000, immutable"
# A reader sees a correction within a minute; a cache in front may go on for ten while it asks.
PAGE = "public, max-age=60, stale-while-revalidate=600"
LIVE = "public, max-age=1"
STATIC = "public, max-age=3600"
REDIRECT = "public, max-age=3600"
# Short: a report may be published at this very address in a moment.
MISSING = "public, max-age=10"
UNAVAILABLE = "no-store"


def caching(path: str) -> str:
    """The Cache-Control of the file at `path`, such as `/national/talks-resume/`."""
    if path.startswith(IMMUTABLE_FOLDERS):
        return IMMUTABLE
    return LIVE if path.startswith(LIVE_FOLDERS) else PAGE
