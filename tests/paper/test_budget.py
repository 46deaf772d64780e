"""What an article costs a reader on first view, photos and fonts apart."""

from __future__ import annotations

from dataclasses import replace

import brotli
import pytest

from broadsheet.paper import pages
from broadsheet.paper.assets import assets
from broadsheet.story import Story
from tests.paper.looking_up import make_story_with_words
from tests.paper.making import (
    make_full_story,
    make_live_story,
    make_newspaper,
    make_sound,
    make_talk,
)
from tests.paper.printed import read

LIMIT_REQUESTS = 6
LIMIT_BYTES = 40_000
# So that what is added later is noticed.
OWN_LIMIT_BYTES = 24_000

# What stands in a noscript is fetched where there are no scripts, and nothing else is then.
_LOADED = "//link[@rel='stylesheet' or @rel='icon'][not(ancestor::noscript)]/@href | //script/@src"


STORIES = pytest.mark.parametrize(
    "story",
    [
        make_full_story(),
        make_full_story(sound=make_sound()),
        replace(make_story_with_words(sound=make_sound(), is_help_offered=True), talk=make_talk()),
        replace(make_live_story(), talk=make_talk()),
    ],
    ids=["without sound", "with sound", "with all there is", "live"],
)


@STORIES
def test_an_article_takes_six_requests_at_most(story: Story) -> None:
    page = pages.report_page(story, make_newspaper())
    assert 1 + len(set(read(page).xpath(_LOADED))) <= LIMIT_REQUESTS


@STORIES
def test_an_article_is_light(story: Story) -> None:
    page = pages.report_page(story, make_newspaper())
    loaded = set(read(page).xpath(_LOADED))
    bodies = [page.encode(), *(asset.body for asset in assets() if asset.path in loaded)]
    assert len(bodies) == 1 + len(loaded)
    size = sum(len(brotli.compress(body, quality=11)) for body in bodies)
    assert size < OWN_LIMIT_BYTES < LIMIT_BYTES
