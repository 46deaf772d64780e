from __future__ import annotations

import pytest

from broadsheet.copydesk.look_over import look_over
from broadsheet.copydesk.remark import KINDS, Kind
from broadsheet.story import Embed, Mark, Paragraph, Text, Topic
from tests.copydesk.making import make_proof


def found(kind: Kind, *body: object, **changes: object) -> list[tuple[str, str, str]]:
    proof = make_proof(*body, **changes)  # type: ignore[arg-type]  # blocks and texts
    return [(one.place, one.words, one.other) for one in look_over(proof, {kind})]


def test_a_report_without_a_topic_is_said_to_be_one() -> None:
    assert found("topic", "Text.") == [("", "", "")]
    assert found("topic", "Text.", topics=(Topic(name="Piers", path="/topics/piers/"),)) == []


def test_a_dead_link_is_found_in_text_and_in_a_card() -> None:
    url, other = "https://gone.example/a", "https://here.example/b"
    text = Text(
        "See the plan and the map.", (Mark(8, 12, "link", url), Mark(21, 24, "link", other))
    )
    body = (Paragraph(text), Embed(url=url, title="The plan"))
    assert found("link", *body, dead_links=frozenset({url})) == [
        ("body.0", "plan", url),
        ("body.1", "The plan", url),
    ]


def test_a_sentence_is_long_beyond_the_newsrooms_number_of_words() -> None:
    text = "One two three four. One two three four five."
    assert found("sentence", text, longest_sentence=4) == [
        ("body.0", "One two three four five.", "5")
    ]
    assert found("sentence", text, longest_sentence=5) == []


@pytest.mark.parametrize(
    ("text", "rarer", "usual"),
    [
        (
            "The mayor, Anna Brandt, spoke. Then Anna Brand left; we asked Anna Brandt.",
            "Brand",
            "Brandt",
        ),
        ("In Lindvik it rained. All of Lindvik is wet, and Lindwik too.", "Lindwik", "Lindvik"),
        ("He met Kim Jong-un, and Kim Jong-eun of Kim Jong-un.", "Jong-eun", "Jong-un"),
        ("We met Petersen. Later Peterson went, and so did Petersen.", "Peterson", "Petersen"),
    ],
)
def test_a_name_that_is_spelled_in_two_ways_is_found(text: str, rarer: str, usual: str) -> None:
    assert [one[1:] for one in found("name", text)] == [(rarer, usual)]


@pytest.mark.parametrize(
    "text",
    [
        "From Austria to Australia it is far; in Austria and in Australia both.",
        "In Korea a Korean spoke of Koreans and of Korea’s coast.",
        "We like Marta, and we like Marius.",
        "The North and the South met in the North.",
        "They named Kim Jong-un and his father, Kim Jong-il.",
        "Trade grew. Traded goods did not. A Trader said so; a trader knows.",
    ],
)
def test_two_names_are_not_one_for_looking_alike(text: str) -> None:
    assert found("name", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pier will open on 3 March 2024, he said.", "will open on 3 March 2024"),
        ("Talks are due to resume on Nov. 25, 2026.", "are due to resume on Nov. 25, 2026"),
        ("It is expected in October 2026.", "is expected in October 2026"),
        ("The bridge is to be built by 2025.", "is to be built by 2025"),
    ],
)
def test_a_day_that_is_over_is_not_to_come(text: str, words: str) -> None:
    assert [one[1] for one in found("date", text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The pier will open on 26 November 2026.",
        "It is expected in November 2026.",
        "The bridge is to be built by 2026.",
        "It opened on 3 March 2024 and will stay.",
        "The mayor will not repeat what she said in March 2024.",
        "It will open on 31 February 2024.",
    ],
)
def test_a_day_that_may_come_or_is_told_of_as_past_is_fine(text: str) -> None:
    assert found("date", text) == []


def test_korean_days_are_read_as_well() -> None:
    assert found("date", "부두는 2024년 3월 3일 문을 열 예정이다.", language="ko")
    assert not found("date", "부두는 2027년 3월 문을 열 예정이다.", language="ko")


def test_only_what_matters_is_looked_for() -> None:
    proof = make_proof("Text.")
    assert {one.kind for one in look_over(proof, KINDS)} == {"topic"}
    assert look_over(proof, set()) == ()
