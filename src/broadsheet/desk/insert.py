"""Drafts → rows, many at once.

Wagtail adds a page in 10 ms, nearly all of it one statement at a time. Here the places in the tree
are reckoned first and each table is written in one go; what Wagtail's signals would have done for
each page (search, references) is done for all of them together.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.functions import Cast
from wagtail.models import Comment, Locale, Page, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend

from broadsheet.desk.models import Author, Correction, ReportPage, SectionPage, Topic, WireCopy
from broadsheet.desk.models.report import BylineName
from broadsheet.desk.slugs import numbered, slug_of

ROWS_AT_ONCE = 30
WIRE_ACCOUNT = "wire"


@dataclass(slots=True)
class Draft:
    """A report that is not in the database yet, with what hangs on it."""

    report: ReportPage
    section: SectionPage
    names: list[tuple[Author, str]] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    corrections: list[tuple[str, dt.datetime]] = field(default_factory=list)
    queries: list[tuple[str | None, str]] = field(default_factory=list)
    wire_copy: WireCopy | None = None


def insert(drafts: list[Draft], *, now: dt.datetime) -> None:
    """Write the drafts as reports in their sections. Call it inside a transaction."""
    by_section: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_section[draft.section.pk].append(draft)
    for together in by_section.values():
        _place(together)
    _write_pages([draft.report for draft in drafts])
    _write_rows(drafts)
    _write_revisions([draft.report for draft in drafts], now)
    _index([draft.report for draft in drafts])
    _write_references([draft.report for draft in drafts])


def _place(drafts: list[Draft]) -> None:
    """Give each its path and address under one section, and count them there."""
    section = SectionPage.objects.get(pk=drafts[0].section.pk)
    last = section.get_last_child()
    step = int(last.path[-section.steplen :], 36) if last else 0
    locale = Locale.get_default()
    kind = ContentType.objects.get_for_model(ReportPage)
    taken = _taken_slugs(section, drafts)
    for number, draft in enumerate(drafts, start=step + 1):
        report = draft.report
        report.slug = numbered(slug_of(report.title), taken)
        taken.add(report.slug)
        report.path = ReportPage._get_path(section.path, section.depth + 1, number)
        report.depth = section.depth + 1
        report.numchild = 0
        report.url_path = f"{section.url_path}{report.slug}/"
        report.locale = locale
        report.content_type = kind
    Page.objects.filter(pk=section.pk).update(numchild=F("numchild") + len(drafts))


def _taken_slugs(section: SectionPage, drafts: list[Draft]) -> set[str]:
    """Those of the slugs wanted that are taken, and their numbered kin."""
    siblings = section.get_children()
    wanted = {slug_of(draft.report.title) for draft in drafts}
    taken = set(siblings.filter(slug__in=wanted).values_list("slug", flat=True))
    for slug in list(taken):
        taken |= set(siblings.filter(slug__startswith=slug).values_list("slug", flat=True))
    return taken


def _write_pages(reports: list[ReportPage]) -> None:
    """Both tables of each page. Django's bulk_create takes no model that inherits from another."""
    shared = [one for one in Page._meta.concrete_fields if not one.primary_key]
    for start in range(0, len(reports), ROWS_AT_ONCE):
        some = reports[start : start + ROWS_AT_ONCE]
        keys = Page._base_manager._insert(
            some, fields=shared, returning_fields=[Page._meta.pk], using="default"
        )
        for report, (key,) in zip(some, keys, strict=True):
            report.pk = report.id = report.page_ptr_id = key
            report._state.adding = False
            report._state.db = "default"
        ReportPage._base_manager._insert(
            some, fields=ReportPage._meta.local_concrete_fields, using="default"
        )


def _write_rows(drafts: list[Draft]) -> None:
    names, corrections, comments, topics, copies = [], [], [], [], []
    through = ReportPage.topics.through
    for draft in drafts:
        report = draft.report
        lines = [
            BylineName(report=report, author=author, role=role, sort_order=order)
            for order, (author, role) in enumerate(draft.names)
        ]
        rows = [
            Correction(report=report, text=text, corrected_at=time, sort_order=order)
            for order, (text, time) in enumerate(draft.corrections)
        ]
        report.byline = lines
        report.corrections = rows
        report.topics = list(dict.fromkeys(draft.topics))
        # Named even where they are empty: a revision asks the database for what it was not told.
        report.related = []
        report.wagtail_admin_comments = []
        names += lines
        corrections += rows
        comments += _comments(draft)
        topics += [through(reportpage=report, topic=one) for one in dict.fromkeys(draft.topics)]
        if draft.wire_copy:
            draft.wire_copy.report = report
            copies.append(draft.wire_copy)
    for model, rows_of_model in (
        (BylineName, names),
        (Correction, corrections),
        (Comment, comments),
        (through, topics),
        (WireCopy, copies),
    ):
        model._default_manager.bulk_create(rows_of_model)


def _comments(draft: Draft) -> list[Comment]:
    """What the wire asks the editor, as comments on the blocks in question."""
    if not draft.queries:
        return []
    user, _ = get_user_model().objects.get_or_create(
        username=WIRE_ACCOUNT, defaults={"first_name": "Wire", "is_active": False, "password": "!"}
    )
    comments = [
        Comment(
            page=draft.report,
            user=user,
            text=reason,
            contentpath=f"body.{block}" if block else "title",
            position="",
        )
        for block, reason in draft.queries
    ]
    draft.report.wagtail_admin_comments = comments
    return comments


def _write_revisions(reports: list[ReportPage], now: dt.datetime) -> None:
    """The first entry in each report's history: the copy as it came in."""
    base = ContentType.objects.get_for_model(Page)
    kind = ContentType.objects.get_for_model(ReportPage)
    revisions = [
        Revision(
            content_type=kind,
            base_content_type=base,
            object_id=str(report.pk),
            object_str=report.title,
            content=report.serializable_data(),
            created_at=now,
        )
        for report in reports
    ]
    Revision.objects.bulk_create(revisions)
    of_page = Revision.objects.filter(
        base_content_type=base, object_id=Cast(OuterRef("pk"), CharField())
    )
    pages = Page.objects.filter(pk__in=[report.pk for report in reports])
    pages.update(
        latest_revision=Subquery(of_page.order_by("-pk").values("pk")[:1]),
        latest_revision_created_at=now,
    )
    pages.filter(live=True).update(live_revision=F("latest_revision"))


def _index(reports: list[ReportPage]) -> None:
    is_live_report = ReportPage._meta.get_field("live_report")
    for report in reports:
        is_live_report.set_cached_value(report, None)  # nobody need ask for each
    get_search_backend().add_bulk(ReportPage, reports)


def _write_references(reports: list[ReportPage]) -> None:
    """Which photos and pages each uses; the desk shows of each where it is used."""
    kind = ContentType.objects.get_for_model(ReportPage)
    base = ContentType.objects.get_for_model(Page)
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            content_type=kind,
            base_content_type=base,
            object_id=str(report.pk),
            to_content_type_id=to_kind,
            to_object_id=to_key,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for report in reports
        for to_kind, to_key, model_path, content_path in dict.fromkeys(
            ReferenceIndex._extract_references_from_object(report)
        )
    )
