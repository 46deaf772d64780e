from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from broadsheet.talk.reading.comment_place import comment_place

EDITABLE_FOR = dt.timedelta(minutes=5)
_ENTER = "INSERT INTO talk_comment ({columns}) VALUES ({places}) RETURNING id"


class CommentQuerySet(models.QuerySet["Comment"]):
    def on(self, report_id: int) -> CommentQuerySet:
        """All comments under one report, the oldest first, whatever became of them."""
        return self.filter(report_id=report_id).order_by("pk")

    def standing(self) -> CommentQuerySet:
        """What readers see: published ones."""
        return self.filter(state=Comment.State.PUBLISHED)


class Comment(models.Model):
    """What a reader wrote under a report, as plain text in NFC.

    `parent` is the comment that it answers; an answer is never answered itself. `key` is what the
    browser calls this post, so that a post that is sent twice stands once. `held_because` says why
    the pipeline or a reader's complaint keeps it from the paper, in the pipeline's own words.
    """

    class State(models.TextChoices):
        PUBLISHED = "published", _("published")
        HELD = "held", _("held")
        REMOVED = "removed", _("removed by a moderator")
        BLOCKED = "blocked", _("blocked on a claim of rights")
        DELETED = "deleted", _("deleted by its writer")

    report = models.ForeignKey(
        "desk.ReportPage", on_delete=models.CASCADE, related_name="comments", db_index=False
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="comments",
        db_index=False,
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies"
    )
    key = models.UUIDField(editable=False)
    text = models.TextField(_("comment"), blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.PUBLISHED
    )
    held_because = models.JSONField(default=list, blank=True)
    recommended = models.PositiveIntegerField(default=0)
    posted_at = models.DateTimeField(_("posted"))
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [
            # Also the index by author: what one reader wrote.
            models.UniqueConstraint(fields=["author", "key"], name="a_post_stands_once"),
        ]
        indexes = [
            models.Index(fields=["report", "id"], name="comments_of_a_report"),
            models.Index(fields=["state", "posted_at"], name="comments_by_state"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def enter(self) -> None:
        """Save it as a new row, by one statement. To put that together from its parts takes Django
        longer than the database takes to do it."""
        fields = [field for field in self._meta.concrete_fields if not field.primary_key]
        with connection.cursor() as cursor:
            columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
            values = [
                field.get_db_prep_save(field.pre_save(self, add=True), connection)
                for field in fields
            ]
            places = ", ".join(["%s"] * len(fields))
            cursor.execute(_ENTER.format(columns=columns, places=places), values)
            (self.pk,) = cursor.fetchone()
        self._state.adding, self._state.db = False, connection.alias

    @property
    def place(self) -> str:
        """Its fragment in the address of the report."""
        return comment_place(self.pk, self.parent_id)

    def is_editable(self, *, now: dt.datetime) -> bool:
        """Whether its writer may still change it."""
        return (
            self.state in {self.State.PUBLISHED, self.State.HELD}
            and now < self.posted_at + EDITABLE_FOR
        )
