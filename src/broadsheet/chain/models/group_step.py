from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from broadsheet.chain.models.step import Step


class GroupStep(Step, AbstractGroupApprovalTask):
    """With the members of certain groups, such as the copy editors."""

    admin_form_fields: ClassVar = [*AbstractGroupApprovalTask.admin_form_fields, "asked"]

    class Meta:
        verbose_name = _("step at a group")
        verbose_name_plural = _("steps at a group")

    def has_hands(self, page: Any, user: Any) -> bool:  # noqa: ARG002  # of every page
        return bool(self._user_in_groups(user))

    @classmethod
    def get_description(cls) -> Any:
        return _("Members of the chosen groups")
