"""The store and the broker, where the newsroom has them → whether this machine reaches them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from importlib import import_module

from broadsheet.config import Config
from broadsheet.store.store_error import StoreError

# Whoever watches waits for ten seconds as a rule, and is to hear of more than this.
PATIENCE_SECONDS = 3


def reach(config: Config) -> dict[str, str]:
    """For `store` and `broker`, as far as there are any: why it does not answer, "" if it does."""
    asked: dict[str, Callable[[Config], str]] = {}
    if config.store.bucket:
        asked["store"] = _ask_store
    if config.tasks.broker:
        asked["broker"] = _ask_broker
    told: dict[str, str] = {}

    def note(of: str) -> None:
        told[of] = asked[of](config)

    threads = [threading.Thread(target=note, args=(of,), daemon=True) for of in asked]
    until = time.monotonic() + PATIENCE_SECONDS
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
    return {of: told.get(of, f"the {of} has not answered for {PATIENCE_SECONDS} s") for of in asked}


# What either needs to be asked is there only where the newsroom has it.
def _ask_store(config: Config) -> str:
    store = import_module("broadsheet.store.bucket")
    try:
        # Once: whoever watches asks again by itself.
        store.Bucket(config.store, "check", attempts=1).has("an answer")
    except StoreError as error:
        return str(error)
    return ""


def _ask_broker(config: Config) -> str:
    return str(import_module("broadsheet.messenger.ask_broker").ask_broker(config.tasks))
