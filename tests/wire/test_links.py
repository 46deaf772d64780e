from __future__ import annotations

from broadsheet.wire.clear import judged
from broadsheet.wire.lines import lines
from broadsheet.wire.links import find_links
from broadsheet.wire.slip import slips
from broadsheet.wire.take import takes
from tests.wire.making import SENTENCE


def links(text: str) -> list[tuple[int, bool]]:
    found = find_links(judged(slips(takes(lines(text)), language="en")))
    return [(at, bool(link.doubt)) for at, link in found.items()]


def test_lines_that_stand_close_below_related_are_links() -> None:
    assert links(f"Related\nA pier\nA boat\n\n{SENTENCE}") == [(1, False), (2, False)]


def test_full_headlines_below_a_blank_line_are_links() -> None:
    assert links(f"Related\n\nThe night on which it was kept\n\n{SENTENCE}") == [(1, False)]


def test_a_short_line_below_a_blank_line_is_doubtful() -> None:
    assert links(f"Related\n\nA long night\n\n{SENTENCE}") == [(1, True)]


def test_every_line_below_most_read_is_a_link_with_its_number() -> None:
    assert links(f"Most read\n\n1\n\nA pier\n\n2\n\nA boat\n\n{SENTENCE}") == [
        (at, False) for at in range(1, 5)
    ]


def test_prose_ends_a_list_at_once() -> None:
    assert links(f"Related Article\n\n{SENTENCE}\n\nA heading of it") == []
