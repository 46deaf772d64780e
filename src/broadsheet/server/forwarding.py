"""What the front door tells the web process of a reader, and what it keeps from it."""

from __future__ import annotations

# Headers by which a program in front speaks of the reader. Django and gunicorn believe them, so
# none that the reader sends gets through; X-Forwarded-For, X-Forwarded-Proto and X-Request-ID
# are written anew.
WITHHELD = (
    "Forwarded",
    "Proxy",
    "Remote-User",
    "X-Forwarded-Host",
    "X-Forwarded-Port",
    "X-Forwarded-Prefix",
    "X-Forwarded-Protocol",
    "X-Forwarded-Server",
    "X-Forwarded-Ssl",
    "X-Real-IP",
    "X-Remote-User",
)

LARGEST_BODY_MEGABYTES = 64
