from __future__ import annotations

import datetime as dt
import html
import re
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.feeds.rss import rss
from broadsheet.newspaper import Newspaper
from broadsheet.story import Teaser
from tests.feeds.making import (
    PUBLISHED_AT,
    hostile_paths,
    hostile_text,
    in_xml,
    make_newspaper,
    make_photo,
    make_teaser,
    newspapers,
    teasers,
)

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"

GOLDEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Harbour</title>
<link>https://courier.example/city/harbour/</link>
<description>Ships &#x26; those who meet them</description>
<language>en</language>
<lastBuildDate>Mon, 05 May 2031 07:30:00 +0900</lastBuildDate>
<atom:link href="https://courier.example/city/harbour/feed.xml" rel="self" \
type="application/rss+xml"/>
<item>
<title>The east crane moves again</title>
<link>https://courier.example/city/harbour/crane-moves-again/</link>
<guid isPermaLink="true">https://courier.example/city/harbour/crane-moves-again/</guid>
<pubDate>Mon, 05 May 2031 07:30:00 +0900</pubDate>
<dc:creator>Ida Brandt</dc:creator>
<category>Harbour</category>
<description>After eleven weeks the port lifts its first box.</description>
<media:content url="https://courier.example/photos/7/card.jpg" medium="image" \
type="image/jpeg" width="1200" height="630">
<media:description type="plain">The east crane at dawn.</media:description>
<media:credit>Mina Oh</media:credit>
<media:copyright>© The Quayside Courier</media:copyright>
</media:content>
</item>
</channel>
</rss>
"""


def read(*items: Teaser, newspaper: Newspaper | None = None, description: str = "") -> Element:
    written = rss(
        "Harbour",
        "/city/harbour/",
        "/city/harbour/feed.xml",
        items,
        newspaper or make_newspaper(),
        description=description,
    )
    channel = ET.fromstring(written).find("channel")
    assert channel is not None
    return channel


def test_a_list_of_one_report_is_written_like_this() -> None:
    written = rss(
        "Harbour",
        "/city/harbour/",
        "/city/harbour/feed.xml",
        [make_teaser()],
        make_newspaper(),
        description="Ships & those who meet them",
    )
    assert written.decode() == GOLDEN


def test_items_keep_the_order_of_the_list() -> None:
    channel = read(make_teaser(headline="Second"), make_teaser(headline="First"))
    assert [one.findtext("title") for one in channel.findall("item")] == ["Second", "First"]


def test_a_feed_is_as_old_as_its_newest_item() -> None:
    day = dt.timedelta(days=1)
    channel = read(
        make_teaser(published_at=PUBLISHED_AT - day),
        make_teaser(published_at=PUBLISHED_AT - 3 * day, updated_at=PUBLISHED_AT + day),
        make_teaser(),
    )
    assert channel.findtext("lastBuildDate") == "Tue, 06 May 2031 07:30:00 +0900"
    assert channel.findall("item")[1].findtext("pubDate") == "Fri, 02 May 2031 07:30:00 +0900"


def test_the_newest_item_is_known_in_the_night_when_the_clocks_go_back() -> None:
    before = dt.datetime(2031, 11, 2, 5, 50, tzinfo=dt.UTC)
    channel = read(
        make_teaser(published_at=before),
        make_teaser(published_at=before + dt.timedelta(minutes=20)),
        newspaper=make_newspaper(time_zone="America/New_York"),
    )
    assert [one.findtext("pubDate") for one in channel.findall("item")] == [
        "Sun, 02 Nov 2031 01:50:00 -0400",
        "Sun, 02 Nov 2031 01:10:00 -0500",
    ]
    assert channel.findtext("lastBuildDate") == "Sun, 02 Nov 2031 01:10:00 -0500"


def test_an_empty_list_is_a_feed_without_a_build_date() -> None:
    channel = read()
    assert channel.findall("item") == []
    assert channel.find("lastBuildDate") is None


def test_the_tagline_then_the_title_stand_in_for_a_description() -> None:
    assert read(description="Ships").findtext("description") == "Ships"
    assert read().findtext("description") == "News from the water's edge"
    assert read(newspaper=make_newspaper(tagline="")).findtext("description") == "Harbour"


def test_every_writer_is_a_creator() -> None:
    (item,) = read(make_teaser(writers=("Ida Brandt", "Jo Park"))).findall("item")
    assert [one.text for one in item.findall(f"{DC}creator")] == ["Ida Brandt", "Jo Park"]


def test_a_report_in_another_language_says_so() -> None:
    (own,) = read(make_teaser()).findall("item")
    (other,) = read(make_teaser(language="ko")).findall("item")
    assert own.find(f"{DC}language") is None
    assert other.findtext(f"{DC}language") == "ko"


def test_an_angle_bracket_in_a_standfirst_is_read_as_text_and_not_as_markup() -> None:
    (item,) = read(make_teaser(standfirst="Growth <1% & falling")).findall("item")
    assert item.findtext("description") == "Growth &lt;1% &amp; falling"


def test_what_a_teaser_does_not_have_leaves_no_empty_element() -> None:
    bare = make_teaser(standfirst="", section=None, writers=(), photo=None)
    (item,) = read(bare).findall("item")
    assert [one.tag for one in item] == ["title", "link", "guid", "pubDate"]


def test_a_photo_whose_picture_is_awaited_is_left_out() -> None:
    (item,) = read(make_teaser(photo=make_photo(renditions=(), card=None))).findall("item")
    assert item.find(f"{MEDIA}content") is None


def test_without_a_card_the_widest_rendition_is_taken() -> None:
    (item,) = read(make_teaser(photo=make_photo(card=None))).findall("item")
    media = item.find(f"{MEDIA}content")
    assert media is not None
    assert media.get("url") == "https://courier.example/photos/7/1600.webp"
    assert media.findtext(f"{MEDIA}credit") == "Mina Oh"


@pytest.mark.parametrize("name", ["published_at", "updated_at"])
def test_a_time_without_a_zone_is_refused(name: str) -> None:
    naive = make_teaser(**{name: PUBLISHED_AT.replace(tzinfo=None)})
    with pytest.raises(ValueError, match="has no zone"):
        read(make_teaser(), naive)


@settings(max_examples=150)
@given(
    title=hostile_text,
    path=hostile_paths,
    items=st.lists(teasers, max_size=3),
    newspaper=newspapers,
    description=hostile_text,
)
def test_hostile_copy_still_makes_a_feed_that_keeps_the_rules_and_the_copy(
    title: str, path: str, items: list[Teaser], newspaper: Newspaper, description: str
) -> None:
    written = rss(title, path, path, items, newspaper, description=description)
    assert written == rss(title, path, path, items, newspaper, description=description)
    root = ET.fromstring(written)
    assert (root.tag, root.attrib, [one.tag for one in root]) == (
        "rss",
        {"version": "2.0"},
        ["channel"],
    )
    channel = root[0]
    _keeps_the_channel_rules(channel)
    assert channel.findtext("title") == in_xml(title)
    assert channel.findtext("description") == in_xml(description or newspaper.tagline or title)
    for item, teaser in zip(channel.findall("item"), items, strict=True):
        _keeps_the_item_rules(item)
        _holds(item, teaser)


def _keeps_the_channel_rules(channel: Element) -> None:
    tags = [one.tag for one in channel if one.tag != "item"]
    assert len(set(tags)) == len(tags)
    assert {"title", "link", "description"} <= set(tags)
    assert set(tags) <= {
        *("title", "link", "description", "language", "lastBuildDate"),
        f"{ATOM}link",
    }
    link = channel.find(f"{ATOM}link")
    assert link is not None
    assert (link.get("rel"), link.get("type")) == ("self", "application/rss+xml")
    assert link.get("href") == channel.findtext("link")
    if channel.find("item") is not None:
        _is_rfc_822(channel.findtext("lastBuildDate"))


def _keeps_the_item_rules(item: Element) -> None:
    tags = [one.tag for one in item if one.tag != f"{DC}creator"]
    assert len(set(tags)) == len(tags)
    assert "title" in tags
    guid = item.find("guid")
    assert guid is not None
    assert guid.get("isPermaLink") == "true"
    assert guid.text == item.findtext("link")
    assert re.fullmatch(r"https://courier\.example/[!-~]*", guid.text or "")
    _is_rfc_822(item.findtext("pubDate"))


def _is_rfc_822(written: str | None) -> None:
    assert written is not None
    assert re.fullmatch(
        r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}", written
    )
    assert parsedate_to_datetime(written).utcoffset() is not None


def _holds(item: Element, teaser: Teaser) -> None:
    assert item.findtext("title") == in_xml(teaser.headline)
    assert html.unescape(item.findtext("description", "")) == html.unescape(
        html.escape(in_xml(teaser.standfirst), quote=False)
    )
    creators = [one.text or "" for one in item.findall(f"{DC}creator")]
    assert creators == [in_xml(name) for name in teaser.writers]
    assert item.findtext("category", "") == in_xml(teaser.section.name if teaser.section else "")
    published = parsedate_to_datetime(item.findtext("pubDate", ""))
    assert published == teaser.published_at.astimezone(dt.UTC).replace(microsecond=0)
    media = item.find(f"{MEDIA}content")
    assert (media is None) == (teaser.photo is None)
    if media is not None and teaser.photo is not None:
        assert media.findtext(f"{MEDIA}description", "") == in_xml(teaser.photo.caption)
        assert media.findtext(f"{MEDIA}credit", "") == in_xml(teaser.photo.credit)
        assert media.findtext(f"{MEDIA}copyright", "") == in_xml(teaser.photo.rights)
