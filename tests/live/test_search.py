"""What was written while it happened is found by readers, at its place on the page."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import LiveEntry, LiveReport
from broadsheet.live.change import change, take_down
from broadsheet.live.run import wrap
from broadsheet.readers.models import Account
from tests.live.making import make_editor, make_entry, make_live


@pytest.fixture
def live(newsroom: Config) -> LiveReport:
    return make_live()


@pytest.fixture
def editor(live: LiveReport) -> Account:
    return make_editor()


def found(words: str) -> str:
    client = Client(SERVER_NAME="127.0.0.1")
    return str(client.get("/search/", {"q": words}).content.decode())


def test_an_entry_is_found_at_its_place(live: LiveReport, editor: Account) -> None:
    path = live.report.path_on_site
    make_entry(live, "The breakwater holds.", editor)
    newer = make_entry(live, "The breakwater is mended.", editor, headline="Stones from Urk")
    assert f'href="{path}#{newer.place}"' in found("stones breakwater")
    assert f'href="{path}#{newer.place}"' in found("Breakwater")
    assert f'href="{path}"' in found("breakwater council"), "of both, one is in the report itself"
    assert path not in found("breakwater giraffe")


def test_what_was_changed_or_taken_down_is_not_found_as_it_was(
    live: LiveReport, editor: Account
) -> None:
    entry = make_entry(live, "The breakwater holds.", editor)
    change(
        entry, headline="", text="The jetty holds.", photo=None, correction="", now=timezone.now()
    )
    assert live.report.path_on_site not in found("breakwater")
    assert f"#{entry.place}" in found("jetty")
    take_down(entry, reason="It did not.", now=timezone.now())
    assert live.report.path_on_site not in found("jetty")


def test_what_was_written_before_an_upgrade_is_found_after_it(
    live: LiveReport, editor: Account
) -> None:
    entry = make_entry(live, "The jetty holds.", editor)
    # As a version left it that did not search entries.
    LiveEntry.objects.filter(pk=entry.pk).update(text="The breakwater holds.")
    assert f"#{entry.place}" not in found("breakwater")
    call_command("migrate", verbosity=0)
    assert f"#{entry.place}" in found("breakwater")


def test_a_wrap_is_found_with_its_report(live: LiveReport, editor: Account) -> None:
    wrap(live, "All forty-one boats are home.", by=editor, now=timezone.now())
    assert f'href="{live.report.path_on_site}"' in found("forty-one boats home")
