"""Several processes that print and pack at once, for when there is very much of it."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Self

from django.conf import settings
from django.db.models import QuerySet

from broadsheet.beside import Beside
from broadsheet.press.bake import BATCH_SECONDS, bake, bake_keys
from broadsheet.press.models import Output
from broadsheet.press.outlet import Outlet
from broadsheet.press.pack import enter_packed, pack
from broadsheet.press.print_in_place import InPlace
from broadsheet.press.record import record

logger = logging.getLogger("broadsheet.press")

# A process takes two seconds to come; so long the press alone prints some three hundred pages.
WORTH_IT = 600
_CHUNK = 16
_CHUNKS_FOR_EACH = 8


class Hands:
    """Bakes as `bake` does, with one process a core where there is enough to do for them.

    Use it as a context: leaving it ends them. They give way to everything else on the machine.
    Where one dies, the press goes on alone until it has nothing more to do.
    """

    def __init__(self, site: Outlet, *, worth_it: int = WORTH_IT) -> None:
        self._site = site
        self._worth_it = worth_it
        self._hands: dict[Connection, Beside] = {}
        self._ready: set[Connection] = set()
        self._cores = len(os.sched_getaffinity(0))
        self._is_alone = self._cores < 2

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._let_go()

    def bake(self) -> int:
        """Bake the most pressing stale outputs, for about a quarter of a second. Gives how many."""
        first = Output.objects.stale().first()
        if first is None:
            return 0
        keys = self._round_of(Output.objects.stale().filter(urgency=first.urgency))
        if not keys or not self._are_here():
            return bake(self._site)
        done, left = 0, list[str]()
        answers: Iterator[InPlace] = self._have("print", keys)
        for answer in answers:
            record(answer.printed)
            done += len(answer.printed)
            left += answer.left
        return done + (bake_keys(self._site, left) if left else 0)

    def pack(self) -> int:
        """Pack as `pack` does, what went out compressed quickly. Gives how many outputs."""
        keys = self._round_of(Output.objects.filter(is_packed=False).order_by("pk"))
        if not keys or not self._are_here():
            return pack(self._site, most=1)
        done = 0
        answers: Iterator[list[str]] = self._have("pack", keys)
        for answer in answers:
            enter_packed(answer)
            done += len(answer)
        return done

    def rest(self) -> None:
        """There is nothing to do: let them go, and call others the next time."""
        self._let_go()
        self._is_alone = self._cores < 2

    def _round_of(self, waiting: QuerySet[Output]) -> list[str]:
        """The keys of what one round does; none where the press does it alone."""
        most = self._cores * _CHUNK * _CHUNKS_FOR_EACH
        enough = min(self._worth_it, 2 * _CHUNK) if self._ready else self._worth_it
        if self._is_alone or waiting[:enough].count() < enough:
            return []
        return list(waiting.values_list("key", flat=True)[:most])

    def _are_here(self) -> bool:
        """Call them, and say whether any is ready: until then the press goes on alone."""
        while len(self._hands) < self._cores:
            hand = Beside("broadsheet.press.hand", env={})
            hand.tell(str(settings.CONFIG.home))
            self._hands[hand.wire] = hand
        for wire in self._hands.keys() - self._ready:
            if wire.poll():
                try:
                    self._hands[wire].answer()
                except EOFError:
                    self._lose(wire)
                    return False
                self._ready.add(wire)
        return bool(self._ready)

    def _have(self, craft: str, keys: list[str]) -> Iterator[Any]:
        """Have it done by all of them, and hear what each has to say of it."""
        try:
            yield from self._share(craft, keys)
        except BaseException:
            # They may be in the middle of something, and would answer to another question.
            self._let_go()
            raise

    def _share(self, craft: str, keys: list[str]) -> Iterator[Any]:
        until = time.monotonic() + BATCH_SECONDS
        chunks = [keys[at : at + _CHUNK] for at in range(0, len(keys), _CHUNK)]
        free, busy = list(self._ready), set[Connection]()
        while chunks or busy:
            while chunks and free:
                wire = free.pop()
                self._hands[wire].tell((craft, chunks.pop(0)))
                busy.add(wire)
            heard = wait(busy)
            for wire in [one for one in busy if one in heard]:
                try:
                    answer = self._hands[wire].answer()
                except EOFError:
                    self._lose(wire)
                    return
                busy.remove(wire)
                free.append(wire)
                yield answer
            if time.monotonic() > until:
                chunks.clear()

    def _lose(self, wire: Connection) -> None:
        """What was with any of them is stale still."""
        how = self._hands.pop(wire).stop()
        logger.error("a process that printed has ended: %s; the press goes on alone", how)
        self._let_go()
        self._is_alone = True

    def _let_go(self) -> None:
        self._ready.clear()
        while self._hands:
            self._hands.popitem()[1].stop()
