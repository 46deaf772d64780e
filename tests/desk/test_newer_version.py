from __future__ import annotations

import pytest
from django.test import Client
from lxml import html

from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from tests.make import make_person, make_report

pytestmark = pytest.mark.usefixtures("newsroom")


def at_the_desk(account: Account) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def form_of(client: Client, report: ReportPage) -> dict[str, str]:
    """What a browser would send of the report's form, as it stands now; scripts make its body."""
    page = html.document_fromstring(client.get(f"/desk/pages/{report.pk}/edit/").content.decode())
    (form,) = page.xpath("//form[@id='page-edit-form']")
    return {**dict(form.form_values()), "body-count": "0"}


def test_whoever_keeps_a_report_second_is_told_and_overwrites_nothing_unknowingly() -> None:
    report = make_report(publish=False)
    report.save_revision(user=make_person("chief", "hanna"))
    report.refresh_from_db()
    hanna, otto = (
        at_the_desk(Account.objects.get(username="hanna")),
        at_the_desk(make_person("chief", "otto")),
    )
    path = f"/desk/pages/{report.pk}/edit/"
    opened = form_of(otto, report)

    assert hanna.post(path, {**form_of(hanna, report), "title": "Hanna’s"}).status_code == 302
    answer = otto.post(path, {**opened, "title": "Otto’s"})
    said = answer.content.decode()
    assert "hanna kept another version at" in said
    assert "Otto’s" in said
    report = ReportPage.objects.get(pk=report.pk)
    assert report.get_latest_revision_as_object().title == "Hanna’s"

    seen = {**opened, **{name: form_of(otto, report)[name] for name in opened if "loaded" in name}}
    assert otto.post(path, {**seen, "title": "Otto’s"}).status_code == 302
    report = ReportPage.objects.get(pk=report.pk)
    assert report.get_latest_revision_as_object().title == "Otto’s"
    assert [one.as_object().title for one in report.revisions.order_by("pk")][-2:] == [
        "Hanna’s",
        "Otto’s",
    ]


def test_ones_own_newer_version_stops_nobody() -> None:
    report = make_report(publish=False)
    hanna = make_person("chief", "hanna")
    report.save_revision(user=hanna)
    report.refresh_from_db()
    client = at_the_desk(hanna)
    opened = form_of(client, report)
    report.save_revision(user=hanna)
    path = f"/desk/pages/{report.pk}/edit/"
    assert client.post(path, {**opened, "title": "Again"}).status_code == 302
