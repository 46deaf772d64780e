"""A few lines typed in haste → blocks of a report.

A blank line ends a paragraph. Lines that begin with > are a quotation, and the last of them says
who said it if it begins with a dash. **Strong**, *emphasis* and [links](https://…) are known; all
else is text as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from broadsheet.story import Paragraph, PullQuote
from broadsheet.wire.markdown_blocks import groups, typeset

_DASHES = ("—", "–", "--", "―")
_RULES = ("blockquote", "emphasis", "link", "escape", "newline")


def jotting(typed: str) -> tuple[Paragraph | PullQuote, ...]:
    """The blocks of what was typed. A link that a page may not carry stays as typed."""
    tokens = MarkdownIt("zero").enable(list(_RULES)).parse(typed.replace("\r\n", "\n"))
    return tuple(_blocks(tokens))


def _blocks(tokens: Sequence[Token]) -> Iterator[Paragraph | PullQuote]:
    for group in groups(tokens):
        inline = [token.children or [] for token in group if token.type == "inline"]
        if group[0].type == "blockquote_open":
            yield from _quote(inline)
            continue
        for children in inline:
            text, _, _ = typeset(children)
            if text:
                yield Paragraph(text)


def _quote(inline: Sequence[Sequence[Token]]) -> Iterator[PullQuote]:
    lines = [typeset(line)[0].plain for children in inline for line in _lines(children)]
    said = [line for line in lines if line]
    by = ""
    if len(said) > 1 and said[-1].startswith(_DASHES):
        by = said.pop().lstrip("—–―- ")
    if said:
        yield PullQuote(text=" ".join(said), attribution=by)


def _lines(children: Sequence[Token]) -> Iterator[Sequence[Token]]:
    line: list[Token] = []
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            yield line
            line = []
        else:
            line.append(child)
    yield line
