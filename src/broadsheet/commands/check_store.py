"""The part of `broadsheet check` that asks the store whether it keeps what it is given."""

from __future__ import annotations

import secrets

from broadsheet.commands.finding import Finding
from broadsheet.config import Config
from broadsheet.store.bucket import Bucket
from broadsheet.store.store_error import StoreError


def finding(config: Config) -> Finding:
    bucket, name = Bucket(config.store, "check"), secrets.token_hex(8)
    said = name.encode()
    try:
        bucket.keep(name, said)
        came_back = bucket.read(name)
        bucket.remove(name)
        list(bucket.pages())
    except StoreError as error:
        what, _, remedy = str(error).partition("; ")
        return Finding.wrong(what, remedy)
    if came_back != said:
        return Finding.wrong(
            f"the store at {config.store.url} gives back other bytes than it was given",
            "look whether [store] url is a store that speaks S3",
        )
    return Finding.fine(f"the store keeps what it is given in {config.store.bucket}")
