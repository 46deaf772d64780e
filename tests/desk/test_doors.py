"""Every address of the desk × every role × every state of a report: who is let in.

`doors.txt` is the table. An address that is not in it fails, and so does one that lets in others.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction

from broadsheet.config import Config
from tests.desk.doors import OF_A_REPORT, STATES, Newsroom, routes

TABLE = Path(__file__).with_name("doors.txt")


@pytest.fixture
def people(newsroom: Config, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """What is asked is who gets in, so no page need be printed for it."""
    monkeypatch.setattr("django.template.backends.django.Template.render", lambda *_, **__: "")
    monkeypatch.setattr(
        "django.template.response.SimpleTemplateResponse.rendered_content", property(lambda _: "")
    )
    return Newsroom()


def test_every_door_of_the_desk_lets_in_whom_it_should(people: Newsroom) -> None:
    known = [line for line in TABLE.read_text().splitlines() if line and line[0] != "#"]
    with transaction.atomic():
        found = [line_of(people, route) for route in routes()]
    assert found == known


def line_of(people: Newsroom, route: str) -> str:
    """The route's line of the table, as it is found to be."""
    states = STATES if OF_A_REPORT.search(route) else STATES[:1]
    cells = [
        people.let_in(people.path(route, state), method) or "-"
        for method in ("GET", "POST")
        for state in states
    ]
    half = len(states)
    return f"{route:<74} {' '.join(cells[:half]):<40} | {' '.join(cells[half:])}"
