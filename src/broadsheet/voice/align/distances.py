"""Times that a voice told → how far they are from where an aligner hears the words."""

from __future__ import annotations

from broadsheet.voice.align.align import Aligner
from broadsheet.voice.align.recording import Held
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance


def distances(utterance: Utterance, take: Take, aligner: Aligner) -> tuple[float, ...]:
    """Seconds for each token from where it is heard to begin to where the voice said that it does.

    Positive where the voice is late. Raises EngineError where the words cannot be found.
    """
    words = [token.text for token in utterance.tokens]
    heard = aligner.align(Held(take.sound, take.sample_rate), words)
    return tuple(told - start for (told, _), (start, _) in zip(take.times, heard, strict=True))
