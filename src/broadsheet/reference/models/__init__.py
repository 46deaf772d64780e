"""The newsroom's own words, the meanings that editors chose, and each report's words file."""

from broadsheet.reference.models.pin import Pin
from broadsheet.reference.models.term import Term
from broadsheet.reference.models.wordbook import Wordbook

__all__ = ["Pin", "Term", "Wordbook"]
