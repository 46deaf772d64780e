from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision, Task, WorkflowState, WorkflowTask

from broadsheet.desk.models import Embargo


@dataclass(frozen=True, slots=True)
class InHand:
    """What is in the chain, waits for its time or is held, in the whole paper.

    By the report's number.
    """

    states: dict[int, WorkflowState]
    scheduled: dict[int, dt.datetime]
    held: dict[int, dt.datetime]
    last_steps: frozenset[tuple[int, int]]

    @classmethod
    def of_all(cls, *, now: dt.datetime) -> InHand:
        states = WorkflowState.objects.active().select_related("current_task_state")
        by_page = {int(state.object_id): state for state in states}
        _put_steps(by_page.values())
        waiting = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
        return cls(
            states=by_page,
            scheduled={
                int(pk): at for pk, at in waiting.values_list("object_id", "approved_go_live_at")
            },
            held=Embargo.objects.held(now=now),
            last_steps=_last_steps(),
        )

    def step(self, report_id: int) -> Any:
        """The step of the chain at which the report is, None where it is with its reporter."""
        state = self.states.get(report_id)
        if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
            return None
        return state.current_task_state.task

    def is_ready(self, report_id: int) -> bool:
        """Whether nothing but the last word is missing."""
        step = self.step(report_id)
        return step is not None and (
            (self.states[report_id].workflow_id, step.pk) in self.last_steps
        )

    def is_sent_back(self, report_id: int) -> bool:
        state = self.states.get(report_id)
        return state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES


def _put_steps(states: Any) -> None:
    """Give each state its step as what it is, so that nobody asks for it one by one."""
    numbers = {state.current_task_state.task_id for state in states if state.current_task_state}
    steps = {task.pk: task for task in Task.objects.filter(pk__in=numbers).specific()}
    for state in states:
        if state.current_task_state:
            state.current_task_state.task = steps[state.current_task_state.task_id]


def _last_steps() -> frozenset[tuple[int, int]]:
    order = WorkflowTask.objects.filter(task__active=True).order_by("sort_order")
    last = dict(order.values_list("workflow_id", "task_id"))
    return frozenset(last.items())
