"""What changed lately in a live report → the file that its open pages ask for again and again."""

from __future__ import annotations

import json
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from broadsheet.live_story import Entry, LiveNews
from broadsheet.newspaper import Newspaper
from broadsheet.paper.newspaper_time import exact_time
from broadsheet.paper.tidy_html import tidy_html
from broadsheet.paper.withhold_addresses import withhold_addresses


def live_file(news: LiveNews, newspaper: Newspaper) -> bytes:
    """JSON: whether it still runs, and the HTML of each entry that changed lately, newest first.

    An entry of which nothing is shown any more has no HTML. A page that knows of nothing later
    than `since` has missed something, and asks for the whole page.
    """
    with translation.override(news.language):
        told = {
            "running": news.is_running,
            "at": exact_time(news.changed_at),
            "since": exact_time(news.since) if news.since else "",
            "latest": _set("live_latest", news, newspaper, at=news.latest_at),
            "keys": _set("key_moments", news, newspaper, keys=news.keys),
            "entries": [_entry(one, news, newspaper) for one in news.changed],
        }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(entry: Entry, news: LiveNews, newspaper: Newspaper) -> dict[str, str]:
    html = "" if entry.is_gone else _set("entry", news, newspaper, entry=entry)
    return {"place": entry.place, "html": html}


def _set(part: str, news: LiveNews, newspaper: Newspaper, **what: Any) -> str:
    html = render_to_string(
        f"paper/parts/{part}.html", {"newspaper": newspaper, "language": news.language, **what}
    )
    return withhold_addresses(tidy_html(html), instead=gettext("[address withheld]")).strip()
