"""The desk as a new reporter and an editor meet it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import Paper, wait_until
from tests.browser.newsrooms import Newsroom, make_copy_of, serving
from tests.chromium import PATIENCE_MS
from tests.darkroom.test_picture_data import XMP
from tests.darkroom.test_picture_data import picture as picture_telling
from tests.make import picture_bytes

pytestmark = pytest.mark.browser

# The main column hides what is wider than the window, so that the page itself never is.
CUT_OFF = """() => {
  const scrolls = (one) => one.matches("main")
    ? false
    : ["auto", "scroll"].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement);
  return [...document.querySelectorAll("main :is(input, select, textarea, button, a, th, td)")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => !one.closest(".w-sr-only, .footer") && !scrolls(one))
    .filter((one) => one.scrollWidth > innerWidth || one.getBoundingClientRect().right > innerWidth
      || one.getBoundingClientRect().right < 0)
    .map((one) => one.outerHTML.slice(0, 200));
}"""
PROSE = "The two lamps on the north pier went out at six."


@dataclass(frozen=True)
class Desk:
    """One person at the desk: the newsroom that is served, and the page that is open."""

    newsroom: Newsroom
    page: Page

    def go(self, path: str) -> None:
        self.page.goto(f"{self.newsroom.url}{path}")

    def sign_in(self, name: str, password: str) -> None:
        self.go("/desk/")
        self.page.get_by_label("Username").fill(name)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("heading", name="Write a report")).to_be_visible()

    def begin_report(self, headline: str) -> None:
        self.go("/desk/")
        self.page.locator("#new-report-content a, .new-report__sections a").first.click()
        self.page.get_by_role("textbox", name="Headline").fill(headline)

    def write(self, headline: str) -> None:
        """A report with a headline and one paragraph, not kept yet."""
        self.begin_report(headline)
        self.add_paragraph(PROSE)

    @property
    def body(self) -> Locator:
        return self.page.locator("#panel-child-report-body-content")

    def add_block(self, kind: str) -> Locator:
        blocks = self.body.locator("[data-streamfield-child]:visible")
        before = blocks.count()
        self.body.locator("button.c-sf-add-button:visible").last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        # Until the new one stands there, the last one is another.
        wait_until(lambda: blocks.count() > before)
        return blocks.last

    def add_paragraph(self, words: str) -> None:
        block = self.add_block("Paragraph")
        block.locator("[contenteditable=true]").click()
        self.page.keyboard.insert_text(words)
        # The editor hands its text to the form a moment after the last key.
        kept = block.locator("input[name$='-value']")
        wait_until(lambda: words in (kept.get_attribute("value") or ""))

    def add_name(self, name: str, role: str = "") -> None:
        byline = self.page.locator("#panel-child-report-byline-content")
        byline.get_by_role("button", name="Add name").click()
        line = byline.locator("[data-inline-panel-child]:visible").last
        line.get_by_role("button", name="Choose author").first.click()
        self.page.locator(".modal").get_by_role("link", name=name).click()
        expect(line.get_by_text(name)).to_be_visible()
        line.get_by_role("textbox", name="Role").fill(role)

    def upload(self, photo: Path, within: Locator, **words: str) -> None:
        within.get_by_role("button", name="Choose a photo").first.click()
        modal = self.page.locator(".modal")
        modal.get_by_role("tab", name="Upload").click()
        modal.locator("input[type=file]").set_input_files(str(photo))
        for name, text in words.items():
            modal.locator(f"[name$='-{name}']").fill(text)
        # Wagtail makes a title of the file's name a moment later, and takes no photo without.
        expect(modal.locator("[name$='-title']")).not_to_have_value("")
        modal.get_by_role("button", name="Upload").click()
        expect(modal).to_be_hidden()

    def keep(self) -> str:
        """Save the draft. Gives the address of its form."""
        # The form keeps itself too, and its address changes then: that is not the button's doing.
        with self.page.expect_response(lambda told: told.request.is_navigation_request()):
            self.page.get_by_role("button", name="Save draft").click()
        expect(self.page.locator(".messages .success").last).to_be_visible()
        wait_until(lambda: self.page.url.endswith("/edit/"))
        return urlsplit(self.page.url).path

    def choose(self, action: str, *, note: str = "") -> None:
        """Press a button of the chain, in the menu beside “Save draft”."""
        self.page.get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name=action, exact=True).click()
        if note:
            modal = self.page.locator(".modal")
            modal.locator("textarea").fill(note)
            modal.get_by_role("button", name=action).click()
        expect(self.page.locator(".messages .success").last).to_be_visible()

    def publish(self) -> str:
        """Publish what is open. Gives the address that it then has on the paper."""
        self.page.get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name="Publish", exact=True).click()
        done = self.page.locator(".messages .success").filter(has_text="published")
        link = done.get_by_role("link", name=re.compile("View live"))
        # Wagtail asks once more where somebody else has kept a version since, or where the line was
        # slow: an editor reads that and goes on.
        go_on = self.page.get_by_role("button", name="Continue", exact=True)
        try:
            expect(link.or_(go_on).first).to_be_visible()
            if go_on.is_visible():
                go_on.click()
            expect(link).to_be_visible()
        except AssertionError as error:
            raise AssertionError(f"not published; the desk says {self.said()}") from error
        address = link.get_attribute("href")
        assert address
        return urlsplit(address).path

    def said(self) -> list[str]:
        """What the desk says of its own accord: messages, and questions in front of the form."""
        told = self.page.locator(".messages li:visible, .w-dialog__content:visible")
        return told.all_inner_texts()

    def printed(self, path: str) -> str:
        """The page on disk, "" as long as there is none."""
        try:
            return (self.newsroom.site / path.strip("/") / "index.html").read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""


@pytest.fixture(scope="module")
def newsroom(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """The sample newspaper for these tests alone, with nothing asked of another host."""
    copied = make_copy_of(paper, tmp_path_factory.mktemp("desk") / "newsroom")
    own = Newsroom(copied.folder, copied.port, {"PAPER__URL": copied.url}, copied.password)
    with serving(own):
        yield own


@pytest.fixture
def desk(newsroom: Newsroom, context: BrowserContext) -> Desk:
    found = Desk(newsroom, context.new_page())
    found.sign_in("editor", newsroom.password)
    return found


@pytest.fixture
def reporter(newsroom: Newsroom, chromium: Browser) -> Iterator[Desk]:
    made = newsroom.command("account", "mina", "--role", "reporter").stdout
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    found = Desk(newsroom, context.new_page())
    found.sign_in("mina", made.split()[-1])
    yield found
    context.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "pier.jpg"
    file.write_bytes(picture_bytes())
    return file


def test_a_new_reporter_writes_adds_a_photo_previews_and_an_editor_publishes_and_corrects(
    reporter: Desk, desk: Desk, picture: Path
) -> None:
    authors = [row[0] for row in desk.newsroom.asked("SELECT name FROM desk_author LIMIT 2")]

    reporter.begin_report("Harbour lamps go out early")
    reporter.page.get_by_role("textbox", name="Kicker").fill("Harbour")
    reporter.page.get_by_role("textbox", name="Standfirst").fill(
        "Two lamps failed on the north pier."
    )
    reporter.add_name(authors[0])
    reporter.add_name(authors[1], role="photography")
    reporter.page.get_by_role("textbox", name="Dateline").fill("PORT")
    lead = reporter.page.locator("#panel-child-report-lead_photo-content")
    reporter.upload(
        picture,
        lead,
        caption="The pier at dusk.",
        alt_text="A long pier of stone.",
        credit="OTTO RIIS",
        rights="© The paper",
    )
    reporter.add_paragraph(PROSE)
    reporter.add_block("Heading").get_by_role("textbox").fill("What went wrong")
    quote = reporter.add_block("Pull quote")
    quote.get_by_role("textbox", name="Quotation").fill("I saw nothing at all.")
    quote.get_by_role("textbox", name="Who said it").fill("The pilot")
    form = reporter.keep()

    reporter.page.locator("[data-side-panel-toggle=preview]").click()
    frame = reporter.page.frame_locator("iframe[title=Preview]:visible")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Harbour lamps go out early")
    family = frame.locator("body").evaluate("body => getComputedStyle(body).fontFamily")
    assert family.startswith("Newsreader"), "the preview has none of the paper's styles"

    reporter.go("/desk/")  # whoever is still there is asked about before somebody else publishes
    desk.go(form)
    desk.page.get_by_role("tab", name="Address and times").click()
    desk.page.get_by_role("textbox", name="Published").fill("2026-01-05 08:00")
    desk.page.get_by_role("textbox", name="Published").press("Tab")
    path = desk.publish()
    wait_until(lambda: desk.printed(path))
    page = desk.printed(path)
    for words in (
        *("Harbour", "Two lamps failed", *authors, "photography", "PORT", "The pier at dusk."),
        *("A long pier of stone.", "OTTO RIIS", PROSE, "What went wrong", "I saw nothing at all."),
    ):
        assert words in page

    desk.go(form)
    corrections = desk.page.locator("#panel-child-report-corrections-content")
    corrections.get_by_role("button", name="Add correction").click()
    corrections.locator("textarea:visible").fill("The lamps failed at seven, not at six.")
    desk.publish()
    wait_until(lambda: "at seven, not at six" in desk.printed(path))
    assert "Updated" in desk.printed(path)


def test_a_draft_stays_off_the_site(desk: Desk) -> None:
    desk.write("Nobody reads this yet")
    desk.keep()
    desk.page.reload()
    files = [*desk.newsroom.site.rglob("*.html"), *desk.newsroom.site.rglob("*.xml")]
    assert files
    assert not [file for file in files if "Nobody reads this yet" in file.read_text("utf-8")]


def test_a_draft_with_everything_missing_can_be_previewed(desk: Desk) -> None:
    desk.begin_report("Only a headline")
    form = desk.keep()
    desk.go(form.replace("edit", "view_draft"))
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Only a headline")


def test_the_preview_is_the_page_that_is_printed(desk: Desk) -> None:
    desk.write("A page that is the same twice")
    form = desk.keep()
    path = desk.publish()
    wait_until(lambda: desk.printed(path))
    shown = desk.page.request.get(f"{desk.newsroom.url}{form.replace('edit', 'view_draft')}")
    assert shown.text() == desk.printed(path)


def test_a_renamed_report_is_found_at_its_old_address(desk: Desk) -> None:
    desk.write("A report that moves house")
    form = desk.keep()
    old = desk.publish()
    wait_until(lambda: desk.printed(old))
    desk.go(form)
    desk.page.get_by_role("tab", name="Address and times").click()
    desk.page.get_by_role("textbox", name="Address").fill("moved-house")
    new = desk.publish()
    assert new.endswith("/moved-house/")
    wait_until(lambda: desk.printed(new))
    wait_until(lambda: desk.newsroom.ask(old).status == 301)


def test_a_taken_address_is_refused_with_what_to_do(desk: Desk) -> None:
    desk.begin_report("The same headline twice")
    desk.keep()
    desk.begin_report("The same headline twice")
    desk.page.get_by_role("tab", name="Address and times").click()
    address = desk.page.get_by_role("textbox", name="Address")
    expect(address).to_have_value("the-same-headline-twice")
    desk.page.get_by_role("button", name="Save draft").click()
    desk.page.get_by_role("tab", name="Address and times (1 error)").click()
    expect(desk.page.get_by_text("“the-same-headline-twice” already")).to_be_visible()


def test_a_reporter_may_hand_in_but_not_publish(reporter: Desk) -> None:
    reporter.write("Not mine to publish")
    reporter.keep()
    reporter.page.get_by_role("button", name="More actions").click()
    footer = reporter.page.locator("footer")
    expect(footer.get_by_role("button", name="Submit to the desk")).to_be_visible()
    expect(footer.get_by_role("button", name="Publish", exact=True)).to_have_count(0)


def test_a_photo_that_waits_is_given_its_picture(desk: Desk, tmp_path: Path, picture: Path) -> None:
    copy = tmp_path / "copy.md"
    copy.write_text(
        "---\nheadline: The ferry is late\nsection: National\n---\n\n"
        "The ferry came at noon, two hours late, and nobody said why.\n\n"
        "![The ferry at the slip.](ferry.jpg)\n\n"
        "It left again at one, full to the rail and low in the water.\n",
        encoding="utf-8",
    )
    said = desk.newsroom.command("import", str(copy), "--publish").stdout
    path = urlsplit(re.findall(r"http://\S+", said)[-1]).path
    assert "Photo to come" in desk.printed(path)

    desk.go("/desk/images/")
    waiting = desk.page.locator("li").filter(has_text="Waits for its picture")
    waiting.filter(has_text="The ferry at the slip").get_by_role("link").click()
    desk.page.locator("input[type=file]").set_input_files(str(picture))
    desk.page.get_by_role("textbox", name="Alt text").fill("A ferry low in the water.")
    desk.page.get_by_role("button", name="Save").click()
    expect(desk.page.get_by_text("it needs a credit")).to_be_visible()
    desk.page.locator("input[type=file]").set_input_files(str(picture))
    desk.page.get_by_role("textbox", name="Credit").fill("OTTO RIIS")
    desk.page.get_by_role("button", name="Save").click()
    wait_until(lambda: "A ferry low in the water." in desk.printed(path))
    assert "Photo to come" not in desk.printed(path)

    report = desk.newsroom.asked(
        "SELECT report_id FROM desk_wirecopy ORDER BY report_id DESC LIMIT 1"
    )
    desk.go(f"/desk/pages/{report[0][0]}/edit/")
    table = desk.page.get_by_role("table").filter(has_text="Taken as")
    expect(table.get_by_role("cell", name="The ferry came at noon")).to_be_visible()


def test_what_the_wire_dropped_is_told_apart_and_shown_only_where_copy_came_in(
    desk: Desk, tmp_path: Path
) -> None:
    capture = Path(__file__).parents[1] / "wire/captures/model-page.txt"
    said = desk.newsroom.command("import", str(capture)).stdout
    form = urlsplit(re.findall(r"http://\S+/edit/", said)[-1]).path
    desk.go(form)
    dropped = desk.page.locator("tr.wire-copy__dropped")
    expect(dropped.filter(has_text="row of buttons")).to_have_count(1)
    assert dropped.count() < desk.page.locator(".wire-copy tbody tr").count()
    desk.begin_report("Written here")
    expect(desk.page.get_by_text("How the copy came in")).to_have_count(0)


def test_no_page_of_the_desk_asks_anything_of_another_host(desk: Desk) -> None:
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    report = desk.newsroom.asked("SELECT page_ptr_id FROM desk_reportpage LIMIT 1")[0][0]
    for path in (
        *("/desk/", "/desk/all-reports/", "/desk/sections/", "/desk/images/", "/desk/account/"),
        *("/desk/snippets/desk/author/", "/desk/images/add/", f"/desk/pages/{report}/edit/"),
    ):
        desk.go(path)
        desk.page.wait_for_load_state("networkidle")
    assert asked
    hosts = {urlsplit(url).netloc for url in asked if url.startswith("http")}
    assert hosts == {urlsplit(desk.newsroom.url).netloc}


def test_the_desk_offers_no_documents(desk: Desk) -> None:
    for path in ("/desk/", "/desk/pages/search/"):
        desk.go(path)
        expect(
            desk.page.get_by_role("link", name=re.compile("document", re.IGNORECASE))
        ).to_have_count(0)


def after_a_while(page: Page) -> bool:
    """Let the time pass after which an open page asks again."""
    page.clock.run_for(20_000)
    return True


def test_thirty_entries_from_a_phone_come_to_a_page_that_is_open(
    desk: Desk, chromium: Browser
) -> None:
    newsroom = desk.newsroom
    report, path = newsroom.asked(
        "SELECT id, substr(url_path, 6) FROM wagtailcore_page JOIN desk_reportpage "
        "ON page_ptr_id = id WHERE live AND language = 'en' ORDER BY id LIMIT 1"
    )[0]
    desk.go(f"/desk/live/{report}/run/")
    desk.page.get_by_role("button", name="Go live").click()
    file = newsroom.site / f"live-updates/{report}.json"
    wait_until(lambda: file.exists() and "<live-report" in desk.printed(path))

    reader = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    reader.clock.install()
    reader.goto(f"{newsroom.url}{path}")
    reader.evaluate("document.body.dataset.opened = 'once'")

    phone = chromium.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        storage_state=desk.page.context.storage_state(),
    )
    page = phone.new_page()
    page.goto(f"{newsroom.url}/desk/live/{report}/")
    for number in range(30):
        phone.set_offline(number == 11)
        page.get_by_label("What happens").fill(f"Boat number {number} is out.")
        page.get_by_role("button", name="Post").click()
        if number == 11:
            expect(page.locator(".live-form__said")).to_contain_text("There is no line")
            phone.set_offline(False)
        expect(page.locator(".live-row")).to_have_count(number + 1)

    news = reader.get_by_role("button", name="30 new entries")
    wait_until(lambda: after_a_while(reader) and news.is_visible())
    news.click()
    expect(reader.locator(".entry")).to_have_count(30)
    expect(reader.locator(".entry").first).to_contain_text("Boat number 29 is out.")
    desk.go(f"/desk/live/{report}/run/")
    desk.page.get_by_role("textbox", name="Wrap").fill("All thirty came home.")
    desk.page.get_by_role("button", name="End it with this wrap").click()
    over = reader.get_by_role("link", name="This live report has ended.")
    wait_until(lambda: after_a_while(reader) and over.is_visible())
    assert reader.evaluate("document.body.dataset.opened") == "once"
    for context in (reader.context, phone):
        context.close()


@pytest.fixture
def person(newsroom: Newsroom, chromium: Browser) -> Iterator[Callable[..., Desk]]:
    """Somebody with a role who signs in, in a browser of their own."""
    contexts = []

    def signed_in(role: str, *more: str, width: int = 1440) -> Desk:
        made = newsroom.command("account", f"{role}-of-the-day", "--role", role, *more).stdout
        context = chromium.new_context(viewport={"width": width, "height": 844})
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        found = Desk(newsroom, context.new_page())
        found.go("/desk/")
        found.page.get_by_label("Username").fill(f"{role}-of-the-day")
        found.page.get_by_label("Password").fill(made.split()[-1])
        found.page.get_by_role("button", name="Sign in").click()
        expect(found.page.get_by_role("main").first).to_be_visible()
        return found

    yield signed_in
    for context in contexts:
        context.close()


def test_a_day_of_each_role(person: Callable[..., Desk]) -> None:
    reporter = person("reporter", width=390)
    reporter.go("/desk/")
    section = reporter.page.locator(".new-report__sections a").first.inner_text().strip()
    reporter.write("The pilot comes home")
    form = reporter.keep()
    reporter.choose("Submit to the desk")
    reporter.go("/desk/stories/")
    row = reporter.page.get_by_role("row", name="The pilot comes home")
    expect(row.get_by_text("With the desk")).to_be_visible()
    assert reporter.page.evaluate("document.documentElement.scrollWidth") <= 390
    reporter.go("/desk/all-reports/")
    last = reporter.page.get_by_role("columnheader").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()

    desk = person("desk", "--section", section)
    desk.go(form)
    desk.choose("Send back with a note", note="Who met him at the quay?")

    reporter.go(form)
    expect(reporter.page.get_by_text("Who met him at the quay?").first).to_be_visible()
    reporter.page.get_by_role("textbox", name="Standfirst").fill("His sister met him.")
    reporter.choose("Resubmit to Desk")

    desk.go("/desk/stories/")
    waiting = desk.page.get_by_role("row", name="The pilot comes home")
    waiting.get_by_role("button", name="Pass on").click()
    expect(waiting.get_by_text("Copy")).to_be_visible()

    copy = person("copy")
    copy.go(form)
    copy.page.get_by_role("textbox", name="Standfirst").fill("His sister met him at the quay.")
    copy.choose("Pass on")

    chief = person("chief")
    embargo = form.replace("pages", "embargo").replace("edit/", "")
    chief.go(embargo)
    chief.page.get_by_role("textbox", name="Until").fill("2099-01-01 10:00")
    chief.page.get_by_role("button", name="Put it under embargo").click()
    expect(chief.page.get_by_text("It is held until")).to_be_visible()
    chief.choose("Pass on and Publish")
    page = "**/the-pilot-comes-home/index.html"
    assert not list(chief.newsroom.site.glob(page))
    chief.go(embargo)
    expect(chief.page.get_by_text("It is approved and goes out then.")).to_be_visible()
    chief.page.get_by_text("Lift it now …").click()
    chief.page.get_by_role("button", name="Lift the embargo").click()
    wait_until(lambda: list(chief.newsroom.site.glob(page)))
    printed = next(chief.newsroom.site.glob(page)).read_text("utf-8")
    for words in ("His sister met him at the quay.", PROSE):
        assert words in printed


def test_nothing_that_is_typed_chosen_or_pressed_is_cut_off_on_a_phone(desk: Desk) -> None:
    desk.page.set_viewport_size({"width": 320, "height": 640})
    desk.go("/desk/stories/new/")
    desk.page.get_by_label("Slug line").fill("harbourlevy" * 5)
    desk.page.get_by_label("Section").select_option(index=1)
    desk.page.get_by_role("button", name="Put it on the list").click()
    for path in ("stories/", "front/", "images/", "images/add/"):
        desk.go(f"/desk/{path}")
        expect(desk.page.get_by_role("main").first).to_be_visible()
        assert desk.page.evaluate(CUT_OFF) == [], path


def test_the_photo_desk_puts_another_photo_in_every_place_of_one(
    person: Callable[..., Desk], picture: Path
) -> None:
    photos = person("photos")
    photo, path = photos.newsroom.asked(
        "SELECT lead_photo_id, substr(url_path, 6) FROM desk_reportpage "
        "JOIN wagtailcore_page ON id = page_ptr_id WHERE live AND lead_photo_id ORDER BY id LIMIT 1"
    )[0]
    photos.go(f"/desk/photos/{photo}/replace/")
    words = {"alt_text": "A mole in the morning.", "credit": "OTTO RIIS", "caption": "The mole."}
    # Another than in the other tests: Wagtail asks before it takes one that it has.
    picture.write_bytes(picture_bytes(colour=30))
    photos.upload(picture, photos.page.locator(".replace-photo form"), **words)
    photos.page.get_by_role("button", name="Put it in every place").click()
    wait_until(lambda: "A mole in the morning." in photos.printed(path))


def test_a_batch_of_photos_is_described_together(
    person: Callable[..., Desk], tmp_path: Path
) -> None:
    pictures = {
        "told.jpg": picture_telling(xmp=XMP),
        "gull.jpg": picture_bytes(colour=10),
        "mole.jpg": picture_bytes(colour=20),
    }
    for name, data in pictures.items():
        (tmp_path / name).write_bytes(data)
    photos = person("photos", width=390)
    photos.go("/desk/images/multiple/add/")
    page = photos.page
    page.locator("input[type=file]").set_input_files([tmp_path / name for name in pictures])
    batch, common = page.locator("form.photo-of-batch"), page.locator("same-for-all")
    expect(batch).to_have_count(3)
    expect(common).to_contain_text("2 of 3 photos lack a credit or alt text")
    told, gull, mole = (batch.nth(number) for number in range(3))
    expect(told.get_by_label("Alt text")).to_have_value("A pier with two lamps.")
    for lacking in (gull, mole):
        expect(lacking.get_by_text("No credit")).to_be_visible()
        lacking.get_by_label("Alt text").fill("A gull on the mole.")
        expect(lacking.get_by_text("No alt text")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    common.get_by_label("Credit").fill("OTTO RIIS")
    common.get_by_role("button", name="Fill in where it is empty").click()
    expect(told.get_by_label("Credit")).to_have_value("EXAMPLE PRESS")
    expect(gull.get_by_text("No credit")).to_be_hidden()
    expect(common).to_contain_text("Every photo has a credit and alt text.")
    common.get_by_role("button", name="Save all photos").click()
    expect(batch).to_have_count(0)
    expect(common).to_be_hidden()
    kept = photos.newsroom.asked("SELECT credit FROM desk_photo ORDER BY id DESC LIMIT 3")
    assert [credit for (credit,) in kept] == ["OTTO RIIS", "OTTO RIIS", "EXAMPLE PRESS"]


def test_a_photo_whose_licence_ends_leaves_the_page_by_itself(desk: Desk) -> None:
    photo, credit, path = desk.newsroom.asked(
        "SELECT p.id, p.credit, substr(url_path, 6) FROM desk_reportpage r "
        "JOIN wagtailcore_page w ON w.id = page_ptr_id JOIN desk_photo p ON p.id = lead_photo_id "
        "WHERE live ORDER BY p.id DESC LIMIT 1"
    )[0]
    desk.go(path)
    expect(desk.page.locator(".report-lead")).to_contain_text(credit)
    soon = datetime.now(UTC) + timedelta(seconds=1)
    desk.newsroom.asked(
        "UPDATE desk_photo SET licensed_until = ? WHERE id = ?", f"{soon:%F %T.%f}", photo
    )
    wait_until(lambda: "report-lead" not in desk.printed(path))
    desk.page.reload()
    expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
    expect(desk.page.locator(".report-lead")).to_have_count(0)


def test_the_front_is_arranged_by_hand_and_by_key_published_and_put_back(desk: Desk) -> None:
    desk.go("/desk/front/")
    page = desk.page
    shown = page.frame_locator("front-makeup iframe")
    stock, lead = page.locator("[data-pool=report] li"), page.locator("[data-slot=lead] li")
    before = shown.locator(".front-lead h2").inner_text()
    dragged = stock.nth(1).get_attribute("data-name") or ""
    stock.nth(1).drag_to(page.locator("[data-slot=lead]"))
    expect(lead).to_have_attribute("data-name", dragged)
    expect(shown.locator(".front-lead h2")).to_have_text(dragged)
    top = page.locator("[data-slot=top] li")
    count = top.count()
    typed = stock.first.get_attribute("data-name") or ""
    stock.first.focus()
    page.keyboard.press("t")
    expect(top).to_have_count(count + 1)
    expect(top.last).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(top.nth(count - 1)).to_have_attribute("data-name", typed)
    expect(page.get_by_text(f"{typed} is a top story, number {count}.")).to_be_visible()
    page.get_by_role("button", name="Desk", exact=True).click()
    assert page.evaluate("document.querySelector('front-makeup iframe').clientWidth") == 1440
    page.get_by_role("button", name="Publish", exact=True).click()
    wait_until(lambda: dragged in _lead_of(desk))
    page.get_by_role("button", name="Undo the last change").click()
    wait_until(lambda: before in _lead_of(desk))


def _lead_of(desk: Desk) -> str:
    return desk.printed("/").partition('class="front-lead"')[2].partition("</h2>")[0]
