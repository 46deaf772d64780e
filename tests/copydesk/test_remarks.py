from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.copydesk import keep_asking
from broadsheet.copydesk.models import Link
from broadsheet.copydesk.proof_of import the_checks
from broadsheet.desk.fit_to_print import NotFitError
from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from tests.make import make_photo, make_report
from tests.readers.making import make_reader

pytestmark = pytest.mark.usefixtures("newsroom")

URL = "https://gone.example/plan"


@pytest.fixture
def report() -> ReportPage:
    made = make_report(
        headline="The pier opens, and whoever comes on the first day pays nothing at all",
        topics=(),
    )
    made.body = [
        ("heading", "What it cost"),
        ("paragraph", "<p>It will open on 3 March 2024.</p><p>Then all is well.</p>"),
        ("paragraph", f'<p>See <a href="{URL}">the plan</a>.</p>'),
    ]
    made.save_revision()
    return ReportPage.objects.get(pk=made.pk)


@pytest.fixture
def desk() -> Client:
    account = Account.objects.create_superuser("chief", "chief@paper.example", "correct-horse-4")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def set_checks(**fields: object) -> None:
    checks = the_checks()
    for name, value in fields.items():
        setattr(checks, name, value)
    checks.save()


def test_the_form_is_told_what_there_is_to_say_and_where(desk: Client, report: ReportPage) -> None:
    html = desk.get(f"/desk/copydesk/{report.pk}/").content.decode()
    draft = report.get_latest_revision_as_object()
    assert "That day is over: “will open on 3 March 2024”" in html
    assert f'data-path="body.{draft.body[1].id}"' in html
    assert "The report stands under no topic." in html
    assert 'data-path="topics"' in html
    assert "The pier opens, and whoever comes on the first day pays …" in html
    assert (
        f'data-url="/desk/copydesk/{report.pk}/"'
        in desk.get(f"/desk/pages/{report.pk}/edit/").content.decode()
    )


def test_what_does_not_matter_is_not_said_and_what_keeps_back_comes_first(
    desk: Client, report: ReportPage
) -> None:
    set_checks(date="off", topic="block")
    html = desk.get(f"/desk/copydesk/{report.pk}/").content.decode()
    assert "That day is over" not in html
    assert html.index("keeps-back") < html.index("It keeps the report from going out.</strong>")


def test_nobody_is_told_of_a_report_that_is_not_theirs_to_edit(report: ReportPage) -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    assert client.get(f"/desk/copydesk/{report.pk}/").status_code == 302
    client.force_login(
        make_reader("Mina Bell", "mina@post.example"),
        backend="broadsheet.readers.backend.ReaderBackend",
    )
    assert client.get(f"/desk/copydesk/{report.pk}/").status_code in {302, 403}


def test_links_are_tried_beside_the_request_and_once_a_day(
    desk: Client, report: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(keep_asking, "ask_link", lambda url: asked.append(url) or "dead")
    path, now = f"/desk/copydesk/{report.pk}/", timezone.now()
    assert "leads nowhere" not in desk.get(path).content.decode()
    assert asked == []
    while keep_asking.ask_one(now=now):
        pass
    assert asked == [URL]
    assert f"The link “the plan” leads nowhere: {URL}" in desk.get(path).content.decode()
    assert not keep_asking.ask_one(now=now + dt.timedelta(hours=20))
    desk.get(path)
    assert keep_asking.ask_one(now=now + dt.timedelta(hours=23, minutes=59)) is False
    Link.objects.update(wanted_at=now + dt.timedelta(hours=24))
    assert keep_asking.ask_one(now=now + dt.timedelta(hours=25))


def test_no_link_is_tried_where_the_newsroom_does_not_want_it(
    desk: Client, report: ReportPage
) -> None:
    set_checks(are_links_asked=False)
    desk.get(f"/desk/copydesk/{report.pk}/")
    assert not Link.objects.exists()


def test_what_the_newsroom_chose_keeps_a_report_back_by_every_way(
    desk: Client, report: ReportPage
) -> None:
    set_checks(date="block")
    sentence = "That day is over: “will open on 3 March 2024”"
    latest = report.get_latest_revision()
    with pytest.raises(NotFitError, match=sentence):
        latest.publish()
    html = desk.get(f"/desk/copydesk/{report.pk}/").content.decode()
    assert html.count(sentence) == 1
    assert "It keeps the report from going out.</strong>" in html

    set_checks(date="say")
    latest.publish()
    report.refresh_from_db()
    assert report.body[1].value.source.startswith("<p>It will")


def test_what_stands_in_the_way_of_its_photos_is_said_as_well(
    desk: Client, report: ReportPage
) -> None:
    report.lead_photo = make_photo(title="A pier", credit="")
    report.save_revision()
    html = desk.get(f"/desk/copydesk/{report.pk}/").content.decode()
    assert "The lead photo, “A pier”, has no credit" in html
    assert 'data-path="lead_photo"' in html
