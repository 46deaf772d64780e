"""Kokoro: a larger model than Piper's, with many voices in one file beside it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from onnx import ModelProto

from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.inference import Array, Inference, read_model, reveal
from broadsheet.voice.engines.kokoro_phonemes import KOKORO_NUMBERS, kokoro_phonemes
from broadsheet.voice.engines.pauses import with_pauses
from broadsheet.voice.engines.score import Note, score
from broadsheet.voice.engines.token_times import token_times
from broadsheet.voice.engines.written_noise import NOISE_AT, write_noise
from broadsheet.voice.espeak import espeak
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance
from broadsheet.voice.voice_spec import VoiceSpec

_SAMPLE_RATE = 24_000
_FRAME_SECONDS = 600 / _SAMPLE_RATE
# The sound comes before its frames, by as much against a forced aligner. The model's silence at the
# beginning is ten frames and more.
_LEAD_SECONDS = 0.04
_LONGEST = 510  # phonemes; the model knows no more places
_WAY_OF_SPEAKING = 1  # goes up with every change to what is heard

# The languages that Kokoro was trained on, as eSpeak's voices; Japanese and Chinese were too, but
# from phonemes that eSpeak does not write.
_ESPEAK_VOICES = {
    "en-gb": "en-gb-x-rp",
    "en": "en-us",
    "es": "es",
    "fr": "fr",
    "hi": "hi",
    "it": "it",
    "pt": "pt-br",
}

# Exports of the model differ in what they call its input.
_TOKENS = ("tokens", "input_ids")


def load_kokoro(spec: VoiceSpec) -> KokoroEngine:
    """Load the model at `spec.model` with the voice `spec.speaker` of the file `spec.voices`.

    `spec.voices` is an .npz of arrays of 510 × 1 × 256, one for each voice. Raises EngineError.
    """
    try:
        return KokoroEngine(spec)
    except OSError as error:
        raise EngineError(
            f"voice {spec.name}: cannot read {error.filename} ({error.strerror}); Kokoro needs"
            " model, the path of its .onnx, and voices, the path of its file of voices"
        ) from error
    except EngineError as error:
        raise EngineError(f"voice {spec.name}: Kokoro cannot speak: {error}") from error


class KokoroEngine:
    """See `broadsheet.voice.engine.Engine`."""

    def __init__(self, spec: VoiceSpec) -> None:
        model_bytes = Path(spec.model).read_bytes()
        self._voice = _espeak_voice(spec.language)
        self._phonemize = espeak(self._voice)
        self._styles = _styles(Path(spec.voices), spec.speaker)
        self._speed = spec.speed
        model = read_model(model_bytes)
        durations = _durations(model)
        reveal(model, durations)
        write_noise(model)
        self._inference = Inference(model, [model.graph.output[0].name, durations])
        self._tokens = next((name for name in _TOKENS if name in self._inference.inputs), "")
        if not self._tokens or not {"style", "speed"} <= self._inference.inputs:
            raise EngineError(
                f"{spec.model} has the inputs {', '.join(sorted(self._inference.inputs))}, where"
                " Kokoro has tokens, style and speed"
            )
        way = f"kokoro {_WAY_OF_SPEAKING} {self._voice} {self._speed}".encode()
        self._signature = hashlib.sha256(
            b"".join(
                hashlib.sha256(part).digest() for part in (model_bytes, self._styles.tobytes(), way)
            )
        ).hexdigest()

    @property
    def signature(self) -> str:
        """A digest of the model, the voice, its language, the speed and our way of using them."""
        return self._signature

    def say(self, utterance: Utterance) -> Take:
        """Say it. Times come from the model's own durations, in steps of 25 ms.

        Raises EngineError, among others for more than 510 phonemes.
        """
        notes = score(utterance, self._phonemize, self._voice)
        sounds = tuple(self._sounds(notes, utterance.ending))
        if len(sounds) > _LONGEST:
            raise EngineError(
                f"Kokoro says {_LONGEST} phonemes at a time, and the sentence “{utterance.text}”"
                f" has {len(sounds)}; make it two sentences"
            )
        sound, frames = self._inference.run(self._inputs([number for number, _ in sounds]))
        # The model has a silence of its own before and after.
        owners = (None, *(owner for _, owner in sounds), None)
        seconds = frames.ravel().astype(np.float64) * _FRAME_SECONDS
        seconds[0] -= _LEAD_SECONDS
        times = token_times(owners, seconds, len(notes))
        take = Take(sound.ravel().astype(np.float32), _SAMPLE_RATE, times)
        return with_pauses(take, [note.pause for note in notes], speed=self._speed)

    def _inputs(self, numbers: Sequence[int]) -> dict[str, Array]:
        inputs: dict[str, Array] = {
            self._tokens: np.array([[0, *numbers, 0]], np.int64),
            # A voice has a style for each length of what is said.
            "style": self._styles[min(len(numbers), len(self._styles)) - 1].reshape(1, -1),
            "speed": np.array([self._speed], np.float32),
        }
        if NOISE_AT in self._inference.inputs:
            inputs[NOISE_AT] = np.array(zlib.crc32(inputs[self._tokens].tobytes()), np.int64)
        return inputs

    def _sounds(self, notes: Sequence[Note], ending: str) -> Iterator[tuple[int, int | None]]:
        """The model's number of each phoneme, and the token that it is heard in."""
        for at, note in enumerate(notes):
            for sound in kokoro_phonemes(note.phonemes, self._voice):
                yield KOKORO_NUMBERS[sound], None if sound == " " else at
            if at == len(notes) - 1:
                yield KOKORO_NUMBERS[ending], None
                return
            if note.pause:
                yield KOKORO_NUMBERS[note.pause], None
            if not note.is_joined:
                yield KOKORO_NUMBERS[" "], None if note.pause else at + 1


def _espeak_voice(language: str) -> str:
    tag = language.lower()
    found = _ESPEAK_VOICES.get(tag) or _ESPEAK_VOICES.get(tag.partition("-")[0])
    if not found:
        raise EngineError(f"it reads {', '.join(_ESPEAK_VOICES)}, and not {language}")
    return found


def _styles(path: Path, speaker: str) -> Array:
    try:
        with np.load(path, allow_pickle=False) as voices:
            names = list(voices.files)
            name = speaker or names[0]
            if name not in names or (not speaker and len(names) > 1):
                raise EngineError(
                    f"{path} has no speaker {speaker!r}; write one of {', '.join(names)}"
                )
            styles = np.asarray(voices[name], np.float32)
    except (ValueError, BadZipFile, EOFError, AttributeError) as error:
        raise EngineError(f"{path} is no .npz of voices ({error})") from error
    if styles.ndim < 2 or styles.shape[-1] != 256:
        raise EngineError(
            f"speaker {name} of {path} is {styles.shape}, where 510 × 1 × 256 is meant"
        )
    return styles.reshape(len(styles), -1)


def _durations(model: ModelProto) -> str:
    """The name of the value that holds the number of frames that each phoneme takes."""
    found: list[str] = [node.output[0] for node in model.graph.node if node.op_type == "Round"]
    if len(found) != 1:
        raise EngineError(f"its model rounds {len(found)} values, where Kokoro rounds one")
    # No phoneme takes less than one frame; the model sees to that in the next step.
    floors = (node.output[0] for node in model.graph.node if node.input[:1] == found)
    return str(next(floors, found[0]))
