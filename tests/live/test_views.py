"""A live report at the desk: who may do what, on every address, and how a phone is answered."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from broadsheet.config import Config
from broadsheet.desk.models import LiveEntry, LiveReport
from broadsheet.readers.models import Account
from tests.live.making import client_of, make_editor, make_entry, make_live, make_reporter
from tests.make import make_person, make_report, picture_bytes


@pytest.fixture
def live(newsroom: Config) -> LiveReport:
    return make_live()


@pytest.fixture
def nadia(live: LiveReport) -> Account:
    """Somebody who was let in to this report."""
    account = make_reporter()
    live.writers.add(account)
    return account


def send(client: Client, live: LiveReport, **fields: Any) -> Any:
    return client.post(
        f"/desk/live/{live.pk}/",
        {"key": uuid.uuid4(), **fields},
        headers={"Accept": "application/json"},
    )


def test_a_reporter_posts_words_and_a_photo_from_a_phone(live: LiveReport, nadia: Account) -> None:
    client = client_of(nadia)
    assert "live-box" in client.get(f"/desk/live/{live.pk}/").content.decode()
    photo = SimpleUploadedFile("IMG_1.jpg", picture_bytes(size=(300, 200)), "image/jpeg")
    refused = send(client, live, text="The mole.", photo=photo)
    assert refused.status_code == 422
    assert "some readers cannot see it" in refused.json()["errors"][0]
    photo.seek(0)
    answer = send(client, live, text="The mole.", photo=photo, alt="A mole.", credit="N. SUND")
    assert answer.status_code == 200, answer.content
    entry = LiveEntry.objects.get()
    assert f'id="{entry.place}"' in answer.json()["html"]
    assert entry.photo is not None
    assert (entry.photo.alt_text, entry.photo.credit) == ("A mole.", "N. SUND")
    assert send(client, live, text=" ").status_code == 422


def test_without_scripts_the_form_is_a_form(live: LiveReport, nadia: Account) -> None:
    client = client_of(nadia)
    form = {"key": uuid.uuid4(), "text": "The first boat is out."}
    answer = client.post(f"/desk/live/{live.pk}/", form)
    assert (answer.status_code, answer["Location"]) == (302, f"/desk/live/{live.pk}/")
    assert "The first boat is out." in client.get(answer["Location"]).content.decode()


def test_no_address_lets_in_whoever_was_not_let_in(live: LiveReport, nadia: Account) -> None:
    entry = make_entry(live, "The first boat is out.", nadia)
    other = client_of(make_reporter("Per Holt"))
    stranger = Client(SERVER_NAME="127.0.0.1")
    for path in _addresses(live, entry):
        for client in (other, stranger):
            assert _is_refused(client.get(path))
            assert _is_refused(client.post(path, _everything()))
    _assert_untouched(live, entry)


def test_the_list_is_for_who_makes_the_paper_and_whoever_was_let_in(
    live: LiveReport, nadia: Account
) -> None:
    moderator = make_person("moderator")
    assert client_of(moderator).get("/desk/live/").status_code in {302, 403}
    for person in (nadia, make_person("reporter"), make_person("photos")):
        assert client_of(person).get("/desk/live/").status_code == 200


def test_a_writer_runs_nothing_and_changes_nobody_elses_entry(
    live: LiveReport, nadia: Account
) -> None:
    entry = make_entry(live, "The first boat is out.", make_editor())
    client = client_of(nadia)
    for path in _addresses(live, entry)[1:]:
        assert _is_refused(client.get(path))
        assert _is_refused(client.post(path, _everything()))
    _assert_untouched(live, entry)


def test_who_is_let_in_no_more_cannot_change_their_own(live: LiveReport, nadia: Account) -> None:
    entry = make_entry(live, "The first boat is out.", nadia)
    client = client_of(nadia)
    assert client.get(f"/desk/live/{live.pk}/entries/{entry.pk}/").status_code == 200
    live.writers.clear()
    client.post(f"/desk/live/{live.pk}/entries/{entry.pk}/take-down/", {"reason": ""})
    _assert_untouched(live, entry)


def test_an_entry_is_found_only_under_its_own_report(live: LiveReport, nadia: Account) -> None:
    entry = make_entry(live, "The first boat is out.", nadia)
    other = make_live(make_report())
    other.writers.add(nadia)
    path = f"/desk/live/{other.pk}/entries/{entry.pk}/take-down/"
    assert client_of(nadia).post(path, {"reason": ""}).status_code == 404


def test_an_editor_starts_lets_write_wraps_and_goes_on(newsroom: Config) -> None:
    report, editor, nadia = make_report(), make_editor(), make_reporter()
    client, run = client_of(editor), f"/desk/live/{report.pk}/run/"
    assert (
        f"/desk/live/{report.pk}/run/"
        in client.get(f"/desk/pages/{report.pk}/edit/").content.decode()
    )
    client.post(run, {"do": "start"})
    client.post(run, {"do": "writers", "writers": [nadia.pk]})
    live = LiveReport.objects.get()
    assert live.may_be_written_by(nadia)
    assert "/desk/live/" in client_of(nadia).get("/desk/").content.decode()
    assert client.post(run, {"do": "wrap", "wrap": " "}).status_code == 422
    client.post(run, {"do": "wrap", "wrap": "All is well."})
    live.refresh_from_db()
    assert not live.is_running
    assert "has ended" in client.get(f"/desk/live/{report.pk}/").content.decode()
    client.post(run, {"do": "reopen"})
    live.refresh_from_db()
    assert live.is_running


def test_an_entry_is_changed_pinned_and_taken_down(live: LiveReport, nadia: Account) -> None:
    entry = make_entry(live, "The first boat is out.", nadia)
    client, path = client_of(nadia), f"/desk/live/{live.pk}/entries/{entry.pk}/"
    client.post(path, {"text": "A boat is out.", "headline": "", "correction": "Not the first."})
    client.post(f"{path}pin/", {"key": "1"})
    entry.refresh_from_db()
    assert (entry.text, entry.is_key, entry.edited_at is not None) == ("A boat is out.", True, True)
    assert entry.corrections.get().text == "Not the first."
    client.post(f"{path}take-down/", {"reason": "It was another boat."})
    entry.refresh_from_db()
    assert entry.reason == "It was another boat."
    client.post(path, {"text": "Back again.", "headline": "", "correction": ""})
    entry.refresh_from_db()
    assert entry.text == "A boat is out."


def _addresses(live: LiveReport, entry: LiveEntry) -> list[str]:
    own = f"/desk/live/{live.pk}/"
    entries = f"{own}entries/{entry.pk}/"
    return [own, f"{own}run/", entries, f"{entries}pin/", f"{entries}take-down/"]


def _is_refused(answer: Any) -> bool:
    """Wagtail leads whoever may not come in to its own first page, or to the log-in."""
    if answer.status_code == 405:
        return True
    where = answer.get("Location", "")
    return answer.status_code == 302 and (where == "/desk/" or where.startswith("/desk/login/"))


def _everything() -> dict[str, Any]:
    return {
        "key": uuid.uuid4(),
        "text": "Let in!",
        "do": "reopen",
        "reason": "",
        "headline": "",
        "correction": "",
    }


def _assert_untouched(live: LiveReport, entry: LiveEntry) -> None:
    found = LiveEntry.objects.get(live=live)
    assert (found.text, found.is_key, found.withdrawn_at) == (entry.text, False, None)
