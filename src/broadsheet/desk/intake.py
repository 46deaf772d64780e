"""Copy that came in → reports at the desk, many at once and all or none.

What the wire took for what is kept with each report; what the desk added to it (a section that was
not there, a day that the copy did not name) is said there too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from broadsheet.desk.cast import Cast
from broadsheet.desk.fit_to_print import NotFitError, obstacles
from broadsheet.desk.insert import Draft, insert
from broadsheet.desk.layout import lay_out
from broadsheet.desk.models import ReportPage, SectionPage, WireCopy
from broadsheet.desk.pictures_in import PicturesIn
from broadsheet.desk.sections import Sections
from broadsheet.desk.signals import reports_published
from broadsheet.wire.account import print_account
from broadsheet.wire.copy import Copy

DEFAULT_SECTION = ("News",)
# What the copy says that somebody did → how the desk says it, where "" is to have written it.
_ROLES = {"writing": ("",), "text and photos": ("", "photography")}


@dataclass(frozen=True, slots=True)
class Filing:
    """A copy and the file that it was read from."""

    copy: Copy
    file: Path


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a filing: its report, and the account of it, a line each."""

    filing: Filing
    report: ReportPage
    is_new: bool
    account: tuple[str, ...]


@dataclass(slots=True)
class _Remarks:
    lines: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        self.lines.append(line)


def take_in(
    filings: Sequence[Filing],
    *,
    now: dt.datetime,
    zone: dt.tzinfo,
    publish: bool = False,
    section: tuple[str, ...] = (),
    day: dt.date | None = None,
) -> list[TakenIn]:
    """Make a report of each filing, in one transaction; a file that is here already gives its own.

    `section` and `day` win over what the copy says. With `publish` the reports are live at once,
    and the press is told in the same transaction; what is dated later than now is set for then.
    """
    with transaction.atomic():
        known = _known(filings)
        fresh = {f.copy.digest: f for f in filings if f.copy.digest not in known}
        made = _make(list(fresh.values()), now, zone, publish, section, day)
        refused: dict[int, str] = {}
        if publish:
            to_come = [one.report for one in made if one.report.go_live_at]
            refused = _publish([*(one for one in known.values() if not one.live), *to_come])
            out = [one.report.pk for one in made if one.report.live]
            reports_published.send(sender=ReportPage, report_ids=out)
    by_digest = {one.filing.copy.digest: one for one in made}
    return [
        by_digest.get(filing.copy.digest) or _again(filing, known[filing.copy.digest], refused)
        for filing in filings
    ]


def _known(filings: Sequence[Filing]) -> dict[str, ReportPage]:
    digests = [filing.copy.digest for filing in filings]
    rows = WireCopy.objects.filter(digest__in=digests).select_related("report")
    return {row.digest: row.report for row in rows}


def _again(filing: Filing, report: ReportPage, refused: dict[int, str]) -> TakenIn:
    account = [f"This file is here already: “{report.title}”."]
    if report.pk in refused:
        account.append(refused[report.pk])
    return TakenIn(filing, report, False, tuple(account))


def _publish(drafts: Sequence[ReportPage]) -> dict[int, str]:
    """Gives of each that must not go out why not."""
    refused: dict[int, str] = {}
    for report in drafts:
        try:
            with transaction.atomic():
                report.refresh_from_db()  # drafts come in together, and know no revisions
                report.get_latest_revision().publish()
        except NotFitError as error:
            refused[report.pk] = error.sentence
        report.refresh_from_db()
    return refused


def _make(
    filings: Sequence[Filing],
    now: dt.datetime,
    zone: dt.tzinfo,
    publish: bool,
    section: tuple[str, ...],
    day: dt.date | None,
) -> list[TakenIn]:
    sections, cast, pictures = Sections(), Cast(), PicturesIn()
    cast.meet(
        authors=[writer.name for filing in filings for writer in filing.copy.byline],
        topics=[name for filing in filings for name in filing.copy.topics],
    )
    drafts: list[Draft] = []
    accounts: list[tuple[str, ...]] = []
    for filing in filings:
        remarks = _Remarks()
        copy = filing.copy
        home = sections.find_or_open(section or copy.sections or DEFAULT_SECTION, remarks.add)
        if not (section or copy.sections):
            remarks.add(f"The copy names no section: it stands in {home.title}.")
        published_at = _published_at(copy, day, now, zone, remarks.add)
        if published_at > now:
            remarks.add(f"It is dated {published_at:%Y-%m-%d %H:%M}, which is still to come.")
        pictures.folder = filing.file.parent
        draft = _draft(copy, home, published_at, publish, now, cast, pictures, remarks.add)
        account = (*print_account(copy), *remarks.lines)
        draft.wire_copy = WireCopy(
            file_name=filing.file.name,
            digest=copy.digest,
            shape=copy.shape,
            account="\n".join(account),
            taken_at=now,
        )
        drafts.append(draft)
        accounts.append(account)
    insert(drafts, now=now)
    return [
        TakenIn(filing, draft.report, True, account)
        for filing, draft, account in zip(filings, drafts, accounts, strict=True)
    ]


def _draft(
    copy: Copy,
    home: SectionPage,
    published_at: dt.datetime,
    publish: bool,
    now: dt.datetime,
    cast: Cast,
    pictures: PicturesIn,
    remark: Callable[[str], None],
) -> Draft:
    laid = lay_out(copy.body, lambda photo: pictures.take(photo, copy.headline, remark).pk)
    is_to_come = published_at > now
    is_out = publish and not is_to_come
    lead = pictures.take(copy.lead, copy.headline, remark) if copy.lead else None
    report = ReportPage(
        title=copy.headline,
        draft_title=copy.headline,
        kicker=copy.kicker[:60],
        standfirst=copy.standfirst,
        dateline=copy.dateline[:80],
        body=laid.body,
        language=copy.language,
        live=is_out,
        has_unpublished_changes=not is_out,
        first_published_at=None if is_to_come else published_at,
        last_published_at=now if is_out else None,
        go_live_at=published_at if is_to_come else None,
        lead_photo=lead,
    )
    if publish and (found := obstacles(report, now=now)):
        for obstacle in found:
            remark(f"It stays a draft. {obstacle.text}")
        report.live, report.has_unpublished_changes, report.last_published_at = False, True, None
        report.go_live_at = None
    return Draft(
        report=report,
        section=home,
        names=[
            (cast.author(writer, remark), role)
            for writer in copy.byline
            for role in _ROLES.get(writer.role, (writer.role,))
        ],
        topics=[cast.topic(name) for name in copy.topics],
        corrections=[
            (row.text, _midnight(row.corrected_on, published_at.tzinfo) or published_at)
            for row in copy.corrections
        ],
        queries=[(laid.block_ids.get(query.block), query.reason) for query in copy.queries],
    )


def _published_at(
    copy: Copy,
    day: dt.date | None,
    now: dt.datetime,
    zone: dt.tzinfo,
    remark: Callable[[str], None],
) -> dt.datetime:
    if chosen := _midnight(day, zone):
        return chosen
    if found := copy.published_at(zone):
        return found
    remark(f"The copy names no day: it is dated {now.astimezone(zone):%Y-%m-%d}, when it came in.")
    return now


def _midnight(day: dt.date | None, zone: dt.tzinfo | None) -> dt.datetime | None:
    return dt.datetime.combine(day, dt.time(), zone) if day else None
