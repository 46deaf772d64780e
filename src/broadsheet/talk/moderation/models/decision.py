from __future__ import annotations

import datetime as dt
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

APPEALABLE_FOR = dt.timedelta(days=180)


class LogIsClosed(Exception):
    """Somebody tries to change or to delete what was decided."""


class DecisionQuerySet(models.QuerySet["Decision"]):
    def update(self, **_values: Any) -> NoReturn:
        raise LogIsClosed("the log of decisions cannot be changed; write another decision")

    def delete(self) -> NoReturn:
        raise LogIsClosed("the log of decisions cannot be cleared; write another decision")

    def latest_of(self, comment_ids: list[int]) -> dict[int, Decision]:
        """The newest decision on each of those comments, by comment. One query."""
        newest = self.filter(comment_id__in=comment_ids).order_by("pk")
        return {one.comment_id: one for one in newest if one.comment_id is not None}


class Decision(models.Model):
    """One line of the log: what was decided, by whom, under which clause, for which reason.

    It can be written and read and nothing else; the database refuses as well. It names the comment,
    the reader and the report by number only, so that nothing of a reader who is gone stays in it.
    `seconds` is how long it waited for the decision. `answers` is the decision that this one takes
    back or answers an appeal against.
    """

    class Kind(models.TextChoices):
        PUBLISH = "publish", _("published")
        REMOVE = "remove", _("removed")
        WARN = "warn", _("removed, with a warning")
        PAUSE = "pause", _("removed, and the reader paused")
        BAN = "ban", _("removed, and the reader banned")
        TAKE_BACK = "take-back", _("taken back")
        UPHOLD = "uphold", _("appeal upheld")
        REFUSE = "refuse", _("appeal refused")
        LIFT = "lift", _("pause or ban lifted")
        BLOCK = "block", _("blocked for thirty days")
        REFUSE_CLAIM = "refuse-claim", _("claim refused")
        RESTORE = "restore", _("shown again after a block")
        REMOVE_CLAIMED = "remove-claimed", _("removed after a block")
        MODE = "mode", _("mode changed")

    REMOVALS = (Kind.REMOVE, Kind.WARN, Kind.PAUSE, Kind.BAN, Kind.REMOVE_CLAIMED)

    # Rows that are gone elsewhere leave their number here: nothing may touch this table for them.
    comment = models.ForeignKey(
        "talk.Comment",
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="decisions",
    )
    report = models.ForeignKey(
        "desk.ReportPage",
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    moderator_name = models.CharField(_("moderator"), max_length=200)
    kind = models.CharField(_("decision"), max_length=16, choices=Kind.choices)
    clause = models.CharField(_("clause"), max_length=300, blank=True)
    reason = models.TextField(_("reason"), blank=True, max_length=1000)
    until = models.DateTimeField(_("until"), null=True)
    state_before = models.CharField(max_length=12, blank=True)
    held_because = models.JSONField(default=list)
    seconds = models.PositiveIntegerField(null=True)
    answers = models.ForeignKey(
        "self", null=True, on_delete=models.DO_NOTHING, related_name="answered_by"
    )
    made_at = models.DateTimeField(_("when"), db_index=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("log of decisions")
        default_permissions = ()
        permissions = [("moderate", "Can moderate comments")]
        constraints = [
            # A decision is taken back or answered once, whoever presses at the same time.
            models.UniqueConstraint(fields=["answers"], name="a_decision_is_answered_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.comment_id})"

    def save(self, **options: Any) -> None:
        if self.pk is not None:
            raise LogIsClosed("the log of decisions cannot be changed; write another decision")
        super().save(**{**options, "force_insert": True})

    def delete(self, *_arguments: Any, **_options: Any) -> NoReturn:
        raise LogIsClosed("the log of decisions cannot be cleared; write another decision")

    @property
    def is_removal(self) -> bool:
        return self.kind in self.REMOVALS

    def is_appealable(self, *, now: dt.datetime) -> bool:
        """By whoever wrote the comment, for half a year."""
        return self.is_removal and now < self.made_at + APPEALABLE_FOR
