from __future__ import annotations

import re
from dataclasses import replace

import pytest

from broadsheet.paper import pages
from broadsheet.story import (
    Aside,
    Block,
    Credit,
    Embed,
    Figure,
    Gallery,
    Heading,
    Listing,
    Mark,
    Paragraph,
    Person,
    PullQuote,
    Rendition,
    Story,
    Text,
    Translation,
)
from tests.paper import making
from tests.paper.printed import one, read, structured, words


def _page(story: Story | None = None, **changes: object) -> str:
    paper = making.make_newspaper(**changes)
    return pages.report_page(story or making.make_full_story(), paper)


def _body(*blocks: Block, **changes: object) -> str:
    story = making.make_plain_story(body=blocks, **changes)
    found = re.search(r'<div class="report-body">(.*?)</div>\s*<footer', _page(story), re.DOTALL)
    assert found
    return found[1]


def test_the_furniture_of_a_report_is_there() -> None:
    page = read(_page())
    trail = one(page, "//nav[@aria-label='Breadcrumb']")
    assert trail.xpath(".//a/@href") == ["/", "/city/", "/city/harbour/"]
    report = one(page, "//article[@class='report']")
    assert words(one(report, ".//header/p[@class='kicker']")) == "The crossing"
    assert words(one(report, ".//h1")).startswith("Harbour bridge closed")
    assert words(one(report, ".//p[@class='standfirst']")).startswith("Engineers had asked")
    assert [a.text for a in report.xpath(".//nav[@class='topics']//a")] == [
        "Bridges",
        "The council",
    ]
    assert one(report, ".//p[@class='standards']/a/@href") == "/policies/standards/"
    assert len(page.xpath("//section[@class='related']//article")) == 4


def test_the_section_is_marked_in_the_navigation() -> None:
    assert one(_page(), "//nav[@class='strip']//a[@aria-current='true']").text == "City"


def test_a_byline_names_everybody_with_what_they_did() -> None:
    byline = one(_page(), "//div[@class='byline']")
    assert words(one(byline, "./p[@class='writers']")) == "By Ida Renn and Tomas Vail"
    assert words(one(byline, "./p[@class='role']")) == "Photography Kesi Lund"
    assert byline.xpath(".//a/@href") == [
        "/authors/ida-renn/",
        "/authors/tomas-vail/",
        "/authors/kesi-lund/",
    ]


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        (["Ida Renn"], "By Ida Renn"),
        (["Ida Renn", "Tomas Vail", "Ro Holm"], "By Ida Renn, Tomas Vail and Ro Holm"),
        (["{0} %s %(a)s"], "By {0} %s %(a)s"),
    ],
)
def test_any_number_of_writers_can_be_named(names: list[str], printed: str) -> None:
    byline = tuple(Credit(person=Person(name=name)) for name in names)
    page = _page(making.make_story(byline=byline))
    assert words(one(page, "//p[@class='writers']")) == printed
    assert not read(page).xpath("//p[@class='writers']//a")


def test_readers_can_write_to_whoever_takes_letters() -> None:
    letters = one(_page(), "//ul[@class='letters']")
    assert letters.xpath(".//a/@href") == ["/letters/ida-renn/", "/letters/tomas-vail/"]
    assert words(letters.xpath(".//a")[0]) == "Write to Ida Renn"


def test_published_is_told_with_its_zone() -> None:
    dates = one(_page(making.make_story()), "//div[@class='dates']")
    assert words(dates) == "Published 2:05 p.m. KST, Oct. 14, 2031"
    assert dates.xpath(".//time/@datetime") == ["2031-10-14T14:05:00+09:00"]


def test_updated_is_told_only_when_it_is_set() -> None:
    assert "Updated" not in _page(making.make_story())
    assert "article:modified_time" not in _page(making.make_story())
    page = _page(making.make_story(updated_at=making.UPDATED_AT))
    assert "Updated 6:40 p.m. KST, Oct. 14, 2031" in words(one(page, "//div[@class='dates']"))
    assert one(page, "//meta[@property='article:modified_time']/@content").startswith(
        "2031-10-14T18:40"
    )


def test_corrections_are_dated_and_announced_above_the_text() -> None:
    page = read(_page())
    correction = one(page, "//section[@id='corrections']/div")
    assert words(correction) == (
        "Correction 6:40 p.m. KST, Oct. 14, 2031 An earlier version said that the bridge opened in "
        "1964. It opened in 1946."
    )
    assert one(page, "//a[@href='#corrections']").getparent().get("class") == "corrected"


def test_a_clarification_is_announced_as_one_and_a_note_not_at_all() -> None:
    for kind, announced in (("clarification", ["This report has been clarified"]), ("note", [])):
        notice = making.make_correction(kind=kind)
        page = read(_page(making.make_story(corrections=(notice,))))
        assert page.xpath("//p[@class='corrected']//text()") == announced
        assert one(page, "//section[@id='corrections']//*[@data-kind]/@data-kind") == kind


@pytest.mark.parametrize("on_top", [False, True])
def test_a_retraction_stands_over_the_text_and_the_rest_where_the_newsroom_wants_it(
    on_top: bool,
) -> None:
    notices = (making.make_correction(), making.make_correction(kind="retraction", text="None."))
    page = read(_page(making.make_story(corrections=notices), are_corrections_on_top=on_top))
    body = one(page, "//div[@class='report-body']")
    above = body.xpath("preceding::*[@data-kind]/@data-kind")
    below = body.xpath("following::*[@data-kind]/@data-kind")
    assert (above, below) == (
        (["correction", "retraction"], []) if on_top else (["retraction"], ["correction"])
    )
    assert words(one(page, "//*[@data-line='correction.1']")) == "None."


def test_a_report_without_corrections_says_nothing_of_them() -> None:
    assert "orrect" not in words(one(_page(making.make_story()), "//article[@class='report']"))


def test_the_least_report_has_no_empty_furniture() -> None:
    page = read(_page(making.make_plain_story(), standards_path=""))
    for name in ("kicker", "standfirst", "byline", "topics", "related", "letters", "standards"):
        assert not page.xpath(f"//*[@class='{name}']"), name
    assert not [p for p in page.xpath("//p | //ul | //figcaption") if not words(p)]


def test_the_lead_is_fetched_first_and_the_rest_when_they_come_near() -> None:
    images = read(_page()).xpath("//article[@class='report']//img")
    assert images[0].get("fetchpriority") == "high"
    assert images[0].get("loading") is None
    assert images[0].get("src") == "/photos/ferry-800.webp"
    assert (images[0].get("width"), images[0].get("height")) == ("1600", "1066")
    assert images[0].get("srcset").split(", ")[0] == "/photos/ferry-400.webp 400w"
    assert {image.get("loading") for image in images[1:]} == {"lazy"}


def test_a_photo_carries_caption_credit_and_description() -> None:
    figure = one(_page(), "//figure[contains(@class, 'report-lead')]")
    assert one(figure, ".//img").get("alt") == "A white ferry in fog, its ramp half raised"
    assert words(one(figure, "./figcaption")) == (
        "The last boat of the morning leaves the north landing with its ramp half up. "
        "Photo: Kesi Lund / Courier"
    )


def test_a_photo_without_words_has_no_caption() -> None:
    photo = making.make_photo(caption="", credit="")
    assert not read(_body(Figure(photo))).xpath("//figcaption")


def test_an_awaited_photo_is_a_frame_with_caption_and_credit() -> None:
    page = read(_page(making.make_story(lead=making.make_awaited_photo(), body=())))
    figure = one(page, "//figure[contains(@class, 'report-lead')]")
    assert not figure.xpath(".//img")
    assert words(one(figure, "./div[@class='frame']")) == "Photo to come"
    assert words(one(figure, "./figcaption")) == (
        "Divers come up beside the third pier on Tuesday. Photo: Harbour Authority"
    )
    assert not page.xpath("//meta[@property='og:image']")


def test_a_tall_photo_is_not_stretched_over_the_page() -> None:
    tall = (Rendition(path="/photos/tall.webp", width=800, height=1200, media_type="image/webp"),)
    page = _page(making.make_story(lead=making.make_photo(renditions=tall)))
    assert "upright" in one(page, "//figure[contains(@class, 'report-lead')]").get("class")


def test_only_what_stands_in_a_shape_of_its_own_is_shown_cut() -> None:
    cut = (Rendition(path="/photos/cut.webp", width=1200, height=800, media_type="image/webp"),)
    photo = making.make_photo(landscape=cut)
    gallery = Gallery(title="At the pier", photos=(photo, photo))
    story = making.make_story(lead=photo, body=(Figure(photo), gallery))
    article = one(_page(story), "//article[@class='report']")
    shown = [image.get("src") for image in article.iter("img")][:4]
    assert shown == ["/photos/ferry-800.webp"] * 2 + ["/photos/cut.webp"] * 2
    sheet = read(pages.print_page(story, making.make_newspaper()))
    assert set(sheet.xpath("//img/@src")) == {"/photos/ferry-800.webp"}


def test_a_path_cannot_leave_srcset() -> None:
    odd = (Rendition(path='/photos/a, b".webp', width=400, height=300, media_type="image/webp"),)
    image = one(_body(Figure(making.make_photo(renditions=odd))), "//img")
    assert image.get("srcset") == '/photos/a%2C%20b".webp 400w'


def test_a_paragraph_keeps_its_marks() -> None:
    text = Text("It was closed.", (Mark(7, 13, "em"),))
    assert ">It was <em>closed</em>.</p>" in _body(Heading("When"), Paragraph(text))


def test_the_dateline_runs_into_the_first_paragraph() -> None:
    body = _body(Paragraph(Text("It was closed.")), dateline="Port Ellery")
    assert words(read(body)) == "Port Ellery — It was closed."
    assert len(read(body).xpath("//p")) == 1


def test_the_dateline_stands_alone_where_no_paragraph_opens() -> None:
    body = _body(Heading("Closed"), Paragraph(Text("It was.")), dateline="Port Ellery")
    assert one(body, "//p[@class='dateline-alone']").text == "Port Ellery"
    assert words(read(body)) == "Port Ellery Closed It was."


def test_a_report_without_a_body_can_still_have_a_dateline() -> None:
    assert words(read(_body(dateline="Port Ellery"))) == "Port Ellery"


def test_a_heading_is_a_heading() -> None:
    assert one(_body(Heading("What the divers saw")), "//h2").text == "What the divers saw"


def test_a_gallery_works_without_scripts() -> None:
    photos = (making.make_photo("dawn"), making.make_awaited_photo())
    gallery = one(_body(Gallery(photos=photos, title="Hour by hour")), "//section")
    assert words(one(gallery, "./h2")) == "Hour by hour"
    assert len(gallery.xpath(".//figure")) == 2
    assert len(gallery.xpath(".//figcaption")) == 2


def test_a_pull_quote_names_who_said_it() -> None:
    quote = one(_body(PullQuote(text="Nobody knew.", attribution="Ansel Dorr")), "//figure")
    assert words(one(quote, "./blockquote")) == "Nobody knew."
    assert words(one(quote, "./figcaption")) == "Ansel Dorr"


@pytest.mark.parametrize(("is_ordered", "tag"), [(False, "ul"), (True, "ol")])
def test_a_list_is_a_list(is_ordered: bool, tag: str) -> None:
    items = (Text("one", (Mark(0, 3, "strong"),)), Text("two"))
    listing = one(_body(Listing(items=items, is_ordered=is_ordered)), f"//{tag}")
    assert [words(item) for item in listing] == ["one", "two"]
    assert one(listing, ".//strong").text == "one"


def test_an_embed_is_a_link_that_loads_nothing() -> None:
    embed = Embed(url="https://www.harbour.example/14", title="Notice 14", description="Closed.")
    card = one(_body(embed), "//div[@class='embed']")
    assert one(card, ".//a").get("href") == "https://www.harbour.example/14"
    assert words(card) == "Notice 14 Closed. harbour.example"
    assert not card.xpath(".//iframe | .//img | .//script")


def test_an_embed_with_a_link_that_no_page_may_carry_is_words() -> None:
    card = one(_body(Embed(url="javascript:alert(1)", title="Press")), "//div[@class='embed']")
    assert not card.xpath(".//a")
    assert words(card).startswith("Press")


def test_related_reports_can_stand_in_the_text() -> None:
    aside = one(_body(Aside(teasers=making.make_teasers(2), title="Before this")), "//nav")
    assert aside.get("aria-label") == "Before this"
    assert aside.xpath(".//a/@href") == ["/city/report-0/", "/city/report-1/"]


def test_every_block_of_a_report_is_set_in_order() -> None:
    story = making.make_story()
    body = words(one(_page(story), "//div[@class='report-body']"))
    places = [body.index(" ".join(line.split())) for line in story.plain.splitlines() if line]
    assert places == sorted(places)


def test_the_report_names_itself_and_its_translations() -> None:
    page = read(_page())
    links = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
    here = "https://courier.example/city/harbour/bridge-closed/"
    assert links == {
        "en": here,
        "ko": "https://courier.example/ko/city/bridge-closed/",
        "x-default": here,
    }
    assert one(page, "//link[@rel='canonical']").get("href") == here


def test_x_default_is_the_report_in_the_papers_own_language() -> None:
    story = making.make_story(
        language="ko", path="/ko/a/", translations=(Translation(language="en", path="/a/"),)
    )
    page = read(_page(story))
    assert page.get("lang") == "ko"
    assert one(page, "//link[@hreflang='x-default']").get("href") == "https://courier.example/a/"
    assert one(page, "//div[@class='masthead-name']").get("lang") == "en"


def test_social_cards_show_the_photo_with_its_description() -> None:
    page = read(_page())
    card = "https://courier.example/photos/ferry-card.jpg"
    assert one(page, "//meta[@property='og:image']/@content") == card
    assert one(page, "//meta[@property='og:image:alt']/@content").startswith("A white ferry")
    assert one(page, "//meta[@name='twitter:image']/@content") == card
    assert one(page, "//meta[@name='twitter:image:alt']/@content").startswith("A white ferry")
    assert one(page, "//meta[@name='twitter:card']/@content") == "summary_large_image"
    assert one(page, "//meta[@property='og:type']/@content") == "article"
    assert page.xpath("//meta[@property='article:tag']/@content") == ["Bridges", "The council"]


def test_the_page_describes_itself_to_machines() -> None:
    report, trail = structured(_page())
    assert report["@type"] == "NewsArticle"
    assert trail["@type"] == "BreadcrumbList"
    assert [step["name"] for step in trail["itemListElement"]][1:3] == ["City", "Harbour"]


def test_the_feeds_of_the_paper_and_of_the_section_are_found() -> None:
    feeds = read(_page()).xpath("//link[@type='application/rss+xml']/@href")
    assert feeds == ["/feed.xml", "/city/harbour/feed.xml"]


def test_the_tools_stand_in_the_page_and_wait_for_their_scripts() -> None:
    tools = one(_page(), "//div[@class='tools']")
    assert tools.xpath("./a/@href") == ["/city/harbour/bridge-closed/print/"]
    share = one(tools, "./share-report")
    assert one(share, "./a").get("href") == "https://courier.example/city/harbour/bridge-closed/"
    assert all(button.get("hidden") is not None for button in share.xpath("./button"))
    assert one(tools, "./text-size").get("hidden") is not None


def test_a_report_in_another_language_says_so_where_it_is_announced() -> None:
    foreign = replace(making.make_teaser(), language="ko")
    page = _page(making.make_story(related=(foreign, making.make_teaser(path="/b/"))))
    assert [
        one.get("lang") for one in read(page).xpath("//section[@class='related']//article")
    ] == [
        "ko",
        None,
    ]


def test_a_report_without_sound_has_no_player() -> None:
    page = _page()
    assert not read(page).xpath("//audio-report | //audio")
    assert "audio-report" not in page


def test_a_report_with_sound_can_be_heard_without_scripts() -> None:
    page = read(_page(making.make_full_story(sound=making.make_sound())))
    player = one(page, "//article[@class='report']/audio-report")
    audio = one(player, ".//audio")
    assert audio.get("controls") is not None
    assert audio.get("preload") == "none"
    assert [(source.get("src"), source.get("type")) for source in audio.xpath(".//source")] == [
        ("/audio/20/a1.opus", "audio/ogg; codecs=opus"),
        ("/audio/20/a1.mp3", "audio/mpeg"),
    ]
    assert dict(one(audio, ".//track").attrib) == {
        "kind": "captions",
        "src": "/audio/20/a1.vtt",
        "srclang": "en",
        "label": "The report as it is read",
    }
    download = one(player, ".//a[@download]")
    assert (download.get("href"), download.get("download")) == (
        "/audio/20/a1.mp3",
        "bridge-closed.mp3",
    )
    assert words(download) == "Download MP3, 1.4 MB"
    assert one(player, ".//div[@class='audio-controls']").get("hidden") is not None


def test_a_sound_says_how_long_it_is_and_who_reads() -> None:
    page = read(_page(making.make_full_story(sound=making.make_sound())))
    head = one(page, "//div[@class='audio-head']")
    assert words(one(head, "./h2")) == "Audio report"
    assert words(one(head, "./h2/following-sibling::p[1]")) == "3 minutes"
    assert words(one(head, ".//summary")) == "Written by reporters, read by AI"
    explained = head.xpath(".//details/p")[0]
    assert "word for word as the reporters wrote it" in words(explained)
    assert one(explained, "./a").get("href") == "/policies/standards/"


@pytest.mark.parametrize(
    ("milliseconds", "told"), [(9_000, "1 minute"), (89_000, "1 minute"), (91_000, "2 minutes")]
)
def test_the_length_of_a_sound_is_told_in_whole_minutes(milliseconds: int, told: str) -> None:
    sound = making.make_sound(milliseconds=milliseconds)
    head = one(_page(making.make_full_story(sound=sound)), "//div[@class='audio-head']")
    assert words(one(head, "./h2/following-sibling::p[1]")) == told


def test_the_player_without_a_standards_policy_or_a_photo_leads_nowhere() -> None:
    story = making.make_plain_story(sound=making.make_sound())
    player = one(_page(story, standards_path=""), "//audio-report")
    assert player.get("data-artwork") is None
    assert player.xpath(".//details//a") == []
    assert player.get("data-artist") == ""


def test_the_printed_report_has_no_player() -> None:
    story = making.make_full_story(sound=making.make_sound())
    assert "audio" not in pages.print_page(story, making.make_newspaper())
