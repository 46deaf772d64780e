"""The booth at work: recordings that wait, one after the other."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import ExitStack
from typing import Self

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone

from broadsheet import roster
from broadsheet.studio.claimed_recording import claimed_recording
from broadsheet.studio.clear_away import clear_away
from broadsheet.studio.models import Recording
from broadsheet.studio.slips import Slips
from broadsheet.studio.voice_report import voice_report
from broadsheet.voice.booth import Booth
from broadsheet.voice.voice_spec import VoiceSpec

logger = logging.getLogger("broadsheet.studio")

GLANCE_SECONDS = 0.5
IDLE_SECONDS = 60
PAUSE_AFTER_TROUBLE_SECONDS = 5
LOOK_SECONDS = 5
CLEAR_SECONDS = 3600


def work(stop: threading.Event, *, slips: Slips | None = None) -> None:
    """Voice what waits until `stop` is set; what a booth that died left undone comes first.

    Where a newsroom is on one machine, another booth in it stands by meanwhile; where it is on
    several, each voices another report. With `slips` it looks for what waits when one comes in,
    and every `[tasks] look_seconds`.
    """
    while not stop.is_set():
        try:
            with roster.at_work("booth") as is_here:
                if is_here:
                    _work_here(stop, slips)
        except (OSError, DatabaseError) as error:
            logger.error("the booth waits %d s: %s", PAUSE_AFTER_TROUBLE_SECONDS, error)
            connection.close()
            stop.wait(PAUSE_AFTER_TROUBLE_SECONDS)
        stop.wait(GLANCE_SECONDS)


def _work_here(stop: threading.Event, slips: Slips | None) -> None:
    Recording.objects.take_up_again()
    look_at = clear_at = time.monotonic()
    slip: threading.Event | None = None
    with _Voices() as voices:
        while not stop.is_set():
            now = time.monotonic()
            if now >= look_at and roster.is_of_many_machines():
                look_at = now + LOOK_SECONDS
                Recording.objects.take_up_again()
            if _see_to(slip, voices, stop):
                slip = slips.take(seconds=0) if slips else None
                continue
            voices.rest(now)
            if now >= clear_at:
                clear_at = now + CLEAR_SECONDS
                clear_away(now=timezone.now())
            slip = _wait(stop, slips)


def _see_to(slip: threading.Event | None, voices: _Voices, stop: threading.Event) -> bool:
    """Voice what is most pressing, whoever has told of what."""
    try:
        return voice_next(voices, stop)
    finally:
        if slip:
            slip.set()


def _wait(stop: threading.Event, slips: Slips | None) -> threading.Event | None:
    if slips is None:
        stop.wait(GLANCE_SECONDS)
        return None
    until = time.monotonic() + settings.CONFIG.tasks.look_seconds
    while not stop.is_set() and time.monotonic() < until:
        if slip := slips.take(seconds=GLANCE_SECONDS):
            return slip
    return None


def voice_next(voices: _Voices, stop: threading.Event) -> bool:
    """Voice what waits; False where nothing does."""
    with claimed_recording() as recording:
        if recording is None:
            return False
        voice_report(
            recording, booth_for=voices.booth, is_stopped=stop.is_set, clock=time.monotonic
        )
    return True


def voice_until_done() -> int:
    """Voice everything that waits, here and now. Gives how many recordings that were."""
    done = 0
    with _Voices() as voices:
        while voice_next(voices, threading.Event()):
            done += 1
    return done


class _Voices:
    """The booth that stands ready: loading a voice takes longer than saying a sentence."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._booth: Booth | None = None
        self._used_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def booth(self, spec: VoiceSpec) -> Booth:
        self._used_at = time.monotonic()
        if self._booth is None or self._booth.spec != spec:
            self._close()
            processes = settings.CONFIG.sound.processes or None
            self._booth = self._stack.enter_context(Booth(spec, processes=processes))
        return self._booth

    def rest(self, now: float) -> None:
        """Give the memory back when nothing was to be said for a while."""
        if self._booth and now > self._used_at + IDLE_SECONDS:
            self._close()

    def _close(self) -> None:
        self._stack.close()
        self._booth = None
