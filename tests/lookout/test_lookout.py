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
from broadsheet.press.models import Order, Output, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from tests.make import make_report


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
