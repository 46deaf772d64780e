from __future__ import annotations

from typing import Any

from wagtail.permissions import page_permission_policy


def people() -> Any:
    """Everybody to whom a story can be assigned: whoever may write somewhere in the paper."""
    writers = page_permission_policy.users_with_any_permission(
        {"add", "change", "publish"}, include_superusers=False
    )
    return writers.order_by("first_name", "last_name", "username")
