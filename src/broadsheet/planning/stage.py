from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """How far a story is, in the order in which it gets there."""

    PITCH = "pitch", _("Pitch")
    ASSIGNED = "assigned", _("Assigned")
    WRITING = "writing", _("Writing")
    DESK = "desk", _("With the desk")
    READY = "ready", _("Ready")
    SCHEDULED = "scheduled", _("Scheduled")
    OUT = "out", _("Out")
