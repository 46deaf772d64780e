"""A pronunciation → the sound of it, for whoever writes the list."""

from __future__ import annotations

import io
import threading

import numpy as np
import soundfile

from broadsheet.galley.compose import compose_text
from broadsheet.voice.booth import Booth
from broadsheet.voice.script.saying import Saying
from broadsheet.voice.script.write import write
from broadsheet.voice.voice_spec import VoiceSpec

PATIENCE_SECONDS = 30
# A voice takes a core and a hundred megabytes while it speaks: whoever asks at once waits.
_one_at_a_time = threading.Lock()


def hearing(saying: Saying, spec: VoiceSpec) -> bytes:
    """The phrase said in that way, as WAV. Takes a few seconds. Raises EngineError."""
    galley = compose_text((("paragraph", saying.phrase),), language=spec.language)
    script = write(galley, (saying,))
    with _one_at_a_time, Booth(spec, processes=1, patience_seconds=PATIENCE_SECONDS) as booth:
        takes = list(booth.say_all(script.utterances))
    sound = io.BytesIO()
    soundfile.write(
        sound,
        np.concatenate([take.sound for take in takes]),
        takes[0].sample_rate,
        format="WAV",
        subtype="PCM_16",
    )
    return sound.getvalue()
