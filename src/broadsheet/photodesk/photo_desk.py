"""Who looks after the newsroom's photos."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet


def hangs_photos(user: Any) -> bool:
    """Whether this person looks after them."""
    return photo_desk().filter(pk=user.pk).exists()


def photo_desk() -> QuerySet[Any]:
    """Everybody who may change any photo: the photo desk, the chiefs, whoever may do all.

    Wagtail's own question counts in who may add photos, for these may change their own.
    """
    may_change = Q(
        groups__collection_permissions__permission__codename="change_image",
        groups__collection_permissions__permission__content_type__app_label="wagtailimages",
    )
    people = get_user_model().objects.filter(Q(is_superuser=True) | may_change, is_active=True)
    return people.distinct()
