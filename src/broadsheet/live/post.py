from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext

from broadsheet.desk.models import LiveEntry, LiveReport, Photo
from broadsheet.live.index_again import index_again
from broadsheet.live.refused import Refused
from broadsheet.live.touch import touch_with_news

_LONGEST_TITLE = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo that comes with an entry."""

    file: File[bytes]
    alt: str
    credit: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reporter sends. `key` is the browser's own name for it, the same at every try."""

    key: UUID
    text: str
    headline: str = ""
    is_key: bool = False
    picture: Picture | None = None


def post(draft: Draft, live: LiveReport, writer: Any, *, now: dt.datetime) -> LiveEntry:
    """Enter an entry, signed by its writer. Readers have it within seconds. Raises Refused.

    A draft that was entered before gives the entry that it became.
    """
    with transaction.atomic():
        # Held from here on: of two tries at once the second finds what the first has entered.
        held = LiveReport.objects.select_for_update().get(pk=live.pk)
        if entered := held.entries.filter(key=draft.key).first():
            return entered
        if not held.is_running:
            raise Refused(gettext("This live report has ended; nothing was posted."))
        at = touch_with_news(live.pk, now=now)
        entry = LiveEntry.objects.create(
            live=live,
            key=draft.key,
            headline=draft.headline,
            text=draft.text,
            is_key=draft.is_key,
            photo=_photo(draft.picture, writer) if draft.picture else None,
            author=getattr(writer, "author", None),
            signed=writer.get_full_name() or writer.get_username(),
            written_by=writer,
            posted_at=at,
            changed_at=at,
        )
        index_again(live.pk)
    return entry


def _photo(picture: Picture, writer: Any) -> Photo:
    photo = Photo(
        title=(picture.caption or picture.alt)[:_LONGEST_TITLE],
        file=picture.file,
        caption=picture.caption,
        alt_text=picture.alt,
        credit=picture.credit,
        uploaded_by_user=writer,
    )
    photo.save()
    return photo
