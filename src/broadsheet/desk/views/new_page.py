"""Wagtail's form of a new page, kept by one person at a time, and as one page."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page

from broadsheet.desk.fit_to_print import NotFitError
from broadsheet.desk.page_form import page_of_form
from broadsheet.desk.views.kept_page import kept_page, may_keep_again


class _NewPage(CreateView):
    """Of two forms that are handed in at once under one section, the second waits for the first.

    It then finds the address taken and says so, where Wagtail would have found the form in order
    and failed as it wrote: the form keeps itself, so a button that is pressed at that moment is
    such a second one. Where it is the same form once more, because the answer to the first was
    lost or nobody waited for it, it is kept as the page that it was kept as before.
    """

    def post(self, request: HttpRequest) -> Any:
        with transaction.atomic():
            Page.objects.select_for_update(of=("self",)).get(pk=self.parent_page.pk)
            page = page_of_form(request.POST)
            try:
                if page and may_keep_again(page, request.user, under=self.parent_page):
                    return kept_page(request, page.pk)
                return super().post(request)
            except NotFitError as error:
                unfit = error  # what must not go out is kept all the same
        raise unfit

    def form_valid(self, form: Any) -> Any:
        if page := page_of_form(self.request.POST):
            form.add_error(None, form.words_for_handed_in(page))
            return self.form_invalid(form)
        return super().form_valid(form)


new_page = never_cache(require_admin_access(_NewPage.as_view()))
