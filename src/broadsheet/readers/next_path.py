from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from broadsheet.readers.adapters import is_own_path

LONGEST = 2000


def next_path(request: HttpRequest) -> str:
    """Where a reader wants to go on: a path of this site, or the reader's own page."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if len(asked) <= LONGEST and is_own_path(asked) else reverse("reader:home")
