"""`broadsheet verify` where the site is in a store: what it has lost, and what a copy has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from broadsheet.commands import verify
from broadsheet.commands.trouble import Trouble
from broadsheet.config import Config
from broadsheet.press.blob_name import blob_name
from broadsheet.press.deliver import compare_copy
from broadsheet.press.models import SiteFile, Urgency
from broadsheet.press.sweep import Sweep
from broadsheet.press.the_site import blobs, the_site
from broadsheet.press.work import press_until_done, start
from tests.conftest import in_newsroom
from tests.make import make_report
from tests.stores import Store

LATER = dt.datetime.now(dt.UTC) + dt.timedelta(days=2)


@pytest.fixture
def host(newsroom: Config, store: Store) -> Iterator[Config]:
    """One machine that prints and serves."""
    with in_newsroom(newsroom.model_copy(update={"store": store.bucket()})) as config:
        start(the_site())
        make_report(headline="Pier opens")
        press_until_done(urgency=Urgency.REBUILD)
        compare_copy()
        yield config


def kept() -> set[str]:
    return {one.name for page in blobs().pages() for one in page}


def named() -> set[str]:
    return {blob_name(*one) for one in SiteFile.objects.values_list("path", "digest")}


def sweep_up(*, now: dt.datetime) -> None:
    sweep = Sweep()
    while sweep.turn(now=now):
        pass


def test_a_site_in_step_is_left_as_it_is(host: Config, capsys: pytest.CaptureFixture[str]) -> None:
    verify.run(is_look=True)
    verify.run(is_look=False)
    assert "the site is in step with the desk." in capsys.readouterr().out


def test_what_the_store_has_lost_is_printed_again(host: Config) -> None:
    page = SiteFile.objects.get(path="index.html")
    name = blob_name(page.path, page.digest)
    for lost in (name, f"{name}.br"):
        blobs().remove(lost)
        with pytest.raises(Trouble, match="0 reports and 1 file of"):
            verify.run(is_look=True)
        verify.run(is_look=False)
        assert blobs().has(lost)
        verify.run(is_look=True)


def test_what_is_broken_on_this_machine_is_brought_again(host: Config) -> None:
    (host.site / "index.html").write_text("meddled")
    (host.site / "strange.html").write_text("nobody knows it")
    with pytest.raises(Trouble, match="0 reports and 2 files of"):
        verify.run(is_look=True)
    verify.run(is_look=False)
    assert "Pier opens" in (host.site / "index.html").read_text()
    (aside,) = (host.var / "astray").iterdir()
    assert (aside / "strange.html").read_text() == "nobody knows it"
    verify.run(is_look=True)


def test_what_no_book_names_is_swept_up_a_day_later_and_nothing_else(host: Config) -> None:
    the_site().put("index.html", b"what a worker left that came back late")
    stray = kept() - {
        name for name in kept() if name.removesuffix(".br").removesuffix(".gz") in named()
    }
    assert len(stray) == 3
    sweep_up(now=dt.datetime.now(dt.UTC))
    assert stray <= kept(), "a machine may still be on its way to it"
    sweep_up(now=LATER)
    assert not stray & kept()
    verify.run(is_look=True)
