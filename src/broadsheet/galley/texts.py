"""A story → what it says, paragraph by paragraph, for comparing it with what it said before."""

from __future__ import annotations

from broadsheet.galley.galley import Role
from broadsheet.galley.placed import placed
from broadsheet.story import Story

# What is no statement of the report, or repeats one: kickers, names, datelines, pull quotes.
_STATED: frozenset[Role] = frozenset(
    {"headline", "standfirst", "caption", "heading", "paragraph", "item"}
)


def texts(story: Story) -> tuple[str, ...]:
    """Headline, standfirst, captions, and the body's paragraphs, headings and items in order."""
    return tuple(one.text for one in placed(story) if one.role in _STATED)
