from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleQuerySet(models.QuerySet["Role"]):
    def group(self, kind: str, *, section_id: int | None = None) -> Group:
        """The group of a role. Raises Group.DoesNotExist where the newsroom has it no more."""
        return Group.objects.get(newsroom_role__kind=kind, newsroom_role__section=section_id)


class Role(models.Model):
    """Which of Wagtail's groups a role of the newsroom is, and the rights it was ever handed.

    A desk editor has a role for each section at the top. A right is handed out once: what a
    newsroom takes away again stays away, and a group that it deletes is not made anew.
    """

    class Kind(models.TextChoices):
        REPORTER = "reporter", _("reporter")
        DESK = "desk", _("desk editor")
        COPY = "copy", _("copy editor")
        PHOTOS = "photos", _("photo desk")
        CHIEF = "chief", _("chief")
        MODERATOR = "moderator", _("comment moderator")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    section = models.OneToOneField(
        "desk.SectionPage", null=True, on_delete=models.CASCADE, related_name="desk_role"
    )
    group = models.OneToOneField(
        Group, null=True, on_delete=models.SET_NULL, related_name="newsroom_role"
    )
    handed = models.JSONField(default=list)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(section=None), name="one_role_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return str(self.group or self.get_kind_display())
