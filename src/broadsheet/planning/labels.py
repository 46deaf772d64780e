from __future__ import annotations

from django.utils.translation import gettext


def labels() -> dict[str, str]:
    """What stands over each column of the story list, and on a phone before each fact."""
    return {
        "stage": gettext("How far"),
        "section": gettext("Section"),
        "who": gettext("Who"),
        "words": gettext("Words"),
        "photo": gettext("Photo"),
        "due": gettext("Due"),
        "out": gettext("Goes out"),
        "change": gettext("Change"),
    }
