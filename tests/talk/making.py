"""A report that readers talk under, and readers who do."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from typing import Any

import regex
from django.core.cache import cache
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone
from wagtail.models import Site

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.models import Output, Urgency
from broadsheet.press.threads import mark_changed_threads
from broadsheet.press.work import press_until_done
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment, Tally
from broadsheet.talk.moderation import house_rules
from broadsheet.talk.moderation.models import TalkSettings
from broadsheet.talk.post import Draft, post

READER_BACKEND = "broadsheet.readers.backend.ReaderBackend"
DESK_BACKEND = "django.contrib.auth.backends.ModelBackend"
FREELY = {
    "reader_per_minute": 1_000_000,
    "reader_per_hour": 1_000_000,
    "network_per_minute": 1_000_000,
    "report_per_minute": 1_000_000,
}


def with_talk(config: Config, **changes: Any) -> Any:
    """The same newsroom with other settings of the talk, for a `with` block. Counts begin anew."""
    cache.clear()
    Tally.objects.all().delete()
    talk = config.talk.model_copy(update={**FREELY, **changes})
    return override_settings(CONFIG=config.model_copy(update={"talk": talk}))


def open_talk() -> None:
    """Have every comment go out at once."""
    site = Site.objects.get(is_default_site=True)
    TalkSettings.objects.update_or_create(
        site=site,
        defaults={"mode": "open", "most_in_ten_minutes": None, "most_links": None},
    )
    house_rules._kept.clear()


def signed_in(account: Account, **more: Any) -> Client:
    """A browser in which that reader is signed in, with every check of where a form came from."""
    client = Client(
        enforce_csrf_checks=True,
        headers={"host": "127.0.0.1:8000", "origin": "http://127.0.0.1:8000"},
        **more,
    )
    backend = DESK_BACKEND if account.works_at_the_desk else READER_BACKEND
    client.force_login(account, backend=backend)
    return client


def token(client: Client, report: ReportPage) -> str:
    """What this browser proves with that a form came from us; it is asked for once."""
    if "csrftoken" not in client.cookies:
        return str(client.get(f"/talk/{report.pk}/mine.json").json()["csrf_token"])
    return client.cookies["csrftoken"].value


def send(client: Client, report: ReportPage, path: str, **fields: Any) -> Any:
    """Post as the element does; gives the answer, its JSON in `.json()`."""
    return client.post(
        path,
        fields,
        headers={"accept": "application/json", "x-csrftoken": token(client, report)},
    )


def write(client: Client, report: ReportPage, text: str, **fields: Any) -> Any:
    fields.setdefault("key", str(uuid.uuid4()))
    return send(client, report, f"/talk/{report.pk}/", text=text, **fields)


def make_comment(report: ReportPage, reader: Account, text: str = "", **changes: Any) -> Comment:
    """A comment that is posted as readers do it, and then changed in the database."""
    parent = changes.pop("parent", None)
    draft = Draft(
        key=uuid.uuid4(),
        typed=text or f"The pier is long, says number {uuid.uuid4().hex}.",
        network="10.0.0.1/32",
        parent=parent.pk if parent else None,
    )
    comment = post(draft, report, reader, now=changes.pop("now", timezone.now()))
    if changes:
        Comment.objects.filter(pk=comment.pk).update(**changes)
    return Comment.objects.get(pk=comment.pk)


def fill(report: ReportPage, reader: Account, count: int, **changes: Any) -> list[Comment]:
    """Many comments at once, a second apart, without the pipeline."""
    start = timezone.now() - dt.timedelta(days=1)
    made = Comment.objects.bulk_create(
        [
            Comment(
                report=report,
                author=reader,
                key=uuid.uuid4(),
                text=f"Comment number {number}.",
                posted_at=start + dt.timedelta(seconds=number),
                **changes,
            )
            for number in range(count)
        ]
    )
    from broadsheet.talk.thread import changed

    changed(report.pk)
    return made


def print_threads(*, now: dt.datetime | None = None) -> None:
    """Have the press follow what was said, as if a second had passed."""
    mark_changed_threads(now=now or timezone.now() + dt.timedelta(seconds=2))
    press_until_done(urgency=Urgency.REBUILD)
    assert not Output.objects.exclude(trouble="").exists()


def thread_file(config: Config, report: ReportPage, page: str = "") -> str:
    return (config.site / f"threads/{report.pk}/{page}index.html").read_text(encoding="utf-8")


def shown(html: str) -> list[str]:
    """The texts of the comments on a page of a thread, in their order."""
    from lxml import html as parser

    return [
        "".join(one.itertext())
        for one in parser.document_fromstring(html).xpath("//*[@class='comment-text']")
    ]


def ids(html: str) -> list[int]:
    return [int(one) for one in regex.findall(r'data-id="(\d+)"', html)]


def as_json(answer: Any) -> Any:
    return json.loads(answer.content)
