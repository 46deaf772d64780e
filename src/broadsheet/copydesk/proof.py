"""What every check looks at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from broadsheet.galley.galley import Galley
from broadsheet.story import Embed, Listing, Paragraph, Story, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A report before it goes out, or as it would go out again.

    `day` is the one on which readers read it first. `longest_sentence` is in words. `dead_links`
    are those that were asked for in vain.
    """

    story: Story
    galley: Galley
    day: dt.date
    longest_sentence: int
    dead_links: frozenset[str] = frozenset()

    def links(self) -> Iterator[tuple[str, str, str]]:
        """Every link to another site: its place, its words, its address."""
        for at, block in enumerate(self.story.body):
            if isinstance(block, Paragraph):
                yield from _links(f"body.{at}", block.text)
            elif isinstance(block, Listing):
                for number, item in enumerate(block.items):
                    yield from _links(f"body.{at}.{number}", item)
            elif isinstance(block, Embed):
                yield f"body.{at}", block.title, block.url


def _links(place: str, text: Text) -> Iterator[tuple[str, str, str]]:
    for mark in text.marks:
        if mark.kind == "link" and mark.href.startswith(("https://", "http://")):
            yield place, text.plain[mark.start : mark.end], mark.href
