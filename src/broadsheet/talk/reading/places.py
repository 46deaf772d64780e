"""Where threads stand on the site, and where the talk answers."""

from __future__ import annotations

from broadsheet.talk.reading.cut import Order

FOLDER = "/threads/"


def thread_path(report_id: int, order: Order = "newest", number: int | None = None) -> str:
    """A page of the thread under a report."""
    orders = "" if order == "newest" else "recommended/"
    page = f"{number}/" if number else ""
    return f"{FOLDER}{report_id}/{orders}{page}"


def replies_path(report_id: int, comment_id: int) -> str:
    """All replies to one comment, where they are too many to stand under it."""
    return f"{FOLDER}{report_id}/replies/{comment_id}/"


def writing_path(report_id: int) -> str:
    """Where one writes under a report."""
    return f"/talk/{report_id}/"


def comment_path(comment_id: int) -> str:
    """Where one answers, recommends, reports, changes or deletes a comment."""
    return f"/talk/comments/{comment_id}/"
