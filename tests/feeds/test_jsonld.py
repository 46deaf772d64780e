from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from broadsheet.feeds.jsonld import breadcrumb_list, news_article, organization
from broadsheet.newspaper import Newspaper
from broadsheet.story import Correction, CorrectionKind, Credit, Figure, Person, Story
from tests.feeds.making import (
    CITY,
    HARBOUR,
    PUBLISHED_AT,
    make_newspaper,
    make_photo,
    make_sound,
    make_story,
    newspapers,
    stories,
    whole,
)

PUBLISHER = {
    "@type": "NewsMediaOrganization",
    "@id": "https://courier.example/#newspaper",
    "name": "The Quayside Courier",
    "url": "https://courier.example/",
    "publishingPrinciples": "https://courier.example/standards/",
}


def read(story: Story, newspaper: Newspaper | None = None) -> dict[str, Any]:
    found = json.loads(news_article(story, newspaper or make_newspaper()))
    assert isinstance(found, dict)
    return found


def test_a_report_becomes_a_news_article() -> None:
    assert read(make_story()) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "https://courier.example/city/harbour/crane-moves-again/#report",
        "url": "https://courier.example/city/harbour/crane-moves-again/",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "https://courier.example/city/harbour/crane-moves-again/",
        },
        "headline": "The east crane moves again",
        "description": "After eleven weeks the port lifts its first box.",
        "datePublished": "2031-05-05T07:30:00+09:00",
        "dateModified": "2031-05-05T07:30:00+09:00",
        "author": [
            {
                "@type": "Person",
                "name": "Ida Brandt",
                "url": "https://courier.example/authors/ida-brandt/",
            }
        ],
        "publisher": PUBLISHER,
        "image": {
            "@type": "ImageObject",
            "url": "https://courier.example/photos/7/card.jpg",
            "contentUrl": "https://courier.example/photos/7/card.jpg",
            "width": 1200,
            "height": 630,
            "caption": "The east crane at dawn.",
            "creditText": "Mina Oh",
            "copyrightNotice": "© The Quayside Courier",
        },
        "articleSection": "Harbour",
        "keywords": ["Port"],
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "wordCount": 6,
    }


def test_an_update_moves_the_modified_date_and_leaves_the_published_one() -> None:
    found = read(make_story(updated_at=PUBLISHED_AT + dt.timedelta(hours=3)))
    assert found["datePublished"] == "2031-05-05T07:30:00+09:00"
    assert found["dateModified"] == "2031-05-05T10:30:00+09:00"


def test_whoever_did_something_else_than_write_is_a_contributor_with_a_role() -> None:
    writer, photographer = Person(name="Ida Brandt"), Person(name="Mina Oh", title="Staff")
    found = read(
        make_story(byline=(Credit(person=writer), Credit(person=photographer, role="photography")))
    )
    assert found["author"] == [{"@type": "Person", "name": "Ida Brandt"}]
    assert found["contributor"] == [
        {
            "@type": "Role",
            "roleName": "photography",
            "contributor": {"@type": "Person", "name": "Mina Oh", "jobTitle": "Staff"},
        }
    ]


def test_every_correction_is_told_with_its_time() -> None:
    found = read(
        make_story(corrections=(Correction(text="It was ten.", corrected_at=PUBLISHED_AT),))
    )
    assert found["correction"] == [
        {
            "@type": "CorrectionComment",
            "name": "Correction",
            "text": "It was ten.",
            "datePublished": "2031-05-05T07:30:00+09:00",
        }
    ]


def test_news_and_notes_correct_nothing() -> None:
    kinds = get_args(CorrectionKind)
    found = read(
        make_story(
            corrections=tuple(
                Correction(text=kind, corrected_at=PUBLISHED_AT, kind=kind) for kind in kinds
            )
        )
    )
    assert [(one["name"], one["text"]) for one in found["correction"]] == [
        ("Correction", "correction"),
        ("Clarification", "clarification"),
        ("Retraction", "retraction"),
    ]


def test_a_photo_whose_picture_is_awaited_is_no_image() -> None:
    awaited = make_photo(renditions=(), card=None)
    assert "image" not in read(make_story(lead=awaited))
    found = read(make_story(lead=awaited, body=(Figure(make_photo(caption="Second.")),)))
    assert found["image"]["caption"] == "Second."


def test_without_a_card_the_widest_rendition_is_the_image() -> None:
    found = read(make_story(lead=make_photo(card=None)))
    assert found["image"]["url"] == "https://courier.example/photos/7/1600.webp"
    assert (found["image"]["width"], found["image"]["height"]) == (1600, 1067)


def test_a_sound_is_told_with_its_file_its_length_and_how_it_was_made() -> None:
    assert read(make_story(sound=make_sound()))["audio"] == {
        "@type": "AudioObject",
        "@id": "https://courier.example/city/harbour/crane-moves-again/#audio",
        "name": "The east crane moves again",
        "url": "https://courier.example/sound/41-3fa9c1d2e0.mp3",
        "contentUrl": "https://courier.example/sound/41-3fa9c1d2e0.mp3",
        "encodingFormat": "audio/mpeg",
        "contentSize": "1497600",
        "duration": "PT3M7S",
        "inLanguage": "en",
        "caption": {
            "@type": "MediaObject",
            "contentUrl": "https://courier.example/sound/41-0d9e8f7a6b.vtt",
            "encodingFormat": "text/vtt",
            "inLanguage": "en",
        },
        "isAccessibleForFree": True,
        "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
        "creditText": "Written by reporters, read by AI",
    }


def test_a_report_that_is_not_read_aloud_tells_of_no_sound() -> None:
    assert "audio" not in read(make_story())


def test_the_label_of_a_sound_can_be_said_otherwise() -> None:
    written = news_article(make_story(sound=make_sound()), make_newspaper(), label="AI 낭독")
    assert json.loads(written)["audio"]["creditText"] == "AI 낭독"


@pytest.mark.parametrize(
    ("milliseconds", "duration"),
    [(1, "PT1S"), (59_400, "PT59S"), (59_600, "PT1M0S"), (3_725_000, "PT62M5S")],
)
def test_a_duration_is_written_in_minutes_and_seconds(milliseconds: int, duration: str) -> None:
    found = read(make_story(sound=make_sound(milliseconds=milliseconds)))
    assert found["audio"]["duration"] == duration


def test_what_is_not_known_is_left_out() -> None:
    bare = make_story(standfirst="", byline=(), lead=None, body=(), topics=())
    found = read(bare, make_newspaper(standards_path=""))
    assert found.keys().isdisjoint(
        ["description", "author", "contributor", "image", "keywords", "wordCount", "correction"]
    )
    assert "publishingPrinciples" not in found["publisher"]


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        news_article(make_story(published_at=PUBLISHED_AT.replace(tzinfo=None)), make_newspaper())


def test_the_breadcrumb_leads_from_the_front_to_the_page() -> None:
    written = breadcrumb_list(
        (CITY, HARBOUR), make_newspaper(), page_name="The crane", page_path="/city/harbour/crane/"
    )
    found = json.loads(written)
    assert found["@type"] == "BreadcrumbList"
    assert [(one["position"], one["name"], one["item"]) for one in found["itemListElement"]] == [
        (1, "The Quayside Courier", "https://courier.example/"),
        (2, "City", "https://courier.example/city/"),
        (3, "Harbour", "https://courier.example/city/harbour/"),
        (4, "The crane", "https://courier.example/city/harbour/crane/"),
    ]


def test_the_last_step_of_a_breadcrumb_may_have_no_address() -> None:
    found = json.loads(breadcrumb_list((CITY,), make_newspaper(), page_name="Page 3"))
    assert found["itemListElement"][2] == {"@type": "ListItem", "position": 3, "name": "Page 3"}


def test_the_breadcrumb_of_a_section_ends_with_the_section() -> None:
    found = json.loads(breadcrumb_list((CITY,), make_newspaper()))
    assert [one["name"] for one in found["itemListElement"]] == ["The Quayside Courier", "City"]


def test_the_paper_is_an_organization_by_the_id_that_its_reports_name() -> None:
    assert json.loads(organization(make_newspaper())) == {
        "@context": "https://schema.org",
        **PUBLISHER,
        "slogan": "News from the water's edge",
    }


@settings(max_examples=150)
@given(story=stories, newspaper=newspapers)
def test_no_text_leaves_the_script_and_all_of_it_comes_back(
    story: Story, newspaper: Newspaper
) -> None:
    article = news_article(story, newspaper)
    trail = breadcrumb_list(story.sections, newspaper, page_name=story.headline, page_path="/x/")
    about = organization(newspaper)
    assert article == news_article(story, newspaper)
    for written in (article, trail, about):
        assert not re.search(
            "[<>&\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]", written
        )
        written.encode()

    found = json.loads(article)
    assert found.get("headline", "") == whole(story.headline)
    assert found.get("description", "") == whole(story.standfirst)
    assert found.get("dateline", "") == whole(story.dateline)
    assert [
        one["text"] if one.keys() & {"text"} else "" for one in found.get("correction", [])
    ] == [whole(one.text) for one in story.corrections]
    assert found.get("keywords", []) == [whole(topic.name) for topic in story.topics]
    people = [one.get("name", "") for one in found.get("author", [])]
    people += [one["contributor"].get("name", "") for one in found.get("contributor", [])]
    byline = sorted(story.byline, key=lambda credit: bool(credit.role))
    assert people == [whole(one.person.name) for one in byline]
    assert json.loads(about).get("slogan", "") == whole(newspaper.tagline)
    names = [one.get("name", "") for one in json.loads(trail)["itemListElement"]]
    wanted = [newspaper.name, *(section.name for section in story.sections)]
    wanted += [story.headline] if story.headline else []
    assert names == [whole(name) for name in wanted]


@given(story=stories)
def test_every_address_is_absolute_and_every_time_has_an_offset(story: Story) -> None:
    found = json.loads(news_article(story, make_newspaper()))
    for name, value in _leaves(found):
        if name in {"url", "contentUrl", "@id", "publishingPrinciples"}:
            assert value.startswith("https://courier.example/")
        if name.startswith("date") and name != "dateline":
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", value)


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, name)
    else:
        yield name, value
