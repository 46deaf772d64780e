"""The form of a new report, handed in twice at once: as it keeps itself, and by its button."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.desk.page_form import PageForm
from broadsheet.readers.models import Account
from tests.make import make_person, make_report

LONG_ENOUGH_SECONDS = 3.0


@pytest.fixture
def ida(newsroom: Config) -> Account:
    make_report(headline="Something to have a section for")
    return make_person("reporter", "ida")


def hand_in(person: Account, headline: str = "Lamps go out", **headers: str) -> Any:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    section = SectionPage.objects.get(title="National")
    address = reverse("wagtailadmin_pages:add", args=["desk", "reportpage", section.pk])
    empty = {
        f"{name}-{count}": 0
        for name in ("byline", "corrections", "related", "comments")
        for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    fields = {"title": headline, "slug": "lamps-go-out", "language": "en", "body-count": 0}
    return client.post(address, {**empty, **fields}, headers=headers)


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
    first = hand_in(ida, Accept="application/json")
    other.join()
    report = ReportPage.objects.get(slug="lamps-go-out")
    assert first.json()["pk"] == report.pk
    [told] = answers
    assert told.status_code == 200
    page = told.content.decode()
    assert "perhaps of this very form" in page
    assert f"/desk/pages/{report.pk}/edit/" in page
    assert "Lamps go out" in page, "what was typed is still there"
