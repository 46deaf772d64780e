from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def here(request: HttpRequest) -> JsonResponse:
    """Who is signed in, and what their forms have to prove themselves with from now on."""
    return JsonResponse({"user": request.user.pk, "csrf_token": get_token(request)})
