from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.feeds.podcast import podcast
from broadsheet.newspaper import Episode, Newspaper
from tests.feeds.making import (
    PUBLISHED_AT,
    episodes,
    hostile_paths,
    hostile_text,
    in_xml,
    make_episode,
    make_newspaper,
    make_sound,
    newspapers,
)

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
LABEL = "Written by reporters, read by AI"

GOLDEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>Harbour, read aloud</title>
<link>https://courier.example/city/harbour/</link>
<description>Ships &#x26; those who meet them&#xA;&#xA;Written by reporters, read by AI\
</description>
<language>en</language>
<lastBuildDate>Mon, 05 May 2031 07:30:00 +0900</lastBuildDate>
<atom:link href="https://courier.example/city/harbour/podcast.xml" rel="self" \
type="application/rss+xml"/>
<itunes:author>The Quayside Courier</itunes:author>
<itunes:owner><itunes:name>The Quayside Courier</itunes:name></itunes:owner>
<itunes:summary>Ships &#x26; those who meet them&#xA;&#xA;Written by reporters, read by AI\
</itunes:summary>
<itunes:type>episodic</itunes:type>
<itunes:category text="News"/>
<itunes:explicit>false</itunes:explicit>
<itunes:image href="https://courier.example/assets/podcast.3fa9.png"/>
<podcast:guid>42c53188-e73d-5206-a9e0-991fad0e2c51</podcast:guid>
<podcast:medium>podcast</podcast:medium>
<podcast:locked>yes</podcast:locked>
<item>
<title>The east crane moves again</title>
<link>https://courier.example/city/harbour/crane-moves-again/</link>
<guid isPermaLink="true">https://courier.example/city/harbour/crane-moves-again/</guid>
<pubDate>Mon, 05 May 2031 07:30:00 +0900</pubDate>
<dc:creator>Ida Brandt</dc:creator>
<category>Harbour</category>
<description>&#x3C;p&#x3E;After eleven weeks the port lifts its first box.&#x3C;/p&#x3E;\
&#x3C;p&#x3E;Written by reporters, read by AI&#x3C;/p&#x3E;</description>
<enclosure url="https://courier.example/sound/41-3fa9c1d2e0.mp3" length="1497600" \
type="audio/mpeg"/>
<podcast:alternateEnclosure type="audio/ogg" codecs="opus" length="561042" lang="en">\
<podcast:source uri="https://courier.example/sound/41-77b0c1aa54.opus"/>\
</podcast:alternateEnclosure>
<podcast:transcript url="https://courier.example/sound/41-0d9e8f7a6b.vtt" type="text/vtt" \
language="en" rel="captions"/>
<itunes:author>Ida Brandt</itunes:author>
<podcast:person role="author" group="writing">Ida Brandt</podcast:person>
<itunes:summary>After eleven weeks the port lifts its first box.&#xA;&#xA;\
Written by reporters, read by AI</itunes:summary>
<itunes:duration>187</itunes:duration>
<itunes:episodeType>full</itunes:episodeType>
<itunes:explicit>false</itunes:explicit>
</item>
</channel>
</rss>
"""


def write(
    *items: Episode,
    feed_path: str = "/city/harbour/podcast.xml",
    newspaper: Newspaper | None = None,
    **changes: str,
) -> bytes:
    return podcast(
        "Harbour, read aloud",
        "/city/harbour/",
        feed_path,
        items,
        newspaper or make_newspaper(),
        **{"artwork_path": "/assets/podcast.3fa9.png", **changes},
    )


def read(*items: Episode, newspaper: Newspaper | None = None, **changes: str) -> Element:
    channel = ET.fromstring(write(*items, newspaper=newspaper, **changes)).find("channel")
    assert channel is not None
    return channel


def only_item(episode: Episode) -> Element:
    (item,) = read(episode).findall("item")
    return item


def test_a_podcast_of_one_episode_is_written_like_this() -> None:
    written = write(make_episode(), description="Ships & those who meet them")
    assert written.decode() == GOLDEN


@pytest.mark.parametrize(
    ("url", "feed_path", "guid"),
    [
        # The two that the specification gives.
        ("https://podnews.net", "/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        (
            "https://mp3s.nashownotes.com",
            "/pc20rss.xml",
            "917393e3-1b1e-5cef-ace4-edaa54e1f810",
        ),
        ("http://podnews.net", "/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
    ],
)
def test_a_podcast_has_the_guid_that_its_address_gives(url: str, feed_path: str, guid: str) -> None:
    written = write(feed_path=feed_path, newspaper=make_newspaper(url=url))
    assert f"<podcast:guid>{guid}</podcast:guid>" in written.decode()


def test_an_episode_stays_the_same_when_its_sound_is_made_anew() -> None:
    corrected = make_sound(mp3_path="/sound/41-999999.mp3", mp3_bytes=7, milliseconds=200_000)
    before, after = only_item(make_episode()), only_item(make_episode(corrected))
    assert before.findtext("guid") == after.findtext("guid")
    assert after.findtext("guid") == "https://courier.example/city/harbour/crane-moves-again/"
    enclosure = after.find("enclosure")
    assert enclosure is not None
    assert enclosure.get("url") == "https://courier.example/sound/41-999999.mp3"
    assert enclosure.get("length") == "7"
    assert after.findtext(f"{ITUNES}duration") == "200"


def test_episodes_keep_the_order_of_the_list_and_date_the_feed() -> None:
    day = dt.timedelta(days=1)
    channel = read(
        make_episode(headline="Second"),
        make_episode(headline="First", published_at=PUBLISHED_AT - day),
    )
    assert [one.findtext("title") for one in channel.findall("item")] == ["Second", "First"]
    assert channel.findtext("lastBuildDate") == "Mon, 05 May 2031 07:30:00 +0900"


def test_a_podcast_without_an_episode_is_one_all_the_same() -> None:
    channel = read()
    assert channel.find("item") is None
    assert channel.findtext(f"{PODCAST}medium") == "podcast"


def test_every_writer_is_named() -> None:
    item = only_item(make_episode(writers=("Ida Brandt", "Jo Park")))
    assert item.findtext(f"{ITUNES}author") == "Ida Brandt, Jo Park"
    people = item.findall(f"{PODCAST}person")
    assert [(one.get("role"), one.text) for one in people] == [
        ("author", "Ida Brandt"),
        ("author", "Jo Park"),
    ]


def test_the_label_stands_wherever_the_sound_is_described() -> None:
    channel = read(make_episode(), description="Ships")
    (item,) = channel.findall("item")
    for described in (channel, item):
        assert LABEL in described.findtext("description", "")
        assert LABEL in described.findtext(f"{ITUNES}summary", "")
    assert LABEL in read(make_episode(standfirst="")).findall("item")[0].findtext("description", "")


def test_a_podcast_can_have_another_label_and_none() -> None:
    assert (
        "기자가 쓰고 AI가 읽습니다"
        in write(make_episode(), label="기자가 쓰고 AI가 읽습니다").decode()
    )
    channel = read(make_episode(standfirst=""), description="Ships", label="")
    assert channel.findtext("description") == "Ships"
    assert channel.findall("item")[0].find("description") is None


def test_without_artwork_no_picture_is_named() -> None:
    assert read(make_episode(), artwork_path="").find(f"{ITUNES}image") is None


def test_a_report_in_another_language_is_transcribed_in_it() -> None:
    item = only_item(make_episode(language="ko"))
    transcript = item.find(f"{PODCAST}transcript")
    assert transcript is not None
    assert transcript.get("language") == "ko"


@pytest.mark.parametrize(
    ("milliseconds", "seconds"), [(1, "1"), (499, "1"), (61_499, "61"), (61_500, "62")]
)
def test_a_duration_is_in_whole_seconds_and_never_nought(milliseconds: int, seconds: str) -> None:
    item = only_item(make_episode(make_sound(milliseconds=milliseconds)))
    assert item.findtext(f"{ITUNES}duration") == seconds


def test_a_time_without_a_zone_is_refused() -> None:
    naive = make_episode(published_at=PUBLISHED_AT.replace(tzinfo=None))
    with pytest.raises(ValueError, match="has no zone"):
        write(naive)


def test_no_e_mail_address_stands_in_it() -> None:
    written = write(make_episode(), make_episode(make_sound()), description="Ships")
    assert b"@" not in written
    assert b"email" not in written


@settings(max_examples=150)
@given(
    title=hostile_text,
    path=hostile_paths,
    items=st.lists(episodes, max_size=3),
    newspaper=newspapers,
    description=hostile_text,
)
def test_hostile_copy_still_makes_a_podcast_that_directories_take(
    title: str, path: str, items: list[Episode], newspaper: Newspaper, description: str
) -> None:
    def written() -> bytes:
        return podcast(
            title, path, path, items, newspaper, description=description, artwork_path=path
        )

    assert written() == written()
    root = ET.fromstring(written())
    channel = root[0]
    assert (root.tag, root.attrib, channel.tag) == ("rss", {"version": "2.0"}, "channel")
    _has_what_apple_asks_of_a_show(channel)
    assert channel.findtext("title") == in_xml(title)
    assert channel.findtext(f"{ITUNES}author", "") == in_xml(newspaper.name)
    for item, episode in zip(channel.findall("item"), items, strict=True):
        _has_what_apple_asks_of_an_episode(item)
        _holds(item, episode)


def _has_what_apple_asks_of_a_show(channel: Element) -> None:
    """Required: title, description, artwork, language, category, explicit; and once only."""
    tags = [one.tag for one in channel if one.tag != "item"]
    assert len(set(tags)) == len(tags)
    assert {"title", "link", "description", "language"} <= set(tags)
    assert (channel.findtext(f"{ITUNES}explicit"), channel.findtext(f"{ITUNES}type")) == (
        "false",
        "episodic",
    )
    category, image = channel.find(f"{ITUNES}category"), channel.find(f"{ITUNES}image")
    assert category is not None
    assert category.attrib == {"text": "News"}
    assert image is not None
    _is_address(image.get("href"))
    assert re.fullmatch(
        r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
        channel.findtext(f"{PODCAST}guid", ""),
    )


def _has_what_apple_asks_of_an_episode(item: Element) -> None:
    """Required: title and enclosure; a guid that lasts, a date by RFC 2822, a duration."""
    many = {"{http://purl.org/dc/elements/1.1/}creator", f"{PODCAST}person"}
    tags = [one.tag for one in item if one.tag not in many]
    assert len(set(tags)) == len(tags)
    (enclosure,) = item.findall("enclosure")
    assert set(enclosure.attrib) == {"url", "length", "type"}
    assert enclosure.get("type") == "audio/mpeg"
    assert item.findtext("guid") == item.findtext("link")
    source = item.find(f"{PODCAST}alternateEnclosure/{PODCAST}source")
    transcript = item.find(f"{PODCAST}transcript")
    assert source is not None
    assert transcript is not None
    assert transcript.get("type") == "text/vtt"
    for url in (enclosure.get("url"), source.get("uri"), transcript.get("url")):
        _is_address(url)
    assert int(item.findtext(f"{ITUNES}duration", "")) >= 1
    assert item.findtext(f"{ITUNES}explicit") == "false"


def _is_address(url: str | None) -> None:
    assert re.fullmatch(r"https://courier\.example/[!-~]*", url or "")


def _holds(item: Element, episode: Episode) -> None:
    teaser, sound = episode.teaser, episode.sound
    assert item.findtext("title") == in_xml(teaser.headline)
    enclosure = item.find("enclosure")
    alternate = item.find(f"{PODCAST}alternateEnclosure")
    assert enclosure is not None
    assert alternate is not None
    assert (enclosure.get("length"), alternate.get("length")) == (
        str(sound.mp3_bytes),
        str(sound.opus_bytes),
    )
    assert alternate.get("lang") == in_xml(teaser.language)
    published = parsedate_to_datetime(item.findtext("pubDate", ""))
    assert published == teaser.published_at.astimezone(dt.UTC).replace(microsecond=0)
    people = [one.text or "" for one in item.findall(f"{PODCAST}person")]
    assert people == [in_xml(name) for name in teaser.writers]
    summary = item.findtext(f"{ITUNES}summary", "")
    assert summary == in_xml("\n\n".join(one for one in (teaser.standfirst, LABEL) if one))
