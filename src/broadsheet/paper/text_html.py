"""Running text with its marks → HTML."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from broadsheet.paper.line_html import line_html
from broadsheet.paper.safe_href import safe_href
from broadsheet.story import Mark, Text


def text_html(text: Text) -> SafeString:
    """The characters of `text`, escaped, with strong, em and a where its marks say so.

    Taking the tags away gives `text.plain` again. A link that a page may not carry, and a link
    inside another, are left as plain words. Raises ValueError for marks that cross or that leave
    the text.
    """
    pieces: list[str] = []
    unclosed: list[tuple[int, str]] = []  # where each open tag ends, and what closes it
    place = 0

    def write_up_to(end: int) -> None:
        nonlocal place
        pieces.append(line_html(text.plain[place:end]))
        place = end

    for mark in text.marks:
        while unclosed and unclosed[-1][0] <= mark.start:
            end, closing = unclosed.pop()
            write_up_to(end)
            pieces.append(closing)
        limit = unclosed[-1][0] if unclosed else len(text.plain)
        if not place <= mark.start <= mark.end <= limit:
            raise ValueError(
                f"{mark.kind} over {mark.start} to {mark.end} of {text.plain[:40]!r} crosses "
                "another mark or leaves the text; sort the marks by start and nest them"
            )
        write_up_to(mark.start)
        opening, closing = _tags(mark, in_link=any(one == "</a>" for _, one in unclosed))
        pieces.append(opening)
        unclosed.append((mark.end, closing))
    while unclosed:
        end, closing = unclosed.pop()
        write_up_to(end)
        pieces.append(closing)
    write_up_to(len(text.plain))
    return mark_safe("".join(pieces))


def _tags(mark: Mark, *, in_link: bool) -> tuple[str, str]:
    if mark.kind != "link":
        return f"<{mark.kind}>", f"</{mark.kind}>"
    href = "" if in_link else safe_href(mark.href)
    return (f'<a href="{escape(href)}">', "</a>") if href else ("", "")
