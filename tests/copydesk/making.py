"""Proofs to be looked over."""

from __future__ import annotations

import datetime as dt
from typing import Any

from broadsheet.copydesk.proof import Proof
from broadsheet.galley.compose import compose
from broadsheet.story import Block, Paragraph, Section, Story, Text

DAY = dt.date(2026, 11, 26)


def make_proof(*body: str | Block, **changes: Any) -> Proof:
    """Of a report with these paragraphs and other blocks."""
    story = Story(
        id="1",
        path="/city/pier/",
        headline=changes.pop("headline", "The pier opens"),
        published_at=dt.datetime(2026, 11, 26, tzinfo=dt.UTC),
        sections=(Section(name="City", path="/city/"),),
        language=changes.pop("language", "en"),
        lead=changes.pop("lead", None),
        topics=changes.pop("topics", ()),
        body=tuple(Paragraph(Text(one)) if isinstance(one, str) else one for one in body),
    )
    more = {"day": DAY, "longest_sentence": 40, **changes}
    return Proof(story=story, galley=compose(story), **more)
