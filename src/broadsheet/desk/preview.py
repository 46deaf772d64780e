"""A page of the desk → the HTML that the press will print of it."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from django.http import HttpResponse


@singledispatch
def printed(page: Any) -> str:
    """The page's HTML. `desk.proofs` registers one printer for each kind of page."""
    raise TypeError(f"{type(page).__name__} has no printer; register one in desk/proofs.py")


def of(page: Any) -> HttpResponse:
    return HttpResponse(printed(page))
