"""A report → the pages of its thread, each a whole HTML document that needs no script.

The element under the report reads the same pages: `data-` attributes of the list tell it what
stands where.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString

from broadsheet.desk.models import ReportPage
from broadsheet.newspaper import Newspaper
from broadsheet.paper import pages
from broadsheet.talk.reading.comment_html import CommentSetter
from broadsheet.talk.reading.cut import REPLIES_AT_FIRST, Cut, cut, first_ids
from broadsheet.talk.reading.places import replies_path, thread_path, writing_path
from broadsheet.talk.reading.said import Said
from broadsheet.talk.reading.standing_type import StandingType


def print_thread(
    report: ReportPage,
    thread: Sequence[Said],
    newspaper: Newspaper,
    *,
    can_write: bool,
    closes_at: dt.datetime | None,
    standing: StandingType,
) -> dict[str, bytes]:
    """The pages of `thread` (the oldest comment first) by their paths, in UTF-8.

    `can_write` says whether the thread is open, `closes_at` when it will be closed by itself. What
    is the same as in `standing` is taken from there. A page comes after those that it leads to.
    """
    setter = CommentSetter(newspaper, report.pk, report.path_on_site, can_write=can_write)
    total = sum((one.standing == "published") + len(one.replies) for one in thread)
    common = {
        "headline": report.title,
        "report_path": report.path_on_site,
        "writing_path": writing_path(report.pk) if can_write else "",
        "newest_path": thread_path(report.pk),
        "recommended_path": thread_path(report.pk, "recommended"),
        "closes_at": closes_at,
    }
    printed = {}

    def put(path: str, items: Callable[[], SafeString], of: object, **what: Any) -> None:
        what |= common
        compose = partial(_page, newspaper, report.language, path, items, what)
        printed[path] = standing.page(path, (of, what, newspaper, report.language), compose)

    with translation.override(report.language):
        for comment in thread:
            if len(comment.replies) > REPLIES_AT_FIRST:
                path = replies_path(report.pk, comment.id)
                put(path, partial(setter.whole, comment), comment, has_one=True)
        for one in cut(thread):
            # What changes with every comment stands on the first pages alone: the others stay.
            first = {"total": total, "first_ids": first_ids(thread)} if one.number is None else {}
            path = thread_path(report.pk, one.order, one.number)
            items = partial(setter.items, one.comments)
            put(path, items, one, order=one.order, next_path=_next(report, one), **first)
    return printed


def _page(
    newspaper: Newspaper,
    language: str,
    path: str,
    items: Callable[[], SafeString],
    what: Mapping[str, Any],
) -> str:
    return pages.page_from(
        "talk/thread.html", newspaper, path=path, language=language, items=items(), **what
    )


def _next(report: ReportPage, one: Cut) -> str:
    return thread_path(report.pk, one.order, one.next) if one.next else ""
