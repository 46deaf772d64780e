from __future__ import annotations

import re
import shlex
import sys
import tomllib
from pathlib import Path

import pytest

from broadsheet.voice.check_take import check_take
from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.pauses import PAUSE_SECONDS
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.voice_spec import VoiceSpec
from tests.voice.engines.saying import make_utterance

DOCUMENT = (Path(__file__).parents[2] / "docs/voices.md").read_text()

# A program that speaks with Joe's voice, as the document's example wants one.
PROGRAM = """
import sys
from io import BytesIO
import soundfile
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.voice_spec import VoiceSpec
from tests.voice.engines.saying import make_utterance
words = sys.stdin.read().rstrip(".")
take = load_engine(VoiceSpec(name="Joe")).say(make_utterance(words))
wav = BytesIO()
soundfile.write(wav, take.sound, take.sample_rate, format="WAV")
sys.stdout.buffer.write(wav.getvalue())
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The document's own engine, installed as its pyproject.toml says. Gives its settings."""
    (code,) = blocks("python")
    (project,) = [block for block in blocks("toml") if "[project]" in block]
    points = tomllib.loads(project)["project"]["entry-points"]["broadsheet.engines"]
    told = tmp_path / "command_voice-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Name: command-voice\nVersion: 1\n")
    lines = "".join(f"{name} = {value}\n" for name, value in points.items())
    (told / "entry_points.txt").write_text(f"[broadsheet.engines]\n{lines}")
    (tmp_path / "command_voice.py").write_text(code)
    (tmp_path / "speak.py").write_text(PROGRAM)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", ":".join(sys.path))
    return {"command": shlex.join([sys.executable, str(tmp_path / "speak.py")])}


def test_the_engine_of_the_document_speaks(installed: dict[str, str]) -> None:
    spec = VoiceSpec(name="ida", engine="command", settings=tuple(installed.items()))
    utterance = make_utterance("The ferry leaves at nine and nobody knows why")
    check_take(utterance, load_engine(spec).say(utterance))


def test_the_engine_of_the_document_tells_what_goes_wrong(installed: dict[str, str]) -> None:
    with pytest.raises(EngineError, match="settings has no command"):
        load_engine(VoiceSpec(name="ida", engine="command"))
    spec = VoiceSpec(name="ida", engine="command", settings=(("command", "false"),))
    with pytest.raises(EngineError, match=r"“Nobody left\.” was not said"):
        load_engine(spec).say(make_utterance("Nobody left"))


def test_every_voice_of_the_document_can_be_meant() -> None:
    tables = [tomllib.loads(block) for block in blocks("toml")]
    voices = [voice for table in tables for voice in table.get("voice", ())]
    assert len(voices) == 5
    for voice in voices:
        settings = tuple(voice.pop("settings", {}).items())
        VoiceSpec(**voice, settings=settings)


def test_the_document_tells_every_pause() -> None:
    for mark, seconds in PAUSE_SECONDS.items():
        assert not mark or re.search(rf"\b{seconds} s\b", DOCUMENT), mark
