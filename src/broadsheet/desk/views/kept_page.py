"""The form of a new page, handed in once more after it was kept → the same page, kept anew."""

from __future__ import annotations

import json
from typing import Any

from django.http import JsonResponse
from modelcluster.models import get_all_child_relations
from wagtail.admin.utils import set_query_params
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import COMMENTS_RELATION_NAME, Page


def may_keep_again(page: Page, user: Any, *, under: Page) -> bool:
    """Whether it is still as this person left it, and theirs to change."""
    latest = page.latest_revision
    lock = page.get_lock()
    return (
        page.is_child_of(under)
        and latest is not None
        and latest.user_id == user.pk
        and page.permissions_for_user(user).can_edit()
        and not (lock and lock.for_user(user))
    )


class _KeptPage(EditView):
    """The form says what the whole page is: it knows nothing yet of what was made of its parts."""

    def get_object(self) -> Any:
        page = super().get_object()
        others = [
            one
            for one in getattr(page, COMMENTS_RELATION_NAME).all()
            if one.user != self.request.user
        ]
        for relation in get_all_child_relations(page):
            getattr(page, relation.get_accessor_name()).set([])
        getattr(page, COMMENTS_RELATION_NAME).set(others)
        return page

    def save_action(self) -> Any:
        """What the browser is told of a page that is new, so that it goes on in its own form."""
        answer = super().save_action()
        if not self.expects_json_response:
            return answer
        told = json.loads(answer.content)
        if told["success"]:
            told["url"] = self.get_edit_url()
            told["hydrate_url"] = set_query_params(told["url"], {"_w_hydrate_create_view": "1"})
        return JsonResponse(told, status=answer.status_code)


kept_page = _KeptPage.as_view()
