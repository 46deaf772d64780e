from __future__ import annotations

from typing import Any

from wagtail.models import PagePermissionTester


class PageRights(PagePermissionTester):
    """What somebody may do with a page: Wagtail's answer, and the newsroom's beyond it.

    Whoever may publish here runs this part of the paper and is held to Wagtail's rules alone.
    Everybody else works on reports only, never on sections, policies and the front page; and
    whoever may only add has their own reports, until they are out.
    """

    @property
    def runs_it(self) -> bool:
        """Whether this person answers for this part of the paper."""
        return self.user.is_active and (self.user.is_superuser or "publish" in self.permissions)

    @property
    def edits_section(self) -> bool:
        """Whether this person edits what others write here."""
        return self.user.is_active and (self.user.is_superuser or "change" in self.permissions)

    def can_edit(self) -> bool:
        if not self.user.is_active or self.page_is_root:
            return False
        if self.runs_it:
            return bool(super().can_edit())
        if not self._is_written:
            return False
        task = self.page.current_workflow_task
        return (
            "change" in self.permissions
            or (self._is_own and not self.page.live)
            or (task is not None and task.user_can_access_editor(self.page, self.user))
        )

    def can_delete(self, ignore_bulk: bool = False) -> bool:  # Wagtail's
        if not super().can_delete(ignore_bulk=ignore_bulk):
            return False
        return self.runs_it or (self._is_written and not self.page_locked())

    def can_add_subpage(self) -> bool:
        if not super().can_add_subpage():
            return False
        kinds = self.page.specific_class.creatable_subpage_models()
        return self.runs_it or any(self._is_kind_written(kind) for kind in kinds)

    def can_open(self, kind: type[Any]) -> bool:
        """Whether this person may put a new page of this kind below the page."""
        return self.can_add_subpage() and (self.runs_it or self._is_kind_written(kind))

    def can_lock(self) -> bool:
        return bool(super().can_lock()) and self.can_edit()

    def can_unlock(self) -> bool:
        return bool(super().can_unlock()) or (self.runs_it and "unlock" in self.permissions)

    @property
    def _is_own(self) -> bool:
        """Theirs to write: begun by them, or assigned to them."""
        assignment = getattr(self.page, "assignment", None)
        mine = {self.page.owner_id, assignment.who_id if assignment else None}
        return "add" in self.permissions and self.user.pk in mine

    @property
    def _is_written(self) -> bool:
        return self._is_kind_written(self.page.specific_class)

    @staticmethod
    def _is_kind_written(kind: type[Any] | None) -> bool:
        return getattr(kind, "is_written", False)
