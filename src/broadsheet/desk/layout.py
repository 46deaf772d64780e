"""A copy's body → the body of a report at the desk: each plain block as the editor's own block."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from broadsheet import story as s
from broadsheet.desk.richtext import html_of

PhotoKey = Callable[[s.Photo], int]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The body as the desk stores it (JSON), and the id of the block made of each plain block."""

    body: str
    block_ids: dict[int | None, str]


def lay_out(blocks: Iterable[s.Block], photo_key: PhotoKey) -> LaidOut:
    """`photo_key` takes a photo to the desk and gives its key there."""
    body = []
    ids: dict[int | None, str] = {}
    for number, block in enumerate(blocks):
        kind, value = _laid(block, photo_key)
        ids[number] = str(uuid.uuid4())
        body.append({"type": kind, "value": value, "id": ids[number]})
    return LaidOut(json.dumps(body, ensure_ascii=False), ids)


def _laid(  # noqa: C901  # one plain case for each kind of block
    block: s.Block, photo_key: PhotoKey
) -> tuple[str, Any]:
    match block:
        case s.Paragraph(text):
            return "paragraph", html_of(text)
        case s.Heading(text):
            return "heading", text[:160]
        case s.Figure(photo):
            return "photo", _figure(photo, photo_key)
        case s.Gallery():
            photos = [_item(_figure(photo, photo_key)) for photo in block.photos]
            return "gallery", {"title": block.title, "photos": photos}
        case s.PullQuote():
            return "pull_quote", {"text": block.text, "attribution": block.attribution[:160]}
        case s.Listing():
            items = [_item(html_of(text)) for text in block.items]
            return "listing", {"is_ordered": block.is_ordered, "items": items}
        case s.Embed():
            return "embed", {
                "url": block.url,
                "title": block.title[:160],
                "description": block.description,
            }
        case s.Aside():
            raise ValueError("copy holds no related reports; they are set at the desk")


def _figure(photo: s.Photo, photo_key: PhotoKey) -> dict[str, Any]:
    return {"photo": photo_key(photo), "caption": ""}


def _item(value: Any) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": str(uuid.uuid4())}
