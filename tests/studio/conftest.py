"""A newsroom whose reports are read by one process, and the press beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test.utils import override_settings
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.models import Order, Output, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.setting.sound import SoundConfig
from broadsheet.setting.voice import VoiceConfig
from tests.make import make_report
from tests.voice.speaking import humming

__all__ = ["humming"]


@pytest.fixture
def site(newsroom: Config, humming: Path) -> Iterator[Path]:
    """The newsroom's site. Its voice hums, which is quicker than speaking."""
    voice = VoiceConfig(name="joe", engine="humming", settings={"folder": str(humming)})
    sound = SoundConfig(processes=1)
    config = newsroom.model_copy(update={"sound": sound, "voice": (voice,)})
    with override_settings(CONFIG=config):
        start(the_site())
        print_all()
        yield newsroom.site


def print_all() -> None:
    press_until_done(urgency=Urgency.REBUILD)
    assert not Order.objects.exists()
    assert list(Output.objects.exclude(trouble="").values_list("key", "trouble")) == []


def make_news(**changes: object) -> ReportPage:
    """A report of today: the paper reads by itself what is new."""
    return make_report(**{"published_on": today(), "published_time": dt.time(0, 0), **changes})


def today() -> dt.date:
    return timezone.localdate()


def page_of(site: Path, report: ReportPage) -> str:
    report.refresh_from_db()
    return (site / report.path_on_site.strip("/") / "index.html").read_text("utf-8")
