from __future__ import annotations


def comment_place(comment_id: int, parent_id: int | None) -> str:
    """A comment's fragment in the address of its report: `comment-12`, or `comment-12-40` where 40
    answers 12."""
    return f"comment-{parent_id}-{comment_id}" if parent_id else f"comment-{comment_id}"
