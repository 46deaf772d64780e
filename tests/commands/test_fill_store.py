"""A newsroom that is at work already moves into a store, with all that nobody could make again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from broadsheet.commands import fill_store
from broadsheet.commands.trouble import Trouble
from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.models import Order
from broadsheet.press.the_site import the_site
from broadsheet.press.work import start
from broadsheet.reference.work import look_up_until_done
from broadsheet.store.bucket import Bucket
from broadsheet.studio.work import voice_until_done
from tests.conftest import in_newsroom
from tests.lexicon.making import make_shelf
from tests.make import make_photo
from tests.press.test_delivery import Host
from tests.reference.conftest import Beside
from tests.stores import Store
from tests.studio.conftest import humming, make_news, print_all, site

__all__ = ["humming", "site"]

FOLDERS = ("media", "sound", "words")
PACKED = (".br", ".gz")


@pytest.fixture
def report(site: Path) -> ReportPage:
    """In print on this machine's disk, with a photo, its sound and its words."""
    make_shelf(settings.CONFIG.dictionaries).close()
    made = make_news()
    made.lead_photo = make_photo()
    made.save_revision().publish()
    print_all()
    assert voice_until_done() == 1
    look_up_until_done(call_in=Beside)
    # Every page, since its podcasts came after some of them.
    Order.place("everything")
    print_all()
    return made


@pytest.fixture
def moved(report: ReportPage, store: Store) -> Iterator[Config]:
    """The same newsroom, told of a store."""
    with in_newsroom(settings.CONFIG.model_copy(update={"store": store.bucket()})) as config:
        yield config


def brought(capsys: pytest.CaptureFixture[str]) -> int:
    fill_store.run()
    found = re.search(r"([\d,]+) files are brought into the store", capsys.readouterr().out)
    assert found
    return int(found[1].replace(",", ""))


def test_photos_recordings_and_words_come_from_the_store_afterwards(
    moved: Config, report: ReportPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {
        file.relative_to(moved.site).as_posix(): file.read_bytes()
        for file in moved.site.rglob("*")
        if file.is_file() and file.suffix not in PACKED
    }
    for kind in ("photos", "sound", "words"):
        assert any(path.startswith(f"{kind}/") for path in before), kind
    assert brought(capsys) > len(FOLDERS)
    for folder in (*FOLDERS, "site"):
        (moved.var / folder).rename(tmp_path / folder)
    start(the_site())
    print_all()
    (tmp_path / "host/var").mkdir(parents=True)
    host = Host(moved.model_copy(update={"home": tmp_path / "host"}))
    host.bring()
    files = {path: data for path, data in host.files().items() if not path.endswith(PACKED)}
    assert files == before
    assert not [folder for folder in FOLDERS if (moved.var / folder).exists()]


def test_what_is_there_already_is_not_brought_again(
    moved: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    first = brought(capsys)
    assert brought(capsys) == 0
    media = Bucket(moved.store, "media")
    lost, halved, *_ = [one.name for page in media.pages() for one in page]
    media.remove(lost)
    media.keep(halved, media.read(halved)[:100])
    assert brought(capsys) == 2
    assert media.read(halved) == (moved.media / halved).read_bytes()
    kept = [one for name in FOLDERS for page in Bucket(moved.store, name).pages() for one in page]
    assert len(kept) == first


def test_without_a_store_there_is_nowhere_to_bring_it(newsroom: Config) -> None:
    with pytest.raises(Trouble, match=r"\[store\] bucket is empty; name the bucket"):
        fill_store.run()
