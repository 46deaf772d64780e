"""Between the server and every view: who asks, what goes back with a page, what was refused."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from broadsheet.desk.check_store_answers import STORE_IS_AWAY
from broadsheet.desk.fit_to_print import NotFitError
from broadsheet.headers import PAPER_HEADERS
from broadsheet.store.store_error import StoreError

Handler = Callable[[HttpRequest], HttpResponse]

RETRY_SECONDS = 60


def reader_address(get_response: Handler) -> Handler:
    """Put the reader's address in REMOTE_ADDR.

    Django listens on a private socket behind our own front server, which sets X-Forwarded-For to
    the one address that it sees and passes on nothing of the kind that a client sent.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        request.META["REMOTE_ADDR"] = request.META.get(
            "HTTP_X_FORWARDED_FOR", request.META.get("REMOTE_ADDR", "")
        )
        return get_response(request)

    return handle


class Unfit:
    """A report that must not go out was to be published: back to its form, with the reasons.

    The form itself asks before it publishes; this is for every other button at the desk.
    """

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, NotFitError):
            return None
        messages.error(request, error.sentence)
        form = reverse("wagtailadmin_home")  # a copy that was not made has no form
        if error.report.pk:
            form = reverse("wagtailadmin_pages:edit", args=[error.report.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What a dialogue of Wagtail's understands: it closes and goes there.
            return JsonResponse({"step": "success", "redirect": form})
        return redirect(form)


class StoreAway:
    """Somebody at the desk needs a picture or a recording that the store does not give now.

    Forms ask before they take a file (`check_store_answers`); this is for what is shown.
    """

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        # Wagtail wraps it where it opens a picture.
        if not isinstance(error.__cause__ or error, StoreError):
            return None
        response: HttpResponse
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            told = {"success": False, "error_message": str(STORE_IS_AWAY)}
            response = JsonResponse(told, status=503)
        elif request.accepts("text/html"):
            again = request.get_full_path() if request.method == "GET" else request.path
            shown = {"why": STORE_IS_AWAY, "again": again}
            response = render(request, "desk/store_away.html", shown, status=503)
        else:
            response = HttpResponse(STORE_IS_AWAY, content_type="text/plain", status=503)
        response["Retry-After"] = RETRY_SECONDS
        return response


def as_paper(response: HttpResponse) -> HttpResponse:
    """Give a page that Django made the same headers as a page that stands as a file."""
    for name, value in PAPER_HEADERS.items():
        response[name] = value
    response["Cache-Control"] = "no-store"
    return response
