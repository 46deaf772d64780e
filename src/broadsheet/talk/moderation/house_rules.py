"""What the newsroom has set for comments, kept at hand for a moment: posting must stay cheap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models.signals import post_delete, post_save

from broadsheet.desk.of_the_paper import of_the_paper
from broadsheet.talk.moderation.models import HeldWords, SectionTalk, TalkSettings
from broadsheet.talk.moderation.pipeline.word_list import WordList

KEPT = dt.timedelta(seconds=2)

# Languages that are not written in the Latin script: their lists and the Latin ones are looked for
# under each other's reports, since a word of one is no word of the other.
_SCRIPTS = {
    "ko": "hangul",
    "ja": "kana",
    "zh": "han",
    "el": "greek",
    "he": "hebrew",
    "hy": "armenian",
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"), "cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur", "ug", "ckb"), "arabic"),
    "ka": "georgian",
    "th": "thai",
    "hi": "devanagari",
    "mr": "devanagari",
    "ne": "devanagari",
}


@dataclass(frozen=True, slots=True)
class SectionRule:
    mode: str
    closes_after_days: int | None


@dataclass(frozen=True, slots=True)
class HouseRules:
    """The site's settings; sections that differ, by place in the tree; entries by language."""

    site: TalkSettings
    sections: Mapping[str, SectionRule]
    entries: Mapping[str, tuple[str, ...]]
    read_at: dt.datetime
    database: str

    def words_for(self, language: str) -> WordList:
        """The lists for all languages, for this one, and for those in another script."""
        own = _script(language)
        wanted = [
            entries
            for of, entries in sorted(self.entries.items())
            if not of or of == language or _script(of) != own
        ]
        return _compiled(tuple(dict.fromkeys(entry for entries in wanted for entry in entries)))


def house_rules(*, now: dt.datetime) -> HouseRules:
    """As they are set, or were two seconds ago where another process has changed them."""
    kept = _kept.get("rules")
    database = str(connection.settings_dict["NAME"])
    if kept and kept.database == database and abs(now - kept.read_at) < KEPT:
        return kept
    rules = _read(now, database)
    _kept["rules"] = rules
    return rules


_kept: dict[str, HouseRules] = {}


def _read(now: dt.datetime, database: str) -> HouseRules:
    sections = SectionTalk.objects.values_list("section__path", "mode", "closes_after_days")
    return HouseRules(
        site=of_the_paper(TalkSettings),
        sections={path: SectionRule(mode, days) for path, mode, days in sections},
        entries={one.language: one.entries for one in HeldWords.objects.all()},
        read_at=now,
        database=database,
    )


@lru_cache(maxsize=16)
def _compiled(entries: tuple[str, ...]) -> WordList:
    return WordList(entries)


def _script(language: str) -> str:
    return _SCRIPTS.get(language.partition("-")[0].casefold(), "latin")


def forget() -> None:
    """Read them anew when they are next asked for."""
    _kept.clear()


def connect() -> None:
    """Forget at once what this process itself has changed."""
    for model in (TalkSettings, SectionTalk, HeldWords):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"talk.rules.{model.__name__}")


def _changed(**_: Any) -> None:
    forget()
