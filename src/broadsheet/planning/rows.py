from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from broadsheet.desk.models import Assignment, ReportPage, SectionPage
from broadsheet.planning.draft_facts import DraftFacts, draft_facts
from broadsheet.planning.in_hand import InHand
from broadsheet.planning.row import Row
from broadsheet.planning.stage import Stage
from broadsheet.readers.models import Account

_UNTIL_OUT = {Stage.PITCH, Stage.ASSIGNED, Stage.WRITING, Stage.DESK, Stage.READY}


class Rows:
    """Makes rows for one person; what they have in common is asked of the database once."""

    def __init__(self, user: Any, in_hand: InHand, now: dt.datetime) -> None:
        self._user = user
        self._in_hand = in_hand
        self._now = now
        self._sections = {one.path: one for one in SectionPage.objects.defer_streamfields()}
        self._paths = {one.pk: path for path, one in self._sections.items()}
        self._rights = {one.pk: one.permissions_for_user(user) for one in self._sections.values()}
        self._facts: dict[int, DraftFacts] = {}
        self._names: Mapping[int | None, str] = {}

    def of(self, reports: list[ReportPage], assignments: list[Assignment]) -> list[Row]:
        self._facts = draft_facts(reports)
        self._names = _names(reports, assignments)
        for report in reports:
            state = self._in_hand.states.get(report.pk)
            report._current_workflow_states = [state] if state else []  # noqa: SLF001  # Wagtail's own way
        return [
            *(self._of_report(report) for report in reports),
            *(self._of_assignment(one) for one in assignments),
        ]

    def _of_assignment(self, one: Assignment) -> Row:
        stage = Stage.ASSIGNED if one.who_id else Stage.PITCH
        section = self._sections[self._paths[one.section_id]]
        rights = self._rights[section.pk]
        is_mine = self._user.pk in {one.who_id, one.pitched_by_id}
        moves = []
        if one.who_id is None and rights.can_add_subpage():
            moves.append("take-pitch")
        if one.who_id and (one.who_id == self._user.pk or rights.edits_section):
            moves.append("write")
        if rights.edits_section or (one.who_id is None and is_mine):
            moves.append("drop")
        return Row(
            key=f"a{one.pk}",
            headline=one.what.split("\n")[0] or one.slug_line,
            slug_line=one.slug_line,
            section=section.title,
            section_ids=self._above(section.path),
            stage=stage,
            step="",
            since=None,
            is_sent_back=False,
            who_id=one.who_id,
            who=self._names[one.who_id],
            holder="",
            words=None,
            words_asked=one.words_asked,
            has_photo=None,
            due_at=one.due_at,
            goes_out_at=None,
            held_until=None,
            is_late=one.due_at is not None and one.due_at < self._now,
            report_id=None,
            may_open=False,
            may_edit=rights.edits_section or (one.who_id is None and is_mine),
            moves=tuple(moves),
        )

    def _of_report(self, report: ReportPage) -> Row:
        agreed: Assignment | None = getattr(report, "assignment", None)
        section = self._sections[report.path[: -report.steplen]]
        stage = self._stage(report)
        step = self._in_hand.step(report.pk)
        state = self._in_hand.states.get(report.pk)
        facts = self._facts.get(report.pk)
        who_id = (agreed.who_id if agreed else None) or report.owner_id
        due_at = agreed.due_at if agreed else None
        return Row(
            key=f"r{report.pk}",
            headline=report.draft_title or report.title,
            slug_line=agreed.slug_line if agreed else "",
            section=section.title,
            section_ids=self._above(section.path),
            stage=stage,
            step=step.name if step else "",
            since=state.current_task_state.started_at if step and state else None,
            is_sent_back=self._in_hand.is_sent_back(report.pk),
            who_id=who_id,
            who=self._names[who_id],
            holder=self._names[report.locked_by_id] if report.locked else "",
            words=facts.words if facts else None,
            words_asked=agreed.words_asked if agreed else None,
            has_photo=facts.has_photo if facts else None,
            due_at=due_at,
            goes_out_at=self._in_hand.scheduled.get(report.pk)
            or (report.first_published_at if report.live else None),
            held_until=self._in_hand.held.get(report.pk),
            is_late=stage in _UNTIL_OUT and due_at is not None and due_at < self._now,
            report_id=report.pk,
            may_open=report.permissions_for_user(self._user).can_edit(),
            may_edit=self._rights[section.pk].edits_section,
            moves=self._moves(report, stage, step),
        )

    def _stage(self, report: ReportPage) -> Stage:
        if self._in_hand.step(report.pk) is not None:
            return Stage.READY if self._in_hand.is_ready(report.pk) else Stage.DESK
        if report.pk in self._in_hand.scheduled:
            return Stage.SCHEDULED
        return Stage.OUT if report.live else Stage.WRITING

    def _moves(self, report: ReportPage, stage: Stage, step: Any) -> tuple[str, ...]:
        if step is None:
            may = stage == Stage.WRITING and not report.locked
            return (
                ("hand-in",) if may and report.permissions_for_user(self._user).can_edit() else ()
            )
        if not any(action == "approve" for action, *_ in step.get_actions(report, self._user)):
            return ()
        if report.locked:
            return ("give-back",) if report.locked_by_id == self._user.pk else ()
        # The last word is given where the report can be read.
        return ("take",) if stage == Stage.READY else ("take", "pass-on")

    def _above(self, path: str) -> tuple[int, ...]:
        return tuple(
            section.pk for above, section in self._sections.items() if path.startswith(above)
        )


def _names(reports: list[ReportPage], assignments: list[Assignment]) -> Mapping[int | None, str]:
    """Of everybody who has to do with these stories; "" of nobody, and of who is gone just now."""
    agreed = [one.assignment for one in reports if hasattr(one, "assignment")]
    numbers = {one.who_id for one in [*agreed, *assignments]}
    numbers.update(number for one in reports for number in (one.owner_id, one.locked_by_id))
    people = Account.objects.filter(pk__in=numbers - {None})
    return defaultdict(str, {one.pk: one.get_full_name() or one.get_username() for one in people})
