"""Who asks: the reader's own address, and the headers that go back with a page of the paper."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from broadsheet.headers import PAPER_HEADERS

Handler = Callable[[HttpRequest], HttpResponse]


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


def as_paper(response: HttpResponse) -> HttpResponse:
    """Give a page that Django made the same headers as a page that stands as a file."""
    for name, value in PAPER_HEADERS.items():
        response[name] = value
    response["Cache-Control"] = "no-store"
    return response
