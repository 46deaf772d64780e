"""A file of copy → a story that stands in no paper."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from broadsheet import story as s
from broadsheet.setting.wire import WireConfig
from broadsheet.wire.copy import Copy
from broadsheet.wire.read import read

_MADE_UP = "…"


def unfiled_story(file: Path, *, language: str = "") -> s.Story:
    """The file as the wire reads it, for commands that work without a newsroom.

    `language` wins over what the text looks like. Raises CopyError.
    """
    copy = read(file, largest_bytes=WireConfig().largest_megabytes * 1024 * 1024)
    now = dt.datetime.now().astimezone()
    return s.Story(
        id=file.stem,
        path="/",
        headline=_headline(copy),
        standfirst=copy.standfirst,
        dateline=copy.dateline,
        byline=tuple(
            s.Credit(person=s.Person(name=writer.name, title=writer.title), role=writer.role)
            for writer in copy.byline
        ),
        body=copy.body,
        corrections=tuple(
            s.Correction(text=erratum.text, corrected_at=now) for erratum in copy.corrections
        ),
        sections=(s.Section(name=" > ".join(copy.sections), path="/"),),
        published_at=copy.published_at(dt.UTC) or now,
        language=language or copy.language,
    )


def _headline(copy: Copy) -> str:
    """ "" where the wire made one of the first words, which are read anyway."""
    first = copy.body[0] if copy.body else None
    is_made_up = (
        copy.headline.endswith(_MADE_UP)
        and isinstance(first, s.Paragraph)
        and first.text.plain.startswith(copy.headline.removesuffix(_MADE_UP))
    )
    return "" if is_made_up else copy.headline
