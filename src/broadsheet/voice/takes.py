"""Takes that were said before, kept on disk by what is heard in them."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile

from broadsheet.voice.finished_take import FinishedTake
from broadsheet.voice.sixteen_bits import from_sixteen_bits, to_sixteen_bits
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance

# Part of every key: takes of another form are misses, and pruned as the oldest in time.
_FORM = 1
_SAID, _FINISHED = ".take", ".finished"


class Takes:
    """A folder of takes, as they were said and as they were finished. Several processes may use it.

    A take is found by the engine's signature, the language and the utterance as far as it is
    heard: reports share the sentences that they have in common, wherever these stand in them. A
    finished one is found by the loudness that was aimed at as well. What was said is kept with 16
    bits a sample; times are kept exactly.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, utterance: Utterance, *, language: str, signature: str) -> Take | None:
        """What that engine said, or None where it is not kept, or no longer whole."""
        data = self._read(self._file(_SAID, utterance, language, signature))
        return _unpacked(data) if data else None

    def keep(self, take: Take, utterance: Utterance, *, language: str, signature: str) -> None:
        """Write a take, whole or not at all. Raises OSError."""
        self._write(self._file(_SAID, utterance, language, signature), _packed(take))

    def find_finished(
        self, utterance: Utterance, *, language: str, signature: str, lufs: float
    ) -> FinishedTake | None:
        """What that engine said, finished for a loudness; None where it is not kept whole."""
        data = self._read(self._file(_FINISHED, utterance, language, signature, lufs))
        return FinishedTake.unpacked(data) if data else None

    def keep_finished(
        self,
        take: FinishedTake,
        utterance: Utterance,
        *,
        language: str,
        signature: str,
        lufs: float,
    ) -> None:
        """Write a finished take, whole or not at all. Raises OSError."""
        file = self._file(_FINISHED, utterance, language, signature, lufs)
        self._write(file, take.packed())

    def prune(self, *, keep_bytes: int) -> int:
        """Take the least recently used away until the rest has no more than `keep_bytes`.

        Gives the bytes that are left. What a killed process left half written goes with them.
        """
        kept = sorted(self._stand(), key=lambda one: one[1], reverse=True)
        total = sum(size for _, _, size in kept)
        while total > keep_bytes:
            file, _, size = kept.pop()
            file.unlink(missing_ok=True)
            total -= size
        return total

    def _stand(self) -> Iterator[tuple[Path, int, int]]:
        """Every file with when it was last used, in nanoseconds, and its size."""
        for file in self._folder.glob("*/*"):
            with contextlib.suppress(FileNotFoundError):
                status = file.stat()
                yield file, status.st_mtime_ns, status.st_size

    def _file(
        self, ending: str, utterance: Utterance, language: str, signature: str, *more: float
    ) -> Path:
        heard = [
            _FORM,
            signature,
            language,
            utterance.ending,
            [[token.text, token.ipa, token.pause] for token in utterance.tokens],
            *more,
        ]
        key = hashlib.sha256(json.dumps(heard).encode()).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}{ending}"

    def _read(self, file: Path) -> bytes | None:
        """What was written behind its digest."""
        try:
            data = file.read_bytes()
        except OSError:
            return None
        with contextlib.suppress(OSError):
            os.utime(file)
        digest, _, rest = data.partition(b"\n")
        return rest if digest == hashlib.sha256(rest).hexdigest().encode() else None

    def _write(self, file: Path, data: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        written = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        try:
            # Not synced: what a failing machine leaves of it does not match its digest.
            written.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
            # It may have been pruned by another process by now.
            with contextlib.suppress(FileNotFoundError):
                written.replace(file)
        except BaseException:
            written.unlink(missing_ok=True)
            raise


def _packed(take: Take) -> bytes:
    """A line with rate and times, and the sound as FLAC."""
    sound = io.BytesIO()
    soundfile.write(
        sound, to_sixteen_bits(take.sound), take.sample_rate, format="FLAC", subtype="PCM_16"
    )
    times = json.dumps({"sample_rate": take.sample_rate, "times": take.times})
    return times.encode() + b"\n" + sound.getvalue()


def _unpacked(data: bytes) -> Take:
    written, _, sound = data.partition(b"\n")
    said = json.loads(written)
    samples, _ = soundfile.read(io.BytesIO(sound), dtype="int16")
    return Take(
        from_sixteen_bits(np.asarray(samples, dtype=np.int16)),
        said["sample_rate"],
        tuple((start, end) for start, end in said["times"]),
    )
