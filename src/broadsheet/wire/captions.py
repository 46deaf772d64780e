"""Slips → the same, with captions joined to their credits and files, and printed once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from broadsheet.story import Photo
from broadsheet.wire.caption import is_caption_label
from broadsheet.wire.ledger import Ledger
from broadsheet.wire.reading import Reading
from broadsheet.wire.slip import Slip

_LONGEST = 600  # characters of a caption that nothing but its twin or its credit tells
_LEAST_TWIN = 4  # words
_TEXT = frozenset({"prose", "title"})
_SOURCE_FIRST = "image source"  # the BBC's credits stand over their captions


def joined_labels(slips: Sequence[Slip]) -> list[Slip]:
    """Captions with the label on the line over them: `Image caption,`."""
    return _joined(slips, _label_with_caption)


def joined_captions(slips: Sequence[Slip]) -> list[Slip]:
    """Captions with the credit, and the picture's file name, that stand on lines of their own."""
    return _joined(slips, _caption_with_credit)


def once(slips: Sequence[Slip], ledger: Ledger) -> list[Slip]:
    """Every caption once. Web pages print it with the photo and again for those who do not see
    the photo; a line that stands there twice in a row is a caption even without a credit."""
    kept: list[Slip] = []
    captions: set[str] = set()
    for slip in slips:
        same = _sameness(slip)
        if kept and same and same == _sameness(kept[-1]) and slip.size >= _LEAST_TWIN:
            kept[-1] = _one_of(kept[-1], slip, ledger)
            captions.add(same)
        elif same in captions:
            ledger.drop(slip.take.lines, "the caption again")
        else:
            kept.append(slip)
            if slip.kind == "caption":
                captions.add(same)
    return kept


def _joined(slips: Sequence[Slip], pair: Callable[[Slip, Slip], Slip | None]) -> list[Slip]:
    joined: list[Slip] = []
    for slip in slips:
        together = pair(joined[-1], slip) if joined else None
        if together:
            joined[-1] = together
        else:
            joined.append(slip)
    return joined


def _label_with_caption(before: Slip, slip: Slip) -> Slip | None:
    if slip.kind in _TEXT and is_caption_label(before.text):
        return _with(slip, Photo(caption=slip.text), before)
    return None


def _caption_with_credit(before: Slip, slip: Slip) -> Slip | None:
    photo, other = before.reading.photo, slip.reading.photo
    if other is None:
        return None
    if photo:
        return _one_photo(before, photo, slip, other)
    is_caption = before.kind in _TEXT and len(before.text) <= _LONGEST
    if is_caption and not slip.take.is_after_blank and other.credit and not other.caption:
        return _with(before, replace(other, caption=before.text), slip)
    return None


def _one_photo(before: Slip, photo: Photo, slip: Slip, other: Photo) -> Slip | None:
    """Two parts of one photo: neither has what the other has."""
    is_over = before.text.casefold().startswith(_SOURCE_FIRST)
    if other.caption and (photo.caption or (photo.credit and not is_over)):
        return None
    if slip.text.casefold().startswith(_SOURCE_FIRST):
        return None
    if (photo.credit and other.credit) or (photo.source and other.source):
        return None
    whole = replace(
        photo,
        caption=photo.caption or other.caption,
        alt=photo.alt or other.alt,
        credit=photo.credit or other.credit,
        source=photo.source or other.source,
    )
    return _with(slip, whole, before) if other.caption else _with(before, whole, slip)


def _with(slip: Slip, photo: Photo, other: Slip) -> Slip:
    reading = Reading(kind="caption" if photo.caption else "credit", text=slip.text, photo=photo)
    return slip.read_as(reading, with_take=other.take)


def _sameness(slip: Slip) -> str:
    """What tells a caption from others, its credit left out; "" for what can be none."""
    photo = slip.reading.photo
    if photo:
        return photo.caption.casefold().strip(" .")
    if slip.kind not in _TEXT or len(slip.text) > _LONGEST:
        return ""
    return slip.text.casefold().strip(" .")


def _one_of(first: Slip, second: Slip, ledger: Ledger) -> Slip:
    """The fuller one of two printings, as a caption; the other is dropped."""
    if second.reading.photo and not (first.reading.photo and first.reading.photo.credit):
        first, second = second, first
    ledger.drop(second.take.lines, "the caption again")
    if first.reading.photo:
        return first
    photo = Photo(caption=first.text)
    return replace(first, reading=Reading(kind="caption", text=first.text, photo=photo))
