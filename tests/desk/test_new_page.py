"""The form of a new report, handed in twice: at once, by itself and by its button, or later."""

from __future__ import annotations

import re
import threading
import uuid
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from broadsheet.config import Config
from broadsheet.desk.models import Author, ReportPage, SectionPage
from broadsheet.desk.page_form import PageForm
from broadsheet.readers.models import Account
from tests.make import make_person, make_report

LONG_ENOUGH_SECONDS = 3.0


@pytest.fixture
def ida(newsroom: Config) -> Account:
    make_report(headline="Something to have a section for")
    return make_person("reporter", "ida")


def address_of_form() -> str:
    section = SectionPage.objects.get(title="National")
    return reverse("wagtailadmin_pages:add", args=["desk", "reportpage", section.pk])


def byline(author: Author) -> dict[str, object]:
    return {"byline-TOTAL_FORMS": 1, "byline-0-author": author.pk, "byline-0-ORDER": 1}


def hand_in(
    person: Account, headline: str = "Lamps go out", *, accept: str = "text/html", **changes: object
) -> Any:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    empty = {
        f"{name}-{count}": 0
        for name in ("byline", "corrections", "related", "comments")
        for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    fields = {"title": headline, "slug": "lamps-go-out", "language": "en", "body-count": 0}
    return client.post(
        address_of_form(), {**empty, **fields, **changes}, headers={"Accept": accept}
    )


def test_of_two_in_the_same_moment_one_is_kept_and_the_other_is_told(
    ida: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second is sent off when the first was found in order and is not written yet."""
    answers: list[Any] = []

    def second() -> None:
        answers.append(hand_in(ida))
        connections.close_all()

    other = threading.Thread(target=second)
    is_valid = PageForm.is_valid

    def found_in_order(form: PageForm) -> bool:
        found = is_valid(form)
        if not other.ident:
            other.start()
            # It is over where nothing holds it; where it is held, it waits for this one.
            other.join(LONG_ENOUGH_SECONDS)
        return bool(found)

    monkeypatch.setattr(PageForm, "is_valid", found_in_order)
    first = hand_in(ida, accept="application/json")
    other.join()
    report = ReportPage.objects.get(slug="lamps-go-out")
    assert first.json()["pk"] == report.pk
    [told] = answers
    assert told.status_code == 200
    page = told.content.decode()
    assert "perhaps of this very form" in page
    assert f"/desk/pages/{report.pk}/edit/" in page
    assert "Lamps go out" in page, "what was typed is still there"


def test_the_same_form_again_is_the_same_report_whatever_was_changed_in_it(ida: Account) -> None:
    """Nobody waited for the answer, or it was lost, and the form was handed in once more."""
    key = str(uuid.uuid4())
    author = Author.objects.get()
    hand_in(ida, "Lamps go out", slug="", form_key=key, **byline(author))
    answer = hand_in(ida, "Lamps go out at six", slug="at-six", form_key=key, **byline(author))
    report = ReportPage.objects.get(owner=ida)
    assert answer["Location"] == f"/desk/pages/{report.pk}/edit/"
    assert (report.title, report.slug) == ("Lamps go out at six", "at-six")
    assert [line.author for line in report.byline.all()] == [author]
    assert [one.as_object().title for one in report.revisions.order_by("pk")] == [
        "Lamps go out",
        "Lamps go out at six",
    ]


def test_a_form_that_kept_itself_goes_on_in_its_page_though_the_answer_was_lost(
    ida: Account,
) -> None:
    key = str(uuid.uuid4())
    hand_in(ida, form_key=key, accept="application/json")
    again = hand_in(ida, "At six", slug="at-six", form_key=key, accept="application/json").json()
    report = ReportPage.objects.get(owner=ida)
    assert again["success"]
    assert again["pk"] == report.pk
    assert again["url"] == f"/desk/pages/{report.pk}/edit/"
    assert again["hydrate_url"].startswith(again["url"])


def test_two_forms_are_two_reports(ida: Account) -> None:
    for slug in ("one", "two"):
        hand_in(ida, slug=slug, form_key=str(uuid.uuid4()))
    assert ReportPage.objects.filter(owner=ida).count() == 2


def test_what_somebody_kept_since_is_not_overwritten_by_the_form_that_it_began_as(
    ida: Account,
) -> None:
    key = str(uuid.uuid4())
    hand_in(ida, form_key=key)
    report = ReportPage.objects.get(owner=ida)
    report.title = "As the desk has it"
    report.save_revision(user=make_person("chief", "hanna"))
    said = hand_in(ida, "At six", slug="at-six", form_key=key).content.decode()
    assert "This form was handed in already" in said
    assert f"/desk/pages/{report.pk}/edit/" in said
    assert "At six" in said, "what was typed is still there"
    report = ReportPage.objects.get(owner=ida)
    assert report.get_latest_revision_as_object().title == "As the desk has it"


def test_the_key_of_anothers_form_opens_nothing(ida: Account) -> None:
    key = str(uuid.uuid4())
    hand_in(ida, form_key=key)
    said = hand_in(make_person("reporter", "otto"), "Mine", slug="mine", form_key=key)
    assert "handed in by somebody else" in said.content.decode()
    assert [
        report.title for report in ReportPage.objects.filter(slug__in=["mine", "lamps-go-out"])
    ] == ["Lamps go out"]


def test_the_form_carries_its_key(ida: Account) -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(ida)
    page = client.get(address_of_form()).content.decode()
    assert re.search(r'name="form_key" value="[0-9a-f-]{36}"', page)
