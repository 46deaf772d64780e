from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from broadsheet.talk.moderation.queue import counts


def screen(
    request: HttpRequest, template: str, *, tab: str, title: str, status: int = 200, **what: Any
) -> HttpResponse:
    """A page of the moderators' part of the desk, with its tabs and how much waits under each."""
    return render(
        request,
        f"talk/desk/{template}.html",
        {"page_title": title, "header_icon": "openquote", "tab": tab, "tabs": _tabs(), **what},
        status=status,
    )


def _tabs() -> list[tuple[str, str, str, int | None]]:
    """Name, label, address, and the number that waits; None where nothing waits by its nature."""
    waiting = counts()
    queue = reverse("moderation_queue", args=["held"])
    return [
        ("held", gettext("Held"), queue, waiting.held),
        (
            "reported",
            gettext("Reported"),
            reverse("moderation_queue", args=["reported"]),
            waiting.reported,
        ),
        ("recent", gettext("Recent"), reverse("moderation_queue", args=["recent"]), None),
        ("appeals", gettext("Appeals"), reverse("moderation_appeals"), waiting.appeals),
        ("claims", gettext("Claims"), reverse("moderation_claims"), waiting.claims),
        ("modes", gettext("Modes"), reverse("moderation_modes"), None),
        ("words", gettext("Word lists"), reverse("wagtailsnippets_talk_heldwords:list"), None),
        ("log", gettext("Log"), reverse("moderation_log"), None),
    ]
