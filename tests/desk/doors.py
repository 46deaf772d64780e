"""A newsroom with one person of each role and a report in each state, and every door of its desk.

A door is a URL of the desk and a method. `let_in` knocks at one as everybody in turn and says who
is let in, as letters; whatever a knock does is undone again.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Site, Task, UploadedFile, Workflow

from broadsheet.desk.models import (
    Author,
    Letter,
    LiveEntry,
    LiveReport,
    Photo,
    ReportPage,
    SectionPage,
    Topic,
)
from broadsheet.readers.models import Account
from broadsheet.reference.models import Term
from broadsheet.studio.models import Pronunciation, Recording
from broadsheet.talk.moderation.models import HeldWords
from tests.make import make_person, make_photo, make_report, picture_bytes

# Each person's letter in the tables.
PEOPLE = {
    "r": "the reporter whose report it is",
    "o": "another reporter",
    "d": "the desk editor of the report's section",
    "e": "the desk editor of another section",
    "c": "a copy editor",
    "p": "the photo desk",
    "h": "the chief",
    "m": "a comment moderator",
}
STATES = ("written", "desk", "copy", "chief", "scheduled", "out")

IN_HAND = ("desk", "copy", "chief")


class Newsroom:
    """The people and the reports, and an object for every number that a URL wants."""

    def __init__(self) -> None:
        self.reports = {state: make_report(publish=False) for state in STATES}
        make_report(sections=("Sport",))
        self.people = {
            "r": make_person("reporter", "ida"),
            "o": make_person("reporter", "ole"),
            "d": make_person("desk", "dora", section="National"),
            "e": make_person("desk", "emil", section="Sport"),
            "c": make_person("copy"),
            "p": make_person("photos"),
            "h": make_person("chief"),
            "m": make_person("moderator"),
        }
        self.clients = {letter: self._signed_in(person) for letter, person in self.people.items()}
        ida = self.people["r"]
        ReportPage.objects.filter(pk__in=[one.pk for one in self.reports.values()]).update(
            owner=ida
        )
        for state, report in self.reports.items():
            report.refresh_from_db()
            report.get_latest_revision_as_object().save_revision(user=ida)
            report.refresh_from_db()
            self._bring(report, state)
            self._let_write_live(report)
        self._national = SectionPage.objects.get(title="National")
        self._sport = SectionPage.objects.get(title="Sport")
        self._numbers = self._make_the_rest()

    def path(self, route: str, state: str) -> str:
        """The address of a route, with the report in that state where it wants one."""
        report = self.reports[state]
        named = {
            **self._numbers,
            **dict.fromkeys(("page_id", "page_to_move_id", "report_id"), report.pk),
            "object_id": report.pk,
            "key": f"r{report.pk}",
            "revision_id": report.revisions.earliest("created_at").pk,
        }
        if workflow_state := report.workflow_states.first():
            named["workflow_state_id"] = workflow_state.pk
            named["task_state_id"] = workflow_state.current_task_state_id
            named["task_id"] = workflow_state.current_task_state.task_id
        if route.startswith("settings/"):
            named |= {"app_name": "desk", "model_name": "masthead"}
        family = next((one for one in FAMILIES if route.startswith(one)), "")
        named["pk"] = self._numbers.get(FAMILIES.get(family, ""), report.pk)
        route = COMPARED.sub("earliest...latest/", route).replace(r"(?P<pk>\d+)", "<int:pk>")
        route = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(named[found[1]]), route)
        return "/desk/" + route.replace("^", "").replace("$", "")

    def let_in(self, path: str, method: str) -> str:
        """Who is let in at this door, by letter."""
        return "".join(
            letter
            for letter, person in self.people.items()
            if knock(person, path, method) not in {403, 404, 405}
        )

    def _signed_in(self, person: Account) -> Client:
        client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    def _bring(self, report: ReportPage, state: str) -> None:
        ida = self.people["r"]
        if state in IN_HAND:
            report.get_workflow().start(report, ida)
            for _ in range(IN_HAND.index(state)):
                report.current_workflow_task_state.approve(user=None)
        elif state == "scheduled":
            report.go_live_at = timezone.now() + dt.timedelta(days=1)
            report.save_revision(user=ida).publish()
        elif state == "out":
            report.get_latest_revision().publish()

    def _let_write_live(self, report: ReportPage) -> None:
        """The report is a live one too: the other reporter was let in, and has an entry there."""
        ole, now = self.people["o"], timezone.now()
        live = LiveReport.objects.create(report=report, started_at=now)
        live.writers.add(ole)
        LiveEntry.objects.create(
            pk=report.pk, live=live, key=uuid.uuid4(), written_by=ole, posted_at=now, changed_at=now
        )

    def _make_the_rest(self) -> dict[str, Any]:
        """What stands in the place of everything else that a URL wants."""
        author = Author.objects.get(name="Ida Brandt")
        photo = make_photo(uploaded_by_user=self.people["o"])
        upload = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(Photo),
            file=ContentFile(picture_bytes(), name="mole.jpg"),
            uploaded_by_user=self.people["o"],
        )
        letter = Letter.objects.create(
            author=author, name="A", email="a@b.example", text="Hello.", sent_at=timezone.now()
        )
        recording = Recording.objects.create(report=self.reports["out"], ordered_at=timezone.now())
        redirect = Redirect.objects.create(old_path="/old", redirect_link="/new")
        return {
            "parent_page_id": self._national.pk,
            "section_id": self._national.pk,
            "page_pk": self._national.pk,
            "destination_id": self._sport.pk,
            "image_id": photo.pk,
            "uploaded_file_id": upload.pk,
            "redirect_id": redirect.pk,
            "collection_id": Collection.get_first_root_node().pk,
            "workflow_pk": Workflow.objects.get().pk,
            "workflow": Workflow.objects.get().pk,
            "task": Task.objects.first().pk,  # type: ignore[union-attr]
            "task_id": Task.objects.first().pk,  # type: ignore[union-attr]
            "author": author.pk,
            "topic": Topic.objects.first().pk,  # type: ignore[union-attr]
            "letter": letter.pk,
            "pronunciation": Pronunciation.objects.create(phrase="Skerrin", said="skeh-rin").pk,
            "recording": recording.pk,
            "term": Term.objects.create(phrase="gig", gloss="a boat").pk,
            "heldwords": HeldWords.objects.create(language="en", words="ferrywit").pk,
            "user": self.people["o"].pk,
            "group": self.people["o"].groups.get().pk,
            "site": Site.objects.get().pk,
            "masthead": Site.objects.get().pk,
            "app_label": "desk",
            "app_name": "desk",
            "model_name": "reportpage",
            "content_type_app_name": "desk",
            "content_type_model_name": "reportpage",
            "action": "delete",
            "action_name": "approve",
            "filter_spec": "width-100",
            "session_id": 1,
            "task_state_id": 0,
            "workflow_state_id": 0,
            "document_id": 0,
            "doc_id": 0,
            "comment_id": 0,
            "decision_id": 0,
            "reader_id": 0,
            "sanction_id": 0,
            "appeal_id": 0,
            "claim_id": 0,
            "name": "held",
            "uidb64": "none",
            "token": "none",
        }


# Whose number `<int:pk>` is, by how the route begins.
FAMILIES = {
    "snippets/desk/author/": "author",
    "snippets/choose/desk/author/": "author",
    "snippets/desk/topic/": "topic",
    "snippets/choose/desk/topic/": "topic",
    "snippets/desk/letter/": "letter",
    "snippets/choose/desk/letter/": "letter",
    "snippets/studio/pronunciation/": "pronunciation",
    "snippets/choose/studio/pronunciation/": "pronunciation",
    "snippets/studio/recording/": "recording",
    "snippets/choose/studio/recording/": "recording",
    "snippets/reference/term/": "term",
    "snippets/choose/reference/term/": "term",
    "snippets/talk/heldwords/": "heldwords",
    "snippets/choose/talk/heldwords/": "heldwords",
    "users/": "user",
    "groups/": "group",
    "sites/": "site",
    "settings/": "masthead",
    "collections/": "collection_id",
    "workflows/tasks/": "task",
    "workflows/task_chooser/": "task",
    "workflows/": "workflow",
    "images/": "image_id",
    "api/main/^images/": "image_id",
}
COMPARED = re.compile(r"\(\?P<revision_id_a>.*")
OF_A_REPORT = re.compile(r"<\w+:(page_id|page_to_move_id|report_id|object_id|key)>|^pages/\^")


def routes() -> list[str]:
    """Every route of the desk that Django knows, as it is written, without `desk/`."""
    return sorted(set(_below(get_resolver().url_patterns, "")))


def _below(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _below(one.url_patterns, route)
        elif route.startswith("desk/"):
            yield route.removeprefix("desk/")


def knock(person: Account, path: str, method: str) -> int:
    """Ask the view itself, as a script of the desk does; gives the status that it answers with."""
    request = getattr(RequestFactory(SERVER_NAME="127.0.0.1"), method.lower())(
        path, headers={"x-requested-with": "XMLHttpRequest"}
    )
    request.user, request.session = person, SessionStore()
    request._messages = FallbackStorage(request)
    request._dont_enforce_csrf_checks = True
    with transaction.atomic():
        try:
            view = resolve(path.partition("?")[0])
            return int(view.func(request, *view.args, **view.kwargs).status_code)
        except PermissionDenied:
            return 403
        except Http404:
            return 404
        except Exception:  # noqa: BLE001  # whoever is let in without what a view wants
            return 500
        finally:
            transaction.set_rollback(True)
