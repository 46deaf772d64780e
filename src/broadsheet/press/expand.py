"""Orders → stale outputs: what has to be baked again because something changed.

The cost follows the change: a published report touches its own page, the fronts and lists that it
stands in, their feeds, and the pages that announce it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from broadsheet.desk.models import LiveReport, PolicyPage, ReportPage, SectionPage, Withdrawal
from broadsheet.press import lists
from broadsheet.press.belonging import lists_of
from broadsheet.press.fingerprint import fingerprint
from broadsheet.press.models import Edition, Listed, ListLength, Order, Output, Urgency
from broadsheet.press.recipes.corrections import years_of
from broadsheet.press.recipes.podcast import has_podcast
from broadsheet.studio.models import Recording
from broadsheet.talk.models import Thread
from broadsheet.talk.moderation import house_rules

SITEMAP_LENGTH = 1000
ORDERS_AT_ONCE = 200
NEWEST_RANK = 2**62

# What a paper has even before its first report.
FURNITURE = (
    "assets",
    "front",
    "list:latest",
    "feed:latest",
    "podcast:latest",
    "podcast-artwork",
    "my-words",
    "not-found",
    "unavailable",
    "robots",
    "sitemap",
    "sitemap:0",
    "news-sitemap",
    "topics",
    "authors",
    "corrections",
    "talk-figures",
    "moved-map",
)


def expand() -> int:
    """Take the waiting orders and mark what they touch. Returns how many orders were taken."""
    with transaction.atomic():
        orders = list(Order.objects.order_by("pk")[:ORDERS_AT_ONCE])
        if orders:
            expansion = Expansion()
            expansion.take({order.subject for order in orders})
            expansion.mark()
            Order.objects.filter(pk__in=[order.pk for order in orders]).delete()
    return len(orders)


class Expansion:
    """Collects what is stale, then marks it in one go."""

    def __init__(self) -> None:
        self._stale: dict[str, tuple[Urgency, int]] = {}
        self._length = settings.CONFIG.press.list_length

    def take(self, subjects: set[str]) -> None:
        changed: dict[str, set[int]] = defaultdict(set)
        for subject in subjects:
            kind, _, pk = subject.partition(":")
            changed[kind].add(int(pk or 0))
        self._take_policies(changed["policy"])
        self._take_moved(changed["moved"])
        if changed["signposts"]:
            self._take_moved(missing_signposts())
        reports = changed["report"] | self._take_sections(changed["section"])
        for kind in ("author", "topic", "photo"):
            reports |= self._take_ingredients(kind, changed[kind])
        for batch in _batches(sorted(reports)):
            self.take_reports(batch)
        self._take_sounds(changed["sound"])
        self._take_live(changed["live"])
        for report in changed["words"]:
            self._add(f"report:{report}", Urgency.PAGE, NEWEST_RANK)
        self._take_talk(changed["talk"])
        if reports or changed["front"]:
            self._add("front", Urgency.FRONT, NEWEST_RANK)
        if changed["everything"] or self._is_furniture_new(changed):
            self._take_everything()

    def mark(self) -> None:
        Output.objects.bulk_create(
            [
                Output(key=key, is_stale=True, urgency=urgency, rank=rank)
                for key, (urgency, rank) in self._stale.items()
            ],
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["is_stale", "urgency", "rank"],
        )

    def take_reports(self, ids: list[int]) -> None:
        """The pages of reports that changed, came or went, and every list that they are in."""
        rows = ReportPage.objects.filter(pk__in=ids, live=True, first_published_at__isnull=False)
        published = dict(rows.values_list("pk", "first_published_at"))
        known = set(
            Output.objects.filter(key__in=[f"report:{pk}" for pk in ids]).values_list(
                "key", flat=True
            )
        )
        # One that was withdrawn before it was printed leaves its reason all the same.
        withdrawn = set(
            Withdrawal.objects.filter(report__in=ids).values_list("report_id", flat=True)
        )
        for pk in ids:
            if pk in published or pk in withdrawn or f"report:{pk}" in known:
                rank = int(published[pk].timestamp()) if pk in published else NEWEST_RANK
                self._add(f"report:{pk}", Urgency.PAGE, rank)
        if years := years_of(published, settings.CONFIG.zone):
            for key in ("corrections", *(f"corrections:{year}" for year in years)):
                self._add(key, Urgency.LISTS, NEWEST_RANK)
        for pk in Thread.objects.filter(pk__in=published).values_list("pk", flat=True):
            self._add(f"thread:{pk}", Urgency.LISTS, pk)
        for pk in LiveReport.objects.filter(pk__in=published).values_list("pk", flat=True):
            self._add(f"live:{pk}", Urgency.PAGE, NEWEST_RANK)
        self._announcements(ids)
        self._relist(ids, published)

    def _announcements(self, ids: list[int]) -> None:
        """Pages that name these reports: as related, in the body, on the front; and signposts."""
        names = [f"report:{pk}" for pk in ids]
        for key, rank in Output.objects.made_of(*names).values_list("key", "rank"):
            if key not in names:
                self._add(key, Urgency.FRONT if key == "front" else Urgency.LISTS, rank)
        signposts = Redirect.objects.filter(redirect_page_id__in=ids)
        self._take_moved(set(signposts.values_list("pk", flat=True)))

    def _relist(self, ids: list[int], published: dict[int, dt.datetime]) -> None:
        wanted = lists_of(published)
        standing: dict[str, dict[int, Listed]] = defaultdict(dict)
        for row in Listed.objects.filter(report_id__in=ids):
            standing[row.list][row.report_id] = row
        names = sorted(wanted.keys() | standing.keys())
        before = ListLength.of_each(names)
        after = {
            name: self._relist_one(name, standing[name], wanted[name], before=before[name])
            for name in names
        }
        ListLength.note({name: now for name, now in after.items() if now != before[name]})

    def _relist_one(
        self,
        name: str,
        standing: dict[int, Listed],
        wanted: dict[int, dt.datetime],
        *,
        before: int,
    ) -> int:
        """Gives how many reports stand in the list now."""
        kept = {pk for pk in wanted if pk in standing and standing[pk].published_at == wanted[pk]}
        gone = [row for pk, row in standing.items() if pk not in kept]
        come = [
            Listed(list=name, report_id=pk, published_at=time)
            for pk, time in wanted.items()
            if pk not in kept
        ]
        Listed.objects.filter(pk__in=[row.pk for row in gone]).delete()
        Listed.objects.bulk_create(come)
        after = before - len(gone) + len(come)
        touched = Listed.objects.indexes_of([standing[pk] for pk in kept], total=after)
        if gone or come:
            first = min([*gone, *come], key=lambda row: (row.published_at, row.report_id))
            start = Listed.objects.index_of(first, total=after)
            touched |= set(range(start, max(before, after) + 1))
        self._mark_list(name, touched, before=before, after=after)
        return after

    def _mark_list(self, name: str, touched: set[int], *, before: int, after: int) -> None:
        newest = lists.newest(after, length=self._length)
        if any(index >= newest.start for index in touched):
            urgency = Urgency.FRONT if name.startswith("section:") else Urgency.LISTS
            self._add(f"list:{name}", urgency, NEWEST_RANK)
            self._add(f"feed:{name}", Urgency.LISTS, NEWEST_RANK)
            self._add_podcast(name)
        last = lists.full_pages(max(before, after), length=self._length) + 1
        if last > 1:
            for number in {lists.page_at(index, length=self._length) for index in touched}:
                if number <= last:
                    self._add(f"list:{name}:{number}", Urgency.LISTS, number)
        self._mark_overviews(name.partition(":")[0], touched, comes_or_goes=not before or not after)

    def _mark_overviews(self, kind: str, touched: set[int], *, comes_or_goes: bool) -> None:
        """What is made of whole lists: the pages of all authors and topics, the sitemaps."""
        if kind in {"author", "topic"}:
            self._add(f"{kind}s", Urgency.LISTS, 0)
            if comes_or_goes:
                self._add("sitemap:0", Urgency.LISTS, 0)
        if kind == "latest":
            for number in {lists.page_at(index, length=SITEMAP_LENGTH) for index in touched}:
                self._add(f"sitemap:{number}", Urgency.LISTS, number)
            self._add("sitemap", Urgency.LISTS, 0)
            self._add("news-sitemap", Urgency.LISTS, NEWEST_RANK)

    def _take_sections(self, ids: set[int]) -> set[int]:
        """The section's own pages; gives the reports that stand in it now, or stood in it."""
        reports: set[int] = set()
        for section in SectionPage.objects.filter(pk__in=ids):
            below = ReportPage.objects.live().descendant_of(section)
            reports |= set(below.values_list("pk", flat=True))
        for pk in ids:
            self._add(f"list:section:{pk}", Urgency.FRONT, NEWEST_RANK)
            self._add(f"feed:section:{pk}", Urgency.LISTS, NEWEST_RANK)
            self._add_podcast(f"section:{pk}")
            stood = Listed.objects.in_list(f"section:{pk}")
            reports |= set(stood.values_list("report_id", flat=True))
        return reports if ids and self._is_new_fingerprint() else set()

    def _take_ingredients(self, kind: str, ids: set[int]) -> set[int]:
        """Outputs that hold these; gives the reports among them, whose lists show them too."""
        reports: set[int] = set()
        names = [f"{kind}:{pk}" for pk in ids]
        for key, rank in Output.objects.made_of(*names).values_list("key", "rank"):
            holder, _, pk = key.partition(":")
            if holder == "report":
                reports.add(int(pk))
            else:
                self._add(key, Urgency.LISTS, rank)
        for name in names:
            if kind == "photo":
                if Output.objects.filter(key=name).exists():
                    self._add(name, Urgency.PAGE, NEWEST_RANK)
            else:
                self._add_list(name)
        return reports

    def _take_talk(self, ids: set[int]) -> None:
        """The pages of reports under which others may comment now; nothing else says so."""
        if ids:
            house_rules.forget()  # this process may have read them a second ago
        for page in Page.objects.filter(pk__in=ids):
            below = ReportPage.objects.live().descendant_of(page, inclusive=True)
            for pk, published_at in below.values_list("pk", "first_published_at"):
                if published_at is not None:
                    self._add(f"report:{pk}", Urgency.LISTS, int(published_at.timestamp()))

    def _add_list(self, name: str) -> None:
        total = ListLength.of(name)
        self._mark_list(name, set(range(total + 1)), before=total, after=total)

    def _take_sounds(self, ids: set[int]) -> None:
        """Reports whose sound has come or is to be another one: their pages and podcasts.

        A list's own page is printed too, for it names the podcast as soon as there is one. A
        recording that was voiced again has other files under the same name.
        """
        for pk in ids:
            self._add(f"report:{pk}", Urgency.PAGE, NEWEST_RANK)
        recordings = Recording.objects.filter(report__in=ids).values_list("pk", flat=True)
        sounds = Output.objects.filter(key__in=[f"sound:{pk}" for pk in recordings])
        for key in sounds.values_list("key", flat=True):
            # After the pages: one that plays it takes it along, one that does not lets it go.
            self._add(key, Urgency.LISTS, NEWEST_RANK)
        names = Listed.objects.filter(report_id__in=ids).values_list("list", flat=True)
        for name in filter(has_podcast, names.distinct()):
            self._add_podcast(name)
            self._add(f"list:{name}", Urgency.LISTS, NEWEST_RANK)

    def _add_podcast(self, name: str) -> None:
        if has_podcast(name):
            self._add(f"podcast:{name}", Urgency.LISTS, NEWEST_RANK)

    def _take_live(self, ids: set[int]) -> None:
        """Reports with a new entry: what shows it, and no list, however many entries there are."""
        for pk in ids:
            self._add(f"live:{pk}", Urgency.PAGE, NEWEST_RANK)
            self._add(f"report:{pk}", Urgency.PAGE, NEWEST_RANK)
        for place in Listed.objects.filter(report_id__in=ids):
            self._add(f"feed:{place.list}", Urgency.LISTS, NEWEST_RANK)
            if place.list == "latest":
                index = Listed.objects.index_of(place, total=ListLength.of(place.list))
                number = lists.page_at(index, length=SITEMAP_LENGTH)
                self._add(f"sitemap:{number}", Urgency.LISTS, number)
                self._add("news-sitemap", Urgency.LISTS, NEWEST_RANK)

    def _take_policies(self, ids: set[int]) -> None:
        for pk in ids:
            self._add(f"policy:{pk}", Urgency.PAGE, NEWEST_RANK)

    def _take_moved(self, ids: set[int]) -> None:
        for pk in ids:
            self._add(f"moved:{pk}", Urgency.LISTS, NEWEST_RANK)
        if ids:
            self._add("moved-map", Urgency.LISTS, 0)

    def _is_furniture_new(self, changed: dict[str, set[int]]) -> bool:
        kinds = {"newspaper", "section", "policy", "everything"}
        return any(changed[kind] for kind in kinds) and self._is_new_fingerprint()

    def _is_new_fingerprint(self) -> bool:
        return not Edition.objects.filter(fingerprint=fingerprint()).exists()

    def _take_everything(self) -> None:
        """Every output that stands and every one that ought to, in the background."""
        Output.objects.filter(is_stale=False).update(is_stale=True, urgency=Urgency.REBUILD)
        for key in FURNITURE:
            self._add(key, Urgency.FRONT, NEWEST_RANK)
        for pk in SectionPage.objects.live().values_list("pk", flat=True):
            self._add(f"list:section:{pk}", Urgency.FRONT, NEWEST_RANK)
            self._add(f"feed:section:{pk}", Urgency.LISTS, NEWEST_RANK)
            self._add_podcast(f"section:{pk}")
        self._take_policies(set(PolicyPage.objects.live().values_list("pk", flat=True)))
        Edition.objects.update_or_create(pk=1, defaults={"fingerprint": fingerprint()})

    def _add(self, key: str, urgency: Urgency, rank: int) -> None:
        pressing, _ = self._stale.get(key, (urgency, rank))
        self._stale[key] = (min(urgency, pressing), rank)


def missing_signposts() -> set[int]:
    """Redirects for which nothing was ever printed."""
    known = Output.objects.filter(key__startswith="moved:").values_list("key", flat=True)
    return set(Redirect.objects.values_list("pk", flat=True)) - {int(key[6:]) for key in known}


def _batches(ids: list[int], size: int = 400) -> Iterable[list[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
