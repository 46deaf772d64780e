from __future__ import annotations

from broadsheet.wire.bylines import bare_name, joined_bylines
from broadsheet.wire.copy import Writer
from tests.wire.making import SENTENCE, make_slips


def test_a_name_with_its_role_and_address_below_is_one_byline() -> None:
    slips = joined_bylines(make_slips("IDA QUIST", "Staff reporter", "ida@pass.example", SENTENCE))
    assert [slip.kind for slip in slips] == ["byline", "prose"]
    assert slips[0].reading.writers == (
        Writer(name="Ida Quist", title="Staff reporter", email="ida@pass.example"),
    )
    assert [line.text for line in slips[0].take.lines] == [
        "IDA QUIST",
        "Staff reporter",
        "ida@pass.example",
    ]


def test_a_bare_name_is_no_byline_yet() -> None:
    slips = joined_bylines(make_slips("North Korea", "The pier stays open", SENTENCE))
    assert [slip.kind for slip in slips] == ["title", "title", "prose"]
    assert bare_name(slips[0]) == Writer(name="North Korea")
    assert bare_name(slips[1]) is None
