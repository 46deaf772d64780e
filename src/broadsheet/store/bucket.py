"""A bucket in a store that speaks S3, as a folder of names and bytes."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import IO, Any

import boto3
from botocore.config import Config as Manner
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    HTTPClientError,
    NoCredentialsError,
    PartialCredentialsError,
)

from broadsheet.setting.store import StoreConfig
from broadsheet.store.store_error import StoreError

_AT_ONCE = 8
_MANNER = Manner(
    connect_timeout=3,
    read_timeout=30,
    max_pool_connections=2 * _AT_ONCE,
    # The checksums that Amazon asks for by default are not known to every store.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
_ATTEMPTS = 3
_LONGEST_NAME_BYTES = 900
_NOT_LET_IN = {"403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"}
_SET_KEYS = "set BROADSHEET_STORE__KEY_ID and BROADSHEET_STORE__KEY_SECRET"
_NOT_THERE = {"404", "NoSuchKey", "NotFound"}


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of one name without reading it."""

    name: str
    size_bytes: int
    kept_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    data: bytes
    kept_at: dt.datetime


class Bucket:
    """Everything under one folder (`under`) of the newsroom's bucket.

    A name that is kept anew holds the old bytes or the new ones for whoever reads meanwhile. Every
    method raises StoreError where the store refuses or does not answer, FileNotFoundError where
    nothing has the name, and ValueError for what is no name. A store that does not answer is asked
    `attempts` times, with a pause of at most a second before the second and two before the third.
    """

    def __init__(self, config: StoreConfig, under: str, *, attempts: int = _ATTEMPTS) -> None:
        self._config = config
        self._attempts = attempts
        self._folder = "/".join(filter(None, (config.prefix, under)))

    def keep(self, name: str, data: bytes | IO[bytes], media_type: str = "") -> None:
        told = {"ContentType": media_type} if media_type else {}
        key = self._key(name)
        with self._asked(name) as client:
            if isinstance(data, bytes):
                client.put_object(Bucket=self._config.bucket, Key=key, Body=data, **told)
            else:
                client.upload_fileobj(_Reader(data), self._config.bucket, key, ExtraArgs=told)

    def keep_all(self, files: Iterable[tuple[str, bytes, str]]) -> None:
        """Keep several at once: names, bytes and media types. Ends when all of them are kept."""
        _at_once(partial(self.keep, name, data, kind) for name, data, kind in files)

    def read(self, name: str) -> bytes:
        return self.fetch(name).data

    def fetch(self, name: str) -> Fetched:
        key = self._key(name)
        with self._asked(name) as client:
            got = client.get_object(Bucket=self._config.bucket, Key=key)
            return Fetched(got["Body"].read(), got["LastModified"])

    def read_into(self, name: str, file: IO[bytes]) -> None:
        key = self._key(name)
        with self._asked(name) as client:
            client.download_fileobj(self._config.bucket, key, file)

    def look_at(self, name: str) -> Kept:
        key = self._key(name)
        with self._asked(name) as client:
            told = client.head_object(Bucket=self._config.bucket, Key=key)
            return Kept(name, told["ContentLength"], told["LastModified"])

    def has(self, name: str) -> bool:
        try:
            self.look_at(name)
        except FileNotFoundError:
            return False
        return True

    def pages(self) -> Iterator[list[Kept]]:
        """Everything that is kept, by name, up to a thousand at a time."""
        start = f"{self._folder}/" if self._folder else ""
        with self._asked() as client:
            asked = client.get_paginator("list_objects_v2").paginate(
                Bucket=self._config.bucket, Prefix=start
            )
        pages = iter(asked)
        while True:
            with self._asked():
                page = next(pages, None)
            if page is None:
                return
            yield [
                Kept(one["Key"].removeprefix(start), one["Size"], one["LastModified"])
                for one in page.get("Contents", ())
            ]

    def remove(self, *names: str) -> None:
        """Take these away; what is not there is away already."""
        _at_once(partial(self._remove, name) for name in names)

    def _remove(self, name: str) -> None:
        key = self._key(name)
        with self._asked(name) as client:
            client.delete_object(Bucket=self._config.bucket, Key=key)

    def _key(self, name: str) -> str:
        parts = name.split("/")
        if (
            any(part in {"", ".", ".."} for part in parts)
            or len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME_BYTES
            or any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in name)
        ):
            raise ValueError(f"{name!r} is no name that can be kept in the store")
        return f"{self._folder}/{name}" if self._folder else name

    @contextmanager
    def _asked(self, name: str = "") -> Iterator[Any]:
        try:
            yield _client(self._config, self._attempts)
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
            if name and code in _NOT_THERE:
                raise FileNotFoundError(f"{name}: there is none in the store") from None
            raise StoreError(self._sentence(code, error)) from None
        except (NoCredentialsError, PartialCredentialsError):
            raise StoreError(f"there are no keys for {self._store}; {_SET_KEYS}") from None
        except (BotoCoreError, HTTPClientError) as error:
            raise StoreError(self._sentence("", error)) from None

    @property
    def _store(self) -> str:
        return f"the store at {self._config.url or 'Amazon'}"

    def _sentence(self, code: str, error: Exception) -> str:
        store = self._store
        if code in _NOT_LET_IN:
            return (
                f"{store} does not let these keys into the bucket {self._config.bucket!r} "
                f"({code}); {_SET_KEYS}, or mend [store] bucket"
            )
        if code == "NoSuchBucket":
            return (
                f"{store} has no bucket {self._config.bucket!r}; make it there, "
                "or mend [store] bucket"
            )
        if code:
            return f"{store} refuses ({error}); look in its log"
        return f"{store} does not answer ({error}); look whether it runs and can be reached"


class _Reader:
    """A file of which the client can read, and which it cannot close."""

    def __init__(self, file: IO[bytes]) -> None:
        self.read = file.read


def _at_once(calls: Iterable[Callable[[], None]]) -> None:
    """Make the calls side by side; raises what the first of them raised when all have ended."""
    every = list(calls)
    if len(every) < 2:
        for call in every:
            call()
        return
    with ThreadPoolExecutor(min(_AT_ONCE, len(every))) as threads:
        done = [threads.submit(call) for call in every]
    for one in done:
        one.result()


@lru_cache(maxsize=8)
def _client(config: StoreConfig, attempts: int = _ATTEMPTS) -> Any:
    """One for a process: to make it takes 0.2 s, and it serves many threads."""
    manner = _MANNER.merge(Manner(retries={"mode": "standard", "total_max_attempts": attempts}))
    if config.url:
        # A bucket as a part of the host's name needs a name service that plays along.
        manner = manner.merge(Manner(s3={"addressing_style": "path"}))
    return boto3.session.Session().client(
        "s3",
        endpoint_url=config.url or None,
        region_name=config.region,
        aws_access_key_id=config.key_id or None,
        aws_secret_access_key=config.key_secret or None,
        config=manner,
    )
