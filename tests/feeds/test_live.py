"""A report that is written while it happens, as machines and feeds are told of it."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from broadsheet.feeds.jsonld import news_article
from broadsheet.feeds.rss import rss
from broadsheet.live_story import LiveStory, LiveTeaser
from tests.paper.making import (
    UPDATED_AT,
    make_entry,
    make_live_story,
    make_newspaper,
    make_teaser,
)


def article(story: LiveStory) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(news_article(story, make_newspaper()))
    return told


def test_it_is_a_live_blog_with_an_update_for_each_entry_that_stands() -> None:
    told = article(make_live_story())
    assert told["@type"] == "LiveBlogPosting"
    assert told["coverageStartTime"] == "2031-10-14T14:05:00+09:00"
    assert "coverageEndTime" not in told
    updates = told["liveBlogUpdate"]
    assert [one["url"].rpartition("#")[2] for one in updates] == ["entry-4", "entry-3", "entry-1"]
    assert updates[0]["image"]["contentUrl"] == "https://courier.example/photos/mole-card.jpg"
    assert updates[1]["dateModified"] == "2031-10-14T18:40:00+09:00"
    assert updates[1]["correction"][0]["@type"] == "CorrectionComment"
    assert updates[2]["articleBody"].startswith("The harbour master says")
    assert updates[2]["author"] == {"@type": "Person", "name": "Otto Riis"}


def test_its_coverage_ends_with_the_wrap() -> None:
    told = article(make_live_story(ended_at=UPDATED_AT))
    assert told["coverageEndTime"] == "2031-10-14T18:40:00+09:00"


def test_a_feed_shows_the_newest_entries_with_their_time_and_zone() -> None:
    teaser = make_teaser()
    values = {field.name: getattr(teaser, field.name) for field in fields(teaser)}
    running = LiveTeaser(**values, latest=(make_entry(2), make_entry(1, headline="<b>")))
    feed = rss("Latest", "/latest/", "/feed.xml", [running], make_newspaper()).decode()
    assert "14:15 KST" in feed
    assert "Boat number 2 has turned back" in feed
    assert "14:10 KST &#x26;lt;b&#x26;gt;" in feed
