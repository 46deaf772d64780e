from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.story import Photo
from broadsheet.wire.copy import Copy, CopyError, Erratum, Query, Writer
from broadsheet.wire.furniture.verdict import verdict
from broadsheet.wire.prose import QUOTES
from tests.wire.making import (
    CAPTURES,
    SECOND,
    SENTENCE,
    kept_texts,
    read_capture_file,
    read_text,
    shown,
)

ALL = sorted(file.name for file in CAPTURES.glob("*.txt"))
PAGE_LINES = [
    line for name in ALL for line in (CAPTURES / name).read_text(encoding="utf-8").splitlines()
]


def starts(copy: Copy) -> list[str]:
    return [line[:40] for line in shown(copy.body)]


def test_a_page_like_the_model_gives_its_report_and_none_of_its_furniture() -> None:
    copy = read_capture_file("model-page.txt")
    headline = "Islanders weigh a second bridge to the mainland as ferry fares climb: Survey"
    assert (copy.shape, copy.headline, copy.language) == ("capture", headline, "en")
    assert copy.sections == ("National", "Outer Isles")
    assert copy.byline == (Writer(name="Lee Min-seo"),)
    assert (copy.published_on, copy.queries, copy.topics) == (None, (), ())
    assert copy.lead == Photo(
        caption=(
            "Harbour Master Ines Calloway, left, and ferry pilot Tomas Brandt look over the slipway"
            " at Port Ellery on the eastern shore on March 3, 2031, in this photo released by the"
            " Outer Isles Council."
        ),
        credit="HARBOUR PRESS",
    )
    assert starts(copy) == [
        "The Outer Isles Council is weighing a se",
        "Although the plans are in their early st",
        "The council added that the first aim wou",
        "Throughout the winter, fishers have aske",
        "On Friday, the council named Petra Lindq",
        "photo: Ferry pilot Tomas Brandt, right, ",
        "The study follows the council’s first at",
        "Despite the cost of these rounds, they l",
        "The breakdown of the 2019 round came as ",
        "The isles’ trust in their own boats appe",
        "While the pilots have ruled out a tunnel",
        "Observers expect that the matter will co",
        '“A bridge is only a matter of time," sai',
        '"Considering the tides and the money, a ',
    ]
    assert shown(copy.body)[5].endswith("eleven days. [EIP/HARBOUR PRESS]")
    assert shown(copy.body)[12] == (
        '“A bridge is only a matter of time," said Oona Farrell, who teaches geography at Ellery'
        " College."
    )


def test_a_page_like_the_model_accounts_for_what_was_dropped() -> None:
    dropped = {
        e.line: e.taken_as for e in read_capture_file("model-page.txt").account if e.is_dropped
    }
    assert dropped == {
        5: "dropped: row of buttons",
        7: "dropped: the headline again",
        9: "dropped: audio player",
        14: "dropped: the caption again",
        23: "dropped: related reports",
        32: "dropped: the caption again",
        52: "dropped: comment box",
        53: "dropped: foot of the page",
        54: "dropped: comment box",
        55: "dropped: stray sign",
        56: "dropped: navigation",
        58: "dropped: comment box",
        60: "dropped: comment box",
    }


def test_a_page_without_a_byline_has_none() -> None:
    copy = read_capture_file("no-byline.txt")
    assert copy.headline == "Council votes to keep the lighthouse lamp burning"
    assert copy.standfirst == "The beam will stay, but the keeper's cottage goes up for sale"
    assert (copy.byline, copy.lead) == ((), None)
    assert copy.sections == ("News", "Council")
    assert copy.topics == ("Ormsay light", "island council", "shipping")
    assert copy.corrections == (
        Erratum(text="An earlier version gave the wrong year for the keeper's departure."),
    )
    assert copy.published_at(dt.UTC) == dt.datetime(2031, 2, 14, 18, 5, tzinfo=dt.UTC)
    assert starts(copy) == [
        "The lamp of the Ormsay light will go on ",
        "Seven members voted to keep it and six t",
        "“Nobody here sails by satellite alone,” ",
        "## What it costs",
        "The lamp costs the island 31,000 crowns ",
        "A buoy would have cost 4,000 crowns a ye",
        "The cottage below the tower will be sold",
    ]


def test_a_caption_before_the_headline_is_the_lead_photos() -> None:
    copy = read_capture_file("caption-first.txt")
    assert copy.headline == "Why the river Marl no longer listens to the old gauge"
    assert (copy.kicker, copy.dateline) == ("ANALYSIS", "MARL")
    assert copy.lead == Photo(
        caption=(
            "A heron stands in the flooded car park behind the town hall at Marl on Tuesday"
            " morning."
        ),
        credit="Dunja Kessler/Marl Gazette",
    )
    assert [writer.name for writer in copy.byline] == ["Dunja Kessler", "Piet van der Aa"]
    assert copy.published_on == dt.date(2031, 3, 9)
    assert starts(copy) == [
        "The gauge under the Weavers' Bridge has ",
        "Water stood a hand deep in the car park ",
        "> 'The gauge is honest. It is the riverb",
        "photo: Volunteers carrying sandbags alon",
        "Over nine winters the Marl has cut a sec",
        "“People trust the number on the bridge,”",
        "## A number nobody reads",
        "The town's own engineers have known sinc",
        "## What happens next?",
        "The council meets on Thursday. Until the",
    ]
    assert shown(copy.body)[2] == (
        "> 'The gauge is honest. It is the riverbed that lies.' — Ruth Abara, hydrologist"
    )
    assert shown(copy.body)[3].endswith("Mill Lane [Piet van der Aa]")


def test_a_page_without_captions_has_no_photos() -> None:
    copy = read_capture_file("no-captions.txt")
    assert copy.headline == "A good bakery is a public road"
    assert copy.byline == (Writer(name="Samir Doukas", title="Columnist"),)
    assert copy.sections == ("Opinion", "Letters from the hills")
    assert copy.published_time == dt.time(6, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert copy.lead is None
    assert starts(copy) == [
        "When the bakery at Upper Tessel closed i",
        "We thought of it as a shop. Shops close.",
        "It took a winter to learn what else had ",
        "## Sold with the rye",
        "There was the key to the parish hall, wh",
        "Nobody planned this. No minister opened ",
        "I do not ask the state to bake. I ask it",
        "Samir Doukas writes about the hills ever",
    ]


def test_the_furniture_of_another_language_goes_as_well() -> None:
    copy = read_capture_file("other-language.txt")
    assert (copy.language, copy.headline) == ("ko", "솔섬 등대, 백 년 만에 다시 불 밝힌다")
    assert copy.standfirst == "주민 모금으로 렌즈 복원… 오는 5월 점등식"
    assert copy.byline == (Writer(name="한가람", title="기자", email="garam@namhae.example"),)
    assert copy.sections == ("지역", "섬")
    assert copy.dateline == "솔섬=남해일보"
    assert copy.lead == Photo(
        caption="솔섬 주민들이 4일 오후 복원을 마친 등대 렌즈를 살펴보고 있다.", credit="남해일보"
    )
    assert copy.topics == ("솔섬", "등대", "복원")
    assert (copy.published_on, copy.published_time) == (dt.date(2031, 3, 5), dt.time(9, 12))
    assert [line.split()[0] for line in shown(copy.body)] == [
        "남쪽",
        "솔섬",
        "등대는",
        '"불빛이',
        "주민회는",
    ]


def test_a_stray_list_stays_in_and_is_marked_unless_it_is_one_of_links() -> None:
    copy = read_capture_file("stray-list.txt")
    assert copy.byline == (
        Writer(name="Ida Quist", title="Staff reporter", email="ida.quist@passnews.example"),
    )
    assert copy.dateline == "KALTBERG, Jan. 11"
    body = shown(copy.body)
    assert body[2:5] == [
        "The district asks drivers to carry the following:",
        "- blanket - shovel - water for a day",
        "- Upper Kaltberg - Lower Kaltberg - Sankt Olm - Three Chimneys",
    ]
    assert body[7] == "- the school, until noon - the shop, for bread and paraffin - the chapel"
    assert body[9] == "https://pass.example/webcam"
    reason = "these lines stand together like a list or like links"
    assert copy.queries == (Query(block=4, reason=reason),)
    assert "Goat found alive" not in " ".join(body)


@pytest.mark.parametrize("name", ALL)
def test_no_line_of_furniture_is_left_in_a_report(name: str) -> None:
    copy = read_capture_file(name)
    assert [text for text in shown(copy.body) if verdict(text)] == []


def test_a_caption_printed_twice_without_a_credit_is_a_caption_once() -> None:
    twin = "Children wave from the deck of the first boat on Sunday."
    copy = read_text(
        f"Home > Isles\n\nThe first boat of spring\n\n{SENTENCE}\n\n{twin}\n\n{twin}\n\n{SECOND}"
    )
    assert shown(copy.body)[1] == f"photo: {twin} []"


def test_a_paragraph_printed_twice_stays_in_and_is_marked() -> None:
    long = SENTENCE * 8
    copy = read_text(f"Share\n\nThe pier stays open\n\n{long}\n\n{SECOND}\n\n{long}")
    assert shown(copy.body) == [long, SECOND, long]
    assert copy.queries == (Query(block=2, reason="this paragraph is printed twice"),)


def test_prose_below_the_foot_stays_in_and_is_marked() -> None:
    late = "The ministry declined to comment before the meeting."
    box = "To write comments, please log in."
    copy = read_text(f"The pier stays open\n\n{SENTENCE}\n\n{SECOND}\n\n{box}\n\n{late}")
    assert shown(copy.body)[-1] == late
    assert copy.queries == (Query(block=2, reason="stands below the end of the report"),)


def test_readers_comments_are_dropped_and_told() -> None:
    copy = read_text(
        f"The pier stays open\n\n{SENTENCE}\n\n{SECOND}\n\nComments (1)\n\nI never liked that pier."
    )
    assert shown(copy.body) == [SENTENCE, SECOND]
    assert copy.account[-2].taken_as == "dropped: a reader's comment"


def test_a_short_line_below_related_stays_in_and_is_marked() -> None:
    copy = read_text(
        f"The pier stays open\n\n{SENTENCE}\n\nRelated Article\n\nA long night\n\n{SECOND}"
    )
    assert shown(copy.body) == [SENTENCE, "## A long night", SECOND]
    assert copy.queries == (
        Query(
            block=1,
            reason="stands below “Related Article” and may be a link to another report",
        ),
    )


def test_a_page_of_menus_has_no_report() -> None:
    with pytest.raises(CopyError, match=r"^copy\.txt: there is no report in it, .*hand in"):
        read_text("Home\nNews\nSport\nLog in\nSubscribe\n© 2031 The Courier")


@given(
    st.lists(st.sampled_from(PAGE_LINES), min_size=1, max_size=40), st.sampled_from(["\n", "\n\n"])
)
@settings(deadline=None)
def test_whatever_the_page_every_line_of_it_is_in_the_account_once(
    page: list[str], between: str
) -> None:
    text = between.join(page)
    try:
        copy = read_text(text)
    except CopyError:
        return
    written = [(at, line.strip()) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    assert [(entry.line, entry.text) for entry in copy.account if entry.line] == written


@given(
    st.lists(st.sampled_from(PAGE_LINES), min_size=1, max_size=40), st.sampled_from(["\n", "\n\n"])
)
@settings(deadline=None)
def test_whatever_the_page_every_quotation_mark_that_is_kept_is_intact(
    page: list[str], between: str
) -> None:
    try:
        copy = read_text(between.join(page))
    except CopyError:
        return
    if any("stand in" in query.reason for query in copy.queries):
        return  # the headline repeats the text then
    kept = [
        entry.text
        for entry in copy.account
        if not entry.is_dropped and not entry.taken_as.startswith("section")
    ]
    assert _marks(kept) == _marks(kept_texts(copy))


def _marks(texts: object) -> list[str]:
    return sorted(char for text in texts for char in text if char in QUOTES)  # type: ignore[attr-defined]
