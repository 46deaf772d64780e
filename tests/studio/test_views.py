"""The studio at the desk: how far a sound is, voicing again, hearing a pronunciation."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import soundfile
from django.test import Client
from django.utils import timezone

from broadsheet.studio.models import Recording
from broadsheet.studio.work import voice_until_done
from tests.make import make_person
from tests.studio.conftest import make_news, print_all


def client_of(role: str) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(make_person(role))
    return client


@pytest.fixture
def editor(site: Path) -> Client:
    return client_of("chief")


def test_the_desk_says_how_far_a_sound_is(editor: Client) -> None:
    report = make_news()
    print_all()
    url = f"/desk/studio/{report.pk}/state/"
    assert "waits for its turn" in editor.get(url).content.decode()
    recording = Recording.objects.get()
    recording.begin()
    recording.tell(3, 12)
    assert "3 of 12 sentences" in editor.get(url).content.decode()
    recording.fail("the voice <b>fell silent</b>")
    said = editor.get(url).content.decode()
    assert "could not be read" in said
    assert "the voice &lt;b&gt;fell silent" in said
    recording.voice_again(now=timezone.now())
    voice_until_done()
    said = editor.get(url).content.decode()
    assert "It is on the page" in said
    assert 'data-moving="no"' in said


def test_the_forms_of_a_report_and_of_an_entry_open(editor: Client) -> None:
    report = make_news()
    form = editor.get(f"/desk/pages/{report.pk}/edit/").content.decode()
    assert f"/desk/studio/{report.pk}/state/" in form
    assert "hear-it" in editor.get("/desk/snippets/studio/pronunciation/add/").content.decode()
    print_all()
    listed = editor.get("/desk/snippets/studio/recording/").content.decode()
    assert f'href="/desk/pages/{report.pk}/edit/"' in listed


def test_a_chief_voices_a_report_again_and_a_desk_editor_may_not(editor: Client) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    url = f"/desk/studio/{report.pk}/again/"
    assert editor.get(url).status_code == 200
    assert Recording.objects.get().state == "done", "asking alone orders nothing"
    assert editor.post(url).status_code == 302
    assert Recording.objects.get().state == "waiting"
    desk = client_of("desk")
    assert desk.post(url).status_code in {302, 403}
    Recording.objects.update(state="done")
    desk.post(url)
    assert Recording.objects.get().state == "done"


def test_nobody_from_outside_sees_or_orders_anything(site: Path) -> None:
    report = make_news()
    for path in (f"{report.pk}/state/", f"{report.pk}/again/", "hear/?phrase=a&said=b"):
        answer = Client(SERVER_NAME="127.0.0.1").get(f"/desk/studio/{path}")
        assert answer.status_code == 302
        assert "/login/" in answer["Location"]


def test_a_pronunciation_is_heard_before_it_is_kept(editor: Client) -> None:
    answer = editor.get("/desk/studio/hear/", {"phrase": "Skerrin", "said": "SKEH rin"})
    assert answer["Content-Type"] == "audio/wav"
    sound, rate = soundfile.read(io.BytesIO(answer.content))
    assert 0.3 < len(sound) / rate < 3
    assert abs(sound).max() > 0.05


def test_what_cannot_be_said_is_told_in_one_sentence(editor: Client) -> None:
    answer = editor.get("/desk/studio/hear/", {"phrase": "Skerrin", "said": "/dʒ"})
    assert answer.status_code == 400
    assert answer.content.decode().count(".") == 1 or "\n" not in answer.content.decode()
