"""A report goes from its reporter to the desk, to copy and to the chief, and back."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client, override_settings
from wagtail.models import Workflow, WorkflowTask
from wagtail.users.models import UserProfile

from broadsheet.chain.lay_chain import after_upgrade
from broadsheet.chain.models import DeskStep, GroupStep
from broadsheet.chain.standing import standing
from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.errands import run_one
from broadsheet.readers.models import Account
from tests.make import make_person, make_report


@pytest.fixture
def report(newsroom: Config) -> ReportPage:
    made = make_report(publish=False)
    ReportPage.objects.filter(pk=made.pk).update(owner=make_person("reporter", "ida"))
    made.refresh_from_db()
    return made


@pytest.fixture
def ida(report: ReportPage) -> Account:
    account = Account.objects.get(username="ida")
    account.email = "ida@courier.example"
    account.save()
    return account


@pytest.fixture
def dora(report: ReportPage) -> Client:
    return at_the_desk(make_person("desk", "dora", section="National"))


def at_the_desk(person: Account) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def hand_in(report: ReportPage, reporter: Account) -> None:
    report.get_workflow().start(report, reporter)


def act(client: Client, report: ReportPage, action: str, **data: Any) -> Any:
    """Press a button of the chain, as the form does."""
    fresh = ReportPage.objects.get(pk=report.pk)
    state = fresh.current_workflow_task_state
    return client.post(
        f"/desk/pages/workflow/action/{report.pk}/{action}/{state.pk if state else 0}/", data
    )


def step_of(report: ReportPage) -> str:
    found = standing(ReportPage.objects.get(pk=report.pk))
    return found.step if found else "none"


def test_a_report_goes_from_the_desk_to_copy_to_the_chief_and_out(
    report: ReportPage, ida: Account, dora: Client
) -> None:
    hand_in(report, ida)
    assert step_of(report) == "Desk"
    act(dora, report, "approve")
    assert step_of(report) == "Copy"
    act(dora, report, "approve")
    assert step_of(report) == "Copy", "whose hands it has left passes it on no more"
    act(at_the_desk(make_person("copy")), report, "approve")
    assert step_of(report) == "Chief"
    assert not ReportPage.objects.get(pk=report.pk).live
    act(at_the_desk(make_person("chief")), report, "approve")
    assert ReportPage.objects.get(pk=report.pk).live


def test_the_desk_of_another_section_has_no_say(report: ReportPage, ida: Account) -> None:
    make_report(sections=("Sport",))
    hand_in(report, ida)
    emil = at_the_desk(make_person("desk", "emil", section="Sport"))
    assert act(emil, report, "approve").status_code in {302, 403}
    assert step_of(report) == "Desk"


def test_the_chief_acts_in_the_place_of_whoever_went_home(report: ReportPage, ida: Account) -> None:
    hand_in(report, ida)
    chief = at_the_desk(make_person("chief"))
    for step in ("Desk", "Copy", "Chief"):
        assert step_of(report) == step
        act(chief, report, "approve")
    assert ReportPage.objects.get(pk=report.pk).live


def test_a_note_goes_back_with_the_report_and_stands_over_its_form(
    report: ReportPage, ida: Account, dora: Client
) -> None:
    hand_in(report, ida)
    act(dora, report, "reject", comment="Who paid for the lamps?")
    form = at_the_desk(ida).get(f"/desk/pages/{report.pk}/edit/").content.decode()
    assert "Who paid for the lamps?" in form
    assert form.index("chain-note") < form.index('id="panel-child-report-body')
    back = standing(ReportPage.objects.get(pk=report.pk))
    assert back is not None
    assert back.sent_back is not None
    assert (back.step, back.sent_back.by, back.sent_back.step) == ("", "dora", "Desk")
    ReportPage.objects.get(pk=report.pk).current_workflow_state.resume(ida)
    assert step_of(report) == "Desk", "it goes on where it was sent back from"


def test_whoever_took_it_has_it_until_it_is_passed_on(
    report: ReportPage, ida: Account, dora: Client
) -> None:
    hand_in(report, ida)
    dora.post(f"/desk/pages/{report.pk}/lock/")
    taken = standing(ReportPage.objects.get(pk=report.pk))
    assert taken is not None
    assert taken.holder == "dora"
    act(dora, report, "reject", comment="Shorter.")
    assert not ReportPage.objects.get(pk=report.pk).locked, "or its reporter could not write"


def test_a_newsroom_shortens_its_chain_to_one_step(
    report: ReportPage, ida: Account, dora: Client
) -> None:
    WorkflowTask.objects.exclude(task__in=DeskStep.objects.all()).delete()
    hand_in(report, ida)
    act(dora, report, "approve")
    assert ReportPage.objects.get(pk=report.pk).live


def test_what_waits_for_somebody_is_on_their_first_page_and_on_nobody_elses(
    report: ReportPage, ida: Account, dora: Client
) -> None:
    hand_in(report, ida)
    assert report.title in dora.get("/desk/").content.decode()
    for kind in ("copy", "moderator"):
        assert report.title not in at_the_desk(make_person(kind)).get("/desk/").content.decode()


def test_a_reporter_is_told_of_a_decision_by_mail(
    report: ReportPage, ida: Account, dora: Client, newsroom: Config
) -> None:
    hand_in(report, ida)
    with with_mail(newsroom):
        act(dora, report, "reject", comment="Who paid for the lamps?")
        assert mail.outbox == [], "nobody waits for the mail server at the desk"
        work_off()
    (message,) = mail.outbox
    assert message.to == ["ida@courier.example"]
    assert report.title in message.subject
    html = message.alternatives[0][0]  # type: ignore[attr-defined]
    for text in (message.body, html):
        assert "Who paid for the lamps?" in text
        assert f"/desk/pages/{report.pk}/edit/" in text


def test_who_wants_no_mail_of_decisions_gets_none(
    report: ReportPage, ida: Account, dora: Client, newsroom: Config
) -> None:
    profile = UserProfile.get_for_user(ida)
    profile.rejected_notifications = False
    profile.save()
    hand_in(report, ida)
    with with_mail(newsroom):
        act(dora, report, "reject", comment="Shorter.")
        work_off()
    assert mail.outbox == []


def test_an_upgrade_leaves_the_chain_as_the_newsroom_has_it(newsroom: Config) -> None:
    chain = Workflow.objects.get()
    WorkflowTask.objects.filter(task__in=GroupStep.objects.all()).delete()
    after_upgrade()
    assert Workflow.objects.get() == chain
    assert [task.name for task in chain.tasks] == ["Desk"]


def test_a_paper_that_has_a_chain_of_its_own_keeps_it_in_force(
    report: ReportPage, newsroom: Config
) -> None:
    before = report.get_workflow()
    DeskStep.objects.all().delete()
    after_upgrade()
    assert report.get_workflow() == before
    assert Workflow.objects.count() == 2


def with_mail(config: Config) -> Any:
    mail.outbox = []
    mailing = config.mail.model_copy(update={"host": "mail.example"})
    return override_settings(
        CONFIG=config.model_copy(update={"mail": mailing}),
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
    )


def work_off() -> None:
    while run_one():
        pass
