"""Word of work by Celery: it is quick, and nothing hangs on it."""

from __future__ import annotations

import logging
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test.utils import override_settings
from django.utils import timezone

from broadsheet.commands.check_broker import finding
from broadsheet.config import Config, ConfigError, load
from broadsheet.messenger import listen, send_word
from broadsheet.messenger.keep_listening import keep_listening
from broadsheet.setting.tasks import TasksConfig
from broadsheet.studio import work as booth
from broadsheet.studio.models import Recording
from broadsheet.studio.slips import Slips
from tests.make import make_report
from tests.server.running import wait_until

pytestmark = pytest.mark.skipif(
    shutil.which("redis-server") is None, reason="Redis is not here: apt-get install redis-server"
)


@pytest.fixture
def address() -> Iterator[str]:
    """Where a broker is not yet."""
    with tempfile.TemporaryDirectory(prefix="broker-") as folder:
        yield f"redis+socket://{folder}/socket"


@pytest.fixture
def broker(address: str) -> Iterator[str]:
    with broker_at(address):
        yield address


@contextmanager
def broker_at(address: str) -> Iterator[None]:
    at = Path(address.removeprefix("redis+socket://"))
    words = ("--port", "0", "--unixsocket", at, "--save", "")
    process = subprocess.Popen(["redis-server", *words], stdout=subprocess.DEVNULL)
    try:
        wait_until(at.exists, "the broker")
        yield
    finally:
        process.kill()
        process.wait()
        at.unlink(missing_ok=True)


@pytest.fixture
def told(newsroom: Config, address: str) -> Iterator[Config]:
    config = with_broker(newsroom, address)
    send_word._app.cache_clear()
    send_word._messenger._away_until = 0
    with override_settings(CONFIG=config):
        yield config
    send_word._app.cache_clear()


def with_broker(config: Config, address: str) -> Config:
    tasks = config.tasks.model_copy(update={"broker": address, "look_seconds": 1})
    return config.model_copy(update={"tasks": tasks})


def make_recording() -> Recording:
    return Recording.objects.create(
        report=make_report(), digest="a", voice="joe", text="", ordered_at=timezone.now()
    )


def test_each_message_has_one_piece_of_work_done(told: Config, broker: str) -> None:
    done: list[str] = []
    send_word.send_word("sound")
    with keep_listening("sound", lambda: done.append("sound")):
        wait_until(lambda: done == ["sound"], "what was told before")
        send_word.send_word("tasks")
        send_word.send_word("sound")
        wait_until(lambda: done == ["sound"] * 2, "what was told while it listens")


def test_it_listens_again_to_a_broker_that_was_killed_and_is_back(
    told: Config, address: str
) -> None:
    done: list[str] = []
    with keep_listening("sound", lambda: done.append("sound")):
        for times in (1, 2):
            with broker_at(address):
                send_word._app.cache_clear()
                send_word._messenger._away_until = 0
                send_word.send_word("sound")
                wait_until(lambda times=times: len(done) == times, f"message {times}")


def test_who_orders_work_does_not_wait_for_a_broker_that_is_away(
    told: Config, caplog: pytest.LogCaptureFixture
) -> None:
    begun = time.monotonic()
    with caplog.at_level(logging.ERROR, "broadsheet.messenger"):
        for _ in range(100):
            send_word.send_word("sound")
    assert time.monotonic() < begun + send_word.AWAY_SECONDS
    own = [record for record in caplog.records if record.name == "broadsheet.messenger"]
    assert len(own) == 1
    assert "work is found in the database" in caplog.text
    said = str(finding(settings.CONFIG))
    assert "does not answer" in said


def test_an_order_is_told_of_when_it_is_committed(
    told: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[str] = []
    monkeypatch.setattr(listen, "send_word", words.append)
    listen.connect()
    try:
        recording = make_recording()
        assert "sound" in words
        words.clear()
        recording.begin()
        assert "sound" not in words
    finally:
        listen.post_save.disconnect(sender=Recording, dispatch_uid="messenger.recording")
        listen.task_enqueued.disconnect(dispatch_uid="messenger.task")


def test_what_no_message_told_of_is_voiced_all_the_same(
    told: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    voiced: list[int] = []

    def voice(recording: Recording, **_: Any) -> None:
        voiced.append(recording.pk)
        Recording.objects.filter(pk=recording.pk).update(state=Recording.State.DONE)

    monkeypatch.setattr(booth, "voice_report", voice)
    stop, recording = threading.Event(), make_recording()
    slips = Slips(stop)
    thread = threading.Thread(target=booth.work, args=(stop,), kwargs={"slips": slips})
    thread.start()
    try:
        wait_until(lambda: voiced == [recording.pk], "the booth to look by itself")
        Recording.objects.update(state=Recording.State.WAITING)
        slips.hand_in()
        slips.hand_in()  # the same message once more finds nothing to do
        assert voiced == [recording.pk] * 2
    finally:
        stop.set()
        thread.join()


def test_a_broker_that_answers_is_fine(told: Config, broker: str) -> None:
    assert "the broker takes messages" in str(finding(settings.CONFIG))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://a", "write an address such as redis://broker.example:6379/0"),
        ("redis://:secret@a", "take the password out; set BROADSHEET_TASKS__PASSWORD"),
    ],
)
def test_an_address_that_is_none_is_refused(
    newsroom: Config, address: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_TASKS__BROKER", address)
    with pytest.raises(ConfigError) as refused:
        load(newsroom.home)
    assert said in str(refused.value)


def test_the_password_comes_from_elsewhere() -> None:
    from broadsheet.messenger.celery_app import celery_app

    tasks = TasksConfig(broker="redis://paper@b.example:6379/0", password="a/b")
    app = celery_app({}, tasks)
    assert app.conf.broker_url == "redis://paper:a%2Fb@b.example:6379/0"
