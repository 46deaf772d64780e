from __future__ import annotations

import datetime as dt

import pytest

from broadsheet.galley.compose import compose
from broadsheet.galley.galley import Galley, Role
from broadsheet.story import (
    Correction,
    CorrectionKind,
    Credit,
    Figure,
    Gallery,
    Heading,
    Listing,
    Paragraph,
    Person,
    Photo,
    PullQuote,
    Text,
)
from broadsheet.voice.script import pauses
from broadsheet.voice.script.clauses import LONGEST
from broadsheet.voice.script.saying import Saying, SayingError
from broadsheet.voice.script.write import write
from broadsheet.voice.utterance import Utterance
from tests.voice.script.making import make_galley, make_story

NOON = dt.datetime(2031, 5, 5, 3, 0, tzinfo=dt.UTC)


def said(galley: Galley, *sayings: Saying) -> list[str]:
    return [one.text for one in write(galley, sayings).utterances]


def said_of(text: str, *sayings: Saying, language: str = "en") -> str:
    return " ".join(said(make_galley(("paragraph", text), language=language), *sayings))


def mapped(text: str) -> list[tuple[str, list[str]]]:
    """Each spoken word with the galley words that it came from."""
    galley = make_galley(("paragraph", text))
    return [
        (token.text, [galley.word(number) for number in token.words])
        for utterance in write(galley).utterances
        for token in utterance.tokens
    ]


def test_a_report_is_read_in_the_order_in_which_a_listener_wants_it() -> None:
    story = make_story(
        kicker="Harbor",
        standfirst="Two ships wait",
        dateline="PORT CITY",
        byline=(Credit(person=Person(name="Ida Brandt")), Credit(person=Person(name="Jo Vega"))),
        lead=Photo(caption="The crane at dawn."),
        body=(
            Paragraph(Text("The crane moved.")),
            Figure(Photo(caption="A rope.")),
            Heading("What comes next"),
            PullQuote(text="It moved!", attribution="Oakes"),
            Listing(items=(Text("A rope"), Text("A hook")), is_ordered=True),
            Gallery(photos=(Photo(caption="Mud."),), title="Mud in pictures"),
            Listing(items=(Text("Rust"),)),
        ),
        corrections=(Correction(text="The crane is red.", corrected_at=NOON),),
    )
    assert said(compose(story)) == [
        "The east crane moves again.",
        "Two ships wait.",
        "By Ida Brandt,",
        "and Jo Vega.",
        "port city.",
        "The crane moved.",
        "What comes next.",
        "One: A rope.",
        "Two: A hook.",
        "Rust.",
        "Correction.",
        "The crane is red.",
    ]


def test_three_writers_are_told_apart_by_pauses() -> None:
    galley = make_galley(("byline", "Ida Brandt"), ("byline", "Jo Vega"), ("byline", "Al Finch"))
    assert said(galley) == ["By Ida Brandt,", "Jo Vega,", "and Al Finch."]


def test_a_byline_that_has_its_by_gets_no_second_one() -> None:
    assert said(make_galley(("byline", "By Ida Brandt"))) == ["By Ida Brandt."]


@pytest.mark.parametrize(
    ("role", "spoken"),
    [
        ("photographer", "photographer Jo Vega."),
        ("Staff reporter", "Staff reporter Jo Vega."),
        ("photography", "photography by Jo Vega."),
        ("translator", "translator Jo Vega."),
        ("Photos and video", "Photos and video by Jo Vega."),
        ("editor", "editor Jo Vega."),
    ],
)
def test_somebody_with_a_role_is_named_with_it_and_after_the_writers(
    role: str, spoken: str
) -> None:
    names = (("Jo Vega", role), ("Ida Brandt", ""), ("Al Finch", ""))
    byline = tuple(Credit(person=Person(name=name), role=did) for name, did in names)
    galley = compose(make_story(byline=byline))
    assert said(galley)[1:] == ["By Ida Brandt,", "and Al Finch.", spoken]


def test_a_role_is_said_and_nothing_is_lit_for_it() -> None:
    credit = Credit(person=Person(name="Jo Vega"), role="photography")
    galley = compose(make_story(byline=(credit,)))
    tokens = write(galley).utterances[-1].tokens
    assert [(one.text, one.words) for one in tokens[:2]] == [("photography", ()), ("by", ())]
    assert [galley.word(*one.words) for one in tokens[2:]] == ["Jo", "Vega"]


@pytest.mark.parametrize(
    ("kind", "spoken"),
    [
        ("correction", "Correction."),
        ("clarification", "Clarification."),
        ("update", "Update."),
        ("note", "Editor's note."),
        ("retraction", "Retraction."),
    ],
)
def test_a_correction_is_announced_by_its_kind(kind: CorrectionKind, spoken: str) -> None:
    correction = Correction(text="The crane is red.", corrected_at=NOON, kind=kind)
    galley = compose(make_story(corrections=(correction,)))
    assert said(galley)[-2:] == [spoken, "The crane is red."]


def test_a_correction_that_says_what_it_is_is_not_announced_twice() -> None:
    assert said(make_galley(("correction", "Correction: The crane is red."))) == [
        "Correction: The crane is red."
    ]


def test_what_comes_from_no_word_of_the_report_has_no_words() -> None:
    galley = make_galley(("byline", "Ida Brandt"), ("correction", "It is red."))
    (by, ida, _), (correction,), *_ = (one.tokens for one in write(galley).utterances)
    assert (by.text, by.words) == ("By", ())
    assert (ida.text, ida.words) == ("Ida", (0,))
    assert (correction.text, correction.words) == ("Correction", ())


def test_silences_come_from_the_table() -> None:
    galley = make_galley(
        ("headline", "It moves"),
        ("paragraph", "It moved. It stopped."),
        ("heading", "Next"),
        ("paragraph", "More."),
        ("correction", "It is red."),
        ("correction", "It is new."),
    )
    assert [(one.text, one.pause_after_ms) for one in write(galley).utterances] == [
        ("It moves.", pauses.AFTER_LINE["headline"]),
        ("It moved.", pauses.AFTER_SENTENCE),
        ("It stopped.", pauses.BEFORE_HEADING),
        ("Next.", pauses.AFTER_LINE["heading"]),
        ("More.", pauses.BEFORE_CORRECTIONS),
        ("Correction.", pauses.AFTER_CORRECTION_WORD),
        ("It is red.", pauses.AFTER_LINE["correction"]),
        ("Correction.", pauses.AFTER_CORRECTION_WORD),
        ("It is new.", 0),
    ]


def test_a_question_within_a_sentence_ends_an_utterance() -> None:
    asked, told = write(make_galley(("paragraph", "“Why now?” Oakes asked."))).utterances
    assert (asked.text, asked.pause_after_ms) == ("Why now?", pauses.AFTER_INNER_STOP)
    assert (told.text, told.sentence) == ("Oakes asked.", asked.sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It cost $1.2 billion.",
            [
                ("It", ["It"]),
                ("cost", ["cost"]),
                ("one", ["$1.2"]),
                ("point", ["$1.2"]),
                ("two", ["$1.2"]),
                ("billion", ["billion"]),
                ("dollars", ["$1.2", "billion"]),
            ],
        ),
        (
            "On Nov. 3–5, rain.",
            [
                ("On", ["On"]),
                ("November", ["Nov."]),
                ("third", ["3–5"]),
                ("to", ["3–5"]),
                ("fifth", ["3–5"]),
                ("rain", ["rain"]),
            ],
        ),
        (
            "U.S.-led R&D & more",
            [
                ("U S", ["U.S.-led"]),
                ("led", ["U.S.-led"]),
                ("R", ["R&D"]),
                ("and", ["R&D"]),
                ("D", ["R&D"]),
                ("and", []),
                ("more", ["more"]),
            ],
        ),
        (
            "at 3:30 p.m. KST",
            [
                ("at", ["at"]),
                ("three", ["3:30"]),
                ("thirty", ["3:30"]),
                ("P M", ["p.m."]),
                ("Korea", ["KST"]),
                ("Standard", ["KST"]),
                ("Time", ["KST"]),
            ],
        ),
    ],
)
def test_each_spoken_word_knows_the_words_that_it_came_from(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert mapped(text) == expected


def test_a_very_long_sentence_is_parted_at_its_marks() -> None:
    clause = "the crane that lifts the boxes moved again after eleven weeks of rust and rain"
    text = f"{clause}, {clause}; {clause}, and {clause}, {clause}, {clause}."
    parts = write(make_galley(("paragraph", text))).utterances
    assert len(parts) > 1
    assert all(len(one.tokens) <= LONGEST for one in parts)
    assert {one.sentence for one in parts} == {0}
    assert [one.tokens[-1].text for one in parts] == ["rain"] * len(parts)
    assert [one.pause_after_ms for one in parts] == [pauses.AFTER_PART] * (len(parts) - 1) + [0]
    assert parts[-1].ending == "."
    assert all(one.ending in {",", ";"} for one in parts[:-1])


def test_a_headline_in_capitals_is_said_in_words_and_initialisms_are_spelled() -> None:
    galley = make_galley(("headline", "U.S. AND EU TELL MAYOR: IT IS OVER"))
    assert said(galley) == ["U S and E U tell mayor: it is over."]


def test_the_newsroom_says_a_word_before_every_rule_does() -> None:
    halm = Saying("Halm", "HAHM")
    assert said_of("Halm's yard and Halm owe $5.", halm) == (
        "hahm's yard and hahm owe five dollars."
    )
    assert said_of("It is 24/7 here.", Saying("24/7", "all day")) == "It is all day here."


def test_a_phrase_is_said_word_by_word_where_it_can_be() -> None:
    galley = make_galley(("paragraph", "So Kim Jong-un spoke."))
    (one,) = write(galley, [Saying("Kim Jong-un", "/kɪm dʒʌŋˈɯn/")]).utterances
    assert [(token.text, token.words, token.ipa) for token in one.tokens[1:3]] == [
        ("Kim", (1,), "kɪm"),
        ("Jong-un", (2,), "dʒʌŋˈɯn"),
    ]


def test_a_phrase_said_in_other_words_is_one_token_of_all_its_words() -> None:
    galley = make_galley(("paragraph", "The Port Authority of Halm met."))
    (one,) = write(galley, [Saying("Port Authority of Halm", "the HAR-ber bohrd")]).utterances
    assert [(token.text, token.words) for token in one.tokens[1:-1]] == [
        ("the har-ber bohrd", (1, 2, 3, 4))
    ]


def test_an_r_of_a_dictionary_is_an_english_one_in_an_english_report() -> None:
    galley = make_galley(("headline", "Ror's"))
    (one,) = write(galley, [Saying("Ror", "/rɔːr/")]).utterances
    assert [(token.text, token.ipa) for token in one.tokens] == [("Ror's", "ɹɔːɹz")]


def test_the_longest_phrase_goes_first() -> None:
    sayings = [Saying("Port", "one"), Saying("Port City", "two"), Saying("port", "three")]
    assert said_of("Port City, Port and port.", *sayings) == "two, one and three."


def test_a_phrase_is_not_met_across_a_comma() -> None:
    assert said_of("In Port, City men met.", Saying("Port City", "HAHM")) == (
        "In Port, City men met."
    )


def test_a_saying_for_another_language_is_not_heard() -> None:
    assert said_of("Halm met.", Saying("Halm", "HAHM", language="ko")) == "Halm met."
    assert said_of("Halm met.", Saying("Halm", "HAHM", language="en"), language="en-GB") == (
        "hahm met."
    )


def test_a_saying_that_nobody_could_follow_is_refused() -> None:
    with pytest.raises(SayingError, match="Nothing tells how 'Halm' is said"):
        write(make_galley(("headline", "Halm")), [Saying("Halm", " ")])


def test_another_language_keeps_its_words_and_its_pauses() -> None:
    galley = make_galley(
        ("headline", "서울시, 3개 다리 폐쇄"),
        ("byline", "김하늘"),
        ("correction", "다리는 2개다."),
        language="ko",
    )
    assert said(galley) == ["서울시, 3개 다리 폐쇄.", "김하늘.", "다리는 2개다."]


@pytest.mark.parametrize("role", ["kicker", "caption", "quote", "attribution", "title"])
def test_what_is_only_to_be_seen_is_not_read(role: Role) -> None:
    assert said(make_galley((role, "The crane at dawn."))) == []


def test_a_line_without_words_is_passed_over() -> None:
    assert said(make_galley(("headline", "— …"), ("paragraph", "It moved."))) == ["It moved."]


def test_an_empty_report_gives_an_empty_script() -> None:
    assert write(make_galley()).utterances == ()


def lines(utterances: tuple[Utterance, ...]) -> list[int]:
    return [one.line for one in utterances]


def test_an_utterance_names_its_line() -> None:
    galley = make_galley(("kicker", "Port"), ("paragraph", "It moved."), ("headline", "It moves"))
    assert lines(write(galley).utterances) == [2, 1]


def test_a_sign_that_is_a_number_is_said_by_its_name_even_where_letters_are_looked_for() -> None:
    assert said_of("It is ½.½. and ㊿.") == "It is one half one half, and fifty."
    (one,) = write(make_galley(("headline", "½")), [Saying("½", "/hɑːf/")]).utterances
    assert [(token.text, token.ipa) for token in one.tokens] == [("zero point five", "hɑːf")]
