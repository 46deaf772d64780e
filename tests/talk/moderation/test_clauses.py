"""Which clauses of the standards policy a decision may cite."""

from __future__ import annotations

import json
from typing import Any

import pytest

from broadsheet.config import Config
from broadsheet.desk.models import FrontPage, PolicyPage
from broadsheet.talk.moderation.clauses import Clause, clauses
from tests.talk.moderation.making import make_policy


def publish_policy(*blocks: tuple[str, Any]) -> None:
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    page = PolicyPage(title="Standards", kind="standards", body=body)
    FrontPage.objects.get().add_child(instance=page)
    page.save_revision().publish()


def test_there_are_none_without_a_policy(newsroom: Config) -> None:
    assert clauses() == ()


def test_the_policy_that_a_newsroom_begins_with_has_five(newsroom: Config) -> None:
    make_policy()
    assert [one.number for one in clauses()] == ["1", "2", "3", "4", "5"]
    assert clauses()[3].label == "4. Advertise nothing."


def test_numbered_paragraphs_of_the_last_part_are_clauses_with_their_names(
    newsroom: Config,
) -> None:
    publish_policy(
        ("heading", "1. Accuracy"),
        ("paragraph", "<p><b>1.1 True.</b> We check.</p>"),
        ("heading", "2. Comments"),
        ("paragraph", "<p>Anyone may read them.</p>"),
        ("paragraph", "<p><b>2.1 To the point.</b> Write of the report.</p>"),
        ("paragraph", "<p>2.10 No threats, in jest or otherwise.</p>"),
    )
    assert clauses() == (
        Clause("2.1", "To the point.", "To the point. Write of the report."),
        Clause("2.10", "No threats, in jest or otherwise.", "No threats, in jest or otherwise."),
    )
    assert clauses()[0].label == "2.1 To the point."


@pytest.mark.parametrize(("heading", "label"), [("3. Fair", "3. Fair"), ("Fair", "1. Fair")])
def test_headings_stand_in_where_nothing_is_numbered(
    newsroom: Config, heading: str, label: str
) -> None:
    publish_policy(("heading", heading), ("paragraph", "<p>In 2.5 hours.</p>"))
    assert [one.label for one in clauses()] == [label]


def test_a_list_without_numbers_is_none(newsroom: Config) -> None:
    publish_policy(("listing", {"is_ordered": False, "items": ["<p>A</p>"]}))
    assert clauses() == ()
