from __future__ import annotations

import datetime as dt

import pytest

from broadsheet.story import Figure, Gallery, Mark, Paragraph, Photo, PullQuote, Text
from broadsheet.wire.copy import CopyError, Erratum, Writer
from tests.wire.making import SECOND, SENTENCE, read_text, shown

FRONT = """---
headline: The pier stays open
kicker: Harbour
standfirst: A long night
byline:
  - Ida Brandt
  - {name: Bo Li, role: photography, email: bo@courier.example}
section: National > Coast
date: 2031-03-09 10:30 +09:00
dateline: ORMSAY
topics: [pier, harbour]
language: en-GB
lead:
  {file: pictures/pier.jpg, caption: The pier “at dawn”, alt: A pier, credit: COURIER, rights: ours}
corrections:
  - {date: 2031-03-10, text: It was June.}
---
"""


def md(text: str) -> list[str]:
    return shown(read_text(f"# The pier\n\n{text}", name="copy.md").body)


def test_front_matter_gives_the_particulars() -> None:
    copy = read_text(FRONT + SENTENCE, name="copy.md")
    assert (copy.shape, copy.headline, copy.kicker) == (
        "markdown",
        "The pier stays open",
        "Harbour",
    )
    assert (copy.standfirst, copy.dateline, copy.language) == ("A long night", "ORMSAY", "en-GB")
    assert copy.byline == (
        Writer(name="Ida Brandt"),
        Writer(name="Bo Li", role="photography", email="bo@courier.example"),
    )
    assert (copy.sections, copy.topics) == (("National", "Coast"), ("pier", "harbour"))
    seoul = dt.timezone(dt.timedelta(hours=9))
    assert copy.published_at(dt.UTC) == dt.datetime(2031, 3, 9, 10, 30, tzinfo=seoul)
    assert copy.lead == Photo(
        caption="The pier “at dawn”",
        alt="A pier",
        credit="COURIER",
        rights="ours",
        source="pictures/pier.jpg",
    )
    assert copy.corrections == (Erratum(text="It was June.", corrected_on=dt.date(2031, 3, 10)),)
    assert (shown(copy.body), copy.queries) == ([SENTENCE], ())


def test_what_front_matter_holds_wrongly_is_told_and_left_out() -> None:
    copy = read_text(
        "---\nheadline: [a]\nbyline: {x: 1}\ndate: soon\nlead: {file: /etc/passwd}\nfoo: bar\n"
        f"topics:\n---\n# The pier\n\n{SENTENCE}",
        name="copy.md",
    )
    assert copy.headline == "The pier"
    assert (copy.byline, copy.lead, copy.published_on) == ((), None, None)
    told = {entry.line: entry.taken_as for entry in copy.account if entry.is_dropped}
    assert told[2] == "dropped: the field headline holds a list instead of one line of text"
    assert told[6] == "dropped: there is no field 'foo'"
    assert told[7] == "dropped: the field topics is empty"
    assert len(copy.queries) == 4


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    copy = read_text(f"---\n\n# The pier\n\n{SENTENCE}\n\n---\n", name="copy.md")
    assert (copy.headline, shown(copy.body)) == ("The pier", [SENTENCE])


def test_emphasis_and_links_become_marks() -> None:
    copy = read_text(
        "# The pier\n\nIt *stays* **[open](https://a.example/x)**, she\nsaid.", name="c.md"
    )
    assert copy.body == (
        Paragraph(
            Text(
                "It stays open, she said.",
                (
                    Mark(3, 8, "em"),
                    Mark(9, 13, "link", "https://a.example/x"),
                    Mark(9, 13, "strong"),
                ),
            )
        ),
    )


def test_html_is_text_and_unsafe_links_are_taken_off_and_told() -> None:
    copy = read_text("# The pier\n\n<b>It</b> [stays](javascript:alert(1)) open.", name="copy.md")
    assert copy.body == (Paragraph(Text("<b>It</b> stays open.")),)
    assert copy.account[1].taken_as == "paragraph; taken off: javascript:alert(1)"


def test_every_block_has_its_place() -> None:
    parts = (
        SENTENCE,
        "## A *night*",
        '![A pier](pier.jpg "At dawn. [COURIER]")',
        "- one\n- **two**",
        "1. three",
        "> We are glad\n> -- Ida Brandt",
        "https://pass.example/webcam",
        "***",
        SECOND,
    )
    assert md("\n\n".join(parts)) == [
        SENTENCE,
        "## A night",
        "photo: At dawn. [COURIER]",
        "- one - two",
        "1. three",
        "> We are glad — Ida Brandt",
        "https://pass.example/webcam",
        SECOND,
    ]


def test_several_images_in_one_paragraph_are_a_gallery() -> None:
    copy = read_text(f'# The pier\n\n{SENTENCE}\n\n![a](a.jpg) ![b](../b.jpg "Boats")', name="c.md")
    assert copy.body[1] == Gallery(
        photos=(Photo(alt="a", source="a.jpg"), Photo(alt="b", source="b.jpg", caption="Boats"))
    )


def test_an_image_over_the_text_is_the_lead_photo() -> None:
    copy = read_text(f"# The pier\n\n![A pier](pier.jpg)\n\n{SENTENCE}", name="copy.md")
    assert copy.lead == Photo(alt="A pier", source="pier.jpg")


def test_a_quotation_keeps_its_marks_and_spans_lines() -> None:
    copy = read_text(f'# The pier\n\n{SENTENCE}\n\n> “We" are\n> glad.\n', name="copy.md")
    assert copy.body[1] == PullQuote(text='“We" are glad.')


def test_what_has_no_form_at_the_desk_stays_in_and_is_marked() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    parts = ("# The pier", SENTENCE, table, "- one\n  - two", "    code")
    copy = read_text("\n\n".join(parts), name="copy.md")
    assert shown(copy.body)[1] == "- a — b - 1 — 2"
    assert [query.block for query in copy.queries] == [1, 2]


def test_a_byline_below_the_headline_is_the_byline() -> None:
    copy = read_text(f"# The pier\n\n*By Ida Brandt*\n\n9 March 2031\n\n{SENTENCE}", name="copy.md")
    assert copy.byline == (Writer(name="Ida Brandt"),)
    assert copy.published_on == dt.date(2031, 3, 9)


def test_a_text_is_known_as_markdown_by_how_it_begins() -> None:
    assert read_text(f"# The pier\n\n{SENTENCE}", name="copy.txt").shape == "markdown"
    assert read_text(FRONT + SENTENCE, name="copy").shape == "markdown"


def test_markdown_without_text_is_refused() -> None:
    with pytest.raises(CopyError, match="there is no report in it"):
        read_text("# The pier\n\n## A night\n", name="copy.md")


def picture(text: str) -> Photo:
    copy = read_text(f"# The pier\n\n{SENTENCE}\n\n![{text}](pier.jpg)\n", name="copy.md")
    (photo,) = (block.photo for block in copy.body if isinstance(block, Figure))
    return photo


def test_a_credit_at_the_end_of_a_pictures_text_is_its_credit() -> None:
    photo = picture("A pier at dawn. [YONHAP]")
    assert (photo.alt, photo.credit, photo.caption) == ("A pier at dawn.", "YONHAP", "")


def test_a_pictures_text_without_a_credit_is_left_as_it_is() -> None:
    photo = picture("A sign: Bridge [closed] today")
    assert (photo.alt, photo.credit) == ("A sign: Bridge [closed] today", "")
