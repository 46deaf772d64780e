"""A voice that a server speaks with, asked as OpenAI's servers are: POST /v1/audio/speech."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from urllib.parse import urlsplit

from broadsheet.voice.align.align import Aligner
from broadsheet.voice.align.recording import Held
from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.pauses import with_pauses
from broadsheet.voice.engines.post import post
from broadsheet.voice.engines.sent_sound import sent_sound
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance
from broadsheet.voice.voice_spec import VoiceSpec

_PATH = "/v1/audio/speech"
_WAY_OF_SPEAKING = 1  # goes up with every change to what is heard


def load_speech_server(spec: VoiceSpec) -> SpeechServerEngine:
    """The voice `spec.speaker` of the model `spec.model` of a server; nothing is asked yet.

    `spec.url` is the server's address up to and without `/v1`.

    The key, where the server wants one, is in the environment variable that `spec.key_environment`
    names. Raises EngineError.
    """
    address = urlsplit(spec.url)
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise EngineError(
            f"voice {spec.name}: url is {spec.url!r}; write where the server is asked, such as"
            " http://127.0.0.1:8880"
        )
    if address.username or address.password:
        raise EngineError(
            f"voice {spec.name}: url has a password in it; put it into an environment variable and"
            " name that in key_environment"
        )
    key = os.environ.get(spec.key_environment, "") if spec.key_environment else ""
    if spec.key_environment and not key:
        raise EngineError(
            f"voice {spec.name}: the environment has no {spec.key_environment}, which"
            " key_environment names; set it to the server's key"
        )
    return SpeechServerEngine(spec, key)


class SpeechServerEngine:
    """See `broadsheet.voice.engine.Engine`."""

    def __init__(self, spec: VoiceSpec, key: str) -> None:
        self._spec = spec
        self._key = key
        self._aligner = Aligner(spec.language)

    @property
    def signature(self) -> str:
        """A digest of what is asked for. What the server makes of it may change without it."""
        asked = self._asked("")
        way = f"server {_WAY_OF_SPEAKING} {self._spec.url} {json.dumps(asked, sort_keys=True)}"
        return hashlib.sha256(way.encode()).hexdigest()

    def say(self, utterance: Utterance) -> Take:
        """Have it said. Times come from forced alignment. Raises EngineError."""
        try:
            answer = post(
                f"{self._spec.url.rstrip('/')}{_PATH}",
                self._asked(utterance.text),
                key=self._key,
                timeout_seconds=self._spec.timeout_seconds,
            )
            sound, sample_rate = sent_sound(answer)
            words = [token.text for token in utterance.tokens]
            times = self._aligner.align(Held(sound, sample_rate), words)
        except EngineError as error:
            raise EngineError(
                f"voice {self._spec.name}: “{utterance.text}” was not said: {error}"
            ) from error
        pauses = [token.pause for token in utterance.tokens]
        return with_pauses(Take(sound, sample_rate, times), pauses, speed=self._spec.speed)

    def _asked(self, text: str) -> Mapping[str, str | float]:
        return {
            "model": self._spec.model,
            "voice": self._spec.speaker,
            "input": text,
            "response_format": "wav",
            "speed": self._spec.speed,
        }
