from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext


def in_this_zone() -> str:
    """What stands beside a field in which a time is entered: in the time of Asia/Seoul, KST."""
    return gettext("In the time of %(zone)s.") % {"zone": _zone_name()}


def _zone_name() -> str:
    """The zone's name, and its letters where it has any."""
    zone = timezone.get_current_timezone_name()
    letters = timezone.localtime().tzname() or ""
    return f"{zone}, {letters}" if letters[:1].isalpha() and letters != zone else zone
