"""Taking one's data along, leaving, and changing one's mind."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from broadsheet.readers import leave as leaving
from broadsheet.readers.held import held
from broadsheet.readers.page import page
from broadsheet.readers.signed_in import freshly_signed_in, signed_in


@require_safe
@signed_in
def data(request: HttpRequest) -> HttpResponse:
    """`/reader/data.json`: everything that is held of the reader, as a file to keep."""
    answer = JsonResponse(
        held(request.user),  # type: ignore[arg-type]  # @signed_in is outside
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    answer["Content-Disposition"] = 'attachment; filename="reader.json"'
    answer["Cache-Control"] = "no-store"
    return answer


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
@freshly_signed_in
def leave(request: HttpRequest) -> HttpResponse:
    """`/reader/leave/`: says what leaving means; a POST asks for it."""
    if request.method != "POST":
        return page(request, "leave")
    leaving.ask_to_leave(request.user, now=timezone.now())  # type: ignore[arg-type]  # likewise
    return HttpResponseRedirect(reverse("reader:home"))


@csrf_protect
@require_POST
@signed_in
def stay(request: HttpRequest) -> HttpResponse:
    """`/reader/stay/`: the account is kept after all."""
    leaving.stay(request.user)  # type: ignore[arg-type]  # likewise
    messages.success(request, _("Your account stays. Good to have you."))
    return HttpResponseRedirect(reverse("reader:home"))
