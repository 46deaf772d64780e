"""The part of `broadsheet check` that asks whether the broker takes messages."""

from __future__ import annotations

from broadsheet.commands.finding import Finding
from broadsheet.config import Config
from broadsheet.messenger.ask_broker import ask_broker


def finding(config: Config) -> Finding:
    why = ask_broker(config.tasks)
    if why:
        return Finding.wrong(
            why,
            "start it, or mend the address or BROADSHEET_TASKS__PASSWORD; work is found later "
            "meanwhile, and nothing of it lost",
        )
    return Finding.fine("the broker takes messages")
