"""An embargo holds: what is under it is not live before its minute, by whatever way."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, Revision

from broadsheet.config import Config
from broadsheet.desk.fit_to_print import NotFitError
from broadsheet.desk.models import Embargo, ReportPage, Role
from broadsheet.desk.set_embargo import IsOut, lift_embargo, set_embargo
from broadsheet.readers.models import Account
from tests.make import make_report

HOUR = dt.timedelta(hours=1)


def hold(report: ReportPage, *, hours: float = 1) -> dt.datetime:
    now = timezone.now()
    until = (now + hours * HOUR).replace(microsecond=0)
    set_embargo(report, until=until, terms="The ministry's", by=None, now=now)
    return until


def held(**changes: Any) -> ReportPage:
    report = make_report(publish=False, **changes)
    hold(report)
    return ReportPage.objects.get(pk=report.pk)


def is_live(report: Page) -> bool:
    return Page.objects.live().filter(pk=report.pk).exists()


def set_for(report: Page) -> dt.datetime | None:
    revisions = Revision.objects.for_instance(report)
    return (
        revisions.filter(approved_go_live_at__isnull=False)
        .values_list("approved_go_live_at", flat=True)
        .first()
    )


@pytest.fixture
def chief(newsroom: Config) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.create_superuser("chief", password="a long password"))
    return client


def said(client: Client, response: Any) -> str:
    return " ".join(str(one) for one in get_messages(response.wsgi_request))


def test_publishing_it_sets_it_for_its_minute(newsroom: Config) -> None:
    report = held()
    report.get_latest_revision().publish()
    assert not is_live(report)
    assert set_for(report) == report.embargo_until


def test_a_later_minute_that_was_chosen_stays(newsroom: Config) -> None:
    report = held()
    report.go_live_at = timezone.now() + 5 * HOUR
    report.save_revision().publish()
    assert set_for(report) == report.go_live_at


def test_an_earlier_minute_that_was_chosen_gives_way(newsroom: Config) -> None:
    report = make_report(publish=False)
    report.go_live_at = timezone.now() + HOUR / 2
    report.save_revision().publish()
    until = hold(report)
    assert set_for(report) == until


def test_no_revision_is_older_than_the_embargo(newsroom: Config) -> None:
    report = make_report(publish=False)
    old = report.get_latest_revision()
    report.title = "Another headline"
    report.save_revision()
    hold(report)
    Revision.objects.get(pk=old.pk).publish()
    assert not is_live(report)


def test_the_draft_that_was_open_meanwhile_does_not_lose_it(newsroom: Config) -> None:
    report = make_report(publish=False)
    open_since_before = ReportPage.objects.get(pk=report.pk)
    hold(report)
    open_since_before.save()
    open_since_before.save_revision().publish()
    assert not is_live(report)


def test_a_copy_is_under_the_same_embargo(newsroom: Config) -> None:
    report = held()
    copy = report.copy(update_attrs={"slug": "the-same", "title": "The same"})
    copy.get_latest_revision().publish()
    assert not is_live(copy)
    assert set_for(copy) == report.embargo_until
    lift_embargo(report, by=None, now=timezone.now())
    assert is_live(copy)


def test_an_alias_made_before_is_held_too_and_stays_so_on_its_own(newsroom: Config) -> None:
    report = make_report(publish=False)
    alias = report.create_alias(update_slug="elsewhere")
    hold(report)
    report.get_latest_revision().publish()
    assert not is_live(alias)
    ConvertAliasPageAction(ReportPage.objects.get(pk=alias.pk)).execute()
    on_its_own = ReportPage.objects.get(pk=alias.pk)
    on_its_own.get_latest_revision().publish()
    assert not is_live(on_its_own)


def translation_of(original: ReportPage, **changes: Any) -> ReportPage:
    """As an editor makes one: a draft, in which it is said later what it translates."""
    report = make_report(publish=False, **changes)
    report.translation_of = original
    report.language = "ko"
    report.save_revision()
    return ReportPage.objects.get(pk=report.pk)


def test_a_translation_waits_for_the_embargo_of_its_original(newsroom: Config) -> None:
    original = make_report(publish=False)
    made_before = translation_of(original)
    made_before.get_latest_revision().publish()
    ReportPage.objects.get(pk=made_before.pk).unpublish()
    until = hold(original)
    made_after = translation_of(original)
    of_translation = translation_of(made_after)
    for one in (made_before, made_after, of_translation):
        ReportPage.objects.get(pk=one.pk).get_latest_revision().publish()
        assert not is_live(one)
        assert set_for(one) == until
        assert not one.embargoes.exists(), "it is bound for as long as it is a translation"
    lift_embargo(original, by=None, now=timezone.now())
    assert all(is_live(one) for one in (made_before, made_after, of_translation))
    assert not is_live(original)


def test_moved_from_its_translation_the_embargo_moves_for_both(newsroom: Config) -> None:
    original = held()
    translation = translation_of(original)
    for one in (original, translation):
        one.get_latest_revision().publish()
    until = hold(translation, hours=5)
    assert (set_for(original), set_for(translation)) == (until, until)
    assert Embargo.objects.count() == 1


def test_a_translation_that_is_none_is_not_held(newsroom: Config) -> None:
    original = held()
    report = translation_of(original)
    report.translation_of = None
    report.save_revision().publish()
    assert is_live(report)


def test_two_that_translate_each_other_are_asked_once(newsroom: Config) -> None:
    first = held()
    second = translation_of(first)
    first.translation_of = second
    first.save_revision().publish()
    second.get_latest_revision().publish()
    assert not is_live(first)
    assert not is_live(second)
    assert ReportPage.objects.get(pk=first.pk).originals() == (second,)


def test_an_original_is_not_held_any_more_when_its_translation_is_out(newsroom: Config) -> None:
    original = make_report(publish=False)
    translation_of(original).get_latest_revision().publish()
    with pytest.raises(IsOut):
        hold(original)
    with pytest.raises(IntegrityError, match="embargo"), transaction.atomic():
        original.embargoes.add(Embargo.objects.create(until=timezone.now() + HOUR))


def test_the_database_lets_no_translation_out_before_its_original(newsroom: Config) -> None:
    original = held()
    translation = translation_of(original)
    further = translation_of(translation)
    out = make_report()
    for attempt in (
        lambda: Page.objects.filter(pk=translation.pk).update(live=True),
        lambda: Page.objects.filter(pk=further.pk).update(live=True),
        lambda: ReportPage.objects.filter(pk=out.pk).update(translation_of=original),
        lambda: make_report(headline="Another").copy(
            update_attrs={"slug": "new", "translation_of": original}, keep_live=True
        ),
    ):
        with pytest.raises((IntegrityError, NotFitError), match="embargo"), transaction.atomic():
            attempt()
    over = original.embargoes.get()
    Embargo.objects.filter(pk=over.pk).update(until=timezone.now() - HOUR)
    Page.objects.filter(pk=further.pk).update(live=True)
    with pytest.raises(IntegrityError, match="embargo"), transaction.atomic():
        Embargo.objects.filter(pk=over.pk).update(until=timezone.now() + HOUR)


def test_moved_elsewhere_it_is_held_there(newsroom: Config) -> None:
    report = held()
    report.move(make_report(sections=("Sport",)).get_parent(), pos="last-child")
    ReportPage.objects.get(pk=report.pk).get_latest_revision().publish()
    assert not is_live(report)


def test_unpublished_and_put_under_embargo_it_does_not_come_back(newsroom: Config) -> None:
    report = make_report()
    report.unpublish()
    hold(ReportPage.objects.get(pk=report.pk))
    ReportPage.objects.get(pk=report.pk).get_latest_revision().publish()
    assert not is_live(report)


def test_what_readers_have_cannot_be_put_under_embargo(newsroom: Config) -> None:
    report = make_report()
    with pytest.raises(IsOut):
        hold(report)


def test_the_database_refuses_to_let_it_out_whoever_asks(newsroom: Config) -> None:
    report = held()
    for attempt in (
        lambda: Page.objects.filter(pk=report.pk).update(live=True),
        lambda: ReportPage.objects.filter(pk=report.pk).update(live=True),
    ):
        with pytest.raises(IntegrityError, match="embargo"), transaction.atomic():
            attempt()
    with pytest.raises(NotFitError):
        _save_live(report)
    assert not is_live(report)


def _save_live(report: ReportPage) -> None:
    report.live = True
    report.save()


def test_the_database_refuses_an_embargo_over_what_is_out(newsroom: Config) -> None:
    report = make_report()
    with pytest.raises(IntegrityError, match="embargo"), transaction.atomic():
        report.embargoes.add(Embargo.objects.create(until=timezone.now() + HOUR))
    over = Embargo.objects.create(until=timezone.now() - HOUR)
    report.embargoes.add(over)
    over.until = timezone.now() + HOUR
    with pytest.raises(IntegrityError, match="embargo"), transaction.atomic():
        over.save()


def test_a_migration_leaves_the_guard_standing(newsroom: Config) -> None:
    call_command("migrate", verbosity=0)
    report = held()
    with pytest.raises(IntegrityError, match="embargo"), transaction.atomic():
        Page.objects.filter(pk=report.pk).update(live=True)


def test_the_embargo_that_comes_while_it_is_being_published_wins(newsroom: Config) -> None:
    report = make_report(publish=False)
    revision = report.get_latest_revision()
    as_it_was = revision.as_object()  # no embargo yet
    hold(report)
    as_it_was.live = True
    with pytest.raises(NotFitError, match="put under embargo just now"):
        as_it_was.save()


def test_the_publication_that_comes_while_the_embargo_is_being_set_wins_and_is_told(
    newsroom: Config, chief: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = make_report(publish=False)
    as_it_stood = ReportPage.objects.get(pk=report.pk)
    report.get_latest_revision().publish()
    monkeypatch.setattr("broadsheet.desk.set_embargo.bound_with", lambda *_, **__: [as_it_stood])
    later = f"{timezone.localtime(timezone.now() + HOUR):%Y-%m-%d %H:%M}"
    answer = chief.post(f"/desk/embargo/{report.pk}/", {"until": later})
    assert answer.status_code == 302
    assert "It came out just now" in said(chief, answer)
    assert is_live(report)
    assert not Embargo.objects.exists()


def test_when_its_minute_is_over_it_goes_out(newsroom: Config) -> None:
    report = held()
    report.get_latest_revision().publish()
    over = timezone.now() - dt.timedelta(seconds=1)
    report.embargoes.update(until=over)
    Revision.objects.for_instance(report).update(approved_go_live_at=over)
    Revision.objects.for_instance(report).get().publish()
    assert is_live(report)
    assert ReportPage.objects.get(pk=report.pk).go_live_at is None


def test_moved_the_embargo_takes_along_what_was_approved(newsroom: Config, chief: Client) -> None:
    report = held()
    report.get_latest_revision().publish()
    later = timezone.localtime(timezone.now() + 7 * HOUR).replace(second=0, microsecond=0)
    answer = chief.post(f"/desk/embargo/{report.pk}/", {"until": f"{later:%Y-%m-%d %H:%M}"})
    assert answer.status_code == 302
    assert "KST" in said(chief, answer)
    assert set_for(report) == later


def test_lifted_it_goes_out_if_it_was_approved(newsroom: Config, chief: Client) -> None:
    report = held(headline="Pier opens")
    chief.post(f"/desk/pages/{report.pk}/edit/", form_of(chief, report, "action-publish"))
    assert not is_live(report)
    answer = chief.post(f"/desk/embargo/{report.pk}/", {"lift": "lift"})
    assert "out now: “Pier opens”" in said(chief, answer)
    assert is_live(report)


def test_lifted_it_stays_in_if_nobody_approved_it(newsroom: Config, chief: Client) -> None:
    report = held()
    chief.post(f"/desk/embargo/{report.pk}/", {"lift": "lift"})
    assert not is_live(report)
    ReportPage.objects.get(pk=report.pk).get_latest_revision().publish()
    assert is_live(report)


def test_the_editor_is_told_that_it_waits(newsroom: Config, chief: Client) -> None:
    report = held(headline="Pier opens")
    form = chief.get(f"/desk/pages/{report.pk}/edit/").content.decode()
    assert "Under embargo until" in form
    assert "Schedule to publish" in form
    answer = chief.post(f"/desk/pages/{report.pk}/edit/", form_of(chief, report, "action-publish"))
    told = said(chief, answer)
    assert "“Pier opens” is under embargo; it goes out at" in told
    assert "has been scheduled for publishing" in told
    assert "has been published" not in told


def test_many_published_at_once_are_held_one_by_one(newsroom: Config, chief: Client) -> None:
    report, other = held(headline="Pier opens"), make_report(publish=False)
    answer = chief.post(
        f"/desk/bulk/wagtailcore/page/publish/?id={report.pk}&id={other.pk}&next=/desk/",
        {"include_descendants": ""},
    )
    assert "“Pier opens” is under embargo" in said(chief, answer)
    assert is_live(other)
    assert not is_live(report)


def test_whoever_passes_it_on_at_the_end_of_the_chain_is_told_until_when_it_is_held(
    newsroom: Config, chief: Client
) -> None:
    report = held()
    report.get_workflow().start(report, None)
    step = {"workflow-action-name": "approve"}
    told = []
    for _ in range(3):
        form = {**form_of(chief, report, "action-workflow-action"), **step}
        answer = chief.post(f"/desk/pages/{report.pk}/edit/", form, follow=True)
        told.append("is under embargo; it goes out at" in answer.content.decode())
    assert told == [False, False, True]
    assert ReportPage.objects.set_for_later().filter(pk=report.pk).exists()


def test_a_draft_that_is_kept_chooses_no_minute(newsroom: Config, chief: Client) -> None:
    report = held()
    chief.post(f"/desk/pages/{report.pk}/edit/", form_of(chief, report, "action-save"))
    content = ReportPage.objects.get(pk=report.pk).get_latest_revision().content
    assert content["go_live_at"] is None


def test_a_minute_that_is_over_is_no_embargo(newsroom: Config, chief: Client) -> None:
    report = make_report(publish=False)
    answer = chief.post(f"/desk/embargo/{report.pk}/", {"until": "2020-01-01 10:00"})
    assert "still to come" in answer.content.decode()
    assert not report.embargoes.exists()


def test_the_zone_stands_where_the_minute_is_entered(newsroom: Config, chief: Client) -> None:
    report = make_report(publish=False)
    assert "Asia/Seoul, KST" in chief.get(f"/desk/embargo/{report.pk}/").content.decode()


def test_who_writes_may_hold_it_and_not_let_it_out(newsroom: Config) -> None:
    report = make_report(publish=False)
    writer = Account.objects.create_user("nadia", password="a long password")
    writer.groups.add(Role.objects.group("reporter"))
    report.owner = writer
    report.save()
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(writer)
    later, sooner = (
        f"{timezone.localtime(timezone.now() + hours * HOUR):%Y-%m-%d %H:%M}" for hours in (5, 2)
    )
    assert client.post(f"/desk/embargo/{report.pk}/", {"until": later}).status_code == 302
    refused = client.post(f"/desk/embargo/{report.pk}/", {"until": sooner})
    assert "somebody who may publish it" in refused.content.decode()
    client.post(f"/desk/embargo/{report.pk}/", {"lift": "lift"})
    assert ReportPage.objects.get(pk=report.pk).is_held(now=timezone.now() + 4 * HOUR)


def test_who_may_not_edit_it_may_not_look(newsroom: Config) -> None:
    report = held()
    client = Client(SERVER_NAME="127.0.0.1")
    assert client.get(f"/desk/embargo/{report.pk}/").status_code == 302
    client.force_login(Account.objects.create_user("reader", password="a long password"))
    assert client.get(f"/desk/embargo/{report.pk}/").status_code == 302


def test_the_question_costs_one_query_for_a_whole_list(newsroom: Config) -> None:
    for _ in range(3):
        held()
    with CaptureQueriesContext(connection) as queries:
        reports = list(ReportPage.objects.prefetch_related("embargoes"))
        assert all(report.is_held(now=timezone.now()) for report in reports)
    assert len(queries) == 2


def form_of(client: Client, report: ReportPage, action: str) -> dict[str, str]:
    """What a browser would post from the report's form as it stands."""
    page = html.fromstring(client.get(f"/desk/pages/{report.pk}/edit/").content)
    [form] = page.xpath("//form[@id='page-edit-form']")
    fields = {key: value for key, value in form.form_values() if key}
    return {**fields, "body-count": "0", action: action}
