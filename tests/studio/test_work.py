"""The booth: an engine that fails is a failed recording with a reason, never a stuck queue."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.test.utils import override_settings
from django.utils import timezone

from broadsheet import story as s
from broadsheet.setting.voice import VoiceConfig
from broadsheet.studio.clear_away import clear_away
from broadsheet.studio.models import Recording
from broadsheet.studio.models.recording import MOST_TRIES
from broadsheet.studio.work import voice_until_done
from tests.server.running import PATIENCE_SECONDS, wait_until
from tests.studio.conftest import make_news, page_of, print_all
from tests.voice.speaking import said


def test_a_voice_that_fails_says_why_and_the_next_report_is_read(site: Path) -> None:
    dead = VoiceConfig(name="dead", language="ko", engine="server", url="http://127.0.0.1:9")
    with override_settings(
        CONFIG=settings.CONFIG.model_copy(update={"voice": (*settings.CONFIG.voice, dead)})
    ):
        fails = make_news(language="ko", headline="부두가 열렸다")
        reads = make_news()
        print_all()
        assert voice_until_done() == 2
        print_all()
        states = dict(Recording.objects.values_list("report_id", "state"))
        assert states == {fails.pk: "failed", reads.pk: "done"}
        failed = Recording.objects.get(report=fails)
        assert "dead" in failed.trouble
        assert "\n" not in failed.trouble
        assert "<audio" not in page_of(site, fails)
        assert "<audio" in page_of(site, reads)


def test_the_newest_report_is_read_first(site: Path) -> None:
    make_news()
    newest = make_news()
    print_all()
    assert Recording.objects.next().report_id == newest.pk  # type: ignore[union-attr]


def test_what_a_dead_booth_left_is_taken_up_again_but_not_for_ever(site: Path) -> None:
    make_news()
    print_all()
    for _ in range(MOST_TRIES):
        recording = Recording.objects.next()
        assert recording
        recording.begin()
        Recording.objects.take_up_again()
    recording = Recording.objects.get()
    assert recording.state == "failed"
    assert "died over it 3 times" in recording.trouble
    recording.voice_again(now=timezone.now())
    assert voice_until_done() == 1
    assert Recording.objects.get().state == "done"


def test_a_booth_killed_while_it_voices_finishes_after_its_next_start(
    site: Path, humming: Path
) -> None:
    words = "The harbour master said that the pier had been open for one day and a night."
    # The voice waits in the midst of it, so that both kills come before the end.
    bodies = [f"{words} {number}{' waits' if number == 20 else ''}" for number in range(10, 30)]
    report = make_news(body=tuple(s.Paragraph(s.Text(body)) for body in bodies))
    print_all()
    env = {
        **os.environ,
        "BROADSHEET_NEWSROOM": str(settings.CONFIG.home),
        "BROADSHEET_SOUND__PROCESSES": "1",
        "BROADSHEET_VOICE": json.dumps([voice.model_dump() for voice in settings.CONFIG.voice]),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    for kill_at in (3, 12):
        with subprocess.Popen([sys.executable, "-m", "broadsheet", "booth"], env=env) as booth:
            wait_until(lambda at=kill_at: len(said(humming)) >= at, f"{kill_at} sentences")
            booth.kill()
        assert Recording.objects.get().state == "voicing"
    (humming / "go").touch()
    with subprocess.Popen([sys.executable, "-m", "broadsheet", "booth"], env=env) as booth:
        wait_until(lambda: Recording.objects.filter(state="done").exists(), "the sound")
        booth.send_signal(signal.SIGTERM)
        assert booth.wait(PATIENCE_SECONDS) == 0
    print_all()
    assert Recording.objects.count() == 1
    assert "<audio" in page_of(site, report)
    assert [folder.name for folder in settings.CONFIG.recordings.iterdir()] == [
        Recording.objects.get().folder
    ]


def test_a_text_that_changes_while_it_is_read_is_given_up(site: Path) -> None:
    report = make_news()
    print_all()
    recording = Recording.objects.next()
    assert recording
    recording.begin()
    report.title = "Something else altogether"
    report.save_revision().publish()
    print_all()
    assert recording.tell(1, 3) is False
    voice_until_done()
    wanted = Recording.objects.wanted().get()
    assert (wanted.state, wanted.pk != recording.pk) == ("done", True)


def test_what_came_too_late_is_not_wanted_again(site: Path) -> None:
    make_news()
    print_all()
    recording = Recording.objects.next()
    assert recording
    recording.begin()
    Recording.objects.update(is_wanted=False)  # as the press does when it prints another text
    recording.finish(
        stamp="0123456789", milliseconds=1, mp3_bytes=1, opus_bytes=1, now=timezone.now()
    )
    recording.refresh_from_db()
    assert (recording.state, recording.is_wanted) == ("done", False)


def test_what_nobody_needs_is_cleared_away(site: Path) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    old = Recording.objects.get()
    report.title = "Something else altogether"
    report.save_revision().publish()
    print_all()
    clear_away(now=timezone.now())
    assert old.is_kept, "for a day, in case the change is taken back"
    clear_away(now=timezone.now() + timezone.timedelta(days=2))
    assert not old.is_kept
    assert not Recording.objects.filter(pk=old.pk).exists()
