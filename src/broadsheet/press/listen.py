"""The seam with the desk: each change → an order, in the transaction of the change.

Orders are cheap and may be too many: the press bakes what an order touches and writes a file only
where its bytes changed. An order too few would leave an old page standing.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move, pre_page_move

from broadsheet.desk.models import (
    Author,
    FrontPage,
    LiveEntry,
    LiveReport,
    Masthead,
    Photo,
    PolicyPage,
    ReportPage,
    SectionPage,
    Topic,
)
from broadsheet.desk.signals import reports_published
from broadsheet.press.models import Order
from broadsheet.reference.signals import words_changed
from broadsheet.studio.signals import readings_changed
from broadsheet.talk.signals import modes_changed

KINDS: dict[type[Any], str] = {
    ReportPage: "report",
    LiveReport: "report",  # it has its report's key: that it began or ended shows wherever it does
    SectionPage: "section",
    PolicyPage: "policy",
    Author: "author",
    Topic: "topic",
    Photo: "photo",
    Redirect: "moved",
}
WHOLE: dict[type[Any], str] = {
    FrontPage: "front",
    Masthead: "newspaper",
    Site: "newspaper",
}

# Saving a draft touches these fields alone; nothing of them is printed.
DRAFT_FIELDS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "_content_type",
    }
)


def connect() -> None:
    for model in (*KINDS, *WHOLE):
        name = f"press.{model.__name__}"
        post_save.connect(_saved, sender=model, dispatch_uid=f"{name}.saved")
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"{name}.deleted")
        page_unpublished.connect(_unpublished, sender=model, dispatch_uid=f"{name}.unpublished")
    post_save.connect(_entered, sender=LiveEntry, dispatch_uid="press.entry.saved")
    pre_page_move.connect(_moved, dispatch_uid="press.moving")
    post_page_move.connect(_moved, dispatch_uid="press.moved")
    page_slug_changed.connect(_moved, dispatch_uid="press.renamed")
    reports_published.connect(_published, dispatch_uid="press.published")
    readings_changed.connect(_readings_changed, dispatch_uid="press.sounds")
    words_changed.connect(_words_changed, dispatch_uid="press.words")
    modes_changed.connect(_modes_changed, dispatch_uid="press.talk")


def _saved(
    sender: type[Any], instance: Any, update_fields: frozenset[str] | None = None, **_: object
) -> None:
    if update_fields and update_fields <= DRAFT_FIELDS:
        return
    Order.place(_subject(sender, instance))


def _entered(instance: LiveEntry, **_: object) -> None:
    Order.place(f"live:{instance.live_id}")


def _deleted(sender: type[Any], instance: Any, **_: object) -> None:
    Order.place(_subject(sender, instance))


def _moved(instance: Any, **_: object) -> None:
    # Wagtail moves a page by SQL and tells of it outside the transaction. The order before it is
    # for a process that dies in between. Redirects come in bulk, without signals of their own.
    Order.place(_subject(type(instance.specific), instance), "signposts")


def _unpublished(instance: Any, **_: object) -> None:
    # Wagtail saves an alias as a bare page, of which nothing else tells.
    Order.place(_subject(type(instance), instance))


def _published(report_ids: list[int], **_: object) -> None:
    Order.place(*(f"report:{pk}" for pk in report_ids))


def _readings_changed(report_ids: list[int], **_: object) -> None:
    Order.place(*(f"sound:{pk}" for pk in report_ids))


def _words_changed(report_ids: list[int], **_: object) -> None:
    Order.place(*(f"words:{pk}" for pk in report_ids))


def _modes_changed(page_ids: list[int], **_: object) -> None:
    Order.place(*(f"talk:{pk}" for pk in page_ids))


def _subject(model: type[Any], instance: Any) -> str:
    return WHOLE.get(model) or f"{KINDS[model]}:{instance.pk}"
