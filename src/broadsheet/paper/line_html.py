"""Words that stand on one line of a template → HTML that keeps every character of them."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def line_html(words: str) -> SafeString:
    """`words`, escaped; the text of the element that holds them is `words` again, to the space.

    Line breaks are written as references: a plain one is taken for a break of the template, and
    the spaces beside it for its margin (`tidy_html`).
    """
    return mark_safe(escape(words).replace("\r", "&#13;").replace("\n", "&#10;"))
