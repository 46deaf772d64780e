"""A comment as a moderator saw it → a word for that state, to be compared when they decide."""

from __future__ import annotations

import hashlib

from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.models import Decision


def seen(comment: Comment, latest: Decision | None) -> str:
    """Another one as soon as the text, the state or the last decision is another one."""
    parts = (comment.state, comment.text, str(latest.pk if latest else 0))
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
