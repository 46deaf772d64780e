"""Photos as they were handed in, for the desk alone: they may be under embargo."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.static import serve
from wagtail.admin.auth import require_admin_access


@require_admin_access
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    if settings.CONFIG.store.bucket:
        response: HttpResponseBase = _from_the_store(name)
    else:
        response = serve(request, name, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = "private, max-age=3600"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _from_the_store(name: str) -> FileResponse:
    try:
        return FileResponse(default_storage.open(name))
    except (FileNotFoundError, ValueError):
        raise Http404 from None
