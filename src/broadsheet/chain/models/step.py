from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState

Action = tuple[str, Any, bool]


class Step(models.Model):
    """One step of the chain: whose hands a report is in, and what is asked of them there.

    Whoever runs that part of the paper may act in anybody's place, so that no report lies still
    because somebody went home.
    """

    asked = models.CharField(
        _("what is asked"),
        max_length=200,
        blank=True,
        help_text=_("Shown beside every report that is at this step."),
    )

    class Meta:
        abstract = True

    def has_hands(self, page: Any, user: Any) -> bool:
        """Whether this step is that person's work."""
        raise NotImplementedError

    def may_act(self, page: Any, user: Any) -> bool:
        return self.has_hands(page, user) or page.permissions_for_user(user).runs_it

    def user_can_access_editor(self, page: Any, user: Any) -> bool:
        return self.may_act(page, user)

    def locked_for_user(self, page: Any, user: Any) -> bool:
        return not self.may_act(page, user)

    def user_can_lock(self, page: Any, user: Any) -> bool:
        return self.may_act(page, user)

    def user_can_unlock(self, page: Any, user: Any) -> bool:
        return bool(page.permissions_for_user(user).runs_it)

    def get_actions(self, page: Any, user: Any) -> list[Action]:
        if not self.may_act(page, user):
            return []
        return [
            ("reject", _("Send back with a note"), True),
            ("approve", _("Pass on"), False),
            ("approve", _("Pass on with a note"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **_options: Any) -> Any:
        states = TaskState.objects.filter(task=self.pk, status=TaskState.STATUS_IN_PROGRESS)
        numbers = states.values_list("workflow_state__object_id", flat=True)
        pages = Page.objects.filter(pk__in=[int(one) for one in numbers]).specific()
        mine = [str(page.pk) for page in pages if self.may_act(page, user)]
        return states.filter(workflow_state__object_id__in=mine)

    def on_action(self, task_state: Any, user: Any, action_name: str, **options: Any) -> None:
        """Who has passed it on or sent it back has it no longer."""
        page = task_state.workflow_state.content_object
        if page.locked:
            page.locked, page.locked_by, page.locked_at = False, None, None
            page.save(update_fields=["locked", "locked_by", "locked_at"])
        super().on_action(task_state, user, action_name, **options)  # type: ignore[misc]
