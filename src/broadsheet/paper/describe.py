"""A report → the sentence or two by which search engines and social cards announce it."""

from __future__ import annotations

from broadsheet.story import Paragraph, Story

LONGEST = 200  # characters; search engines cut near 160, social cards near 200


def describe(story: Story) -> str:
    """The standfirst, else the opening of the first paragraph, else nothing; on one line."""
    opening = (block.text.plain for block in story.body if isinstance(block, Paragraph))
    text = " ".join((story.standfirst or next(opening, "")).split())
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST - 1]
    whole_words, _, _ = cut.rpartition(" ")
    return f"{(whole_words or cut).rstrip(',;:— ')}…"
