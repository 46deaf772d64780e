"""The reference desk at work: reports whose words wait, one after the other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from django.conf import settings
from django.utils import timezone

from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.galley.compose import compose
from broadsheet.reference import shelf
from broadsheet.reference.answer import Answer
from broadsheet.reference.assistant import Assistant
from broadsheet.reference.clear_away import clear_away
from broadsheet.reference.glossary_of import glossary_of
from broadsheet.reference.models import Wordbook
from broadsheet.reference.models.wordbook import MOST_TRIES
from broadsheet.reference.question import Question
from broadsheet.reference.words_of import digest_of

logger = logging.getLogger("broadsheet.reference")

IDLE_SECONDS = 60.0
PATIENCE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class _Errand:
    """What the assistant is looking up just now."""

    wordbook: Wordbook
    digest: str
    made_with: str
    due_at: float


class Reference:
    """Looks words up beside other work: call `turn` whenever there is time.

    Use it as a context: leaving it ends the assistant, which is a process of its own, started when
    there is something to look up and ended when there was nothing for a minute. Where the newsroom
    has no dictionary nothing is ever started.
    """

    def __init__(
        self,
        *,
        call_in: Callable[..., Assistant] = Assistant,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._call_in = call_in
        self._clock = clock
        self._assistant: Assistant | None = None
        self._errand: _Errand | None = None
        self._made_with: str | None = None
        self._explains = False
        self._used_at = 0.0

    def __enter__(self) -> Self:
        Wordbook.objects.take_up_again()
        clear_away(now=timezone.now())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def is_due(self) -> bool:
        """Whether a turn would do something now that only time or the assistant has brought."""
        now = self._clock()
        if self._errand and self._assistant:
            return self._assistant.has_answered() or now >= self._errand.due_at
        return self._assistant is not None and now >= self._used_at + IDLE_SECONDS

    def turn(self) -> bool:
        """Take in what was found, or ask for the next; False where there was nothing to do."""
        if self._errand:
            return self._take_in(self._errand)
        now = self._clock()
        if self._assistant and now >= self._used_at + IDLE_SECONDS:
            self._close()
        made_with = self.look_at_the_shelf()
        wordbook = Wordbook.objects.waiting().first() if self._explains else None
        if wordbook is None:
            return False
        self._ask(wordbook, made_with)
        return True

    def look_at_the_shelf(self) -> str:
        """Where there are other dictionaries than before, let all reports wait for them.

        Gives which they are, and with which model.
        """
        made_with = shelf.made_with()
        if made_with == self._made_with:
            return made_with
        self._close()
        self._explains = shelf.explains_words()
        if self._explains:
            Wordbook.objects.order_all(made_with=made_with)
        else:
            for wordbook in Wordbook.objects.exclude(stamp=""):
                wordbook.withdraw()
        self._made_with = made_with
        return made_with

    def wait(self) -> None:
        """Until the assistant has answered, if it was asked."""
        if self._errand and self._assistant:
            self._assistant.wait(PATIENCE_SECONDS)

    def _ask(self, wordbook: Wordbook, made_with: str) -> None:
        report = ReportPage.objects.whole().get(pk=wordbook.pk)
        story = Translator().story(report)
        question = Question(
            galley=compose(story),
            glossary=glossary_of(report),
            pins=tuple(pin.choice for pin in report.pins.all()),
        )
        wordbook.begin()
        if self._assistant is None:
            model = settings.CONFIG.dictionary.model
            self._assistant = self._call_in(shelf.shelf_file(), model=model)
        self._assistant.ask(question)
        due_at = self._clock() + PATIENCE_SECONDS
        self._errand = _Errand(wordbook, digest_of(story), made_with, due_at)

    def _take_in(self, errand: _Errand) -> bool:
        assistant = self._assistant
        if assistant is None or not (assistant.has_answered() or self._clock() >= errand.due_at):
            return False
        self._errand, self._used_at = None, self._clock()
        try:
            if not assistant.has_answered():
                raise EOFError
            answer = assistant.answer()
        except EOFError:
            self._lost(errand, self._close())
            return True
        if isinstance(answer, Answer):
            errand.wordbook.finish(answer, digest=errand.digest, made_with=errand.made_with)
        else:
            self._failed(errand, answer)
        return True

    def _lost(self, errand: _Errand, how: str) -> None:
        if errand.wordbook.tries < MOST_TRIES:
            errand.wordbook.put_back()
            return
        self._failed(errand, f"the process ended over it {MOST_TRIES} times, {how}; see the log")

    def _failed(self, errand: _Errand, trouble: str) -> None:
        errand.wordbook.fail(trouble, made_with=errand.made_with)
        logger.warning("%s: its words could not be looked up: %s", errand.wordbook.pk, trouble)

    def _close(self) -> str:
        assistant, self._assistant = self._assistant, None
        if self._errand:
            self._errand.wordbook.put_back()
            self._errand = None
        return assistant.stop() if assistant else ""


def look_up_until_done(
    progress: Callable[[int, int], None] | None = None,
    *,
    call_in: Callable[..., Assistant] = Assistant,
) -> int:
    """Look up the words of every report that waits, here and now. Gives how many those were."""
    done = 0
    with Reference(call_in=call_in) as reference:
        reference.look_at_the_shelf()
        total = Wordbook.objects.waiting().count()
        while reference.turn():
            reference.wait()
            done += reference.turn()
            if progress:
                progress(done, max(done, total))
    return done
