from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from broadsheet.server.lines import LONGEST_LINE_BYTES, Lines


@contextmanager
def a_program_that_says(*pieces: bytes) -> Iterator[Lines]:
    lines = Lines()
    os.set_blocking(lines.written, False)
    try:
        for piece in pieces:
            os.write(lines.written, piece)
        yield lines
    finally:
        lines.hand_over()
        lines.close()


def test_a_line_comes_when_it_is_whole() -> None:
    with a_program_that_says(b"one\ntw") as lines:
        assert lines.read() == ["one"]
        assert lines.read() == []
        os.write(lines.written, b"o\n\nthree")
        assert lines.read() == ["two", ""]
        assert not lines.is_over


def test_last_words_need_no_line_end() -> None:
    with a_program_that_says(b"one\ntwo\nthr") as lines:
        lines.read()
        os.write(lines.written, b"ee")
        assert lines.read_to_the_end() == ["three"]
        assert lines.read_to_the_end() == []


def test_a_pipe_that_nobody_holds_is_over() -> None:
    lines = Lines()
    lines.hand_over()
    assert lines.read() == []
    assert lines.is_over
    lines.close()


def test_bytes_that_are_not_utf8_do_no_harm() -> None:
    with a_program_that_says(b"\xff\xfe caf\xc3\xa9\r\n") as lines:
        assert lines.read() == ["\ufffd\ufffd café"]


def test_a_line_without_end_comes_in_pieces() -> None:
    with a_program_that_says(b"x" * LONGEST_LINE_BYTES) as lines:
        assert lines.read() == ["x" * LONGEST_LINE_BYTES]
        os.write(lines.written, b"y\n")
        assert lines.read() == ["y"]
