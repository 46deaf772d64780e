"""A front as its editor sends it."""

from __future__ import annotations

from typing import Any

from django.test import Client

from broadsheet.desk.models import FrontPage, ReportPage
from tests.make import make_person

URL = "/desk/front/"


def client_of(role: str) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(make_person(role))
    return client


def send(client: Client, action: str, **words: Any) -> str:
    """Send an arrangement and give the screen that comes after it."""
    base = FrontPage.objects.get().latest_revision_id
    sent = {"base": base or "", "old_after_hours": 24, "action": action, **words}
    return client.post(URL, sent, follow=True).content.decode()


def pks(*reports: ReportPage) -> list[int]:
    return [report.pk for report in reports]


def top_of_front() -> list[int]:
    front = FrontPage.objects.get()
    return [front.lead_id, *(row.report_id for row in front.top_stories.all())]
