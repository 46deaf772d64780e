"""`broadsheet voice` as somebody without a newsroom meets it, with a real voice."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import mutagen
import pytest
import soundfile

from tests.server.running import PATIENCE_SECONDS
from tests.voice.waiting import speakers, wait_until

Run = subprocess.CompletedProcess[str]

PIER = """Pier reopens after a year

By Ada Lind; photographs by Ben Ole

The north pier of Lindvik took its first boats on Nov. 3.

“We kept our word,” said the harbour master.
"""
MARKDOWN = """# Pier reopens

It cost **$4.2 million** in 2031.

## What comes next

1. The lamps come back.
2. The kiosk opens.
"""


def words(*words: str) -> list[str]:
    return [sys.executable, "-m", "broadsheet", "voice", *words]


def environment(cwd: Path) -> dict[str, str]:
    """As from a fresh shell, with a folder of its own for what is thrown away."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "TMPDIR": str(cwd)}


def voice(*said: str, cwd: Path) -> Run:
    thrown_away = cwd.with_name(f"{cwd.name}-thrown-away")
    thrown_away.mkdir(exist_ok=True)
    run = subprocess.run(
        words(*said),
        cwd=cwd,
        env=environment(thrown_away),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert list(thrown_away.iterdir()) == []
    return run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "pier.txt").write_text(PIER)
    (folder / "pier.md").write_text(MARKDOWN)
    return folder


def names(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*")}


def test_a_text_file_becomes_sound_by_its_writer_captions_and_cues(desk: Path) -> None:
    run = voice("pier.txt", "--out", "made/here", cwd=desk)
    assert run.returncode == 0, run.stderr
    assert names(desk / "made/here") == {"pier.mp3", "pier.opus", "pier.vtt", "pier.json"}
    *files, last = run.stdout.splitlines()
    assert [re.sub(r" .*", "", line) for line in files] == [
        f"made/here/pier.{ending}" for ending in ("mp3", "opus", "vtt", "json")
    ]
    told = re.fullmatch(r"([\d.]+) seconds of sound, made in [\d.]+ seconds", last)
    assert told
    seconds = soundfile.info(desk / "made/here/pier.mp3").duration
    assert seconds == pytest.approx(float(told[1]), abs=0.2)
    assert 5 < seconds < 15
    tags = mutagen.File(desk / "made/here/pier.mp3").tags
    assert tags["TPE1"].text == ["Ada Lind"]
    captions = (desk / "made/here/pier.vtt").read_text()
    assert "took its first boats on Nov. 3." in captions.replace("\n", " ")


def test_what_would_be_said_is_printed_line_by_line(desk: Path) -> None:
    run = voice("pier.md", "--script", cwd=desk)
    assert run.returncode == 0, run.stderr
    plain = re.sub(r" /[^/]+/", "", run.stdout).splitlines()
    assert plain == [
        "Pier reopens.",
        "It cost four point two million dollars in twenty thirty-one.",
        "What comes next.",
        "One: The lamps come back.",
        "Two: The kiosk opens.",
    ]
    assert names(desk) == {"pier.txt", "pier.md"}


def test_a_headline_that_the_wire_made_of_the_first_words_is_not_said_twice(desk: Path) -> None:
    text = f"{'The pier took its first boats on Monday, and ' * 4}nobody was hurt by any of it.\n"
    (desk / "bare.txt").write_text(text)
    run = voice("bare.txt", "--script", cwd=desk)
    assert run.stdout.startswith("The pier took")
    assert run.stdout.count("took its first boats") == 4


def test_takes_that_are_kept_are_not_said_again(desk: Path) -> None:
    asked = ("pier.txt", "--out", "made", "--takes", "takes")
    assert voice(*asked, cwd=desk).returncode == 0
    before = names(desk / "takes")
    (desk / "pier.txt").write_text(PIER.replace("first boats", "first ferries"))
    assert voice(*asked, cwd=desk).returncode == 0
    new = {name for name in names(desk / "takes") - before if name.endswith(".take")}
    assert len(new) == 1


def test_a_faster_voice_takes_less_time(desk: Path) -> None:
    for speed in ("1", "2"):
        run = voice("pier.txt", "--out", speed, "--speed", speed, cwd=desk)
        assert run.returncode == 0, run.stderr
    slow, fast = (soundfile.info(desk / speed / "pier.mp3").duration for speed in "12")
    assert fast < slow * 0.75


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (("gone.txt",), "gone.txt: cannot be read (No such file or directory)"),
        (("empty.txt",), "empty.txt: the file is empty"),
        (("pier.txt", "--voice", "gone.onnx"), "voice gone: cannot read gone.onnx"),
        (("pier.txt", "--voice", "pier.txt"), "voice pier: cannot read pier.txt.json"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_leaves_nothing(
    desk: Path, said: Sequence[str], reason: str
) -> None:
    (desk / "empty.txt").touch()
    before = names(desk)
    run = voice(*said, "--out", "made/here", cwd=desk)
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1, run.stderr
    assert run.stderr.startswith(f"broadsheet: {reason}")
    assert "; " in run.stderr
    assert names(desk) == before


def test_a_folder_has_to_be_named(desk: Path) -> None:
    run = voice("pier.txt", cwd=desk)
    assert run.returncode == 2
    assert "name the folder to write into: --out DIR" in run.stderr


def test_being_told_to_stop_leaves_nothing(desk: Path, tmp_path: Path) -> None:
    (desk / "long.txt").write_text(PIER + "\n".join(f"Boat {at} came in.\n" for at in range(2000)))
    before = names(desk)
    thrown_away = tmp_path / "thrown away"
    thrown_away.mkdir()
    process = subprocess.Popen(
        words("long.txt", "--out", "made/here"), cwd=desk, env=environment(thrown_away)
    )
    try:
        wait_until(lambda: any(thrown_away.rglob("*.take")))
        assert speakers(process.pid)
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 128 + signal.SIGTERM
    finally:
        process.kill()
        process.wait()
    assert names(desk) == before
    assert list(thrown_away.iterdir()) == []


def test_an_old_recording_stays_as_it_was_where_a_new_one_fails(desk: Path) -> None:
    assert voice("pier.txt", "--out", "made", cwd=desk).returncode == 0
    before = {file.name: file.read_bytes() for file in (desk / "made").iterdir()}
    shutil.copy(desk / "pier.txt", desk / "bad.onnx")
    assert voice("pier.txt", "--out", "made", "--voice", "bad.onnx", cwd=desk).returncode == 1
    assert {file.name: file.read_bytes() for file in (desk / "made").iterdir()} == before
