from __future__ import annotations

from pathlib import PurePosixPath

from broadsheet.press.models import Ingredient
from broadsheet.press.recipes.made import Made, Round
from broadsheet.studio.models import Recording


def make(key: str, now: Round) -> Made | None:
    """`sound:9` → its files, while a page plays it."""
    if not Ingredient.objects.filter(name=key).exists():
        return None
    return files(key, now)


def files(key: str, _now: Round) -> Made | None:
    """The recording's files, for a page that is about to play it."""
    recording = Recording.objects.filter(pk=int(key.partition(":")[2])).first()
    sound = recording.sound if recording else None
    if recording is None or sound is None or not recording.is_kept:
        return None
    every = (sound.mp3_path, sound.opus_path, sound.captions_path, sound.cues_path)
    paths = [PurePosixPath(path) for path in every if path]
    return Made({str(path).lstrip("/"): recording.read(path.suffix) for path in paths})
