from django.db import models
from django.utils.translation import gettext_lazy as _


class ModeChoice(models.TextChoices):
    """Whose comments a moderator sees before the readers do."""

    OPEN = "open", _("open: comments stand at once")
    FIRST = "first", _("each reader's first comment is seen first")
    ALL = "all", _("every comment is seen first")
    CLOSED = "closed", _("closed: nobody can comment")
