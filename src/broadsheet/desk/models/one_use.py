from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils import timezone

from broadsheet.desk.models.photo import Photo


class OneUseQuerySet(models.QuerySet["OneUse"]):
    def elsewhere(self, report_id: int | None, photos: Iterable[Photo]) -> dict[int, OneUse]:
        """The uses of these photos by another report, by photo; of those that have only one."""
        spent = [photo.pk for photo in photos if photo.is_for_one_use]
        if not spent:
            return {}
        others = self.filter(photo__in=spent).exclude(report_id=report_id, report__isnull=False)
        return {use.photo_id: use for use in others}


class OneUse(models.Model):
    """The report in which a photo that may be printed once was printed.

    It stays when the report is withdrawn or deleted: readers have seen the photo. The row is the
    claim: of two reports that go out in the same moment the database lets one have it.
    """

    photo = models.OneToOneField(
        Photo, primary_key=True, on_delete=models.CASCADE, related_name="use"
    )
    report = models.ForeignKey(
        "desk.ReportPage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    headline = models.CharField(max_length=255)
    printed_at = models.DateTimeField(default=timezone.now)

    objects = OneUseQuerySet.as_manager()

    def __str__(self) -> str:
        return self.headline
