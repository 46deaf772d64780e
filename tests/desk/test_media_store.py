"""In a newsroom with a store photos are kept there, and no disk of a machine is asked for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from broadsheet.commands.check_store import finding
from broadsheet.commands.finding import Level
from broadsheet.config import Config
from broadsheet.desk import media_store
from broadsheet.desk.check_store_answers import STORE_IS_AWAY
from broadsheet.desk.models import Photo
from broadsheet.desk.picture import printed_files
from broadsheet.press import errands
from broadsheet.store.bucket import Bucket
from tests.conftest import in_newsroom
from tests.make import make_person, make_photo, picture_bytes
from tests.stores import Store


@pytest.fixture
def stored(newsroom: Config, store: Store) -> Iterator[Config]:
    with in_newsroom(newsroom.model_copy(update={"store": store.bucket()})) as config:
        yield config


def out_of_reach(config: Config) -> Config:
    store = config.store.model_copy(update={"url": "http://127.0.0.1:9"})
    return config.model_copy(update={"store": store})


def names(config: Config) -> set[str]:
    return {kept.name for page in Bucket(config.store, "media").pages() for kept in page}


def test_a_photo_and_its_renditions_are_kept_in_the_store_alone(stored: Config) -> None:
    photo = make_photo()
    printed = printed_files(photo)
    assert names(stored) == {photo.file.name, *(one.file.name for one in printed)}
    assert not stored.media.exists()
    with photo.file.open("rb") as file:
        assert file.read() == Bucket(stored.store, "media").read(photo.file.name)


def test_a_photo_that_is_deleted_leaves_the_store(stored: Config) -> None:
    photo = make_photo()
    printed_files(photo)
    photo.delete()
    while errands.run_one():
        pass
    assert names(stored) == set()


def test_the_desk_shows_it_at_its_own_address_and_to_nobody_else(stored: Config) -> None:
    photo = make_photo()
    assert photo.file.url == f"/desk/media/{photo.file.name}"
    client = Client(SERVER_NAME="127.0.0.1")
    assert client.get(photo.file.url).status_code == 302
    client.force_login(make_person("reporter"))
    shown = client.get(photo.file.url)
    assert b"".join(shown.streaming_content) == Bucket(stored.store, "media").read(photo.file.name)
    assert shown["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for wrong in (
        "/desk/media/never.jpg",
        "/desk/media/a/%2e%2e/%2e%2e/sound/1",
        "/desk/media/a//b",
    ):
        assert client.get(wrong).status_code == 404


def test_two_files_of_one_name_are_two(stored: Config) -> None:
    first, second = make_photo(), make_photo()
    first.file.save("pier.jpg", ContentFile(b"one"), save=False)
    second.file.save("pier.jpg", ContentFile(b"two"), save=False)
    assert first.file.name != second.file.name
    assert first.file.storage.size(first.file.name) == 3


def test_no_page_goes_out_without_its_photo_because_the_store_is_away(stored: Config) -> None:
    photo = make_photo()
    with in_newsroom(out_of_reach(stored)), pytest.raises(OSError, match="does not answer"):
        printed_files(photo)


@pytest.fixture
def cut_off(stored: Config) -> Iterator[tuple[Photo, Client]]:
    """A photo that is in the store, and its editor at the desk when that is away."""
    photo = make_photo()
    photo.get_rendition("max-165x165")
    with in_newsroom(out_of_reach(stored)):
        client = Client(SERVER_NAME="127.0.0.1")
        client.force_login(make_person("photos"))
        yield photo, client


def a_picture(**words: str) -> dict[str, object]:
    file = SimpleUploadedFile("pier.jpg", picture_bytes(), "image/jpeg")
    return {"title": "The pier at dawn", "caption": "It is early.", **words, "file": file}


def test_a_photo_that_cannot_be_kept_now_leaves_its_words_in_the_form(
    cut_off: tuple[Photo, Client],
) -> None:
    _, client = cut_off
    before = Photo.objects.count()
    said = client.post("/desk/images/add/", a_picture()).content.decode()
    assert Photo.objects.count() == before
    assert str(STORE_IS_AWAY) in said
    assert "The pier at dawn" in said
    assert "It is early." in said
    many = {"title": "The pier", "files[]": a_picture()["file"]}
    answer = client.post("/desk/images/multiple/add/", many)
    assert answer.json() == {"success": False, "error_message": STORE_IS_AWAY}
    assert Photo.objects.count() == before


def test_what_is_said_of_a_photo_is_kept_while_the_store_is_away(
    cut_off: tuple[Photo, Client],
) -> None:
    photo, client = cut_off
    form = client.get(f"/desk/images/{photo.pk}/")
    assert form.status_code == 200
    told = {name: getattr(photo, name) or "" for name in ("title", "alt_text", "credit", "rights")}
    words = {**told, "caption": "Low tide.", "origin": "", "collection": photo.collection_id}
    assert client.post(f"/desk/images/{photo.pk}/", words).status_code == 302
    assert Photo.objects.get(pk=photo.pk).caption == "Low tide."


def test_who_wants_to_see_a_photo_is_told_kindly(cut_off: tuple[Photo, Client]) -> None:
    photo, client = cut_off
    assert client.get("/desk/images/").status_code == 200
    page = client.get(photo.file.url, headers={"Accept": "text/html"})
    assert (page.status_code, page["Retry-After"]) == (503, "60")
    assert str(STORE_IS_AWAY) in page.content.decode()
    picture = client.get(photo.file.url, headers={"Accept": "image/avif,image/webp"})
    assert (picture.status_code, picture.content.decode()) == (503, STORE_IS_AWAY)
    dialogue = client.get(photo.file.url, headers={"X-Requested-With": "XMLHttpRequest"})
    assert dialogue.json()["error_message"] == STORE_IS_AWAY


def test_a_store_that_is_away_is_not_waited_for_with_each_photo(
    cut_off: tuple[Photo, Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, client = cut_off
    assert client.get(photo.file.url).status_code == 503
    asked: list[str] = []
    monkeypatch.setattr(Bucket, "read_into", lambda _, name, __: asked.append(name))
    for _ in range(30):
        assert client.get(photo.file.url).status_code == 503
    assert asked == []
    media_store._away.clear()
    assert client.get(photo.file.url).status_code == 200


def test_check_says_whether_the_store_keeps_what_it_is_given(stored: Config) -> None:
    assert finding(stored).level is Level.FINE
    assert [kept for page in Bucket(stored.store, "check").pages() for kept in page] == []
    told = str(finding(out_of_reach(stored)))
    assert told.startswith("WRONG  the store at http://127.0.0.1:9 does not answer")
    assert told.endswith("; look whether it runs and can be reached")
