"""`broadsheet voice`: a text file → sound, captions and cues, with no newsroom at all."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from broadsheet import story as s
from broadsheet.commands.progress import Progress
from broadsheet.commands.trouble import Trouble
from broadsheet.commands.unfiled_story import unfiled_story
from broadsheet.galley.compose import compose
from broadsheet.voice.booth import Booth
from broadsheet.voice.engine import EngineError
from broadsheet.voice.record import Recording, record
from broadsheet.voice.script.write import write
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.tags import Tags
from broadsheet.voice.takes import Takes
from broadsheet.voice.utterance import Utterance
from broadsheet.voice.voice_spec import VoiceSpec

_PACKAGED_VOICE = "joe"


def run(
    *,
    file: Path,
    out: Path,
    model: Path | None,
    language: str,
    speed: float,
    processes: int | None,
    takes: Path | None,
) -> None:
    """Voice a file. Nothing is left of it if it fails or is stopped."""
    began = time.monotonic()
    story = unfiled_story(file, language=language)
    with _stoppable(), _unmade(out), contextlib.ExitStack() as stack:
        if takes is None:
            takes = Path(stack.enter_context(TemporaryDirectory(prefix="broadsheet-takes-")))
        try:
            spec = VoiceSpec(
                name=model.stem if model else _PACKAGED_VOICE,
                language=story.language,
                model=str(model) if model else "",
                speed=speed,
            )
            made = _record(story, spec, out=out, stem=file.stem, takes=takes, processes=processes)
        except (EngineError, SoundError) as error:
            raise Trouble(str(error)) from error
    _tell(made, seconds=time.monotonic() - began)


def print_script(*, file: Path, language: str) -> None:
    """One line for all that is said in one go; how a word is said stands behind it, in IPA."""
    for utterance in write(compose(unfiled_story(file, language=language))).utterances:
        click.echo(_shown(utterance))


def _record(
    story: s.Story, spec: VoiceSpec, *, out: Path, stem: str, takes: Path, processes: int | None
) -> Recording:
    galley = compose(story)
    tags = Tags(
        title=story.headline or stem,
        newspaper="",
        voice=spec.name,
        published_at=story.published_at,
        language=story.language,
        authors=tuple(one.name for one in story.writers),
    )
    with Booth(spec, processes=processes) as booth, Progress("Reading aloud") as progress:
        return record(
            galley,
            write(galley),
            booth=booth,
            takes=Takes(takes),
            folder=out,
            stem=stem,
            tags=tags,
            progress=progress,
        )


def _shown(utterance: Utterance) -> str:
    said = " ".join(
        f"{token.text}{f' /{token.ipa}/' if token.ipa else ''}{token.pause}"
        for token in utterance.tokens
    )
    return f"{said}{utterance.ending}"


def _tell(made: Recording, *, seconds: float) -> None:
    for file in made.files:
        click.echo(f"{file}  {file.stat().st_size:,} bytes")
    click.echo(f"{made.milliseconds / 1000:.1f} seconds of sound, made in {seconds:.1f} seconds")


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """Being told to stop is an exception, so that whatever is open is closed on the way out."""

    def stop(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    # Whoever starts us with nohup means it.
    numbers = [
        number
        for number in (signal.SIGTERM, signal.SIGHUP)
        if signal.getsignal(number) is not signal.SIG_IGN
    ]
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _unmade(folder: Path) -> Iterator[None]:
    """After an exception, take the folders away that were not there before."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        yield
    except BaseException:
        for one in missing:
            with contextlib.suppress(OSError):
                one.rmdir()
        raise
