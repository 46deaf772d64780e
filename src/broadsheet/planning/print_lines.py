"""The lines of the story list → the rows of its table."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from broadsheet.planning.labels import labels
from broadsheet.planning.line import Line
from broadsheet.planning.story_list import MOST

# Of most stories everybody at the desk has the same line. With its row it takes three kilobytes.
_KEPT = 5 * MOST


def print_lines(lines: Iterable[Line]) -> SafeString:
    """In the language of whoever asks. A line that is as it was is not printed again."""
    language = get_language()
    return SafeString("".join([_printed(line, language) for line in lines]))


@lru_cache(_KEPT)
def _printed(line: Line, _language: str | None) -> str:
    return render_to_string("planning/line.html", {"line": line, "labels": labels()})
