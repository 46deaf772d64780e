"""A bucket is a folder of names and bytes, and says in one sentence what is wrong with it."""

from __future__ import annotations

import contextlib
import io
import socket
import threading
from pathlib import Path

import pytest

from broadsheet.setting.store import StoreConfig
from broadsheet.store.bucket import Bucket
from broadsheet.store.store_error import StoreError
from tests.stores import Store


@pytest.fixture
def bucket(store: Store) -> Bucket:
    return Bucket(store.bucket(prefix="papers/courier"), "media")


def names(bucket: Bucket) -> list[str]:
    return [kept.name for page in bucket.pages() for kept in page]


def test_what_is_kept_can_be_read_looked_at_listed_and_taken_away(bucket: Bucket) -> None:
    bucket.keep("photos/pier.webp", b"a picture", "image/webp")
    bucket.keep("photos/großer Pier #1?.webp", io.BytesIO(b"another"))
    assert bucket.read("photos/pier.webp") == b"a picture"
    assert bucket.read("photos/großer Pier #1?.webp") == b"another"
    assert bucket.look_at("photos/pier.webp").size_bytes == 9
    assert names(bucket) == ["photos/großer Pier #1?.webp", "photos/pier.webp"]
    bucket.remove("photos/pier.webp", "never/was")
    assert not bucket.has("photos/pier.webp")
    with pytest.raises(FileNotFoundError, match=r"photos/pier\.webp: there is none in the store"):
        bucket.read("photos/pier.webp")


def test_what_is_kept_anew_holds_the_new_bytes(bucket: Bucket) -> None:
    bucket.keep_all(("page.html", f"edition {number}".encode(), "") for number in range(1, 2))
    bucket.keep("page.html", b"corrected")
    fetched = bucket.fetch("page.html")
    assert fetched.data == b"corrected"
    assert fetched.kept_at.tzinfo is not None


def test_two_folders_of_one_bucket_know_nothing_of_each_other(store: Store) -> None:
    config = store.bucket()
    Bucket(config, "media").keep("one", b"1")
    assert not Bucket(config, "sound").has("one")
    assert names(Bucket(config, "sound")) == []
    assert names(Bucket(config, "")) == ["media/one"]
    assert names(Bucket(store.bucket(), "")) == []


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../sound/one", "a//b", "a/./b", "a\nb", "\ud800", "a" * 901]
)
def test_what_is_no_name_is_never_asked_for(bucket: Bucket, name: str) -> None:
    for ask in (bucket.read, bucket.has, bucket.remove, lambda one: bucket.keep(one, b"")):
        with pytest.raises(ValueError, match="is no name that can be kept in the store"):
            ask(name)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            {"key_secret": "guessed"},
            "does not let these keys into the bucket 'papers' .* set BROADSHEET_STORE__KEY_ID",
        ),
        (
            {"key_id": "nobody"},
            "does not let these keys into the bucket 'papers' .* set BROADSHEET_STORE__KEY_ID",
        ),
        ({"bucket": "not-made-yet"}, r"bucket 'not-made-yet'.* or mend \[store\] bucket"),
        ({"url": "http://127.0.0.1:9"}, "does not answer .*; look whether it runs"),
    ],
)
def test_what_is_wrong_with_the_store_is_said_in_one_sentence(
    store: Store, wrong: dict[str, str], sentence: str
) -> None:
    config = StoreConfig(**{**store.bucket().model_dump(), **wrong})
    for ask in (
        lambda bucket: bucket.keep("a", b"a"),
        lambda bucket: list(bucket.pages()),
    ):
        with pytest.raises(StoreError, match=sentence) as raised:
            ask(Bucket(config, "media"))
        assert isinstance(raised.value, OSError)
        assert "\n" not in str(raised.value)
        assert config.key_secret not in str(raised.value)


@pytest.mark.parametrize("attempts", [1, 2])
def test_a_store_that_does_not_answer_is_asked_so_many_times(attempts: int) -> None:
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as deaf:

        def hang_up() -> None:
            with contextlib.suppress(OSError):
                while True:
                    deaf.accept()[0].close()
                    asked.append(1)

        listening = threading.Thread(target=hang_up)
        listening.start()
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        config = StoreConfig(bucket="papers", url=url, key_id="paper", key_secret="a secret")
        with pytest.raises(StoreError, match="does not answer"):
            Bucket(config, "media", attempts=attempts).has("a")
        deaf.shutdown(socket.SHUT_RDWR)
        listening.join()
    assert len(asked) == attempts


def test_where_no_keys_are_set_it_names_the_settings_of_them(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    config = StoreConfig(**{**store.bucket().model_dump(), "key_id": "", "key_secret": ""})
    with pytest.raises(StoreError, match=r"there are no keys for the store at .*__KEY_ID and"):
        Bucket(config, "media").has("a")
