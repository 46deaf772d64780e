"""A story, a breadcrumb, the paper → JSON-LD in the terms of schema.org.

Each function gives JSON text that may stand as it is between `<script type="application/ld+json">`
and `</script>`, whatever the fields hold. What is not known is left out. The same values give the
same text. Half of a surrogate pair, which no encoding can carry, becomes U+FFFD.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import Any

from broadsheet.feeds.address import address
from broadsheet.feeds.correction_labels import CORRECTION_LABELS
from broadsheet.feeds.local_time import local_time
from broadsheet.feeds.read_by_ai import READ_BY_AI, label_of
from broadsheet.live_story import Entry, LiveStory
from broadsheet.newspaper import Newspaper
from broadsheet.story import (
    Correction,
    Credit,
    Figure,
    Person,
    Photo,
    PictureOrigin,
    Section,
    Sound,
    Story,
    plain,
)

_CONTEXT = "https://schema.org"
# schema.org's names for trainedAlgorithmicMedia and digitalCapture of
# https://cv.iptc.org/newscodes/digitalsourcetype/.
_SYNTHETIC = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
_RECORDED = "https://schema.org/DigitalCaptureDigitalSource"
_ORIGINS: dict[PictureOrigin, str] = {
    "": "",
    "generated": _SYNTHETIC,
    "altered": "https://schema.org/CompositeSyntheticDigitalSource",
}


def news_article(story: Story, newspaper: Newspaper, *, label: str = READ_BY_AI) -> str:
    """The report as a NewsArticle (https://schema.org/NewsArticle). Times are in the paper's zone.

    Whoever has no role in the byline is an author; everybody else is a contributor with that role.
    The image is the first photo of the report whose picture has come. Sound that no person has
    read is marked as synthetic, with `label` as its credit. A report that is or was written while
    it happened is a LiveBlogPosting (https://schema.org/LiveBlogPosting). Raises ValueError for a
    time without a zone.
    """
    url = address(story.path, newspaper)
    return _script_text(
        {
            "@context": _CONTEXT,
            "@type": "LiveBlogPosting" if isinstance(story, LiveStory) else "NewsArticle",
            "@id": f"{url}#report",
            "url": url,
            "mainEntityOfPage": {"@type": "WebPage", "@id": url},
            "headline": story.headline,
            "description": story.standfirst,
            "dateline": story.dateline,
            "datePublished": _time(story.published_at, newspaper),
            "dateModified": _time(story.updated_at or story.published_at, newspaper),
            "author": [_person(one, newspaper) for one in story.writers],
            "contributor": [_contributor(one, newspaper) for one in story.byline if one.role],
            "publisher": _publisher(newspaper),
            "image": _first_image(story.photos, newspaper),
            "audio": _audio(story, newspaper, label),
            "articleSection": story.section.name,
            "keywords": [topic.name for topic in story.topics],
            "inLanguage": story.language,
            "isAccessibleForFree": True,
            "wordCount": len(story.plain.split()),
            "correction": [
                _correction(one, newspaper) for one in story.corrections if one.kind in _CORRECTING
            ],
            **(_live(story, url, newspaper) if isinstance(story, LiveStory) else {}),
        }
    )


def breadcrumb_list(
    sections: Iterable[Section],
    newspaper: Newspaper,
    *,
    page_name: str = "",
    page_path: str = "",
) -> str:
    """The way to a page as a BreadcrumbList: the front, under the paper's name, then `sections`.

    The page itself stands at the end where `page_name` is given.
    """
    steps = [
        (newspaper.name, "/"),
        *((section.name, section.path) for section in sections),
    ]
    if page_name:
        steps.append((page_name, page_path))
    return _script_text(
        {
            "@context": _CONTEXT,
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": name,
                    "item": address(path, newspaper) if path else "",
                }
                for position, (name, path) in enumerate(steps, start=1)
            ],
        }
    )


def organization(newspaper: Newspaper) -> str:
    """The paper as a NewsMediaOrganization (https://schema.org/NewsMediaOrganization)."""
    return _script_text(
        {"@context": _CONTEXT, **_publisher(newspaper), "slogan": newspaper.tagline}
    )


def _live(story: LiveStory, url: str, newspaper: Newspaper) -> dict[str, Any]:
    standing = [one for one in story.entries if not one.withdrawn_at]
    return {
        "coverageStartTime": _time(story.started_at, newspaper),
        "coverageEndTime": _time(story.ended_at, newspaper) if story.ended_at else "",
        "liveBlogUpdate": [_entry(one, url, newspaper) for one in standing],
    }


def _entry(entry: Entry, url: str, newspaper: Newspaper) -> dict[str, Any]:
    pictures = [block.photo for block in entry.body if isinstance(block, Figure)]
    return {
        "@type": "BlogPosting",
        "@id": f"{url}#{entry.place}",
        "url": f"{url}#{entry.place}",
        "headline": entry.headline,
        "articleBody": plain(entry.body),
        "datePublished": _time(entry.posted_at, newspaper),
        "dateModified": _time(entry.edited_at or entry.posted_at, newspaper),
        "author": _person(entry.author, newspaper) if entry.author.name else None,
        "image": _first_image(pictures, newspaper),
        "correction": [_correction(one, newspaper) for one in entry.corrections],
    }


def _publisher(newspaper: Newspaper) -> dict[str, Any]:
    home = address("/", newspaper)
    standards = newspaper.standards_path
    return {
        "@type": "NewsMediaOrganization",
        "@id": f"{home}#newspaper",
        "name": newspaper.name,
        "url": home,
        "publishingPrinciples": address(standards, newspaper) if standards else "",
    }


def _person(person: Person, newspaper: Newspaper) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": person.name,
        "url": address(person.path, newspaper) if person.path else "",
        "jobTitle": person.title,
    }


def _contributor(credit: Credit, newspaper: Newspaper) -> dict[str, Any]:
    # schema.org says what somebody did with a Role between the two: https://schema.org/Role
    return {
        "@type": "Role",
        "roleName": credit.role,
        "contributor": _person(credit.person, newspaper),
    }


def _first_image(photos: Iterable[Photo], newspaper: Newspaper) -> dict[str, Any] | None:
    for photo in photos:
        picture = photo.card or photo.widest
        if picture is None:
            continue
        url = address(picture.path, newspaper)
        return {
            "@type": "ImageObject",
            "url": url,
            "contentUrl": url,  # Google ties credit and copyright to the picture by this one
            "width": picture.width,
            "height": picture.height,
            "caption": photo.caption,
            "creditText": photo.credit,
            "creator": {"@type": "Person", "name": photo.creator} if photo.creator else None,
            "copyrightNotice": photo.rights,
            "digitalSourceType": _ORIGINS[photo.origin],
        }
    return None


def _audio(story: Story, newspaper: Newspaper, label: str) -> dict[str, Any] | None:
    sound = story.sound
    if sound is None:
        return None
    url = address(sound.mp3_path, newspaper)
    return {
        "@type": "AudioObject",
        "@id": f"{address(story.path, newspaper)}#audio",
        "name": story.headline,
        "url": url,
        "contentUrl": url,
        "encodingFormat": "audio/mpeg",
        "contentSize": str(sound.mp3_bytes),
        "duration": _duration(sound.milliseconds),
        "inLanguage": story.language,
        "caption": _captions(sound, story.language, newspaper),
        "isAccessibleForFree": True,
        "contributor": _reader(sound),
        "digitalSourceType": _RECORDED if sound.reader else _SYNTHETIC,
        "creditText": label_of(sound, label),
    }


def _captions(sound: Sound, language: str, newspaper: Newspaper) -> dict[str, Any] | None:
    if not sound.captions_path:
        return None
    return {
        "@type": "MediaObject",
        "contentUrl": address(sound.captions_path, newspaper),
        "encodingFormat": "text/vtt",
        "inLanguage": language,
    }


def _reader(sound: Sound) -> dict[str, Any] | None:
    if not sound.reader:
        return None
    person = {"@type": "Person", "name": sound.reader}
    return {"@type": "Role", "roleName": "reader", "contributor": person}


def _duration(milliseconds: int) -> str:
    """ISO 8601, to the second: `PT1M4S`."""
    minutes, seconds = divmod(max(1, round(milliseconds / 1000)), 60)
    return f"PT{minutes}M{seconds}S" if minutes else f"PT{seconds}S"


# schema.org knows of corrections only; what is new or worth knowing corrects nothing.
_CORRECTING = frozenset({"correction", "clarification", "retraction"})


def _correction(correction: Correction, newspaper: Newspaper) -> dict[str, Any]:
    return {
        "@type": "CorrectionComment",
        "name": CORRECTION_LABELS[correction.kind],
        "text": correction.text,
        "datePublished": _time(correction.corrected_at, newspaper),
    }


def _time(moment: dt.datetime, newspaper: Newspaper) -> str:
    return local_time(moment, newspaper).isoformat(timespec="seconds")


# "<" ends the script or opens a comment in it; U+2028 and U+2029 end a line in old JavaScript;
# the rest are the control characters and noncharacters that HTML counts as errors.
_UNSAFE = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def _script_text(value: dict[str, Any]) -> str:
    text = json.dumps(_known(value), ensure_ascii=False, separators=(",", ":"))
    text = _HALF_PAIR.sub("\ufffd", text)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _known(value: Any) -> Any:
    """`value` without what is empty, at every depth."""
    if isinstance(value, dict):
        return {name: _known(one) for name, one in value.items() if one or one is False}
    if isinstance(value, list):
        return [_known(one) for one in value]
    return value
