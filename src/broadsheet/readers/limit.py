from __future__ import annotations

from allauth.core import ratelimit
from django.http import HttpRequest


def is_over_limit(request: HttpRequest, action: str, *, key: str | None = None) -> bool:
    """Count one more of `action` (settings.ACCOUNT_RATE_LIMITS), and say whether it is too many."""
    return not ratelimit.consume(request, action=action, key=key)
