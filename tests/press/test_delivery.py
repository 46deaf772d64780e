"""A site kept in a store: what one machine publishes stands on every machine that serves it."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test.utils import override_settings

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.blob_name import blob_name
from broadsheet.press.bookmark import Bookmark
from broadsheet.press.deliver import bookmark, deliver, the_copy
from broadsheet.press.delivery import Delivery
from broadsheet.press.models import Change, Order, Output, SiteFile, Urgency
from broadsheet.press.site import Site
from broadsheet.press.the_site import blobs, the_site
from broadsheet.press.work import pack_until_done, press_until_done, start
from broadsheet.store.store_error import StoreError
from tests.conftest import in_newsroom
from tests.make import make_photo, make_report
from tests.server.running import wait_until
from tests.stores import Store


@dataclass
class Host:
    """A machine that serves the paper: a folder of its own, beside the same books and store."""

    config: Config

    def bring(self) -> None:
        """Everything that there is to bring."""
        with override_settings(CONFIG=self.config):
            delivery = Delivery(the_copy(), blobs(), bookmark(self.config))
            the_copy().prepare()
            while delivery.turn():
                pass

    def files(self) -> dict[str, bytes]:
        return {
            file.relative_to(self.config.site).as_posix(): file.read_bytes()
            for file in self.config.site.rglob("*")
            if file.is_file()
        }

    def times(self) -> dict[str, float]:
        return {path: (self.config.site / path).stat().st_mtime for path in self.files()}

    def page(self, report: ReportPage) -> str:
        return (self.config.site / report.path_on_site.strip("/") / "index.html").read_text()


@pytest.fixture
def stored(newsroom: Config, store: Store) -> Iterator[Config]:
    with in_newsroom(newsroom.model_copy(update={"store": store.bucket()})) as config:
        start(the_site())
        yield config


@pytest.fixture
def host(stored: Config, tmp_path: Path) -> Callable[[str], Host]:
    def made(name: str) -> Host:
        home = tmp_path / name
        (home / "var").mkdir(parents=True)
        return Host(stored.model_copy(update={"home": home}))

    return made


def print_all() -> None:
    press_until_done(urgency=Urgency.REBUILD)
    assert not Order.objects.exists()
    assert list(Output.objects.exclude(trouble="").values_list("key", "trouble")) == []


def out_of_reach(config: Config) -> Config:
    store = config.store.model_copy(update={"url": "http://127.0.0.1:9"})
    return config.model_copy(update={"store": store})


def books() -> dict[str, str]:
    return dict(SiteFile.objects.values_list("path", "digest"))


def is_in_step(host: Host) -> bool:
    files = host.files()
    plain = {path for path in files if not path.endswith((".br", ".gz"))}
    site = Site(host.config.site)
    return plain == books().keys() and all(site.is_whole(*one) for one in books().items())


def test_what_is_published_stands_on_every_host_and_on_no_other_disk(
    stored: Config, host: Callable[[str], Host]
) -> None:
    report = make_report(headline="Pier opens")
    print_all()
    hosts = [host("one"), host("two")]
    for one in hosts:
        one.bring()
    assert "Pier opens" in hosts[0].page(report)
    assert hosts[0].files() == hosts[1].files()
    assert all(is_in_step(one) for one in hosts)
    assert not stored.site.exists(), "the worker serves nothing"
    assert hosts[0].times() == hosts[1].times(), "or browsers would fetch all from both"


def test_a_correction_a_withdrawal_and_another_photo_arrive(
    stored: Config, host: Callable[[str], Host]
) -> None:
    one, photo = host("one"), make_photo()
    report, gone = make_report(), make_report()
    report.lead_photo = photo
    report.save_revision().publish()
    print_all()
    one.bring()
    pictures = {path for path in one.files() if path.startswith("photos/")}
    assert pictures
    report.title = "The pier opens after all"
    report.lead_photo = make_photo(caption="The south pier.")
    report.save_revision().publish()
    gone.unpublish()
    print_all()
    one.bring()
    assert "The pier opens after all" in one.page(report)
    assert not (one.config.site / gone.path_on_site.strip("/") / "index.html").exists()
    assert not pictures & one.files().keys()
    assert is_in_step(one)


def test_a_host_that_was_cut_off_serves_what_it_has_and_catches_up(
    stored: Config, host: Callable[[str], Host]
) -> None:
    report = make_report(headline="Before the storm")
    print_all()
    one = host("one")
    one.bring()
    before = one.files()
    report.title = "After the storm"
    report.save_revision().publish()
    print_all()
    cut_off = Host(out_of_reach(one.config))
    with pytest.raises(StoreError, match="does not answer"):
        cut_off.bring()
    assert one.files() == before
    one.bring()
    assert "After the storm" in one.page(report)
    assert is_in_step(one)


def test_while_the_store_is_away_the_press_waits_and_enters_nothing(
    stored: Config, host: Callable[[str], Host]
) -> None:
    print_all()
    one = host("one")
    one.bring()
    before, changes = books(), Change.objects.count()
    make_report(headline="Written in the dark")
    with override_settings(CONFIG=out_of_reach(stored)), pytest.raises(StoreError):
        press_until_done(urgency=Urgency.REBUILD)
    assert (books(), Change.objects.count()) == (before, changes)
    assert Output.objects.filter(is_stale=True).exists()
    print_all()
    one.bring()
    assert is_in_step(one)


def test_a_blob_of_a_worker_that_comes_back_late_is_on_no_page(
    stored: Config, host: Callable[[str], Host]
) -> None:
    report = make_report(headline="As it is")
    print_all()
    path = f"{report.path_on_site.strip('/')}/index.html"
    the_site().put(path, b"as it was an hour ago")
    the_site().remove(path)
    one = host("one")
    one.bring()
    assert "As it is" in one.page(report)
    assert is_in_step(one)


def test_no_page_comes_before_the_pictures_that_it_shows(
    stored: Config, host: Callable[[str], Host], monkeypatch: pytest.MonkeyPatch
) -> None:
    print_all()
    one = host("one")
    one.bring()
    report = make_report()
    report.lead_photo = make_photo()
    report.save_revision().publish()
    print_all()
    came: list[str] = []
    put = Delivery._bring
    monkeypatch.setattr(
        Delivery,
        "_bring",
        lambda self, change, parcel: (came.append(change.path), put(self, change, parcel)),
    )
    for way in (one, host("new")):
        came.clear()
        way.bring()
        page = came.index(f"{report.path_on_site.strip('/')}/index.html")
        pictures = [at for at, path in enumerate(came) if path.startswith("photos/")]
        assert pictures
        assert max(pictures) < page


def test_a_copy_that_was_meddled_with_or_followed_other_books_is_put_right(
    stored: Config, host: Callable[[str], Host]
) -> None:
    report = make_report()
    print_all()
    one = host("one")
    one.bring()
    (one.config.site / "index.html").write_text("meddled")
    (one.config.site / "strange.html").write_text("nobody knows it")
    (one.config.site / ".well-known").mkdir()
    (one.config.site / ".well-known/proof.txt").write_text("the operator's own")
    Bookmark(number=Change.objects.latest("pk").pk, path="of/other/books").lay(bookmark(one.config))
    one.bring()
    assert (one.config.site / ".well-known/proof.txt").exists()
    (one.config.site / ".well-known/proof.txt").unlink()
    assert is_in_step(one)
    assert report.title in one.page(report)


def test_empty_books_clear_no_copy(stored: Config, host: Callable[[str], Host]) -> None:
    print_all()
    one = host("one")
    one.bring()
    before = one.files()
    Change.objects.all().delete()
    SiteFile.objects.all().delete()
    one.bring()
    assert one.files() == before


def test_close_packing_arrives(stored: Config, host: Callable[[str], Host]) -> None:
    report = make_report()
    print_all()
    one = host("one")
    one.bring()
    page = one.config.site / report.path_on_site.strip("/") / "index.html.br"
    quick = page.stat().st_size
    pack_until_done()
    one.bring()
    assert page.stat().st_size < quick
    assert is_in_step(one)


def test_changes_are_forgotten_but_the_last(stored: Config, host: Callable[[str], Host]) -> None:
    print_all()
    one = host("one")
    one.bring()
    Change.objects.forget(before=dt.datetime.now(dt.UTC) + dt.timedelta(days=1))
    assert Change.objects.count() == 1
    make_report()
    print_all()
    one.bring()
    assert is_in_step(one)


def test_where_the_site_is_kept_elsewhere_everything_is_kept_anew(
    stored: Config, store: Store, host: Callable[[str], Host]
) -> None:
    make_report()
    print_all()
    moved = stored.model_copy(update={"store": store.bucket()})
    with override_settings(CONFIG=moved):
        start(the_site())
        print_all()
        one = host("one")
        one.config = one.config.model_copy(update={"store": moved.store})
        one.bring()
        assert is_in_step(one)


def test_the_delivery_brings_what_is_published_while_it_runs(
    stored: Config, host: Callable[[str], Host]
) -> None:
    one, stop = host("one"), threading.Event()
    print_all()
    with override_settings(CONFIG=one.config):
        bringing = threading.Thread(target=deliver, args=(stop,))
        bringing.start()
        try:
            wait_until(bookmark(one.config).exists, "the first copy")
            report = make_report(headline="While it runs")
            print_all()
            page = one.config.site / report.path_on_site.strip("/") / "index.html"
            wait_until(page.exists, "the new page")
        finally:
            stop.set()
            bringing.join()


@pytest.mark.parametrize("path", ["../escaped.html", "/etc/passwd", "a//b.html", "a/\0.html", ""])
def test_no_path_leads_out_of_the_site(stored: Config, path: str) -> None:
    with pytest.raises(ValueError, match="is no path of a file under the site"):
        the_site().put(path, b"")


def test_a_blob_has_an_ending_only_where_it_is_a_plain_one() -> None:
    assert blob_name("a/index.html", "ab12") == "ab/ab12.html"
    assert blob_name("a/b.h tml", "ab12") == blob_name("a/b", "ab12") == "ab/ab12"
