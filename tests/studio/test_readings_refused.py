"""What is no reading of the report is refused in one sentence, and by whom it may be handed in."""

from __future__ import annotations

import io
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from broadsheet.desk.models import Author, ReportPage
from broadsheet.readers.models import Account
from broadsheet.studio import listen_through as listening
from broadsheet.studio.listening.decode import decode
from broadsheet.studio.listening.error import RecordingError
from broadsheet.studio.listening.follow import follow
from broadsheet.studio.listening.hear import HeardWord
from broadsheet.studio.listening.kind import kind_of
from broadsheet.studio.models import HumanReading, Recording
from broadsheet.studio.reading_form import MOST_BYTES, ReadingForm
from broadsheet.studio.work import voice_until_done
from tests.studio.conftest import make_news, page_of, print_all
from tests.studio.test_views import client_of

RATE = 16_000
WORDS = tuple(range(20))
LENGTHS = (5, 5, 5, 5)


def tone(seconds: float = 2.0, height: float = 0.3) -> np.ndarray:
    at = np.arange(round(seconds * RATE)) / RATE
    return (height * np.sin(2 * np.pi * 220 * at)).astype(np.float32)


def wav(seconds: float = 2.0, height: float = 0.3) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, tone(seconds, height), RATE, format="WAV")
    return out.getvalue()


def m4a(file: Path) -> None:
    with av.open(str(file), "w", format="ipod") as container:
        stream = container.add_stream("aac", rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(tone()[np.newaxis, :], format="fltp", layout="mono")
        frame.sample_rate = RATE
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)


@pytest.mark.parametrize("name", ["a.wav", "a.mp3", "a.flac", "a.ogg", "a.opus", "a.m4a"])
def test_every_usual_kind_of_sound_file_is_decoded(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    if name.endswith("m4a"):
        m4a(file)
    elif name.endswith("opus"):
        soundfile.write(file, tone(), RATE, format="OGG", subtype="OPUS")
    else:
        soundfile.write(file, tone(), RATE)
    assert 1.9 < decode(file, tmp_path / "out.wav") < 2.2
    sound, rate = soundfile.read(tmp_path / "out.wav")
    assert (sound.ndim, rate) == (1, 48_000)
    assert abs(float(np.abs(sound).max()) - 0.3) < 0.05


@pytest.mark.parametrize(
    ("what", "data"),
    [
        ("no sound file", b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"),
        ("no sound file", b"ffconcat version 1.0\nfile /etc/passwd\n"),
        ("no sound file", b"<html><script>alert(1)</script>"),
        ("no sound file", b"\xff\xf1\x50\x80" + bytes(400)),
        ("broken", b"fLaC" + bytes(400)),
        ("broken", b"OggS" + bytes(400)),
        ("broken", b"\0\0\0\x18ftypM4A " + bytes(400)),
        ("nothing is to be heard", wav(height=0.0)),
    ],
)
def test_what_cannot_be_heard_is_refused_in_one_sentence(
    tmp_path: Path, what: str, data: bytes
) -> None:
    file = tmp_path / "recording"
    file.write_bytes(data)
    with pytest.raises(RecordingError, match=what) as refused:
        decode(file, tmp_path / "out.wav")
    assert "\n" not in str(refused.value)


def heard(*numbers: int, seconds: float = 0.0) -> list[HeardWord]:
    """A word each half second."""
    return [
        HeardWord(number, (seconds + at / 2, seconds + at / 2 + 0.4))
        for at, number in enumerate(numbers)
    ]


def timed(found: list[HeardWord]) -> list[int]:
    return [at for at, time in enumerate(follow(found, WORDS, LENGTHS)) if time]


def test_what_is_left_out_has_no_time_and_the_rest_keeps_its_own() -> None:
    found = heard(*WORDS[:5], *WORDS[10:])
    times = follow(found, WORDS, LENGTHS)
    assert timed(found) == [*range(5), *range(10, 20)]
    assert times[10] == (2.5, 2.9)


def test_what_is_added_moves_nothing() -> None:
    found = [*heard(3, 17, 3), *heard(*WORDS, seconds=10)]
    times = follow(found, WORDS, LENGTHS)
    assert times[0] == (10.0, 10.4)
    assert times[19] == (19.5, 19.9)


def test_a_word_met_by_chance_elsewhere_is_not_lit_there() -> None:
    assert timed([*heard(0), *heard(*WORDS[1:], seconds=30)]) == [*range(1, 20)]


def test_a_sentence_of_which_little_is_heard_is_not_lit() -> None:
    assert timed(heard(*WORDS[:6], *WORDS[10:])) == [*range(5), *range(10, 20)]


@pytest.mark.parametrize(
    "numbers",
    [
        (),
        (5, 1, 9, 3, 17, 2),
        WORDS[:6],
        (*WORDS, *(3, 1) * 40),
        tuple(reversed(WORDS)),
        tuple(number for word in WORDS for number in (word, 99)),
    ],
)
def test_another_text_is_refused(numbers: tuple[int, ...]) -> None:
    with pytest.raises(RecordingError, match="does not read this report"):
        follow(heard(*numbers), WORDS, LENGTHS)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "author"),
        ({"name": "Nora Quill", "author": "ida"}, "author"),
        ({"file": b""}, "file"),
        ({"file": b"#EXTM3U\n"}, "file"),
        ({"file": b"RIFF\0\0\0\0WAVE" + bytes(MOST_BYTES)}, "file"),
    ],
)
def test_a_form_that_is_not_right_says_what_to_do(
    site: Path, changes: dict[str, object], field: str
) -> None:
    words: dict[str, object] = {"name": "Nora Quill", "file": wav(), **changes}
    if words.get("author"):
        words["author"] = Author.objects.create(name="Ida Brandt").pk
    upload = SimpleUploadedFile("a.wav", words.pop("file"))  # type: ignore[arg-type]
    form = ReadingForm(words, {"file": upload})
    assert list(form.errors) == [field]
    assert len(form.errors[field]) == 1


def hand_in(client: Client, report: ReportPage, data: bytes, status: int = 302) -> None:
    words = {"file": SimpleUploadedFile("x.html", data), "name": "Nora Quill"}
    assert client.post(f"/desk/studio/{report.pk}/reading/", words).status_code == status


def test_a_recording_without_the_words_is_refused_at_the_desk_and_the_voice_goes_on(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = client_of("chief")
    report = make_news(headline="Pier opens", body=())
    print_all()
    for data, reason in ((wav(1.0), "lasts 1 seconds"), (wav(10.0), "does not read this report")):
        hand_in(editor, report, data)
        voice_until_done()
        print_all()
        state = editor.get(f"/desk/studio/{report.pk}/state/").content.decode()
        assert "cannot be used" in state
        assert reason in state
        assert "read by AI" in page_of(site, report)
    assert HumanReading.objects.count() == 1, "what was refused goes with the next attempt"
    monkeypatch.setattr(listening, "ALIGNER", "no_such_package")
    hand_in(editor, report, wav(10.0))
    voice_until_done()
    state = editor.get(f"/desk/studio/{report.pk}/state/").content.decode()
    assert "pip install &quot;broadsheet[align]&quot;" in state


def test_a_language_that_is_not_followed_is_heard_without_lights(site: Path) -> None:
    editor = client_of("chief")
    report = make_news(language="ko", headline="부두가 열렸다", body=())
    print_all()
    shown = editor.get(f"/desk/studio/{report.pk}/reading/").content.decode()
    assert "Listen to it yourself" in shown
    hand_in(editor, report, wav(5.0))
    voice_until_done()
    print_all()
    page = page_of(site, report)
    assert "Read by Nora Quill" in page
    assert "<read-along" not in page
    assert "<track" not in page
    assert "podcast:transcript" not in (site / "podcast.xml").read_text("utf-8")


def test_the_reading_of_an_earlier_text_is_withdrawn_until_an_editor_says_that_it_holds(
    site: Path,
) -> None:
    editor = client_of("chief")
    report = make_news(language="ko", headline="부두가 열렸다", body=())
    hand_in(editor, report, wav(5.0))
    voice_until_done()
    print_all()
    assert "Read by Nora Quill" in page_of(site, report)
    report.refresh_from_db()
    report.title = "부두가 닫혔다"
    report.save_revision().publish()
    print_all()
    assert "<audio" not in page_of(site, report)
    state = editor.get(f"/desk/studio/{report.pk}/state/").content.decode()
    assert "an earlier text" in state
    url = f"/desk/studio/{report.pk}/reading/"
    reading = HumanReading.objects.get()
    assert client_of("desk").post(url, {"do": "clear", "reading": reading.pk}).status_code != 200
    reading.refresh_from_db()
    editor.post(url, {"do": "clear", "reading": reading.pk})
    voice_until_done()
    print_all()
    assert "Read by Nora Quill" in page_of(site, report)
    kept = Path(reading.file.path)
    assert kept.is_relative_to(settings.MEDIA_ROOT)
    assert kept.suffix == ".wav", "not as it was called"
    editor.post(url, {"do": "remove", "reading": reading.pk})
    print_all()
    assert "<audio" not in page_of(site, report)
    assert not kept.exists()
    assert not Recording.objects.filter(report=report).exists()


def test_what_a_reporter_hands_in_is_heard_when_an_editor_has_let_it_through(site: Path) -> None:
    report = make_news(language="ko", headline="부두가 열렸다", body=(), publish=False)
    reporter, editor = client_of("reporter"), client_of("chief")
    ReportPage.objects.update(owner=Account.objects.get(username="reporter"))
    hand_in(reporter, report, wav(5.0))
    assert voice_until_done() == 1, "before it is published"
    report.get_latest_revision().publish()
    print_all()
    assert "<audio" not in page_of(site, report)
    reading = HumanReading.objects.get()
    url = f"/desk/studio/{report.pk}/reading/"
    assert reporter.post(url, {"do": "clear", "reading": reading.pk}).status_code == 302
    reading.refresh_from_db()
    assert not reading.is_cleared
    assert "Let readers hear it" in editor.get(url).content.decode()
    editor.post(url, {"do": "clear", "reading": reading.pk})
    print_all()
    assert "Read by Nora Quill" in page_of(site, report)


def test_nobody_who_may_not_edit_the_report_sees_or_does_anything(site: Path) -> None:
    report = make_news()
    editor = client_of("chief")
    hand_in(editor, report, wav())
    pk = HumanReading.objects.get().pk
    ReportPage.objects.filter(pk=report.pk).update(locked=True, locked_at=timezone.now())
    hand_in(editor, report, wav())
    assert HumanReading.objects.filter(pk=pk).exists(), "locked is locked, for editors too"
    for path in ("", f"{pk}/original/", f"{pk}/sound/"):
        url = f"/desk/studio/{report.pk}/reading/{path}"
        assert "/login/" in Client(SERVER_NAME="127.0.0.1").get(url)["Location"]
        if path:
            other = make_news()
            assert editor.get(url.replace(f"/{report.pk}/", f"/{other.pk}/")).status_code == 404


def test_a_kind_is_told_by_its_first_bytes() -> None:
    assert kind_of(wav()[:12]) == "wav"
    assert kind_of(b"") == kind_of(b"\xff") == ""
