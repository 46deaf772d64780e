"""A report → the photos that it shows, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from broadsheet.desk.models.photo import Photo


@dataclass(frozen=True, slots=True)
class Placed:
    """A photo at its place. `where` begins a sentence: “The lead photo”.

    `field` is the field of the report's form in which it stands, "" for one of an entry.
    """

    photo: Photo
    where: str
    field: str


def photos_in(report: Any) -> list[Placed]:
    """Every photo of a report (`ReportPage`), published or as it is being edited, lead first.

    Those of the entries that readers can read come last: entries have no drafts.

    The body is read as it is stored, which is quick and needs no block to be valid.
    """
    places = list(_places(report.body.raw_data))
    found = Photo.objects.in_bulk({pk for pk, _ in places})
    placed = [Placed(found[pk], where, "body") for pk, where in places if pk in found]
    if report.lead_photo:
        placed.insert(0, Placed(report.lead_photo, gettext("The lead photo"), "lead_photo"))
    return [
        *placed,
        *(Placed(one.photo, _of_entry(one), "") for one in report.entries_with_photo),
    ]


def _of_entry(entry: Any) -> str:
    return gettext("The photo of the entry of %(time)s") % {"time": entry.posted_words}


def _places(blocks: Any) -> Iterator[tuple[int, str]]:
    figures = galleries = 0
    for block in blocks:
        value = block["value"]
        if block["type"] == "photo" and value.get("photo"):
            figures += 1
            where = gettext("Photo %(number)d of the body") % {"number": figures}
            yield value["photo"], where
        elif block["type"] == "gallery":
            galleries += 1
            yield from _in_gallery(value, galleries)


def _in_gallery(value: Any, number: int) -> Iterator[tuple[int, str]]:
    name = value.get("title") or str(number)
    for at, item in enumerate(value["photos"], start=1):
        held = item.get("value", item)
        if held.get("photo"):
            where = gettext("Photo %(number)d of the gallery “%(name)s”")
            yield held["photo"], where % {"number": at, "name": name}
