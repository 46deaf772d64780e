"""What a program writes into a pipe → whole lines of text."""

from __future__ import annotations

import contextlib
import os

# A longer line comes in pieces: a program that writes no line ends must not fill our memory.
LONGEST_LINE_BYTES = 64 * 1024


class Lines:
    """A pipe, read without waiting for it.

    A program is given `written`, which `hand_over()` closes on our side. `is_over` turns true
    when nobody holds that end any more.
    """

    def __init__(self) -> None:
        self.handle, self.written = os.pipe()
        os.set_blocking(self.handle, False)
        self.is_over = False
        self._rest = b""

    def hand_over(self) -> None:
        os.close(self.written)

    def close(self) -> None:
        os.close(self.handle)

    def read(self) -> list[str]:
        """The lines that have come whole since the last time."""
        try:
            came = os.read(self.handle, LONGEST_LINE_BYTES)
        except BlockingIOError:
            return []
        self.is_over = not came
        *lines, self._rest = (self._rest + came).split(b"\n")
        if len(self._rest) >= LONGEST_LINE_BYTES:
            lines.append(self._rest)
            self._rest = b""
        return [_text(line) for line in lines]

    def read_to_the_end(self) -> list[str]:
        """All that a program which has ended left in the pipe, a last line without its end too."""
        came = b""
        with contextlib.suppress(BlockingIOError):
            while piece := os.read(self.handle, LONGEST_LINE_BYTES):
                came += piece
        left, self._rest = self._rest + came, b""
        return [_text(line) for line in left.removesuffix(b"\n").split(b"\n")] if left else []


def _text(line: bytes) -> str:
    return line.decode("utf-8", errors="replace").rstrip("\r")
