"""A voice that is meant → a voice that is ready to speak."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

from broadsheet.voice.engine import Engine, EngineError
from broadsheet.voice.voice_spec import VoiceSpec

_GROUP = "broadsheet.engines"

# They load like those of others, so that what one engine needs is not imported for another.
_BUILT_IN = {
    name: EntryPoint(name, f"broadsheet.voice.engines.{value}", _GROUP)
    for name, value in (
        ("piper", "piper:load_piper"),
        ("kokoro", "kokoro:load_kokoro"),
        ("server", "speech_server:load_speech_server"),
    )
}

# What to install where an import fails, if it is called differently from what is imported.
_PACKAGES = {"piper": "piper-tts"}


def load_engine(spec: VoiceSpec) -> Engine:
    """Load the voice, in the process in which it is to speak. Takes a second or two.

    Engines that others wrote are found by the entry point group `broadsheet.engines`, whose
    entries are called with the spec and give an Engine. Raises EngineError.
    """
    found = _BUILT_IN.get(spec.engine) or _others().get(spec.engine)
    if found is None:
        known = ", ".join(sorted({*_BUILT_IN, *_others()}))
        raise EngineError(
            f"voice {spec.name}: there is no engine {spec.engine!r}; write one of {known}"
        )
    try:
        factory = found.load()
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        raise EngineError(
            f"voice {spec.name}: engine {spec.engine} needs the package {package}, which is not"
            f" installed; run pip install {_PACKAGES.get(package, package)}"
        ) from missing
    except (ImportError, AttributeError) as broken:
        raise EngineError(
            f"voice {spec.name}: engine {spec.engine} cannot be loaded from {found.value}: {broken}"
        ) from broken
    engine: Engine = factory(spec)
    return engine


def _others() -> dict[str, EntryPoint]:
    return {found.name: found for found in entry_points(group=_GROUP)}
