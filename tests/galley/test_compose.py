from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings

from broadsheet.galley.compose import compose, compose_text
from broadsheet.story import (
    Correction,
    Credit,
    Figure,
    Gallery,
    Heading,
    Listing,
    Paragraph,
    Person,
    PullQuote,
    Section,
    Story,
    Text,
)
from tests.galley.making import PUBLISHED_AT, make_story, stories

PLACES = [
    ("kicker", "kicker", "Harbour"),
    ("headline", "headline", "The east crane moves again"),
    ("standfirst", "standfirst", "After eleven weeks the port lifts its first box."),
    ("lead", "caption", "The crane at dawn. It is red."),
    ("byline.0", "byline", "Ida Brandt"),
    ("byline.1", "byline", "Mina Oh"),
    ("dateline", "dateline", "NORTH HARBOUR"),
    ("body.0", "paragraph", "It rose at six. Nobody cheered."),
    ("body.1", "heading", "What comes next"),
    ("body.2", "caption", "The second crane."),
    ("body.3.title", "title", "Cranes"),
    ("body.3.0", "caption", "One."),
    ("body.3.1", "caption", "Two."),
    ("body.4", "quote", "“It is time.”"),
    ("body.4.attribution", "attribution", "Otto Riis, harbour master"),
    ("body.5.0", "item", "Bread"),
    ("body.5.1", "item", "Salt"),
    ("body.6.0", "item", "Rope"),
    ("correction.0", "correction", "It was ten weeks."),
]


def test_a_story_is_set_in_the_order_of_its_page() -> None:
    galley = compose(make_story())
    assert [(line.place, line.role, line.text) for line in galley.lines] == PLACES
    assert galley.language == "en"


def test_only_the_items_of_a_numbered_list_have_an_ordinal() -> None:
    galley = compose(make_story())
    assert {line.place: line.ordinal for line in galley.lines if line.ordinal} == {
        "body.5.0": 1,
        "body.5.1": 2,
    }


def test_a_line_tells_what_somebody_did_and_of_which_kind_a_correction_is() -> None:
    person = Person(name="Jo Vega")
    galley = compose(
        make_story(
            byline=(Credit(person=person), Credit(person=person, role="photography")),
            corrections=(
                Correction(text="It is red.", corrected_at=PUBLISHED_AT),
                Correction(text="It is said so.", corrected_at=PUBLISHED_AT, kind="clarification"),
            ),
        )
    )
    assert {line.place: line.label for line in galley.lines if line.label} == {
        "byline.1": "photography",
        "correction.0": "correction",
        "correction.1": "clarification",
    }


def test_what_is_blank_has_no_line() -> None:
    bare = make_story(
        kicker=" ", standfirst="", dateline="\n", byline=(), lead=None, body=(), corrections=()
    )
    assert [line.place for line in compose(bare).lines] == ["headline"]


def test_a_block_keeps_its_place_when_one_before_it_is_blank() -> None:
    story = make_story(body=(Paragraph(Text(" ")), Paragraph(Text("It rose."))))
    assert "body.1" in {line.place for line in compose(story).lines}


def test_plain_lines_are_set_without_a_story() -> None:
    galley = compose_text(
        (("headline", "It moves"), ("paragraph", " "), ("paragraph", "It rose. It fell.")),
        language="en-GB",
    )
    assert [(line.number, line.place, line.role) for line in galley.lines] == [
        (0, "headline", "headline"),
        (1, "body.2", "paragraph"),
    ]
    assert [number for _, one in galley.sentences for number in [one.number]] == [0, 1, 2]
    assert galley.language == "en-GB"


def test_words_and_sentences_are_found_by_their_numbers() -> None:
    galley = compose(make_story())
    line, word = galley.words[2]
    assert (line.place, word.number, galley.word(2)) == ("headline", 2, "east")
    line, sentence = galley.sentences[4]
    assert line.text[sentence.start : sentence.end] == "It is red."


@given(story=stories)
def test_every_text_of_a_story_is_in_exactly_one_line(story: Story) -> None:
    galley = compose(story)
    assert sorted(line.text for line in galley.lines) == sorted(
        text for text in _texts(story) if text.strip()
    )
    places = [line.place for line in galley.lines]
    assert len(set(places)) == len(places)


def _texts(story: Story) -> Iterator[str]:
    yield from (story.kicker, story.headline, story.standfirst, story.dateline)
    yield from (photo.caption for photo in story.photos)
    yield from (credit.person.name for credit in story.byline)
    yield from (correction.text for correction in story.corrections)
    for block in story.body:
        match block:
            case Paragraph(text):
                yield text.plain
            case Heading(heading):
                yield heading
            case Gallery():
                yield block.title
            case PullQuote():
                yield from (block.text, block.attribution)
            case Listing():
                yield from (item.plain for item in block.items)
            case _:
                assert isinstance(block, Figure)


@given(story=stories)
def test_numbers_are_consecutive_through_the_whole_galley(story: Story) -> None:
    galley = compose(story)
    assert [line.number for line in galley.lines] == list(range(len(galley.lines)))
    assert [one.number for _, one in galley.sentences] == list(range(len(galley.sentences)))
    assert [one.number for _, one in galley.words] == list(range(len(galley.words)))


@given(story=stories)
def test_sentences_are_their_line_and_hold_their_words(story: Story) -> None:
    for line in compose(story).lines:
        joined = "".join(line.text[one.start : one.end] for one in line.sentences)
        assert joined == line.text
        for sentence in line.sentences:
            for word in sentence.words:
                assert sentence.start <= word.start < word.end <= sentence.end


@given(story=stories)
def test_every_letter_and_digit_of_a_line_is_in_one_word(story: Story) -> None:
    for line in compose(story).lines:
        words = "".join(line.text[word.start : word.end] for word in line.words)
        assert [*filter(str.isalnum, words)] == [*filter(str.isalnum, line.text)]


@settings(max_examples=50)
@given(story=stories)
def test_setting_a_story_twice_gives_equal_galleys(story: Story) -> None:
    assert compose(story) == compose(story)


def test_what_stands_beside_the_text_of_a_report_changes_nothing() -> None:
    other = make_story(
        path="/other/", published_at=PUBLISHED_AT, sections=(Section(name="Sea", path="/sea/"),)
    )
    assert compose(other) == compose(make_story())
