"""A reader's letter as the desk reads it."""

from __future__ import annotations

import datetime as dt

from django.test import Client
from wagtail.users.models import UserProfile

from broadsheet.config import Config
from broadsheet.desk.models import Author, Letter
from tests.make import make_person, make_report

SENT_AT = dt.datetime(2030, 11, 4, 6, 30, tzinfo=dt.UTC)


def test_a_letter_is_read_in_its_paragraphs_and_in_the_zone_of_whoever_reads_it(
    newsroom: Config,
) -> None:
    make_report()
    letter = Letter.objects.create(
        author=Author.objects.all()[0],
        name="Wilhelmina",
        email="wilhelmina@home.example",
        text="Dear reporter,\n\nthe lamps <went> out at six.",
        network="",
        sent_at=SENT_AT,
    )
    chief = make_person("chief")
    UserProfile.objects.create(user=chief, current_time_zone="America/New_York")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(chief, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/desk/snippets/desk/letter/inspect/{letter.pk}/").content.decode()
    assert "<p>Dear reporter,</p>" in page
    assert "<p>the lamps &lt;went&gt; out at six.</p>" in page
    assert "01:30 EST, Nov. 4, 2030" in page
    assert "not yet" in page
