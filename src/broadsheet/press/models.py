"""The press's own books: what is ordered, what stands on the site, and what it is made of."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db import connection, models
from django.utils import timezone


class Order(models.Model):
    """One change that the press has to follow, written in the change's own transaction.

    `subject` names what changed: `report:12`, `sound:12` (of report 12), `words:12`, `live:12` (an
    entry in it), `talk:5` (who may comment under page 5 and below it),
    `photo:9`, `author:3`, `topic:2`, `section:5`, `policy:7`, `moved:4`, `signposts`, `front`,
    `newspaper`, `everything`.
    The row goes when every output that the change touches is marked stale.
    """

    subject = models.CharField(max_length=40)
    placed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.subject

    @classmethod
    def place(cls, *subjects: str) -> None:
        cls._default_manager.bulk_create([cls(subject=subject) for subject in subjects])


class OutputQuerySet(models.QuerySet["Output"]):
    def stale(self) -> OutputQuerySet:
        """What has to be baked, the most pressing first, the newest first among equals."""
        return self.filter(is_stale=True).order_by("urgency", "-rank", "pk")

    def made_of(self, *ingredients: str) -> OutputQuerySet:
        return self.filter(ingredients__name__in=ingredients).distinct()


class Urgency(models.IntegerChoices):
    """Who waits for an output, from a reader of the new report to nobody."""

    PAGE = 0
    FRONT = 1
    LISTS = 2
    REBUILD = 3


class Output(models.Model):
    """Something that the press makes: a page, a feed, a photo's renditions; one file or several.

    `key` says what it is (`report:12`, `list:section:3:7`). `is_packed` is false while its files
    are compressed only quickly. `trouble` says why it could not be made, if it could not.
    """

    key = models.CharField(max_length=60, unique=True)
    is_stale = models.BooleanField(default=True)
    is_packed = models.BooleanField(default=True)
    urgency = models.PositiveSmallIntegerField(choices=Urgency.choices, default=Urgency.PAGE)
    rank = models.BigIntegerField(default=0)
    trouble = models.TextField(blank=True)

    objects = OutputQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["urgency", "-rank", "id"],
                condition=models.Q(is_stale=True),
                name="stale_outputs",
            ),
            models.Index(
                fields=["id"], condition=models.Q(is_packed=False), name="unpacked_outputs"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class SiteFile(models.Model):
    """A file on the site, and the one output that it belongs to.

    `path` is relative to the site's folder. `digest` is the SHA-256 of its bytes.
    """

    path = models.CharField(max_length=500, unique=True)
    output = models.ForeignKey(Output, on_delete=models.CASCADE, related_name="files")
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.path


class ChangeQuerySet(models.QuerySet["Change"]):
    def forget(self, *, before: dt.datetime) -> None:
        """Those of before that moment, all but the last one there is."""
        last = self.order_by("-pk").first()
        if last:
            self.filter(made_at__lt=before, pk__lt=last.pk).delete()


class Change(models.Model):
    """A file of the site that is another one now, or (without a digest) gone.

    Where the site is kept in a store, each machine that serves it follows these in their order,
    which is the order in which they were committed: one press writes them.
    """

    path = models.CharField(max_length=500)
    digest = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = ChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.path} {self.digest}".strip()


class Ingredient(models.Model):
    """One thing that an output is made of: when it changes, the output is stale."""

    output = models.ForeignKey(Output, on_delete=models.CASCADE, related_name="ingredients")
    name = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "output"], name="an_ingredient_is_noted_once")
        ]

    def __str__(self) -> str:
        return self.name


# From the newest of a list; what is farther from them is counted from the oldest.
FAR = 1000
FEW = 8
_INDEXES = """
SELECT place FROM (
    SELECT report_id, ROW_NUMBER() OVER (ORDER BY published_at, report_id) - 1 AS place
    FROM press_listed WHERE list = %s
) AS placed WHERE report_id IN ({reports})
"""


class ListedQuerySet(models.QuerySet["Listed"]):
    def in_list(self, name: str) -> ListedQuerySet:
        return self.filter(list=name)

    def index_of(self, place: Listed, *, total: int) -> int:
        """How many of the `total` in its list are older than `place`, whether that stands there or
        not. What comes is one of the newest, mostly: so they are counted from there."""
        others = self.in_list(place.list)
        at, report = place.published_at, place.report_id
        not_older = models.Q(published_at__gt=at) | models.Q(published_at=at, report_id__gte=report)
        newest = others.filter(not_older, published_at__gte=at)[:FAR].count()
        return total - newest if newest < FAR else others.exclude(not_older).count()

    def indexes_of(self, places: Sequence[Listed], *, total: int) -> set[int]:
        """The same of several that stand in one list. Where they are many, as after a section got
        another name, that list is gone through once."""
        if len(places) <= FEW:
            return {self.index_of(place, total=total) for place in places}
        reports = [place.report_id for place in places]
        with connection.cursor() as cursor:
            marks = ", ".join(["%s"] * len(reports))
            cursor.execute(_INDEXES.format(reports=marks), [places[0].list, *reports])
            return {index for (index,) in cursor.fetchall()}

    def between(self, name: str, start: int, stop: int, *, total: int) -> list[int]:
        """The reports that stand there in a list of `total`, counted from the oldest. They are
        looked for from the end that is nearer."""
        start, stop = min(start, total), min(stop, total)
        if start < total - stop:
            rows = self.in_list(name).oldest_first()[start:stop]
            return [row.report_id for row in rows]
        rows = self.in_list(name).newest_first()[total - stop : total - start]
        return [row.report_id for row in rows][::-1]

    def oldest_first(self) -> ListedQuerySet:
        return self.order_by("published_at", "report_id")

    def newest_first(self) -> ListedQuerySet:
        return self.order_by("-published_at", "-report_id")


class Listed(models.Model):
    """A report's place in a list: `latest`, `section:3`, `author:4`, `topic:5`.

    The press keeps its own lists, so that it knows after a report is gone where it stood.
    """

    list = models.CharField(max_length=40)
    report_id = models.BigIntegerField(db_index=True)
    published_at = models.DateTimeField()

    objects = ListedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list", "report_id"], name="a_report_is_listed_once")
        ]
        indexes = [
            models.Index(fields=["list", "published_at", "report_id"], name="lists_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.list} {self.report_id}"


class ListLength(models.Model):
    """How many reports stand in a list: nobody is to count a hundred thousand for every one more.
    A list that nothing stands in has no row."""

    list = models.CharField(max_length=40, primary_key=True)
    reports = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.list}: {self.reports}"

    @classmethod
    def of(cls, name: str) -> int:
        return cls.of_each([name])[name]

    @classmethod
    def of_each(cls, names: Iterable[str]) -> Mapping[str, int]:
        """Gives 0 for a list that nothing stands in."""
        rows = cls._default_manager.filter(list__in=names).values_list("list", "reports")
        return defaultdict(int, rows)

    @classmethod
    def note(cls, lengths: Mapping[str, int]) -> None:
        """In the transaction in which the lists change."""
        cls._default_manager.bulk_create(
            [cls(list=name, reports=reports) for name, reports in lengths.items() if reports],
            update_conflicts=True,
            unique_fields=["list"],
            update_fields=["reports"],
        )
        if empty := [name for name, reports in lengths.items() if not reports]:
            cls._default_manager.filter(list__in=empty).delete()


class Edition(models.Model):
    """The furniture that every page was last printed with, and the store in which the site is
    kept ("" for this machine's disk); there is one row.

    When the fingerprint of the paper as it is now differs, every page has to be printed again.
    """

    fingerprint = models.CharField(max_length=64, blank=True)
    store = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.fingerprint
