"""The zone that times at the desk are shown and entered in."""

from __future__ import annotations

from django.utils import timezone


def zone_name() -> str:
    """Its name, and its letters where it has any: Asia/Seoul, KST."""
    zone = timezone.get_current_timezone_name()
    letters = timezone.localtime().tzname() or ""
    return f"{zone}, {letters}" if letters[:1].isalpha() and letters != zone else zone
