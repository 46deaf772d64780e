"""How lists are cut: every report stands somewhere, and full pages never change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.press import lists

TOTALS = st.integers(0, 5000)
LENGTHS = st.integers(1, 100)


@given(TOTALS, LENGTHS)
def test_every_report_is_on_a_page(total: int, length: int) -> None:
    newest = lists.newest(total, length=length)
    shown = set(range(newest.start, newest.stop))
    for number in range(1, lists.full_pages(total, length=length) + 1):
        cut = lists.numbered(number, length=length)
        shown |= set(range(cut.start, cut.stop))
    assert shown == set(range(total))


@given(TOTALS, LENGTHS)
def test_the_newest_page_is_never_thin_and_never_endless(total: int, length: int) -> None:
    newest = lists.newest(total, length=length)
    assert newest.stop - newest.start <= 2 * length - 1
    assert newest.stop - newest.start >= min(total, length)


@given(TOTALS, LENGTHS)
def test_older_pages_lead_from_the_newest_to_the_first_without_a_gap(
    total: int, length: int
) -> None:
    cut = lists.newest(total, length=length)
    while cut.older:
        below = lists.numbered(cut.older, length=length)
        assert below.stop == cut.start
        cut = below
    assert cut.start == 0


@given(st.integers(0, 5000), LENGTHS)
def test_a_report_is_found_on_the_page_that_is_named(index: int, length: int) -> None:
    cut = lists.numbered(lists.page_at(index, length=length), length=length)
    assert cut.start <= index < cut.stop
