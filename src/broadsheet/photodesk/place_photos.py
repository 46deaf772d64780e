"""A report → the places of its photos, its entries' too, and other photos and captions in them.

Nothing else of the report can be changed through this: it is for who may change photos and no text.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext

from broadsheet.desk.models import LiveEntry, Photo, ReportPage
from broadsheet.desk.richtext import running_text
from broadsheet.photodesk.change_everywhere import change_everywhere
from broadsheet.photodesk.hang_in_entries import hang_in_entries

LEAD = "lead"
TOP = "top"


@dataclass(frozen=True, slots=True)
class Hung:
    """A photo at a place, by its number, and the caption that is the report's own."""

    photo: int | None
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a photo stands. `key` names it within the report; what is needed may not be empty.

    An entry shows a photo with the photo's own caption.
    """

    key: str
    where: str
    hung: Hung
    is_needed: bool = False
    is_of_entry: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """One photo more, under the block of that key, or on top of the text."""

    photo: Photo
    caption: str
    under: str


def places_of(report: ReportPage) -> tuple[Place, ...]:
    """The lead, empty or not, every photo of the body, and of the entries, the newest first."""
    lead = Hung(report.lead_photo_id, report.lead_caption)
    found = [Place(key=LEAD, where=gettext("The lead photo"), hung=lead)]
    for count, (key, value, gallery) in enumerate(_figures(report.body.raw_data), start=1):
        said = gettext("Photo %(number)d of the body") % {"number": count}
        if gallery is not None:
            said = gettext("Photo %(number)d of the body, in the gallery “%(name)s”") % {
                "number": count,
                "name": gallery or gettext("without a title"),
            }
        hung = Hung(value["photo"], value.get("caption") or "")
        found.append(Place(key=key, where=said, hung=hung, is_needed=gallery is not None))
    return (*found, *map(_of_entry, report.entries_with_photo))


def blocks_of(report: ReportPage) -> tuple[tuple[str, str], ...]:
    """Every block under which a photo can be put: its key and how it begins."""
    return tuple(
        (key, Truncator(running_text([block])).words(9, truncate="…"))
        for key, block in _keyed(report.body.raw_data)
        if block["type"] in {"paragraph", "heading", "pull_quote", "listing"}
    )


def place_photos(
    report: ReportPage,
    wanted: Mapping[str, Hung],
    added: Added | None,
    *,
    by: Any,
    now: dt.datetime,
) -> None:
    """Hang what is wanted at each place. A place of the body where nothing is wanted goes.

    What is published is changed where it shows the same as the draft did. Raises NotFitError where
    the report is published and must not go out like this, and Refused where an entry is gone.
    """
    shown = report.get_latest_revision_as_object() if report.latest_revision else report
    changed = {
        place.key: (place.hung, wanted[place.key])
        for place in places_of(shown)
        if wanted.get(place.key, place.hung) != place.hung
    }
    entries = {
        one: changed.pop(one.place) for one in report.entries_with_photo if one.place in changed
    }
    photos = Photo.objects.in_bulk({after.photo for _, after in entries.values()})
    with transaction.atomic():
        hang_in_entries(
            report,
            {one: photos.get(after.photo or 0) for one, (_, after) in entries.items()},
            now=now,
        )
        if changed or added:
            change_everywhere(report, _changing(changed, added, block_id=str(uuid.uuid4())), by=by)


def _of_entry(entry: LiveEntry) -> Place:
    words = Truncator(str(entry)).words(9, truncate="…")
    said = (
        gettext("The entry of %(time)s: “%(words)s”") if words else gettext("The entry of %(time)s")
    )
    return Place(
        key=entry.place,
        where=said % {"time": entry.posted_words, "words": words},
        hung=Hung(entry.photo_id, ""),
        is_needed=not entry.text.strip(),
        is_of_entry=True,
    )


def _changing(
    changed: Mapping[str, tuple[Hung, Hung]], added: Added | None, *, block_id: str
) -> Callable[[ReportPage], None]:
    def change(report: ReportPage) -> None:
        before, after = changed.get(LEAD, (None, None))
        if after and before == Hung(report.lead_photo_id, report.lead_caption):
            report.lead_photo = Photo.objects.filter(pk=after.photo).first()
            report.lead_caption = after.caption
        body = json.loads(json.dumps(list(report.body.raw_data)))
        taken = {_hang(key, value, changed) for key, value, _ in _figures(body)}
        kept = [block for key, block in _keyed(body) if key not in taken]
        if added:
            _add(kept, added, block_id)
        report.body = json.dumps(kept, ensure_ascii=False)

    return change


def _hang(key: str, value: dict[str, Any], changed: Mapping[str, tuple[Hung, Hung]]) -> str | None:
    """Put there what is wanted; the key where nothing is."""
    before, after = changed.get(key, (None, None))
    if after is None or before != Hung(value["photo"], value.get("caption") or ""):
        return None
    value.update(photo=after.photo, caption=after.caption)
    return None if after.photo else key


def _add(blocks: list[Any], added: Added, block_id: str) -> None:
    keys = [key for key, _ in _keyed(blocks)]
    value = {"photo": added.photo.pk, "caption": added.caption}
    if added.under == TOP or added.under in keys:
        at = 0 if added.under == TOP else keys.index(added.under) + 1
        blocks.insert(at, {"type": "photo", "value": value, "id": block_id})


def _figures(blocks: Sequence[Any]) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    """Each photo of a body as it is stored, with its key, and its gallery's title."""
    for key, block in _keyed(blocks):
        if block["type"] == "photo":
            yield key, block["value"], None
        elif block["type"] == "gallery":
            for at, item in enumerate(block["value"]["photos"]):
                title = block["value"].get("title") or ""
                yield f"{key}.{at}", item.get("value", item), title


def _keyed(blocks: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Blocks have ids once a form has kept them; before, their number serves."""
    for at, block in enumerate(blocks):
        yield block.get("id") or str(at), block
