from __future__ import annotations

from django.utils.translation import gettext


def labels() -> dict[str, str]:
    """What a phone's card of a story says before each fact: looked up once for 500 rows."""
    return {
        "stage": gettext("How far"),
        "section": gettext("Section"),
        "who": gettext("Who"),
        "words": gettext("Words"),
        "photo": gettext("Photo"),
        "due": gettext("Due"),
        "out": gettext("Goes out"),
        "change": gettext("Change"),
        "yes": gettext("yes"),
        "none": gettext("none"),
    }
