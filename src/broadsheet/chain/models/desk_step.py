from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.models import Task

from broadsheet.chain.models.step import Step


class DeskStep(Step, Task):
    """With the desk of the section in which the report stands: whoever may change pages there."""

    admin_form_fields: ClassVar = [*Task.admin_form_fields, "asked"]

    class Meta:
        verbose_name = _("step at the section's desk")
        verbose_name_plural = _("steps at the section's desk")

    def has_hands(self, page: Any, user: Any) -> bool:
        return bool(page.permissions_for_user(user).edits_section)

    @classmethod
    def get_description(cls) -> Any:
        return _("Whoever may change pages in the report's section")
