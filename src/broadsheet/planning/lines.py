from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as date_in_words
from django.utils.translation import gettext

from broadsheet.planning.line import Line
from broadsheet.planning.row import Row
from broadsheet.planning.stage import Stage

_NOTHING = "–"


class Lines:
    """Writes rows down in the language and the zone of whoever asks.

    Words and addresses are looked up once, for 500 rows: asked for by the template of each row,
    they take twice the time of everything else.
    """

    def __init__(self, *, hangs_photos: bool = False) -> None:
        """`hangs_photos` for whom the photo of a report is a way to all of them."""
        self._photos = reverse("photodesk_in_report", args=[0]) if hangs_photos else ""
        self._says = _sentences()
        self._moves = _moves()
        self._stages = {stage: str(stage.label) for stage in Stage}
        self._days: dict[dt.date, str] = {}
        self._form = reverse("wagtailadmin_pages:edit", args=[0])
        self._story = reverse("planning_story", args=["key"])
        self._move = reverse("planning_move", args=["key"])

    def of(self, rows: Iterable[Row]) -> list[Line]:
        return [self._line(row) for row in rows]

    def _line(self, row: Row) -> Line:
        says = self._says
        held = self._moment(row.held_until)
        return Line(
            key=row.key,
            kind=f"{row.stage.value} stories__row--late" if row.is_late else row.stage.value,
            headline=row.headline,
            form=self._form.replace("0", str(row.report_id)) if row.may_open else "",
            slug_line=row.slug_line if row.slug_line != row.headline else "",
            sent_back=says["sent back"] if row.is_sent_back else "",
            stage=self._stages[row.stage],
            facts=self._facts(row),
            section=row.section,
            who=row.who or _NOTHING,
            words=_NOTHING if row.words is None else str(row.words),
            words_asked=str(row.words_asked or ""),
            photo=_NOTHING if row.has_photo is None else says["yes" if row.has_photo else "none"],
            has_no_photo=row.has_photo is False,
            photos=self._photos.replace("0", str(row.report_id)) if row.report_id else "",
            photos_what=says["photos"] % {"headline": row.headline},
            due=self._moment(row.due_at),
            late=says["late"] if row.is_late else "",
            out=self._moment(row.goes_out_at),
            held=says["held"] % {"time": held[1]} if held else "",
            moves=tuple((move, self._moves[move]) for move in row.moves),
            move=self._move.replace("key", row.key),
            change=self._story.replace("key", row.key) if row.may_edit else "",
            change_what=says["change"] % {"headline": row.headline},
        )

    def _facts(self, row: Row) -> tuple[str, ...]:
        """At which step it is, since when, and who has it."""
        since = self._moment(row.since)
        step = row.step
        if step and since:
            step = f"{step}, {self._says['since'] % {'time': since[1]}}"
        holder = self._says["holder"] % {"holder": row.holder} if row.holder else ""
        return tuple(fact for fact in (step, holder) if fact)

    def _moment(self, at: dt.datetime | None) -> tuple[str, str] | None:
        """Its zone stands with each: a list over the night of a change of clocks has two."""
        if at is None:
            return None
        here = timezone.localtime(at)
        day = here.date()
        if day not in self._days:
            self._days[day] = date_in_words(here, "D j M")
        return here.isoformat(timespec="seconds"), f"{self._days[day]} {here:%H:%M %Z}"


def _sentences() -> dict[str, str]:
    return {
        "sent back": gettext("sent back"),
        "since": gettext("since %(time)s"),
        "holder": gettext("%(holder)s has it"),
        "yes": gettext("yes"),
        "none": gettext("none"),
        "photos": gettext("The photos of: %(headline)s"),
        "late": gettext("late"),
        "held": gettext("embargo until %(time)s"),
        "change": gettext("Change who, when and how long: %(headline)s"),
    }


def _moves() -> dict[str, str]:
    return {
        "take-pitch": gettext("I take it"),
        "write": gettext("Write it"),
        "drop": gettext("Drop it"),
        "hand-in": gettext("Hand in"),
        "take": gettext("I have it"),
        "give-back": gettext("Give it back"),
        "pass-on": gettext("Pass on"),
    }
