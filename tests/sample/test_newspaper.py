"""The sample newspaper is whole: all that it names is there, and every link leads somewhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from broadsheet.config import Config, load
from broadsheet.desk.models import Author, Photo, ReportPage, Topic
from broadsheet.headers import DYNAMIC_PATHS
from broadsheet.press.models import Output, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.sample import newspaper
from tests.conftest import in_newsroom
from tests.databases import copied_newsroom

REPORTS = sorted((newspaper.HERE / "reports").glob("*.md"))


@pytest.fixture(scope="module")
def courant(tmp_path_factory: pytest.TempPathFactory, first_database: Path) -> Config:
    """The sample, made and printed once for all of these tests, which only read it."""
    config = copied_newsroom(tmp_path_factory.mktemp("sample") / "courant", first_database)
    with in_newsroom(config):
        newspaper.make_sample(lambda _done, _total: None)
        start(the_site())
        press_until_done(urgency=Urgency.REBUILD)
    return load(config.home)


def html_files(config: Config) -> dict[str, str]:
    files = config.site.rglob("*.html")
    return {str(file.relative_to(config.site)): file.read_text() for file in files}


def test_every_report_is_published_and_printed_without_trouble(courant: Config) -> None:
    with in_newsroom(courant):
        assert ReportPage.objects.live().count() == len(REPORTS) > 15
        assert {report.slug for report in ReportPage.objects.all()} == {f.stem for f in REPORTS}
        assert list(Output.objects.exclude(trouble="")) == []


def test_the_wire_had_nothing_to_ask(courant: Config) -> None:
    from wagtail.models import Comment

    with in_newsroom(courant):
        assert [comment.text for comment in Comment.objects.all()] == []
        assert not Photo.objects.filter(is_awaited=True).exists()


def test_everybody_and_everything_named_is_introduced(courant: Config) -> None:
    plan = tomllib.loads((newspaper.HERE / "paper.toml").read_text())
    with in_newsroom(courant):
        assert set(Author.objects.values_list("name", flat=True)) == {
            author["name"] for author in plan["authors"]
        }
        assert set(Topic.objects.values_list("name", flat=True)) == {
            topic["name"] for topic in plan["topics"]
        }


def test_every_picture_has_what_must_stand_beside_it(courant: Config) -> None:
    with in_newsroom(courant):
        for photo in Photo.objects.all():
            assert photo.caption, photo.file.name
            assert photo.alt_text, photo.file.name
            assert photo.credit, photo.file.name


def test_every_picture_that_was_drawn_is_used(courant: Config) -> None:
    with in_newsroom(courant):
        sources = set(Photo.objects.values_list("source", flat=True))
    assert sources == {file.name for file in newspaper.PHOTOS.iterdir()}


def test_every_link_on_the_site_leads_to_a_file(courant: Config) -> None:
    dead = []
    for name, html in html_files(courant).items():
        for href in set(re.findall(r'(?:href|src)="(/[^"#?]*)', html)):
            if href.startswith(DYNAMIC_PATHS):
                continue
            file = courant.site / href.strip("/")
            if not (file.is_file() or (file / "index.html").is_file()):
                dead.append(f"{name} links to {href}")
    assert dead == []


def test_the_translation_and_its_original_name_each_other(courant: Config) -> None:
    pages = html_files(courant)
    english = pages["culture/books/national-library-reopens-its-reading-room/index.html"]
    korean = pages["culture/books/national-library-reopens-its-reading-room-ko/index.html"]
    assert 'hreflang="ko"' in english
    assert 'hreflang="en"' in korean
    assert '<html lang="ko"' in korean


def test_the_front_speaks_the_language_of_the_paper(courant: Config) -> None:
    assert not re.search(r"[가-힣]", html_files(courant)["index.html"])
