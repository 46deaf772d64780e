from __future__ import annotations

from broadsheet.wire.copy import Writer
from tests.wire.making import SECOND, SENTENCE, read_text, shown

HEADLINE = "The pier stays open"
LATE = "Nobody in the hall had seen the bell fall, and nobody asked where it had gone to."


def body(*texts: str) -> list[str]:
    return shown(read_text("\n\n".join((HEADLINE, *texts))).body)


def test_paragraphs_keep_their_order_and_headings_their_place() -> None:
    assert body(SENTENCE, "A long night", SECOND) == [SENTENCE, "## A long night", SECOND]


def test_numbers_and_bullets_are_lists_of_their_own() -> None:
    assert body(SENTENCE, "1. one\n2. two\n- three\n1. four", SECOND) == [
        SENTENCE,
        "1. one 1. two",
        "- three",
        "## 1. four",
        SECOND,
    ]


def test_a_list_that_begins_anew_at_one_is_another_list() -> None:
    assert body(SENTENCE, "1. one\n2. two\n1. three\n2. four", SECOND)[1:3] == [
        "1. one 1. two",
        "1. three 1. four",
    ]


def test_numbers_that_a_list_would_not_give_again_are_kept() -> None:
    assert body(SENTENCE, "3. three\n7. seven", SECOND)[1] == "- 3. three - 7. seven"


def test_one_numbered_line_before_prose_is_a_heading() -> None:
    assert body(SENTENCE, "2. The night", SECOND)[1] == "## 2. The night"


def test_a_quotation_with_its_speaker_below_is_a_pull_quote() -> None:
    assert (
        body(SENTENCE, "“We are glad.”", "— Ida Brandt", SECOND)[1]
        == "> “We are glad.” — Ida Brandt"
    )


def test_lines_that_were_marked_as_said_are_one_pull_quote() -> None:
    quote = "> We are glad\n> and tired.\n> -- Ida Brandt"
    assert body(SENTENCE, quote, SECOND)[1] == "> We are glad and tired. — Ida Brandt"


def test_a_byline_at_the_end_is_the_byline_and_what_stands_below_it_is_marked() -> None:
    copy = read_text("\n\n".join((HEADLINE, SENTENCE, SECOND, "BY IDA BRANDT", "She is well.")))
    assert copy.byline == (Writer(name="Ida Brandt"),)
    assert [query.reason for query in copy.queries] == ["stands below the byline at the end"]


def test_a_bare_name_at_the_end_is_the_byline_and_the_editor_is_told() -> None:
    copy = read_text("\n\n".join((HEADLINE, SENTENCE, SECOND, "Ida Brandt")))
    assert copy.byline == (Writer(name="Ida Brandt"),)
    assert copy.queries[0].block is None


def test_a_byline_in_the_middle_stays_in_and_is_marked() -> None:
    copy = read_text("\n\n".join((HEADLINE, SENTENCE, SECOND, "By Ida Brandt", LATE, LATE * 2)))
    assert "By Ida Brandt" in shown(copy.body)
    assert copy.byline == ()


def test_an_agencys_writer_in_the_dateline_is_the_byline() -> None:
    copy = read_text(
        "등대가 켜졌다\n\n(솔섬=남해) 한가람 기자 = 솔섬에서 등대가 다시 켜졌다고 밝혔다."
    )
    assert [writer.name for writer in copy.byline] == ["한가람"]
    assert copy.dateline == "솔섬=남해"


def test_a_date_in_the_body_is_a_heading() -> None:
    assert body(SENTENCE, "June 12, 2018", SECOND)[1] == "## June 12, 2018"
