"""What the desk has published against what the press has on its books → orders for the rest.

Wagtail moves pages outside the transaction in which it tells of it, so a process that dies at the
wrong instant may owe the press an order. This finds it at the next start.
"""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction

from broadsheet.desk.models import FrontPage, ReportPage
from broadsheet.desk.models.printed import path_on_site
from broadsheet.press.expand import missing_signposts
from broadsheet.press.fingerprint import fingerprint
from broadsheet.press.models import Edition, Listed, Order, Output, SiteFile


def reconcile() -> int:
    """Place the orders that are missing. Returns how many reports were out of step."""
    reports = out_of_step()
    with transaction.atomic():
        _note_store()
        Order.place(*(f"report:{pk}" for pk in reports))
        if missing_signposts():
            Order.place("signposts")
        if not Edition.objects.filter(fingerprint=fingerprint()).exists():
            Order.place("everything")
        if not Output.objects.filter(key="front").exists() and FrontPage.objects.live().exists():
            Order.place("front")
        Output.objects.exclude(trouble="").update(is_stale=True)
    return len(reports)


def _note_store() -> None:
    """Where the site is kept elsewhere than it was, every file has to be kept anew."""
    store = settings.CONFIG.store
    where = f"{store.url}/{store.bucket}/{store.prefix}" if store.bucket else ""
    edition, _ = Edition.objects.get_or_create(pk=1, defaults={"store": where})
    if edition.store != where:
        SiteFile.objects.update(digest="")
        Order.place("everything")
        Edition.objects.update(store=where, fingerprint="")


def out_of_step() -> list[int]:
    """The reports that stand otherwise than the desk has them, and that no order names."""
    live = ReportPage.objects.live().filter(first_published_at__isnull=False)
    wanted = {
        pk: (published_at, f"{path_on_site(url_path).strip('/')}/index.html")
        for pk, published_at, url_path in live.values_list("pk", "first_published_at", "url_path")
    }
    standing = _standing()
    waiting = set(Order.objects.values_list("subject", flat=True))
    return [
        pk
        for pk in sorted(wanted.keys() | standing.keys())
        if wanted.get(pk) != standing.get(pk) and f"report:{pk}" not in waiting
    ]


def _standing() -> dict[int, tuple[dt.datetime | None, str]]:
    """Report → its time in the lists and its page's file."""
    files = SiteFile.objects.filter(output__key__startswith="report:").exclude(
        path__endswith="/print/index.html"
    )
    pages = {
        int(key.partition(":")[2]): path for key, path in files.values_list("output__key", "path")
    }
    times = dict(Listed.objects.in_list("latest").values_list("report_id", "published_at"))
    return {pk: (times.get(pk), pages.get(pk, "")) for pk in times.keys() | pages.keys()}
