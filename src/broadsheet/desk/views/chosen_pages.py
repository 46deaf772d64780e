from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import (
    require_admin_access,
    user_has_any_page_permission,
    user_passes_test,
)
from wagtail.admin.views.chooser import ChosenMultipleView


@require_admin_access
@user_passes_test(user_has_any_page_permission)
def chosen_pages(request: HttpRequest) -> HttpResponse:
    """The names of pages by number, for those who have to do with pages. Wagtail asks nobody."""
    answer: HttpResponse = ChosenMultipleView.as_view()(request)
    return answer
