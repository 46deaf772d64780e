"""One process in which words are looked up, as it is seen from outside."""

from __future__ import annotations

from pathlib import Path

from broadsheet.beside import Beside
from broadsheet.reference.answer import Answer
from broadsheet.reference.question import Question

# A model's threads would wait for each other on the cores that the paper is served by.
_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Assistant:
    """Looks words up in a process of its own, which holds the model and the dictionaries.

    It ends by itself when this process does. It answers one question at a time.
    """

    def __init__(self, shelf: Path, *, model: str) -> None:
        self._beside = Beside("broadsheet.reference.assist", env=_ENVIRONMENT)
        self._beside.tell((str(shelf), model))

    def ask(self, question: Question) -> None:
        self._beside.tell(question)

    def has_answered(self) -> bool:
        """Whether `answer` would come at once: with an answer, or because the process is dead."""
        return self._beside.wire.poll()

    def wait(self, seconds: float) -> None:
        """Until it has answered, but no longer than that."""
        self._beside.wire.poll(seconds)

    def answer(self) -> Answer | str:
        """Wait for what was found, or one sentence why nothing was.

        Raises EOFError where the process died.
        """
        found: Answer | str = self._beside.answer()
        return found

    def stop(self) -> str:
        """End the process if it has not ended. Gives how it ended."""
        return self._beside.stop()
