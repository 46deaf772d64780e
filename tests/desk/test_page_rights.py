"""What each role can change, state by state: by the form of a report and by the bulk actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage, SectionPage
from tests.desk.doors import STATES, Newsroom

# The letters are those of `doors.py`; `-` is nobody.
CHANGES = """
                written desk copy chief scheduled out
save            rdh     dh   ch   h     -         dh
publish         h       h    h    h     -         h
delete          rdh     dh   h    h     h         h
bulk-delete     rdh     dh   h    h     h         h
bulk-publish    h       h    h    h     h         -
bulk-unpublish  -       -    -    -     -         h
move            rh      h    h    h     h         h
bulk-move       rh      h    h    h     h         h
pass-on         -       dh   ch   h     -         -
lock            dh      dh   ch   h     dh        dh
"""

WATCHED = ("latest_revision", "live_revision", "live", "go_live_at", "path", "locked_by")


@pytest.fixture
def people(newsroom: Config) -> Newsroom:
    return Newsroom()


def test_each_role_changes_what_it_may_and_no_more(people: Newsroom) -> None:
    acts: dict[str, Callable[[Client, ReportPage], Any]] = {
        "save": lambda client, report: client.post(edit(report), form(report)),
        "publish": lambda client, report: client.post(
            edit(report), {**form(report), "action-publish": "1"}
        ),
        "delete": lambda client, report: client.post(f"/desk/pages/{report.pk}/delete/"),
        **{f"bulk-{action}": bulk(action) for action in ("delete", "publish", "unpublish")},
        "move": lambda client, report: client.post(
            f"/desk/pages/{report.pk}/move/{sport().pk}/confirm/"
        ),
        "bulk-move": lambda client, report: bulk("move")(client, report, chooser=sport().pk),
        "pass-on": pass_on,
        "lock": lambda client, report: client.post(f"/desk/pages/{report.pk}/lock/"),
    }
    found = ["written desk copy chief scheduled out"]
    for name, act in acts.items():
        # Whoever may only save has the same form, so what is published is asked by itself.
        watched = ("live_revision",) if name == "publish" else WATCHED
        cells = [who_changes(people, people.reports[state], act, watched) for state in STATES]
        found.append(f"{name} {' '.join(cells)}")
    assert found == [" ".join(line.split()) for line in CHANGES.strip().splitlines()]


def test_only_the_chief_opens_a_section(people: Newsroom) -> None:
    national = SectionPage.objects.get(title="National")
    words = {
        "title": "Harbour news",
        "slug": "harbour-news",
        "description": "",
        "is_read_aloud": "on",
        "voice": "",
        "comments": inline_formset([]),
    }
    data = nested_form_data(words)
    for letter, client in people.clients.items():
        client.post(f"/desk/pages/add/desk/sectionpage/{national.pk}/", data)
        opened = SectionPage.objects.filter(slug="harbour-news")
        assert opened.exists() == (letter == "h"), letter
        opened.delete()


def who_changes(
    people: Newsroom,
    report: ReportPage,
    act: Callable[[Client, ReportPage], Any],
    watched: tuple[str, ...],
) -> str:
    """Whose act leaves the report other than it was, by letter. Each is undone again."""
    letters = ""
    for letter, client in people.clients.items():
        with transaction.atomic():
            before = as_it_is(report, watched)
            act(client, report)
            letters += letter if as_it_is(report, watched) != before else ""
            transaction.set_rollback(True)
    return letters or "-"


def as_it_is(report: ReportPage, watched: tuple[str, ...]) -> object:
    step = list(report.workflow_states.values_list("current_task_state", flat=True))
    fields = ReportPage.objects.filter(pk=report.pk).values_list(*watched).first()
    return fields, step if watched == WATCHED else []


def bulk(action: str) -> Callable[..., Any]:
    def act(client: Client, report: ReportPage, **data: Any) -> Any:
        return client.post(f"/desk/bulk/wagtailcore/page/{action}/?id={report.pk}", data)

    return act


def pass_on(client: Client, report: ReportPage) -> Any:
    state = report.workflow_states.first()
    task_state = state.current_task_state_id if state else 0
    return client.post(f"/desk/pages/workflow/action/{report.pk}/approve/{task_state}/")


def edit(report: ReportPage) -> str:
    return f"/desk/pages/{report.pk}/edit/"


def sport() -> SectionPage:
    found: SectionPage = SectionPage.objects.get(title="Sport")
    return found


def form(report: ReportPage) -> Any:
    """What the browser sends for a report whose headline was changed."""
    words = {
        "title": "The council votes again",
        "slug": report.slug,
        "kicker": "",
        "standfirst": "",
        "dateline": "",
        "lead_photo": "",
        "lead_caption": "",
        "body": streamfield([]),
        "language": "en",
        "translation_of": "",
        "updated_at": "",
        "first_published_at": "",
        "go_live_at": "",
        "expire_at": "",
        **dict.fromkeys(("byline", "corrections", "related", "comments"), inline_formset([])),
    }
    return nested_form_data(words)
