from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.utils import translation

from broadsheet.desk.models import ReportPage
from broadsheet.newspaper import Newspaper
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.models.comment import EDITABLE_FOR
from broadsheet.talk.reading.comment_html import CommentSetter
from broadsheet.talk.reading.names import Name, name_of
from broadsheet.talk.reading.whole_thread import said_to_its_writer


def as_seen(
    comment: Comment, reader: Account, report: ReportPage, *, now: dt.datetime
) -> dict[str, Any]:
    """A reader's own comment for the element under the report: its HTML and what can be done."""
    # Whether a reader is an author costs a question more: the thread says it within a second.
    name = name_of(reader, report) if reader.works_at_the_desk else Name(reader.display_name)
    said = said_to_its_writer(comment, name)
    with translation.override(report.language):
        setter = CommentSetter(_newspaper(), report.pk, report.path_on_site)
        html = setter.whole(said)
    left = (comment.posted_at + EDITABLE_FOR - now).total_seconds()
    return {
        "id": comment.pk,
        "parent": comment.parent_id,
        "state": comment.state,
        "text": comment.text,
        "html": html,
        "editable_seconds": max(0, int(left)) if comment.is_editable(now=now) else 0,
    }


def _newspaper() -> Newspaper:
    """As much of the paper as a comment shows: its times. The rest would be asked for in vain."""
    paper = settings.CONFIG.paper
    return Newspaper(name="", url=paper.url, language=paper.language, time_zone=paper.time_zone)
