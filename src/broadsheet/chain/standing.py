from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from wagtail.models import WorkflowState


@dataclass(frozen=True, slots=True)
class StepShown:
    name: str
    is_now: bool
    is_done: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What was said when a report was sent back, or passed on."""

    text: str
    by: str
    at: dt.datetime
    step: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report is in its chain. `step` is empty while it is with its reporter."""

    steps: tuple[StepShown, ...]
    step: str
    asked: str
    since: dt.datetime | None
    holder: str
    sent_back: Note | None
    passed_on: Note | None


def standing(report: Any) -> Standing | None:
    """The report's standing; None where no chain is in force for it or it has not begun."""
    state = report.current_workflow_state
    if state is None:
        return None
    now = state.current_task_state
    is_back = state.status == WorkflowState.STATUS_NEEDS_CHANGES
    tasks = state.all_tasks_with_status()
    done = {"approved", "skipped"}
    return Standing(
        steps=tuple(
            StepShown(
                name=task.name,
                is_now=not is_back and now is not None and task.pk == now.task_id,
                is_done=task.status in done,
            )
            for task in tasks
        ),
        step="" if is_back or now is None else now.task.name,
        asked="" if is_back or now is None else getattr(now.task.specific, "asked", ""),
        since=now.finished_at if is_back else now.started_at if now else None,
        holder=_name(report.locked_by) if report.locked and report.locked_by else "",
        sent_back=_note(now) if is_back and now else None,
        passed_on=_note(_last_approved(state)) if not is_back else None,
    )


def _last_approved(state: Any) -> Any:
    return (
        state.task_states.filter(status="approved")
        .select_related("task", "finished_by")
        .order_by("-finished_at")
        .first()
    )


def _note(task_state: Any) -> Note | None:
    if task_state is None or not task_state.comment:
        return None
    return Note(
        text=task_state.comment,
        by=_name(task_state.finished_by),
        at=task_state.finished_at,
        step=task_state.task.name,
    )


def _name(person: Any) -> str:
    if person is None:
        return ""
    return str(person.get_full_name() or person.get_username())
