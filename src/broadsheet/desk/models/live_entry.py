from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import dateformat, timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models.live_report import LiveReport


class LiveEntryQuerySet(models.QuerySet["LiveEntry"]):
    def shown(self) -> LiveEntryQuerySet:
        """Those of which readers see something, the newest first."""
        return self.exclude(withdrawn_at__isnull=False, reason="").newest_first()

    def standing(self) -> LiveEntryQuerySet:
        """Those that readers can read, the newest first."""
        return self.filter(withdrawn_at=None).newest_first()

    def with_photo(self) -> LiveEntryQuerySet:
        """Those that have one, and it at hand."""
        return self.filter(photo__isnull=False).select_related("photo")

    def holding(self, words: Iterable[str]) -> LiveEntryQuerySet:
        """Those in which every one of the words stands, in the headline or the text."""
        found = self
        for word in words:
            found = found.filter(Q(headline__icontains=word) | Q(text__icontains=word))
        return found

    def newest_first(self) -> LiveEntryQuerySet:
        return self.order_by("-posted_at", "-pk")

    def whole(self) -> LiveEntryQuerySet:
        """With everything at hand that readers are shown of them."""
        return self.select_related("photo", "author").prefetch_related(
            "corrections", "photo__renditions"
        )


class LiveEntry(models.Model):
    """One entry of a live report, as it was typed: `wire.jotting` reads it.

    `key` is what the browser calls this post, so that one that is sent twice stands once. `signed`
    is the name under it where its writer has no author's page. An entry that was taken down keeps
    its text at the desk; readers are told the reason, or nothing where there is none.
    """

    live = models.ForeignKey(LiveReport, on_delete=models.CASCADE, related_name="entries")
    key = models.UUIDField(editable=False)
    headline = models.CharField(_("headline"), max_length=120, blank=True)
    text = models.TextField(_("text"), blank=True)
    photo = models.ForeignKey(
        "desk.Photo", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_key = models.BooleanField(_("key moment"), default=False)
    author = models.ForeignKey(
        "desk.Author", null=True, on_delete=models.PROTECT, related_name="live_entries"
    )
    signed = models.CharField(_("signed"), max_length=160, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    posted_at = models.DateTimeField(_("posted"))
    changed_at = models.DateTimeField(_("last change"))
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("taken down"), null=True, blank=True)
    reason = models.TextField(_("reason"), max_length=500, blank=True)

    objects = LiveEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of a live report")
        verbose_name_plural = _("entries of live reports")
        constraints = [
            models.UniqueConstraint(fields=["live", "key"], name="an_entry_stands_once"),
        ]
        indexes = [
            models.Index(fields=["live", "-posted_at", "-id"], name="entries_in_order"),
            models.Index(fields=["live", "-changed_at"], name="entries_by_change"),
        ]

    def __str__(self) -> str:
        return self.headline or self.text[:60]

    @property
    def place(self) -> str:
        """Its fragment in the address of the report."""
        return f"entry-{self.pk}"

    @property
    def posted_words(self) -> str:
        """When it was posted, in the zone of whoever works: 27 November, 14:05 KST."""
        return dateformat.format(timezone.localtime(self.posted_at), "j F, H:i T")

    def may_be_changed_by(self, user: Any) -> bool:
        """Its writer while they may write there, and whoever runs the report."""
        if self.live.may_be_run_by(user):
            return True
        return self.written_by_id == user.pk and self.live.may_be_written_by(user)


class EntryCorrection(models.Model):
    """What was wrong in an entry that readers had seen. It is never changed or taken away."""

    entry = models.ForeignKey(LiveEntry, on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField(_("correction"), max_length=500)
    corrected_at = models.DateTimeField(_("corrected"))

    class Meta:
        verbose_name = _("correction of an entry")
        verbose_name_plural = _("corrections of entries")
        ordering = ["corrected_at", "pk"]

    def __str__(self) -> str:
        return f"{self.corrected_at:%Y-%m-%d}: {self.text[:60]}"
