"""Wagtail's form of a new page, kept by one person at a time."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page

from broadsheet.desk.fit_to_print import NotFitError


class _NewPage(CreateView):
    """Of two forms that are handed in at once under one section, the second waits for the first.

    It then finds the address taken and says so, where Wagtail would have found the form in order
    and failed as it wrote: the form keeps itself, so a button that is pressed at that moment is
    such a second one.
    """

    def post(self, request: HttpRequest) -> Any:
        with transaction.atomic():
            Page.objects.select_for_update(of=("self",)).get(pk=self.parent_page.pk)
            try:
                return super().post(request)
            except NotFitError as error:
                unfit = error  # what must not go out is kept all the same
        raise unfit


new_page = never_cache(require_admin_access(_NewPage.as_view()))
