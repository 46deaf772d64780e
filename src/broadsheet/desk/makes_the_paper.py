from __future__ import annotations

from typing import Any

from wagtail.images import get_image_model
from wagtail.permissions import page_permission_policy, policy_registry


def makes_the_paper(user: Any) -> bool:
    """Whether somebody has to do with reports or photos; moderators of comments have not."""
    photos = policy_registry.get_by_type(get_image_model())
    return bool(
        page_permission_policy.user_has_any_permission(user, {"add", "change", "publish", "lock"})
        or photos.user_has_any_permission(user, {"add", "change"})
    )
