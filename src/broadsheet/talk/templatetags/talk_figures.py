"""How long something took, as a reader says it."""

from __future__ import annotations

from django import template
from django.utils.translation import ngettext

register = template.Library()


@register.simple_tag
def waited(seconds: int) -> str:
    """The time in whole minutes, hours or days, rounded, at least a minute."""
    minutes = max(1, round(seconds / 60))
    if minutes < 120:
        return ngettext("%d minute", "%d minutes", minutes) % minutes
    hours = round(minutes / 60)
    if hours < 48:
        return ngettext("%d hour", "%d hours", hours) % hours
    days = round(hours / 24)
    return ngettext("%d day", "%d days", days) % days
