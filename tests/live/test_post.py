"""Posting an entry: once, signed, and only while the report runs."""

from __future__ import annotations

import uuid

import pytest
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import LiveEntry
from broadsheet.live.post import Draft, post
from broadsheet.live.refused import Refused
from broadsheet.live.run import wrap
from tests.live.making import make_editor, make_entry, make_live, make_reporter


def test_a_post_that_is_sent_twice_stands_once(newsroom: Config) -> None:
    live, nadia = make_live(), make_reporter()
    draft = Draft(key=uuid.uuid4(), text="The first boat is out.")
    first = post(draft, live, nadia, now=timezone.now())
    assert post(draft, live, nadia, now=timezone.now()) == first
    assert LiveEntry.objects.count() == 1


def test_an_entry_is_signed_by_its_writers_author(newsroom: Config) -> None:
    live = make_live()
    entry = make_entry(live, "The first boat is out.", make_reporter("Nadia Sund"))
    assert entry.author is not None
    assert entry.author.name == "Nadia Sund"
    assert make_entry(live, "And the second.", make_editor("otto")).signed == "otto"


def test_nothing_is_posted_after_the_wrap_and_a_second_try_is_no_new_post(newsroom: Config) -> None:
    live, nadia = make_live(), make_reporter()
    draft = Draft(key=uuid.uuid4(), text="The last boat is in.")
    entry = post(draft, live, nadia, now=timezone.now())
    wrap(live, "All is well.", by=nadia, now=timezone.now())
    assert post(draft, live, nadia, now=timezone.now()) == entry
    with pytest.raises(Refused, match="has ended"):
        make_entry(live, "One more.", nadia)


def test_of_two_changes_the_second_is_always_the_later(newsroom: Config) -> None:
    """Open pages ask for what came after the last change that they know."""
    live, nadia, now = make_live(), make_reporter(), timezone.now()
    texts = ("The first.", "The second, whose clock is behind.")
    first, second = (post(Draft(key=uuid.uuid4(), text=one), live, nadia, now=now) for one in texts)
    assert first.changed_at < second.changed_at
