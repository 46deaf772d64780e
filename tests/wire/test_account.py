from __future__ import annotations

from broadsheet.wire.account import print_account
from tests.wire.making import SENTENCE, read_text


def test_every_line_is_printed_with_what_it_was_taken_for() -> None:
    printed = print_account(read_text(f"Share\n\nThe pier stays open\n\n{SENTENCE}"))
    assert printed == [
        "    1  dropped: row of buttons: Share",
        "    3  headline: The pier stays open",
        f"    5  paragraph: {SENTENCE}",
        "       shape: capture, language: en",
    ]


def test_what_was_taken_is_cut_and_what_was_dropped_or_marked_is_not() -> None:
    long = SENTENCE * 3
    printed = print_account(read_text(f"Share\n\nThe pier\n\n{long}\n\nRead more: {'x' * 150}"))
    assert printed[2] == f"    5  paragraph: {long[:100]}…"
    assert printed[3].endswith("x" * 150)


def test_nothing_in_it_steers_a_terminal() -> None:
    printed = "".join(print_account(read_text(f"The pier\x1b[2J \u202e\n\n{SENTENCE}\x07")))
    assert printed.isprintable()
