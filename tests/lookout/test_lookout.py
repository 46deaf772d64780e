"""The newsroom as whoever watches it is told of it."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.test.utils import override_settings
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.duty import on_duty
from broadsheet.lookout.figure import Figure, exposition
from broadsheet.lookout.figures import figures
from broadsheet.lookout.health import health
from broadsheet.lookout.listen import listen
from broadsheet.lookout.reach import reach
from broadsheet.press.bookmark import Bookmark
from broadsheet.press.deliver import bookmark
from broadsheet.press.models import Change, Order, Output, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.setting.store import StoreConfig
from broadsheet.setting.tasks import TasksConfig
from tests.make import make_report
from tests.stores import Store


@pytest.fixture(autouse=True)
def _at_rest(newsroom: Config) -> None:
    """What was ordered when the newsroom was founded may be long ago."""
    Order.objects.all().delete()


@pytest.fixture
def address(newsroom: Config) -> Iterator[str]:
    with listen("127.0.0.1", 0) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        serving.join()


def value(name: str, of: str = "", *, now: dt.datetime | None = None) -> float:
    found = {one.name: dict(one.values) for one in figures(now=now or timezone.now())}
    return found[name][of]


def test_what_waits_for_the_press_is_counted_and_how_long(newsroom: Config) -> None:
    start(the_site())
    press_until_done(urgency=Urgency.REBUILD)
    assert (value("orders_waiting"), value("oldest_order_seconds")) == (0, 0)
    make_report()
    later = Order.objects.earliest("pk").placed_at + dt.timedelta(seconds=90)
    assert value("orders_waiting") > 0
    assert value("oldest_order_seconds", now=later) == 90
    assert any("90 s behind" in one for one in health(now=later))
    press_until_done(urgency=Urgency.PAGE)
    assert value("outputs_waiting", "page") == 0
    assert value("outputs_waiting", "front") > 0
    assert value("reports_published") == 1
    assert not any("behind" in one for one in health(now=later))


def test_an_output_that_cannot_be_made_is_a_trouble(newsroom: Config) -> None:
    assert value("troubles", "output") == 0
    Output.objects.create(key="report:1", is_stale=False, trouble="ValueError: no")
    assert value("troubles", "output") == 1


def test_who_is_not_on_duty_is_missed(newsroom: Config) -> None:
    assert any("no worker is on duty" in one for one in health(now=timezone.now()))
    assert value("on_duty", "worker") == 0
    with on_duty(newsroom.var / "worker.lock"), on_duty(newsroom.var / "booth.lock"):
        assert value("on_duty", "worker") == 1
        assert health(now=timezone.now()) == ()


def test_both_are_asked_for_over_http(address: str, newsroom: Config) -> None:
    with urlopen(f"{address}/metrics") as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        told = answer.read().decode()
    assert "\nbroadsheet_up 1\n" in told
    assert 'broadsheet_outputs_waiting{urgency="page"} ' in told
    with pytest.raises(HTTPError) as raised:
        urlopen(f"{address}/health")
    assert raised.value.status == 503
    assert json.loads(raised.value.read())["ok"] is False
    with on_duty(newsroom.var / "worker.lock"), on_duty(newsroom.var / "booth.lock"):
        assert json.loads(urlopen(f"{address}/health").read()) == {"ok": True, "troubles": []}
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{address}/desk/")


def test_a_name_is_escaped_as_prometheus_reads_it() -> None:
    figure = Figure("a", "What.", (('the "first"\n', 2.5),), label="of")
    assert exposition([figure]) == (
        "# HELP broadsheet_a What.\n# TYPE broadsheet_a gauge\n"
        'broadsheet_a{of="the \\"first\\"\\n"} 2.5\n'
    )


def test_a_newsroom_without_a_voice_misses_nobody_in_the_booth(newsroom: Config) -> None:
    with override_settings(CONFIG=newsroom.model_copy(update={"voice": ()})):
        assert not any("booth" in one for one in health(now=timezone.now()))


@pytest.fixture
def stored(newsroom: Config) -> Iterator[Config]:
    """Its store and its broker are out of reach."""
    store = StoreConfig(
        bucket="papers",
        url="http://127.0.0.1:9",
        key_id="paper",
        key_secret="a secret of the tests",
    )
    tasks = TasksConfig(broker="redis://127.0.0.1:9/0")
    config = newsroom.model_copy(update={"store": store, "tasks": tasks, "voice": ()})
    with override_settings(CONFIG=config), on_duty(newsroom.var / "worker.lock"):
        yield config


def test_how_far_the_copy_of_this_machine_has_come(stored: Config) -> None:
    now = timezone.now()
    first, *_ = [
        Change.objects.create(path=f"{name}.html", digest="a", made_at=now)
        for name in ("one", "two", "three")
    ]
    later = now + dt.timedelta(seconds=90)
    assert (value("delivery_on_duty"), value("delivery_changes_behind")) == (0, 3)
    assert any("no delivery is at work on this machine" in one for one in health(now=now))
    Bookmark.at(first).lay(bookmark(stored))
    laid_at = bookmark(stored).stat().st_mtime
    with on_duty(stored.var / "delivery.lock"):
        assert value("delivery_on_duty") == 1
        assert value("delivery_changes_behind", now=later) == 2
        assert value("delivery_behind_seconds", now=later) == 90
        assert value("delivery_last_seconds", now=later) == later.timestamp() - laid_at
        said = [one for one in health(now=later) if "lacks 2 changes, the first for 90 s" in one]
        assert len(said) == 1
        Bookmark.at(Change.objects.latest("pk")).lay(bookmark(stored))
        assert value("delivery_changes_behind", now=later) == 0
        assert value("delivery_behind_seconds", now=later) == 0
        assert not any("copy" in one for one in health(now=later))


def test_what_this_machine_does_not_reach_is_told_of(stored: Config, address: str) -> None:
    said = health(now=timezone.now())
    assert any("the store at http://127.0.0.1:9 does not answer" in one for one in said)
    assert any("[tasks] broker is redis://127.0.0.1:9/0, which does not" in one for one in said)
    with urlopen(f"{address}/metrics") as answer:
        told = answer.read().decode()
    assert '\nbroadsheet_answers{of="store"} 0\n' in told
    assert '\nbroadsheet_answers{of="broker"} 0\n' in told


def test_a_store_that_answers_is_no_trouble(newsroom: Config, store: Store) -> None:
    config = newsroom.model_copy(update={"store": store.bucket()})
    assert reach(config) == {"store": ""}
    with override_settings(CONFIG=config):
        assert not any("the store" in one for one in health(now=timezone.now()))


def test_what_keeps_silent_is_not_waited_for(
    stored: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = threading.Event()
    monkeypatch.setattr("broadsheet.lookout.reach.PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr("broadsheet.lookout.reach._ask_store", lambda _: str(silent.wait()))
    assert reach(stored)["store"] == "the store has not answered for 0.01 s"
    silent.set()
