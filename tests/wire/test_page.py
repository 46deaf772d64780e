from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.story import Figure, Mark, Photo, Text
from broadsheet.wire.copy import CopyError, Erratum, Writer
from broadsheet.wire.extract import Extract
from broadsheet.wire.page_pieces import Piece
from broadsheet.wire.page_slips import page_slips
from broadsheet.wire.read import read_bytes
from tests.wire.making import CAPTURES, SECOND, SENTENCE, read_text, shown

PAGE = (CAPTURES / "page.html").read_text(encoding="utf-8")


LATE = "Nobody in the hall had seen the bell fall, and nobody asked where it had gone to."


def make_page(body: str, *, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def make_article(inside: str) -> str:
    return make_page(f"<article><h1>The pier stays open</h1>{inside}</article>")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_whole_page_gives_its_report() -> None:
    copy = read_text(PAGE, name="page.html")
    assert (copy.shape, copy.headline) == ("html", "Ferry fares to fall in spring")
    assert (copy.kicker, copy.language) == ("Transport", "en-GB")
    assert copy.standfirst == "The council has found the money in a place where nobody looked."
    assert copy.byline == (Writer(name="Ida Brandt", title="transport correspondent"),)
    assert (copy.sections, copy.topics) == (("National", "Coast"), ("ferries", "fares"))
    zone = dt.timezone(dt.timedelta(hours=1))
    assert copy.published_at(dt.UTC) == dt.datetime(2031, 3, 5, 9, 30, tzinfo=zone)
    assert copy.lead == Photo(
        caption="The morning ferry leaves Port Ellery on Monday.",
        alt="A ferry at a pier",
        credit="Jo Dean/The Courier",
        source="ferry.jpg",
    )
    assert copy.corrections == (Erratum(text="An earlier version named the wrong month."),)
    assert [line[:60] for line in shown(copy.body)] == [
        "Ferry fares between the isles and the mainland will fall by ",
        "The cut ends three years of rises. It was agreed without a v",
        "## Where the money lay",
        "For eleven years the harbour had paid for the upkeep of a la",
        "> “We paid for the light and sat in the dark.” — Wanda Isley",
        "1. April: fares fall by a third 1. May: bicycles travel free",
        "- Route — Now — April - Ellery — 9 — 6",
        "photo:  []",
        "https://www.youtube.com/embed/abc",
        "https://twitter.com/a/status/1",
        "The next review is due in the autumn, and the treasurer has ",
    ]


def test_a_whole_page_accounts_for_what_was_dropped() -> None:
    dropped = [
        entry.taken_as for entry in read_text(PAGE, name="page.html").account if entry.is_dropped
    ]
    assert dropped == [
        "dropped: left out by the extractor",
        "dropped: navigation",
        "dropped: navigation",
        "dropped: button",
        "dropped: button",
        "dropped: share",
        "dropped: aside",
        "dropped: aside",
        "dropped: newsletter",
        "dropped: newsletter",
        "dropped: left out by the extractor",
        "dropped: comments",
        "dropped: comments",
        "dropped: foot of the page",
    ]


def test_links_and_emphasis_stay_and_unsafe_links_go() -> None:
    copy = read_text(PAGE, name="page.html")
    paragraph = copy.body[1]
    assert paragraph.text.marks == (  # type: ignore[union-attr]
        Mark(13, 33, "link", "https://example.org/fares?a=1&b=2"),
    )
    told = [entry.taken_as for entry in copy.account if "taken off" in entry.taken_as]
    assert told == ["paragraph; taken off: mailto:x@y.example, javascript:alert(1)"]


def test_text_that_the_extractor_left_out_of_the_middle_stays_in_and_is_marked() -> None:
    pieces = [Piece(kind="heading", tag="h1", text=Text("The pier"))]
    pieces += [Piece(kind="text", tag="p", text=Text(text)) for text in (SENTENCE, LATE, SECOND)]
    pieces.insert(3, Piece(kind="text", tag="p", text=Text(LATE), place="aside"))
    extract = Extract(make_article(paragraphs(SENTENCE, SECOND)))
    slips = page_slips(pieces, extract, headline="The pier", language="en")
    assert [(slip.furniture, slip.doubt) for slip in slips[1:]] == [
        ("", ""),
        ("", "the extractor left this out"),
        ("aside", ""),
        ("", ""),
    ]


def test_nested_tables_of_an_old_page_are_only_its_layout() -> None:
    text = paragraphs(SENTENCE, SECOND, LATE)
    cells = "<table><tr><td>" * 20 + text + "</td></tr></table>" * 20
    assert shown(read_text(make_article(cells), name="a.html").body) == [
        SENTENCE,
        SECOND,
        LATE,
    ]


def test_paragraphs_parted_by_line_breaks_are_paragraphs() -> None:
    text = f"<div>{SENTENCE}<br><br>{SECOND}<br>And so on.</div>"
    body = shown(read_text(make_article(text), name="a.html").body)
    assert body == [SENTENCE, f"{SECOND} And so on."]


def test_a_headline_that_the_page_does_not_print_is_taken_from_its_head() -> None:
    head = '<meta property="og:title" content="The pier stays open - The Courier">'
    copy = read_text(make_page(paragraphs(SENTENCE, SECOND), head=head), name="a.html")
    assert copy.headline == "The pier stays open"


def test_a_photo_without_a_caption_keeps_its_alt_text_and_file() -> None:
    image = '<p><img data-src="/x/lamp.png?w=9" src="data:image/gif;base64,R0" alt="The lamp"></p>'
    inside = paragraphs(SENTENCE, SECOND) + image + paragraphs(SENTENCE + SECOND)
    body = read_text(make_article(inside), name="a.html").body
    assert Figure(Photo(alt="The lamp", source="lamp.png")) in body


def test_scripts_and_styles_are_never_text() -> None:
    inside = paragraphs(SENTENCE, SECOND) + "<script>var a = 'evil';</script><style>p{}</style>"
    copy = read_text(make_article(inside), name="a.html")
    assert "evil" not in " ".join(entry.text for entry in copy.account)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (make_page("<nav><a href=/>Home</a><a href=/n>News</a></nav>"), "there is no report in it"),
        (make_page("<script>load()</script>"), "there is no report in it"),
        (make_page(""), "there is no report in it"),
        (make_page("<div>" * 400 + SENTENCE), "nests its elements more than 255 deep"),
        (make_page("<p>" + "<b>x</b>" * 4000), "more than 30,000 elements, or 3,000 in one"),
        (make_page("x" * 3_100_000), "the page has 3,1"),
    ],
)
def test_a_page_without_a_story_is_refused(page: str, said: str) -> None:
    started = time.process_time()  # of this process: a busy machine does not count
    with pytest.raises(CopyError) as error:
        read_text(page, name="page.html")
    assert said in str(error.value)
    assert time.process_time() - started < 20


HOSTILE = [
    *("<table><tr><td>", "</td></tr></table>", "<figure>", "</figure>", "<figcaption>", "<li>"),
    *("<ul>", "</ul>", "<ol>", "</div>", "<blockquote>", "</blockquote>", "<cite>", "<br><br>"),
    *("<p>", "</p>", "<b>", "</b>", "<a href='javascript:x'>", "</a>", "<h1>", "</h1>", "<script>"),
    *('<img src="../../x.jpg" width="9999999999">', "<svg><title>", "</svg>", "<p hidden>", "&#0;"),
    *('<div class="byline">By Ida', '<script type="application/ld+json">{"@type":[1]}</script>'),
    *(SENTENCE, SECOND, "Share", "“Oh”", "<!-- x -->", "<![CDATA[", "\x00", "<iframe src=//x>"),
]


@given(st.lists(st.sampled_from(HOSTILE), max_size=40))
@settings(deadline=None)
def test_whatever_the_markup_a_page_is_a_report_or_refused(parts: list[str]) -> None:
    try:
        copy = read_bytes("".join(parts).encode(), name="page.html")
    except CopyError:
        return
    assert copy.body
    assert all(entry.taken_as for entry in copy.account)
