from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies.pages import PagePermissionPolicy


class PagePolicy(PagePermissionPolicy):
    """Who has to do with pages at all, before it is asked which.

    A copy editor has the right to lock and no right to change any page: the report that is with
    them is changed, previewed and followed all the same, and `PageRights` says which it is.
    """

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        asked = set(actions)
        return bool(
            super().user_has_any_permission(user, asked | {"lock"} if "change" in asked else asked)
        )
