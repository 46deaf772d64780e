"""Many photos handed in at once: each with its words filled in, and what it lacks shown."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Collection

from broadsheet.config import Config
from broadsheet.desk.models import Photo
from broadsheet.readers.models import Account
from tests.darkroom import odd_pictures as odd
from tests.darkroom.test_picture_data import XMP, picture

ADD = "/desk/images/multiple/add/"


@pytest.fixture
def photo_editor(newsroom: Config) -> Client:
    person = Account.objects.create_user("photo", password="a long password", is_staff=True)
    person.groups.add(Group.objects.get(name="Photo desk"))
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    return client


def hand_in(client: Client, name: str, data: bytes) -> dict[str, Any]:
    collection = Collection.get_first_root_node().pk
    answer = client.post(
        ADD,
        {"title": name, "collection": collection, "files[]": SimpleUploadedFile(name, data)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    told: dict[str, Any] = json.loads(answer.content)
    return told


def test_each_brings_its_own_words_and_none_is_said_to_lack_them(photo_editor: Client) -> None:
    told = hand_in(photo_editor, "pier.jpg", picture(xmp=XMP))
    assert 'value="EXAMPLE PRESS"' in told["form"]
    assert "The pier at dawn &amp; after." in told["form"]
    for name in ("credit", "alt_text"):
        assert f'data-lacks="{name}" hidden' in told["form"]


def test_what_one_lacks_is_said_beside_it(photo_editor: Client) -> None:
    told = hand_in(photo_editor, "scan.png", odd.sixteen_bits())
    for name in ("credit", "alt_text"):
        assert f'data-lacks="{name}">' in told["form"]


def test_each_is_saved_by_itself(photo_editor: Client) -> None:
    for name in ("one.jpg", "two.jpg"):
        hand_in(photo_editor, name, odd.of_a_phone())
    one = Photo.objects.get(title="one.jpg")
    form = {
        "title": "One",
        "credit": "OTTO RIIS",
        "alt_text": "A pier.",
        "licensed_until": "2031-12-31 18:00",
        "collection": str(one.collection_id),
        "tags": "",
    }
    posted = {f"image-{one.pk}-{name}": value for name, value in form.items()}
    told = json.loads(photo_editor.post(f"/desk/images/multiple/{one.pk}/", posted).content)
    assert told["success"], told
    one.refresh_from_db()
    assert (one.title, one.credit, one.territory) == ("One", "OTTO RIIS", "")
    assert one.licensed_until.isoformat() == "2031-12-31T09:00:00+00:00"  # six in the evening here
    assert Photo.objects.exclude(pk=one.pk).get().credit == "Mina Oh"  # as its file says


def test_a_file_that_is_no_photo_is_refused_and_the_others_are_kept(photo_editor: Client) -> None:
    told = hand_in(photo_editor, "half.jpg", odd.cut_off())
    assert not told["success"]
    assert told["error_message"].startswith("The picture is broken")
    assert hand_in(photo_editor, "phone.heic", odd.of_a_phone("HEIF"))["success"]
    assert [photo.title for photo in Photo.objects.all()] == ["phone.heic"]


def test_the_page_offers_what_all_have_in_common(photo_editor: Client) -> None:
    page = photo_editor.get(ADD).content.decode()
    assert "The same for all of them" in page
    for name in ("credit", "creator", "rights", "terms", "territory", "licensed_until"):
        assert f'data-same="{name}"' in page


def test_who_may_add_no_photos_comes_to_no_batch(newsroom: Config) -> None:
    person = Account.objects.create_user("copy", password="a long password", is_staff=True)
    person.groups.add(Group.objects.get(name="Copy editors"))
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    assert client.get(ADD).status_code == 302
    assert client.post(ADD, {"files[]": SimpleUploadedFile("a.jpg", b"")}).status_code == 302
    assert not Photo.objects.exists()
