"""The recording that is to be voiced now, for one booth of however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.db import transaction

from broadsheet import roster
from broadsheet.studio.models import Recording


@contextmanager
def claimed_recording(pk: int | None = None) -> Iterator[Recording | None]:
    """The next that waits, or that one if it waits: for as long as this lasts no other booth has
    it, and it is begun. None where there is none."""
    with ExitStack() as claim:
        with transaction.atomic():
            waiting = Recording.objects.waiting()
            if pk is not None:
                waiting = waiting.filter(pk=pk)
            recording = waiting.select_for_update(skip_locked=True, of=("self",)).first()
            # In the same transaction: what is in a booth and in nobody's hands was left behind.
            if recording and claim.enter_context(roster.claimed(recording.claim)):
                recording.begin()
            else:
                recording = None
        yield recording
