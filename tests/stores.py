"""A real store that speaks S3, for the tests: SeaweedFS."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from broadsheet.setting.store import StoreConfig
from broadsheet.store.bucket import Bucket, _client

PATIENCE_SECONDS = 120
KEY_ID, KEY_SECRET = "paper", "a secret of the tests"
# Whoever may make buckets has one made by asking for it.
_MAKER = {"key_id": "maker", "key_secret": "another secret of the tests"}

_BUCKET = "papers"

_numbers = count(1)


@dataclass
class Store:
    """The server, and buckets in it."""

    folder: Path
    port: int
    host: str

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def bucket(self, *, prefix: str = "") -> StoreConfig:
        """A place in it where nothing is kept, as a newsroom is told of it."""
        return StoreConfig(
            bucket=_BUCKET,
            url=self.url,
            prefix=f"{prefix or 'paper'}-{next(_numbers)}",
            key_id=KEY_ID,
            key_secret=KEY_SECRET,
        )


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with running_store(tmp_path_factory.mktemp("store")) as made:
        yield made


@contextmanager
def running_store(folder: Path, *, host: str = "127.0.0.1") -> Iterator[Store]:
    """The server, which keeps what it has in `folder`. It is reached at `host`."""
    made = Store(folder, _free_port(), host)
    process = _start(made)
    try:
        yield made
    finally:
        process.kill()  # it would take its time to end well
        process.wait()


def _start(made: Store) -> subprocess.Popen[bytes]:
    keys = made.folder / "keys.json"
    paper = _identity(KEY_ID, KEY_SECRET, "Read", "Write", "List")
    maker = _identity(_MAKER["key_id"], _MAKER["key_secret"], "Admin")
    keys.write_text(json.dumps({"identities": [paper, maker]}))
    ports = {name: _free_port() for name in ("master", "volume", "filer")}
    inner = [f"-{name}.port={port}" for name, port in ports.items()]
    inner += [f"-{name}.port.grpc={_free_port()}" for name in (*ports, "s3")]
    with (made.folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [
                Path(sys.executable).with_name("weed"),
                *("-logtostderr=true", "server", f"-dir={made.folder}"),
                *(f"-ip={made.host}", f"-ip.bind={made.host}", f"-metricsPort={_free_port()}"),
                *(
                    "-filer",
                    "-s3",
                    f"-s3.port={made.port}",
                    "-s3.port.iceberg=0",
                    "-s3.port.lance=0",
                ),
                *(f"-s3.config={keys}", "-master.volumeSizeLimitMB=64", "-volume.max=100"),
                *inner,
            ],
            stdout=log,
            stderr=log,
        )
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            maker = made.bucket().model_copy(update=_MAKER)
            _client(maker).create_bucket(Bucket=_BUCKET)
            Bucket(made.bucket(), "").keep("ready", b"")
            return process
        except Exception as error:
            if process.poll() is not None or time.monotonic() > until:
                process.kill()
                said = (made.folder / "log").read_text(errors="replace")[-2000:]
                raise AssertionError(f"SeaweedFS does not come: {error}\n{said}") from error
            time.sleep(0.2)


def _identity(key_id: str, secret: str, *actions: str) -> dict[str, object]:
    credentials = [{"accessKey": key_id, "secretKey": secret}]
    return {"name": key_id, "credentials": credentials, "actions": actions}


_given: set[int] = set()


def _free_port() -> int:
    """Another one each time: the kernel may well name one twice before it is taken."""
    while True:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port: int = found.getsockname()[1]
        if port not in _given:
            _given.add(port)
            return port
