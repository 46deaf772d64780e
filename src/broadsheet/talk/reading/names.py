"""Who speaks under a report, by which name, and whether for the paper."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from broadsheet.desk.models import Author, ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.reading.said import Badge


@dataclass(frozen=True, slots=True)
class Name:
    """How an account signs: "author" is an author of the report, "staff" is anybody else's."""

    name: str
    badge: Badge = ""


def names_under(report: ReportPage) -> dict[int, Name]:
    """The names of everybody who commented on `report`, by the account's key."""
    accounts = Account.objects.get_queryset().filter(comments__report_id=report.pk)
    names = {pk: Name(name) for pk, name in accounts.values_list("pk", "display_name").distinct()}
    speaking = accounts.staff() | accounts.filter(author_as_reader__isnull=False)
    for account in speaking.distinct():
        names[account.pk] = name_of(account, report)
    return names


def name_of(account: Account, report: ReportPage) -> Name:
    """How one account signs under `report`."""
    is_of_the_paper = account.works_at_the_desk or hasattr(account, "author_as_reader")
    if not is_of_the_paper:
        return Name(account.display_name)
    return Name(account.shown_name, "author" if _wrote(account, report) else "staff")


def _wrote(account: Account, report: ReportPage) -> bool:
    """Whether this is the account of an author who is named over the report. A name or an address
    that is the same proves nothing."""
    own = Q(account_id=account.pk) | Q(reader_id=account.pk)
    return Author.objects.filter(own, lines__report_id=report.pk).exists()
