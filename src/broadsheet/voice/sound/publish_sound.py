"""A raw programme and its tags → finished files."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from broadsheet.voice.sound.finish import finish
from broadsheet.voice.sound.programme import LOUDNESS_LUFS
from broadsheet.voice.sound.raw import Raw
from broadsheet.voice.sound.release import SoundFiles, release
from broadsheet.voice.sound.seal import Seal
from broadsheet.voice.sound.splicer import Splicer
from broadsheet.voice.sound.tags import Tags


def publish_sound(
    raw: Path, folder: Path, tags: Tags, *, stem: str, seal: Seal | None = None
) -> SoundFiles:
    """Write `stem`.mp3 and `stem`.opus into `folder`, at -16 LUFS and with a peak under -1 dBTP.

    `raw` is one channel of any rate; every sound keeps its place in both files to within a
    millisecond, and up to 0.1 s of silence is added at the end. Both were decoded before they got
    their names, and neither name ever holds half a file. With a seal the MP3 carries content
    credentials. Without one, the same arguments give the same bytes. Raises SoundError.
    """
    sound = Raw(raw)
    reel = finish(sound, sound.rate, lufs=LOUDNESS_LUFS)
    with TemporaryDirectory(prefix=".sound-", dir=folder) as scratch:
        with Splicer(Path(scratch), reel.rate) as splicer:
            splicer.add(reel, frame=0)
            programme = splicer.finish(reel.frames)
        return release(programme, folder, tags, stem=stem, seal=seal)
