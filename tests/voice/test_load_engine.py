from __future__ import annotations

import sys
from pathlib import Path

import pytest

from broadsheet.voice.engine import EngineError
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.voice_spec import VoiceSpec


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a package of somebody else's, which has three engines."""
    (tmp_path / "strange-1.dist-info").mkdir()
    (tmp_path / "strange-1.dist-info/METADATA").write_text("Name: strange\nVersion: 1\n")
    (tmp_path / "strange-1.dist-info/entry_points.txt").write_text(
        "[broadsheet.engines]\n"
        "strange = strange_voice:load\n"
        "stranger = strange_voice:gone\n"
        "wanting = wanting_voice:load\n"
    )
    (tmp_path / "strange_voice.py").write_text("def load(spec):\n    return ('strange', spec)\n")
    (tmp_path / "wanting_voice.py").write_text("import a_package_that_nobody_has.inside\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_an_engine_of_others_is_found_by_its_entry_point(installed: Path) -> None:
    spec = VoiceSpec(name="Ida", engine="strange")
    assert load_engine(spec) == ("strange", spec)


def test_an_unknown_engine_is_refused_with_those_that_there_are(installed: Path) -> None:
    with pytest.raises(EngineError) as refused:
        load_engine(VoiceSpec(name="Ida", engine="pipr"))
    assert str(refused.value) == (
        "voice Ida: there is no engine 'pipr';"
        " write one of kokoro, piper, server, strange, stranger, wanting"
    )


def test_an_engine_whose_package_is_missing_tells_what_to_install(installed: Path) -> None:
    with pytest.raises(EngineError) as refused:
        load_engine(VoiceSpec(name="Ida", engine="wanting"))
    assert str(refused.value) == (
        "voice Ida: engine wanting needs the package a_package_that_nobody_has, which is not"
        " installed; run pip install a_package_that_nobody_has"
    )


def test_piper_is_installed_under_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.split(".")[0] == "piper"]:
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, "piper", None)
    for module in [name for name in sys.modules if name.startswith("broadsheet.voice.engines.")]:
        monkeypatch.delitem(sys.modules, module)
    with pytest.raises(EngineError, match=r"needs the package piper, .* pip install piper-tts$"):
        load_engine(VoiceSpec(name="Ida", engine="piper"))


def test_an_entry_point_that_leads_nowhere_is_told_with_its_place(installed: Path) -> None:
    with pytest.raises(EngineError, match=r"engine stranger cannot be loaded from strange_voice:"):
        load_engine(VoiceSpec(name="Ida", engine="stranger"))
