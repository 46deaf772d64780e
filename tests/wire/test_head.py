from __future__ import annotations

import datetime as dt

from broadsheet.story import Photo
from broadsheet.wire.copy import Copy, Query, Writer
from broadsheet.wire.forme import Forme
from broadsheet.wire.head import set_over, set_under
from broadsheet.wire.ledger import Ledger
from tests.wire.making import SECOND, SENTENCE, make_manuscript, make_slips, shown


def head(over: list[str], under: list[str]) -> tuple[Copy, int]:
    slips_over, slips_under = make_slips(*over), make_slips(*under)
    forme = Forme(Ledger([]), language="en")
    set_over(forme, slips_over)
    begins = set_under(forme, slips_under)
    forme.headline = "The pier stays open"
    forme.ledger = Ledger([])
    return forme.copy(make_manuscript(SENTENCE), shape="text"), begins


def test_what_stands_between_headline_and_body_is_taken() -> None:
    under = ["A night in the life of a council", "By Ida Brandt", "9 March 2031", SENTENCE]
    copy, begins = head([], under)
    assert copy.standfirst == under[0]
    assert copy.byline == (Writer(name="Ida Brandt"),)
    assert (copy.published_on, begins) == (dt.date(2031, 3, 9), 3)


def test_a_sentence_is_the_standfirst_only_over_a_byline_or_a_date() -> None:
    assert head([], ["It was a long night.", "By Ida Brandt", SENTENCE])[0].standfirst
    assert head([], ["It was a long night.", SENTENCE])[0].standfirst == ""


def test_a_known_kicker_and_a_known_section_are_told_by_their_words() -> None:
    copy, _ = head(["Politics", "[Exclusive]"], [SENTENCE])
    assert (copy.kicker, copy.sections, copy.queries) == ("[Exclusive]", ("Politics",), ())


def test_an_unknown_line_over_the_headline_is_the_kicker_and_the_editor_is_told() -> None:
    copy, _ = head(["Boat fair"], [SENTENCE])
    assert copy.kicker == "Boat fair"
    assert copy.queries == (
        Query(
            block=None, reason="“Boat fair” stands above the headline and was taken for the kicker"
        ),
    )


def test_a_sentence_over_the_headline_is_the_lead_photos_caption_and_the_editor_is_told() -> None:
    copy, _ = head([SECOND], [SENTENCE])
    assert copy.lead == Photo(caption=SECOND)
    assert len(copy.queries) == 1


def test_what_is_not_clear_over_the_headline_stays_in_and_is_marked() -> None:
    copy, _ = head([SECOND, SENTENCE], [SENTENCE])
    assert shown(copy.body) == [SENTENCE]
    assert copy.queries[-1] == Query(block=0, reason="stands above the headline")


def test_a_bare_name_over_a_date_is_the_byline_and_the_editor_is_told() -> None:
    copy, begins = head([], ["Ida Brandt", "9 March 2031", SENTENCE])
    assert copy.byline == (Writer(name="Ida Brandt"),)
    assert (len(copy.queries), begins) == (1, 2)


def test_the_house_below_a_byline_is_the_writers_role() -> None:
    copy, _ = head([], ["By Ida Brandt", "Ormsay News Service", SENTENCE])
    assert copy.byline == (Writer(name="Ida Brandt", title="Ormsay News Service"),)


def test_a_line_between_headline_and_byline_stays_in_and_is_marked() -> None:
    copy, begins = head([], ["Two words", "By Ida Brandt", SENTENCE])
    assert (shown(copy.body), begins) == (["Two words"], 2)
    assert copy.queries[0].reason == "stands between the headline and the byline"
