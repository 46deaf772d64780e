"""A report read by a person: heard instead of the voice while it belongs to the text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import c2pa
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone
from mutagen.id3 import ID3
from mutagen.oggopus import OggOpus

from broadsheet import story as s
from broadsheet.desk.models import Author, ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.studio.models import Recording
from broadsheet.studio.work import voice_until_done
from tests.studio.conftest import make_news, page_of, print_all
from tests.studio.person import read, utterances_of
from tests.studio.test_views import client_of
from tests.voice.sound.signing import make_chain

BODY = (
    "Port Ellery will have a second ferry from Nov. 3, the council said Monday.",
    "“It is late,” said Mr. Brandt, who has piloted the old boat since 1998.",
    "Nobody in the town had expected that the office in Haskerry would pay for a new quay.",
)
SYNTHETIC = ("read by AI", "trainedAlgorithmicMedia", "TrainedAlgorithmicMedia", "computer voice")


@pytest.fixture
def editor(site: Path) -> Client:
    return client_of("chief")


@pytest.fixture
def report(site: Path) -> ReportPage:
    made = make_news(
        headline="Second ferry for the Outer Isles",
        body=tuple(s.Paragraph(s.Text(one)) for one in BODY),
    )
    print_all()
    return made


def story_of(report: ReportPage) -> s.Story:
    return Translator().story(ReportPage.objects.whole().get(pk=report.pk))


def hand_in(client: Client, report: ReportPage, file: Path, **who: object) -> str:
    upload = SimpleUploadedFile(file.name, file.read_bytes())
    words = {"file": upload, **(who or {"name": "Nora Quill"})}
    answer = client.post(f"/desk/studio/{report.pk}/reading/", words, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def panel(client: Client, report: ReportPage) -> str:
    return client.get(f"/desk/studio/{report.pk}/state/").content.decode()


def finish() -> None:
    print_all()
    voice_until_done()
    print_all()


def test_readers_hear_the_person_and_are_told_who_it_is_and_nothing_says_synthetic(
    site: Path, editor: Client, report: ReportPage, tmp_path: Path
) -> None:
    read(utterances_of(story_of(report)), tmp_path / "take.flac")
    voice_until_done()
    print_all()
    assert "read by AI" in page_of(site, report)
    assert "waits for its turn" in hand_in(
        editor, report, tmp_path / "take.flac", author=Author.objects.get().pk
    )
    assert "read by AI" in page_of(site, report), "the voice stays until it is ready"
    chain = make_chain(tmp_path, now=timezone.now())
    keys = {"certificate": str(chain.certificates), "certificate_key": str(chain.key)}
    signing = settings.CONFIG.sound.model_copy(update=keys)
    with override_settings(CONFIG=settings.CONFIG.model_copy(update={"sound": signing})):
        finish()
    page = page_of(site, report)
    assert "Read by Ida Brandt" in page
    assert [mark for mark in SYNTHETIC if mark in page.replace("is no computer voice", "")] == []
    assert '"digitalSourceType":"https://schema.org/DigitalCaptureDigitalSource"' in page
    recording = Recording.objects.wanted().get()
    assert recording.sound
    files = {
        Path(path).suffix: site / path.strip("/") for path in re.findall(r"/sound/[\w.-]+", page)
    }
    assert set(files) == {".mp3", ".opus", ".vtt", ".json"}
    head = ID3(files[".mp3"])
    assert [str(one) for one in head.getall("COMM")] == ["Read by Ida Brandt."]
    assert "digitalCapture" in str(head["TXXX:IPTC DigitalSourceType"])
    with c2pa.Reader(files[".mp3"]) as credentials:
        assert "/digitalCapture" in credentials.json()
    assert OggOpus(files[".opus"])["PERFORMER"] == ["Ida Brandt"]
    for file in (files[".mp3"], files[".opus"], files[".vtt"], *site.rglob("podcast.xml")):
        assert [mark for mark in SYNTHETIC if mark.encode() in file.read_bytes()] == []
    assert 'role="narrator" group="cast">Ida Brandt<' in (site / "podcast.xml").read_text()
    assert "a person" in panel(editor, report)


def test_words_are_lit_when_the_person_says_them_whatever_is_left_out_or_added(
    site: Path, editor: Client, report: ReportPage, tmp_path: Path
) -> None:
    said = utterances_of(story_of(report))
    places = [place for place, _ in _sentences(site, editor, report, said, tmp_path)]
    aside = utterances_of(story_of(make_news(headline="A word from the harbour before we go on")))
    without = [one for one in said if one.line != said[-2].line]
    mixed = (aside[0], *without[:-1], aside[0], without[-1])
    starts = read(mixed, tmp_path / "mixed.flac")
    hand_in(editor, report, tmp_path / "mixed.flac")
    finish()
    found = _cues(site, report)
    assert [place for place, _ in found] == [place for place in places if place != "body.1"]
    begun = dict(found)
    assert abs(begun["headline"] - starts[1]) < 0.2
    assert abs(begun["body.2"] - starts[-1]) < 0.2


def _sentences(
    site: Path, editor: Client, report: ReportPage, said: object, tmp_path: Path
) -> list[tuple[str, float]]:
    read(utterances_of(story_of(report)), tmp_path / "whole.flac")
    hand_in(editor, report, tmp_path / "whole.flac")
    finish()
    return _cues(site, report)


def _cues(site: Path, report: ReportPage) -> list[tuple[str, float]]:
    """Each line that is heard and when it begins, in seconds."""
    found = re.search(r'data-cues="([^"]+)"', page_of(site, report))
    assert found
    lines = json.loads((site / found[1].strip("/")).read_text("utf-8"))["lines"]
    return [(place, sentences[0][0] / 1000) for place, sentences in lines]
