from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from broadsheet.planning.stage import Stage


@dataclass(frozen=True, slots=True)
class Row:
    """A story as the list shows it: a pitch, an assignment, or a report with what was agreed.

    `key` names it in addresses: `a12` is an assignment without a report, `r34` a report.
    `section_ids` are its section and those above it. `moves` are what whoever asks may do with it.
    """

    key: str
    headline: str
    slug_line: str
    section: str
    section_ids: tuple[int, ...]
    stage: Stage
    step: str
    since: dt.datetime | None
    is_sent_back: bool
    who_id: int | None
    who: str
    holder: str
    words: int | None
    words_asked: int | None
    has_photo: bool | None
    due_at: dt.datetime | None
    goes_out_at: dt.datetime | None
    held_until: dt.datetime | None
    is_late: bool
    report_id: int | None
    may_open: bool
    may_edit: bool
    moves: tuple[str, ...]
