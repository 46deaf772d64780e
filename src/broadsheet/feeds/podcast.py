"""A list of audio reports → a podcast."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from uuid import UUID, uuid5

from broadsheet.feeds.address import address
from broadsheet.feeds.channel import channel
from broadsheet.feeds.item import item
from broadsheet.feeds.read_by_ai import READ_BY_AI, label_of
from broadsheet.feeds.xml_element import xml_element
from broadsheet.feeds.xml_text import xml_text
from broadsheet.newspaper import Episode, Newspaper
from broadsheet.story import Sound, Teaser

_NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
# The namespace that the specification of podcast:guid gives for these UUIDs.
_PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def podcast(
    title: str,
    path: str,
    feed_path: str,
    episodes: Iterable[Episode],
    newspaper: Newspaper,
    *,
    description: str = "",
    artwork_path: str = "",
    label: str = READ_BY_AI,
) -> bytes:
    """The podcast of the list at `path`, itself served at `feed_path`, as UTF-8.

    Items keep the order of `episodes`. An episode is known by the address of its report: when its
    sound is made anew, apps take the new sound for the old one. Without a description the paper's
    tagline stands in, else the title. `label` tells how synthetic sound was made and stands behind
    every description, "" for none; an episode that a person reads names that person instead.
    `artwork_path` is a square JPEG or PNG of 1,400 to 3,000 pixels, without which Apple takes no
    podcast. Raises ValueError for a time without a zone.

    No e-mail address stands in it, so that whoever claims the podcast in a directory does it by
    other means than the owner's address.

    Sources: RSS 2.0, Apple's Podcaster's Guide to RSS, the podcast namespace 1.0.
    """
    heard = tuple(episodes)
    is_by_people = all(one.sound.reader for one in heard)
    told = _with_label(description or newspaper.tagline or title, "" if is_by_people else label)
    return channel(
        title,
        path,
        feed_path,
        [one.teaser for one in heard],
        newspaper,
        description=told,
        items=(_item(one, newspaper, label) for one in heard),
        namespaces=_NAMESPACES,
        about=_about(told, address(feed_path, newspaper), artwork_path, newspaper),
    )


def _about(told: str, feed_url: str, artwork_path: str, newspaper: Newspaper) -> Iterable[str]:
    yield xml_element("itunes:author", newspaper.name)
    yield f"<itunes:owner>{xml_element('itunes:name', newspaper.name)}</itunes:owner>"
    yield xml_element("itunes:summary", told)
    yield xml_element("itunes:type", "episodic")
    yield '<itunes:category text="News"/>'
    yield xml_element("itunes:explicit", "false")
    if artwork_path:
        yield xml_element("itunes:image", href=address(artwork_path, newspaper))
    yield xml_element("podcast:guid", _guid(feed_url))
    yield xml_element("podcast:medium", "podcast")
    yield xml_element("podcast:locked", "yes")


def _guid(feed_url: str) -> str:
    """The podcast's own identity: its address without the scheme and without slashes at its end."""
    return str(uuid5(_PODCASTS, feed_url.partition("://")[2].rstrip("/")))


def _item(episode: Episode, newspaper: Newspaper, label: str) -> str:
    teaser = episode.teaser
    label = label_of(episode.sound, label)
    paragraphs = [one for one in (teaser.standfirst, label) if one]
    return item(
        teaser,
        newspaper,
        description="".join(f"<p>{escape(one, quote=False)}</p>" for one in paragraphs),
        more=(
            *_files(episode.sound, teaser.language, newspaper),
            *_credits(teaser, episode.sound.reader),
            xml_element("itunes:summary", _with_label(teaser.standfirst, label)),
            xml_element("itunes:duration", str(_seconds(episode.sound))),
            xml_element("itunes:episodeType", "full"),
            xml_element("itunes:explicit", "false"),
        ),
    )


def _files(sound: Sound, language: str, newspaper: Newspaper) -> Iterable[str]:
    yield xml_element(
        "enclosure",
        url=address(sound.mp3_path, newspaper),
        length=sound.mp3_bytes,
        type="audio/mpeg",
    )
    opus = xml_text(address(sound.opus_path, newspaper))
    yield (
        f'<podcast:alternateEnclosure type="audio/ogg" codecs="opus" length="{sound.opus_bytes}"'
        f' lang="{xml_text(language)}"><podcast:source uri="{opus}"/></podcast:alternateEnclosure>'
    )
    if sound.captions_path:
        yield xml_element(
            "podcast:transcript",
            url=address(sound.captions_path, newspaper),
            type="text/vtt",
            language=language,
            rel="captions",
        )


def _credits(teaser: Teaser, reader: str) -> Iterable[str]:
    if teaser.writers:
        yield xml_element("itunes:author", ", ".join(teaser.writers))
    for name in teaser.writers:
        yield xml_element("podcast:person", name, role="author", group="writing")
    if reader:
        yield xml_element("podcast:person", reader, role="narrator", group="cast")


def _seconds(sound: Sound) -> int:
    return max(1, round(sound.milliseconds / 1000))


def _with_label(text: str, label: str) -> str:
    return "\n\n".join(one for one in (text, label) if one)
