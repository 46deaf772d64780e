from __future__ import annotations

import datetime as dt

from bench.prose import as_text, illustrated, prose
from broadsheet import story as s
from broadsheet.wire.copy import Copy
from broadsheet.wire.read import read_bytes


def paragraphs(copy: Copy) -> list[str]:
    return [block.text.plain for block in copy.body if isinstance(block, s.Paragraph)]


def test_the_same_number_gives_the_same_report() -> None:
    assert prose(7) == prose(7)
    assert prose(7).headline != prose(8).headline
    assert prose(7).digest != prose(8).digest


def test_a_report_has_about_five_hundred_words() -> None:
    words = " ".join(paragraphs(prose(3))).split()

    assert 450 < len(words) < 550


def test_a_report_stands_at_the_time_that_it_is_given() -> None:
    published_at = dt.datetime(2026, 3, 1, 22, 30, tzinfo=dt.UTC)
    zone = dt.timezone(dt.timedelta(hours=9))

    assert prose(1, published_at=published_at).published_at(zone) == published_at


def test_the_desk_reads_a_typed_report_as_it_was_meant() -> None:
    """Else the import would be measured over copy that it does not understand."""
    for number in range(20):
        copy = prose(number)
        read = read_bytes(as_text(copy).encode(), name="prose.txt")

        assert read.shape == "text"
        assert read.headline == copy.headline
        assert read.standfirst == copy.standfirst
        assert [writer.name for writer in read.byline] == [copy.byline[0].name]
        assert paragraphs(read) == paragraphs(copy)


def test_an_illustrated_report_names_the_file_of_its_photo() -> None:
    copy = illustrated(prose(1), source="pier.jpg")

    assert copy.lead is not None
    assert copy.lead.source == "pier.jpg"
