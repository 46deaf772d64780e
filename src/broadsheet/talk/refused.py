from __future__ import annotations


class Refused(Exception):
    """What a reader asked for is not done: a sentence that says why and what to do.

    `status` is what HTTP calls it; `wait_seconds` is given where it helps to wait.
    """

    def __init__(self, sentence: str, *, status: int = 422, wait_seconds: int = 0) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
        self.wait_seconds = wait_seconds
