"""The lines of the galley on the page: what is spoken, looked up and quoted is found in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from broadsheet.galley.compose import compose
from broadsheet.paper import pages
from broadsheet.story import (
    Correction,
    Credit,
    Figure,
    Gallery,
    Heading,
    Listing,
    Mark,
    Paragraph,
    Person,
    PullQuote,
    Story,
    Text,
)
from tests.paper import making
from tests.paper.site import HOST, Site, opened

pytestmark = pytest.mark.browser

# Spaces that a template, a parser of HTML or a tidying of either could take for its own.
SPACED = " \n  Two  spaces,\n\n   a break \r\n and\ta tab \u00a0 & <b>, 𝄞 \u2028 \n "


def spaced_story() -> Story:
    link = Text(SPACED, (Mark(3, 14, "link", "/a/"), Mark(5, 9, "em"), Mark(20, 26, "strong")))
    photo = making.make_photo(caption=SPACED)
    return making.make_full_story(
        headline=SPACED,
        kicker=SPACED,
        standfirst=SPACED,
        dateline=SPACED,
        byline=(
            Credit(person=Person(name=SPACED)),
            Credit(person=Person(name=SPACED, path="/authors/a/"), role="photography"),
        ),
        lead=photo,
        body=(
            Paragraph(link),
            Heading(SPACED),
            Figure(photo),
            Gallery(photos=(photo, photo), title=SPACED),
            PullQuote(text=SPACED, attribution=SPACED),
            Listing(items=(link, Text(SPACED)), is_ordered=True),
        ),
        corrections=(Correction(text=SPACED, corrected_at=making.UPDATED_AT),) * 2,
    )


STORIES = {
    "full": making.make_full_story(),
    "plain": making.make_plain_story(),
    "no paragraph opens": making.make_story(body=(Heading("Closed"), *making.make_body())),
    "no dateline": making.make_story(dateline=""),
    "spaced": spaced_story(),
}


@pytest.mark.parametrize("story", STORIES.values(), ids=list(STORIES))
def test_every_line_of_the_galley_is_the_text_of_one_element(
    chromium: Browser, story: Story
) -> None:
    site = Site({"report": pages.report_page(story, making.make_newspaper())})
    context, page, _ = opened(chromium, site, java_script_enabled=False)
    page.goto(f"{HOST}/report")
    shown = page.locator("[data-line]").evaluate_all(
        "all => all.map(one => [one.dataset.line, one.textContent])"
    )
    context.close()
    assert sorted(shown) == sorted([line.place, line.text] for line in compose(story).lines)
