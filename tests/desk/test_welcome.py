"""What the desk opens with offers each what they may do."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.make import make_person, make_report

pytestmark = pytest.mark.usefixtures("newsroom")


def first_page(kind: str) -> str:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(make_person(kind))
    return client.get("/desk/").content.decode()


def test_who_writes_nowhere_is_offered_no_report() -> None:
    make_report()
    assert "Write a report" in first_page("reporter")
    for kind in ("photos", "moderator"):
        assert "Write a report" not in first_page(kind)


def test_a_paper_without_sections_says_where_to_begin() -> None:
    assert "there is none yet. An editor opens one" in first_page("chief")
