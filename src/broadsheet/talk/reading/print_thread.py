"""A report → the pages of its thread, each a whole HTML document that needs no script.

The element under the report reads the same pages: `data-` attributes of the list tell it what
stands where.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import translation

from broadsheet.desk.models import ReportPage
from broadsheet.newspaper import Newspaper
from broadsheet.paper import pages
from broadsheet.talk.reading.comment_html import CommentSetter
from broadsheet.talk.reading.cut import REPLIES_AT_FIRST, Cut, cut, first_ids
from broadsheet.talk.reading.places import replies_path, thread_path, writing_path
from broadsheet.talk.reading.said import Said


def print_thread(
    report: ReportPage,
    thread: Sequence[Said],
    newspaper: Newspaper,
    *,
    can_write: bool,
    closes_at: dt.datetime | None,
) -> dict[str, str]:
    """The pages of `thread` (the oldest comment first) by their paths.

    `can_write` says whether the thread is open, `closes_at` when it will be closed by itself.
    """
    setter = CommentSetter(newspaper, report.pk, report.path_on_site, can_write=can_write)
    total = sum((one.standing == "published") + len(one.replies) for one in thread)
    common = {
        "report": report,
        "report_path": report.path_on_site,
        "writing_path": writing_path(report.pk) if can_write else "",
        "newest_path": thread_path(report.pk),
        "recommended_path": thread_path(report.pk, "recommended"),
        "closes_at": closes_at,
    }
    printed = {}
    with translation.override(report.language):
        for one in cut(thread):
            # What changes with every comment stands on the first pages alone: the others stay.
            first = {"total": total, "first_ids": first_ids(thread)} if one.number is None else {}
            path = thread_path(report.pk, one.order, one.number)
            items = setter.items(one.comments)
            what = {"cut": one, "items": items, "next_path": _next(report, one), **first}
            printed[path] = _page(newspaper, report.language, path, **common, **what)
        for comment in thread:
            if len(comment.replies) > REPLIES_AT_FIRST:
                path = replies_path(report.pk, comment.id)
                what = {"items": setter.whole(comment), "one": comment}
                printed[path] = _page(newspaper, report.language, path, **common, **what)
    return printed


def _page(newspaper: Newspaper, language: str, path: str, **what: object) -> str:
    return pages.page_from("talk/thread.html", newspaper, path=path, language=language, **what)


def _next(report: ReportPage, one: Cut) -> str:
    return thread_path(report.pk, one.order, one.next) if one.next else ""
