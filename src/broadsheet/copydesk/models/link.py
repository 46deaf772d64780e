from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db import models, transaction
from django.db.models import Q

LONGEST = 2000
_GOOD_FOR = dt.timedelta(days=1)
_ASK_AGAIN = dt.timedelta(hours=1)


class LinkQuerySet(models.QuerySet["Link"]):
    def due(self, *, now: dt.datetime) -> LinkQuerySet:
        """Links that somebody wants to know of and that were not asked for lately."""
        unknown = Q(answer=Link.Answer.UNKNOWN, asked_at__lte=now - _ASK_AGAIN)
        old = Q(asked_at__lte=now - _GOOD_FOR, wanted_at__gt=now - _GOOD_FOR)
        return self.filter(Q(asked_at=None) | unknown & Q(wanted_at__gt=now - _GOOD_FOR) | old)

    def take(self, *, now: dt.datetime) -> Link | None:
        """The one that waits longest; it counts as asked for, and no other worker takes it."""
        with transaction.atomic():
            due = self.due(now=now).order_by("wanted_at")
            link = due.select_for_update(skip_locked=True).first()
            if link:
                link.asked_at = now
                link.save(update_fields=["asked_at"])
        return link

    def want(self, urls: Collection[str], *, now: dt.datetime) -> None:
        """Have them asked for, beside the press, as soon as there is time."""
        wanted = [self.model(url=url, wanted_at=now) for url in urls if len(url) <= LONGEST]
        self.bulk_create(
            wanted, update_conflicts=True, unique_fields=["url"], update_fields=["wanted_at"]
        )

    def dead(self, urls: Collection[str]) -> frozenset[str]:
        found = self.filter(url__in=urls, answer=Link.Answer.DEAD)
        return frozenset(found.values_list("url", flat=True))

    def forget_old(self, *, now: dt.datetime) -> None:
        self.filter(wanted_at__lte=now - dt.timedelta(days=30)).delete()


class Link(models.Model):
    """An address on another site that a report leads to, and what became of asking for it."""

    class Answer(models.TextChoices):
        UNKNOWN = "unknown"
        FINE = "fine"
        DEAD = "dead"

    url = models.CharField(max_length=LONGEST, unique=True)
    answer = models.CharField(max_length=8, choices=Answer.choices, default=Answer.UNKNOWN)
    wanted_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, db_index=True)

    objects = LinkQuerySet.as_manager()

    def __str__(self) -> str:
        return self.url
