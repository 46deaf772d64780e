"""Which voice is meant, in plain values."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.voice.engine import EngineError

_SLOWEST, _FASTEST = 0.5, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceSpec:
    """A voice as the newsroom names and sets it; it can be pickled and sent to another process.

    `name` is the newsroom's own, `language` a BCP 47 tag. `engine` is `piper`, `kokoro`, `server`
    or the name of an entry point of the group `broadsheet.engines`. `speed` runs from 0.5 to 2, and
    1 is the voice's own. What each engine makes of the other settings stands in `docs/voices.md`:

    - `model`: the path of a model's file; for a server the name of its model.
    - `voices`: the path of a file of voices, for Kokoro.
    - `speaker`: which of the model's speakers, by name or number.
    - `url`: a server's address, up to and without `/v1`, and `key_environment` the name of the
      environment variable that holds its key. The key itself is never a setting.
    - `timeout_seconds`: how long a server may take for one sentence.
    - `settings`: pairs of a name and a value for engines that others wrote.

    Raises EngineError for a value that no engine could use.
    """

    name: str
    language: str = "en"
    engine: str = "piper"
    model: str = ""
    voices: str = ""
    speaker: str = ""
    speed: float = 1.0
    url: str = ""
    key_environment: str = ""
    timeout_seconds: float = 60.0
    settings: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not _SLOWEST <= self.speed <= _FASTEST:
            raise EngineError(
                f"voice {self.name}: speed is {self.speed}; write a number from 0.5 to 2"
            )
        if not self.timeout_seconds > 0:
            raise EngineError(
                f"voice {self.name}: timeout_seconds is {self.timeout_seconds};"
                " write a number greater than 0"
            )
