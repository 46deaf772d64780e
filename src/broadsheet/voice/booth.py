"""Utterances → takes, said by several processes at once."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self, TypeVar

from broadsheet.voice.beginning import beginning
from broadsheet.voice.engine import EngineError
from broadsheet.voice.microphone import Microphone
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance
from broadsheet.voice.voice_spec import VoiceSpec

Kept = TypeVar("Kept")

_TRIES = 2
_LOOK_SECONDS = 1.0


class Booth:
    """Where a voice speaks. Use it as a context: leaving it ends its processes.

    `processes` is how many speak at once, by default one for each core. They are started when
    there is work for them, give way to everything else on the machine, and end by themselves if
    this process is killed. One that is silent for `patience_seconds` over an utterance, or for
    `loading_seconds` over its voice, or that dies, is replaced, and what it was to do is tried
    once more. A booth works for one caller at a time.
    """

    def __init__(
        self,
        spec: VoiceSpec,
        *,
        processes: int | None = None,
        patience_seconds: float = 120.0,
        loading_seconds: float = 120.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.spec = spec
        self._processes = processes or _cores()
        self._ahead = 2 * self._processes + 8
        self._patience_seconds = patience_seconds
        self._loading_seconds = loading_seconds
        self._clock = clock
        self._signature = ""
        self._lost_while_loading = 0
        self._seats: list[_Seat] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        while self._seats:
            self._clear(self._seats[-1])

    @property
    def signature(self) -> str:
        """The engine's own. Loads the voice if it is not loaded yet. Raises EngineError."""
        while not self._signature:
            if not self._seats:
                self._call_in()
            self._hear(_LOOK_SECONDS)
        return self._signature

    def say_all(self, wanted: Iterable[Utterance | Kept]) -> Generator[Take | Kept, None, None]:
        """Say utterances. Takes come in the order of `wanted`, among what was kept of it before.

        `wanted` is followed a few ahead of what has come, never further, so that memory does not
        grow with its length. Raises EngineError, which names the sentence that failed.
        """
        order: deque[_Part | Kept] = deque()
        coming = iter(wanted)
        try:
            while self._look_ahead(order, coming):
                self._hear(0)
                self._hand_out(order)
                while (take := _said(order[0])) is None:
                    self._hear(_LOOK_SECONDS)
                    self._hand_out(order)
                order.popleft()
                yield take
        finally:
            # What they are saying is wanted by nobody any more.
            for seat in [seat for seat in self._seats if seat.part]:
                self._clear(seat)

    def _look_ahead(self, order: deque[_Part | Kept], coming: Iterator[Utterance | Kept]) -> bool:
        """Fill the order up. False: there is nothing left in it."""
        for one in islice(coming, self._ahead - len(order)):
            order.append(_Part(one) if isinstance(one, Utterance) else one)
        return bool(order)

    def _hand_out(self, order: deque[_Part | Kept]) -> None:
        """Give what nobody says yet to those who are free; call in others as far as needed."""
        open_parts = deque(part for part in order if isinstance(part, _Part) and part.is_open)
        for seat in self._seats:
            if seat.is_free and open_parts:
                self._give(seat, open_parts.popleft())
        loading = sum(not seat.is_ready for seat in self._seats)
        for _ in range(min(len(open_parts) - loading, self._processes - len(self._seats))):
            self._call_in()

    def _give(self, seat: _Seat, part: _Part) -> None:
        seat.part, part.is_open = part, False
        seat.due_at = self._clock() + self._patience_seconds
        seat.microphone.say(part.utterance)

    def _call_in(self) -> None:
        microphone = Microphone(
            self.spec,
            patience_seconds=self._patience_seconds,
            loading_seconds=self._loading_seconds,
        )
        self._seats.append(_Seat(microphone, due_at=self._clock() + self._loading_seconds))

    def _clear(self, seat: _Seat) -> str:
        self._seats.remove(seat)
        return seat.microphone.stop()

    def _hear(self, seconds: float) -> None:
        """Wait, no longer than that, for an answer, an end or the end of patience; see to it."""
        due = [seat.due_at - self._clock() for seat in self._seats if seat.due_at is not None]
        heard = wait([seat.microphone.wire for seat in self._seats], max(0, min([seconds, *due])))
        for seat in [seat for seat in self._seats if seat.microphone.wire in heard]:
            try:
                answer = seat.microphone.answer()
            except EOFError:
                self._lost(seat, f"its process ended ({self._clear(seat)})")
            else:
                self._answered(seat, answer)
        now = self._clock()
        for seat in [
            seat for seat in self._seats if seat.due_at is not None and seat.due_at <= now
        ]:
            self._clear(seat)
            patience = self._patience_seconds if seat.is_ready else self._loading_seconds
            self._lost(seat, f"it gave no answer for {patience:g} seconds")

    def _answered(self, seat: _Seat, answer: str | Take | EngineError) -> None:
        part, seat.part, seat.due_at = seat.part, None, None
        if isinstance(answer, str):
            self._is_ready(seat, answer)
        elif part is None:
            self._clear(seat)
            raise EngineError(str(answer))
        elif isinstance(answer, EngineError):
            raise answer
        else:
            part.take = answer

    def _is_ready(self, seat: _Seat, signature: str) -> None:
        seat.is_ready = True
        self._lost_while_loading = 0
        if signature != (self._signature or signature):
            self._clear(seat)
            raise EngineError(
                f"voice {self.spec.name}: another voice was loaded than before ({signature}, not"
                f" {self._signature}); let its files be, and voice again"
            )
        self._signature = signature

    def _lost(self, seat: _Seat, how: str) -> None:
        if seat.part:
            seat.part.losses += 1
            seat.part.is_open = True
            if seat.part.losses == _TRIES:
                raise EngineError(
                    f"{beginning(seat.part.utterance)}: voice {self.spec.name} was lost over this"
                    f" {_TRIES} times, and the last time {how}; write the sentence differently or"
                    " choose another voice"
                )
        elif not seat.is_ready:
            self._lost_while_loading += 1
            if self._lost_while_loading == _TRIES:
                self._lost_while_loading = 0
                raise EngineError(
                    f"voice {self.spec.name} cannot be loaded; {_TRIES} times it was tried and the"
                    f" last time {how}; check its files and the memory that is free"
                )


@dataclass(eq=False, slots=True)
class _Part:
    """An utterance on its way. It is open while nobody is saying it and nobody has."""

    utterance: Utterance
    take: Take | None = None
    is_open: bool = True
    losses: int = 0


@dataclass(eq=False, slots=True)
class _Seat:
    """Somebody at a microphone, what they are saying, and when we stop waiting for them."""

    microphone: Microphone
    due_at: float | None
    is_ready: bool = False
    part: _Part | None = None

    @property
    def is_free(self) -> bool:
        return self.is_ready and self.part is None


def _said(one: _Part | Kept) -> Take | Kept | None:
    return one.take if isinstance(one, _Part) else one


def _cores() -> int:
    """How many this process may use, where the machine tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
