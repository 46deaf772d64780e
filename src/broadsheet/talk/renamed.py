"""A reader takes another name → every thread that shows the old one is printed again."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save

from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.thread import changed


def connect() -> None:
    post_save.connect(_saved, sender=Account, dispatch_uid="talk.renamed")


def _saved(instance: Account, update_fields: frozenset[str] | None = None, **_: Any) -> None:
    if update_fields is not None and not {"display_name", "first_name"} & set(update_fields):
        return
    spoken = Comment.objects.filter(author=instance).values_list("report_id", flat=True)
    for report_id in spoken.distinct():
        changed(report_id)
