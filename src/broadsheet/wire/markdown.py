"""Markdown with or without front matter → its report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt

from broadsheet.story import Paragraph, Text
from broadsheet.wire.copy import Copy
from broadsheet.wire.forme import Forme
from broadsheet.wire.front_matter import front_matter
from broadsheet.wire.labels import set_label
from broadsheet.wire.language import language
from broadsheet.wire.ledger import Ledger
from broadsheet.wire.lines import Line, lines
from broadsheet.wire.makeup import check_text
from broadsheet.wire.manuscript import Manuscript
from broadsheet.wire.markdown_blocks import groups, set_groups

_FENCE = "---"
_LONGEST_FRONT_MATTER = 400  # lines in which its end is looked for
_FIELD = re.compile(r"[\w -]{1,40}:(?:\s|$)")
_LINK_TARGET = re.compile(r"\s*\[[^\]]+\]:|\s*[\"'(<]")


def read_markdown(manuscript: Manuscript) -> Copy:
    """Read a report in CommonMark. Raises CopyError where there is no report in it.

    Fields over the report stand between two lines of `---`; see `labels` for those that are
    known. Without a headline there the first heading of the first level is it. HTML in it is
    text.
    """
    raw = manuscript.text.splitlines()
    found = {line.number: line for line in lines(manuscript.text)}
    forme = Forme(Ledger(found.values()), language=language(manuscript.text))
    begins = _set_front_matter(forme, raw, found, manuscript.name)
    _set_text(forme, raw, found, begins)
    check_text(forme, name=manuscript.name)
    return forme.copy(manuscript, shape="markdown")


def has_front_matter(raw: Sequence[str]) -> int:
    """How many lines the front matter takes up, its fences too; 0 where there is none."""
    if not raw or raw[0].strip("\ufeff ") != _FENCE:
        return 0
    fields = [
        line for line in raw[1:_LONGEST_FRONT_MATTER] if line.strip() and line.lstrip()[0] != "#"
    ]
    if not fields or not _FIELD.match(fields[0]):
        return 0
    for at, line in enumerate(raw[1:_LONGEST_FRONT_MATTER], start=2):
        if line.rstrip() in {_FENCE, "..."}:
            return at
    return 0


def _set_front_matter(forme: Forme, raw: Sequence[str], found: dict[int, Line], name: str) -> int:
    """Set the fields; the number of lines that they took."""
    count = has_front_matter(raw)
    if not count:
        return 0
    inside = raw[1 : count - 1]
    for number in range(1, count + 1):
        if number in found:
            forme.ledger.enter([found[number]], "front matter")
    fields = front_matter("\n".join(inside), name=name)
    ends = [*(field.line for field in fields[1:]), len(inside)]
    for field, end in zip(fields, ends, strict=False):
        numbers = range(field.line + 2, end + 2)
        taken = [found[number] for number in numbers if number in found]
        set_label(forme, field.key, field.value, taken)
    return count


def _set_text(forme: Forme, raw: Sequence[str], found: dict[int, Line], begins: int) -> None:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # The parser leaves a link that it does not like as raw signs in the text. All are taken
    # here, and those that are not safe are taken off when the text is set.
    parser.validateLink = _is_any_link  # type: ignore[method-assign]
    tokens = parser.parse("\n".join(raw[begins:]))
    blocks = []
    rest = {number: line for number, line in found.items() if number > begins and line.text}
    for group in groups(tokens):
        first, end = group[0].map or (0, 0)
        numbers = range(first + begins + 1, end + begins + 1)
        blocks.append((group, tuple(rest.pop(number) for number in numbers if number in rest)))
    set_groups(forme, blocks)
    for line in rest.values():
        if _LINK_TARGET.match(line.text):
            forme.ledger.enter([line], "address of a link")
        else:
            query = "this line was not understood"
            forme.set_block(Paragraph(Text(line.text)), (line,), "paragraph", query=query)


def _is_any_link(url: str) -> bool:  # noqa: ARG001  # the parser gives it by name
    return True
