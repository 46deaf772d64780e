"""`studio.listening.follow` in a process of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from broadsheet.studio.listening.follow import Times, follow
from broadsheet.studio.listening.hear import hear
from broadsheet.studio.listening.worker import answer


def work(asked: dict[str, Any]) -> Times:
    words = [(text, ipa) for text, ipa in asked["words"]]
    first = {word: at for at, word in reversed(list(enumerate(words)))}
    heard = hear(Path(asked["wav"]), words)
    return follow(heard, [first[word] for word in words], asked["lengths"])


if __name__ == "__main__":
    answer(work)
