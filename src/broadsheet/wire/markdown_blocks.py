"""Markdown's tokens → the blocks of a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from broadsheet.story import (
    Embed,
    Gallery,
    Heading,
    Listing,
    MarkKind,
    Paragraph,
    Photo,
    PullQuote,
    Text,
)
from broadsheet.wire.addresses import picture_file, with_refused, without_scheme
from broadsheet.wire.caption import caption
from broadsheet.wire.forme import Forme
from broadsheet.wire.head import take_particulars
from broadsheet.wire.lines import Line, clean
from broadsheet.wire.reading import reading
from broadsheet.wire.slip import Slip
from broadsheet.wire.take import Take
from broadsheet.wire.typesetting import Typesetter

Lines = tuple[Line, ...]
_DASHES = ("—", "–", "--", "―")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_MARKS: dict[str, MarkKind] = {"strong": "strong", "em": "em", "link": "link"}
_PARTICULARS = frozenset({"byline", "dates"})
_LONGEST_PARTICULAR = 240
_LAST = 3  # a byline at the end stands among so many blocks


def groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each block of the page itself, from its opening to its end."""
    start = 0
    depth = 0
    for at, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : at + 1]
            start = at + 1


def set_groups(forme: Forme, found: Sequence[tuple[Sequence[Token], Lines]]) -> None:
    """Set each block, given with the lines that it takes up."""
    for at, (group, lines) in enumerate(found):
        is_at_edge = at >= len(found) - _LAST or not any(
            isinstance(block, Paragraph) for block in forme.blocks
        )
        kind = group[0].type
        forme.ledger.drop(lines, "nothing in it shows")  # unless what follows enters them anew
        if kind == "paragraph_open" and is_at_edge and _is_particular(forme, group, lines):
            continue
        _SETTERS.get(kind, _set_other)(forme, group, lines)


def typeset(children: Sequence[Token]) -> tuple[Text, list[Photo], list[str]]:
    """Inline tokens as text and photos, with the addresses that were refused."""
    setter = Typesetter()
    photos: list[Photo] = []
    for child in children:
        kind = child.type.removesuffix("_open").removesuffix("_close")
        if kind in _MARKS and child.nesting > 0:
            setter.open(_MARKS[kind], str(child.attrs.get("href", "")))
        elif kind in _MARKS:
            setter.close(_MARKS[kind])
        elif kind == "image":
            photos.append(_photo(child, setter.refused))
        else:
            setter.add(child.content or " ")
    return setter.text(), photos, setter.refused


def _photo(token: Token, refused: list[str]) -> Photo:
    """`![alt](file.jpg "Caption. [CREDIT]")`, or `![Alt. [CREDIT]](file.jpg)`."""
    address = str(token.attrs.get("src", ""))
    source = picture_file(address)
    if not source:
        refused.append(address)
    title = clean(str(token.attrs.get("title", "")))
    told = caption(title) if title else None
    alt = clean("".join(child.content for child in token.children or ()))
    described = caption(alt) if alt.endswith("]") else None
    return Photo(
        caption=told.caption if told else title,
        credit=(told.credit if told else "") or (described.credit if described else ""),
        alt=described.caption if described else alt,
        source=source,
    )


def _is_particular(forme: Forme, group: Sequence[Token], lines: Lines) -> bool:
    """A byline or a date over or under the text."""
    text = typeset(group[1].children or ())[0].plain
    if not 0 < len(text) <= _LONGEST_PARTICULAR:
        return False
    read = reading(text, language=forme.language)
    return read.kind in _PARTICULARS and take_particulars(forme, Slip(Take(text, lines), read))


def _set_heading(forme: Forme, group: Sequence[Token], lines: Lines) -> None:
    text, photos, refused = typeset(group[1].children or ())
    if not forme.headline and text and group[0].tag == "h1":
        forme.headline = text.plain
        forme.ledger.enter(lines, with_refused("headline", refused))
    elif text:
        forme.set_block(Heading(text.plain), lines, with_refused("heading", refused))
    _set_photos(forme, photos, lines, refused)


def _set_paragraph(forme: Forme, group: Sequence[Token], lines: Lines) -> None:
    text, photos, refused = typeset(group[1].children or ())
    if text and _ADDRESS.fullmatch(text.plain):
        embed = Embed(url=text.plain, title=without_scheme(text.plain))
        forme.set_block(embed, lines, "link to something elsewhere")
    elif text:
        forme.set_block(Paragraph(text), lines, with_refused("paragraph", refused))
    _set_photos(forme, photos, lines, refused)


def _set_photos(forme: Forme, photos: Sequence[Photo], lines: Lines, refused: list[str]) -> None:
    if len(photos) == 1:
        forme.set_photo(photos[0], lines)
    elif photos:
        told = with_refused(f"gallery of {len(photos)} photos", refused)
        forme.set_block(Gallery(photos=tuple(photos)), lines, told)


def _set_quote(forme: Forme, group: Sequence[Token], lines: Lines) -> None:
    texts: list[str] = []
    refused: list[str] = []
    for children in _inline(group):
        for line in _at_breaks(children):
            text, photos, off = typeset(line)
            refused += off
            _set_photos(forme, photos, lines, off)
            if text:
                texts.append(text.plain)
    attribution = ""
    if len(texts) > 1 and texts[-1].startswith(_DASHES):
        attribution = texts.pop().lstrip("—–―- ")
    if texts:
        quote = PullQuote(text=" ".join(texts), attribution=attribution)
        forme.set_block(quote, lines, with_refused("pull quote", refused))


def _set_list(forme: Forme, group: Sequence[Token], lines: Lines) -> None:
    """A list in a list is set as one: a report's list has one level."""
    items: list[list[Token]] = []
    open_items: list[list[Token]] = []
    deepest = depth = 0
    for token in group:
        depth += token.nesting if token.type.endswith(("_list_open", "_list_close")) else 0
        deepest = max(deepest, depth)
        if token.type == "list_item_open":
            open_items.append([])
            items.append(open_items[-1])
        elif token.type == "list_item_close":
            open_items.pop()
        elif token.type in _HOLD_TEXT and open_items:
            open_items[-1] += [_SPACE, *(token.children or [_plain(token)])]
    _set_listing(
        forme,
        items,
        lines,
        is_ordered=group[0].type == "ordered_list_open",
        query="a list in a list stands as one list" if deepest > 1 else "",
    )


def _set_table(forme: Forme, group: Sequence[Token], lines: Lines) -> None:
    rows: list[list[Token]] = []
    for token in group:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1] += [_DASH if rows[-1] else _SPACE, *(token.children or ())]
    query = "a table; its rows stand as a list"
    _set_listing(forme, rows, lines, is_ordered=False, query=query)


def _set_listing(
    forme: Forme, items: Sequence[Sequence[Token]], lines: Lines, *, is_ordered: bool, query: str
) -> None:
    set_items = [typeset(item) for item in items]
    texts = tuple(text for text, _, _ in set_items if text)
    refused = [address for _, _, off in set_items for address in off]
    if texts:
        listing = Listing(items=texts, is_ordered=is_ordered)
        forme.set_block(listing, lines, with_refused("list", refused), query=query)
    _set_photos(forme, [photo for _, photos, _ in set_items for photo in photos], lines, refused)


def _set_rule(forme: Forme, _group: Sequence[Token], lines: Lines) -> None:
    forme.ledger.drop(lines, "rule")


def _set_other(forme: Forme, group: Sequence[Token], lines: Lines) -> None:
    """Code, and whatever else: its characters stay in."""
    setter = Typesetter()
    for token in group:
        setter.add(f"{token.content} ")
    text = setter.text()
    if text:
        query = "this was set as computer code and stands as a paragraph"
        forme.set_block(Paragraph(text), lines, "paragraph", query=query)


def _inline(group: Sequence[Token]) -> Iterator[Sequence[Token]]:
    for token in group:
        if token.type in _HOLD_TEXT:
            yield token.children or [_plain(token)]


def _at_breaks(children: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for at, child in enumerate(children):
        if child.type in {"softbreak", "hardbreak"}:
            yield children[start:at]
            start = at + 1
    yield children[start:]


def _plain(token: Token) -> Token:
    return Token("text", "", 0, content=token.content)


_HOLD_TEXT = frozenset({"inline", "fence", "code_block"})
_SPACE = Token("text", "", 0, content=" ")
_DASH = Token("text", "", 0, content=" — ")
_SETTERS: dict[str, Callable[[Forme, Sequence[Token], Lines], None]] = {
    "heading_open": _set_heading,
    "paragraph_open": _set_paragraph,
    "blockquote_open": _set_quote,
    "bullet_list_open": _set_list,
    "ordered_list_open": _set_list,
    "table_open": _set_table,
    "hr": _set_rule,
}
