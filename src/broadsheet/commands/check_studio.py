"""The part of `broadsheet check` that looks at the voices, and at what they could not read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from broadsheet.commands.finding import Finding
from broadsheet.studio.models import Recording
from broadsheet.studio.reading import voice_spec
from broadsheet.voice.booth import Booth
from broadsheet.voice.engine import EngineError
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.seal import read_seal


def findings() -> Iterable[Finding]:
    """Each voice is loaded, as the booth would load it: that takes a second or two for each."""
    voices = settings.CONFIG.voice
    if not voices:
        yield Finding.note("there is no voice, so no report is read aloud", "write a [[voice]]")
    for voice in voices:
        try:
            with Booth(voice_spec(voice), processes=1) as booth:
                booth.signature  # noqa: B018  # asking for it loads the voice
        except EngineError as error:
            yield Finding.wrong(f"a voice cannot speak: {error}", "mend its [[voice]] table")
        else:
            yield Finding.fine(f"{voice.name} reads {voice.language}")
        if voice.engine == "piper" and not voice.model:
            yield Finding.note(
                f"{voice.name} is the voice that comes along",
                "choose one before you publish for money: docs/voices.md",
            )
    yield from _seal()
    if failed := Recording.objects.wanted().filter(state=Recording.State.FAILED).count():
        yield Finding.note(
            f"{failed} reports could not be read aloud", "see why at the desk, under Audio reports"
        )


def _seal() -> Iterable[Finding]:
    sound = settings.CONFIG.sound
    if not sound.certificate:
        return
    try:
        read_seal(Path(sound.certificate), Path(sound.certificate_key), now=timezone.now())
    except SoundError as error:
        yield Finding.wrong(f"sound cannot be signed: {error}", "see [sound] certificate")
    else:
        yield Finding.fine("sound is signed with content credentials")
