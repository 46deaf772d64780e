"""The silences of a report read aloud, in milliseconds. This is the one table of them."""

from __future__ import annotations

from broadsheet.galley.galley import Role

# Within a line: between its sentences, between the parts of a very long one, and after a question
# that stands within a sentence.
AFTER_SENTENCE = 350
AFTER_PART = 120
AFTER_INNER_STOP = 200

# After the last sentence of a line.
AFTER_LINE: dict[Role, int] = {
    "headline": 1000,
    "standfirst": 800,
    "byline": 700,
    "dateline": 500,
    "heading": 600,
    "paragraph": 650,
    "item": 450,
    "correction": 650,
}
BEFORE_HEADING = 900
BEFORE_CORRECTIONS = 1200
AFTER_CORRECTION_WORD = 300
BETWEEN_NAMES = 0
