"""A letter from a reader to a reporter: from the form to the desk, and not too many of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.kinds import GOOD_LETTER, forget_letters, open_kind, path_of, post_letter
from tests.browser.kinds import send_letter as send
from tests.browser.newsrooms import Edited
from tests.chromium import PATIENCE_MS

pytest_plugins = ["tests.browser.editions"]
pytestmark = pytest.mark.browser

PER_HOUR = 5


@pytest.fixture(autouse=True)
def _no_letters_yet(edited: Edited) -> Iterator[None]:
    forget_letters(edited)
    yield
    forget_letters(edited)


@pytest.fixture(params=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    has_scripts = request.param == "with scripts"
    context = chromium.new_context(java_script_enabled=has_scripts)
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def test_a_letter_is_sent_from_a_report(edited: Edited, page: Page) -> None:
    open_kind("report with a lead photo", edited, page)
    link = page.locator(".letters a").first
    assert link.inner_text().startswith("Write to ")
    link.click()
    send(page, GOOD_LETTER)
    assert page.locator("h1").inner_text() == "Your letter is on its way"
    kept = edited.asked("SELECT name, email, text FROM desk_letter")
    assert kept == [tuple(GOOD_LETTER.values())]


def test_a_letter_that_is_not_good_is_kept_in_the_form_until_it_is(
    edited: Edited, page: Page
) -> None:
    open_kind("letter", edited, page)
    send(page, {**GOOD_LETTER, "email": "mira@reader"})
    assert page.locator(".field.has-errors").count() == 1
    assert page.locator("[name=message]").input_value() == GOOD_LETTER["message"]
    assert edited.asked("SELECT * FROM desk_letter") == []
    send(page, {"email": GOOD_LETTER["email"]})
    assert page.locator("h1").inner_text() == "Your letter is on its way"


def test_the_letter_arrives_at_the_desk(edited: Edited, context: BrowserContext) -> None:
    page = context.new_page()
    open_kind("letter", edited, page)
    reporter = page.locator("h1").inner_text().removeprefix("Write to ")
    send(page, GOOD_LETTER)
    page.get_by_role("heading", name="Your letter is on its way").wait_for()
    page.goto(f"{edited.url}/desk/snippets/desk/letter/")
    page.locator("[name=username]").fill("editor")
    page.locator("[name=password]").fill(edited.password)
    page.locator("[type=submit]").click()
    row = page.locator("tbody tr", has_text=GOOD_LETTER["name"])
    assert reporter in row.inner_text()


def test_one_letter_more_than_the_limit_is_refused_and_its_text_kept(
    edited: Edited, page: Page
) -> None:
    path = path_of("letter", edited)
    sent = [post_letter(edited, path, GOOD_LETTER).status for _ in range(PER_HOUR)]
    assert sent == [200] * PER_HOUR
    with page.expect_response(f"**{path}") as last:
        page.goto(f"{edited.url}{path}")
    assert last.value.status == 200
    with page.expect_response(f"**{path}") as last:
        send(page, GOOD_LETTER)
    assert last.value.status == 429
    assert "wait an hour" in page.get_by_role("alert").inner_text()
    assert page.locator("[name=message]").input_value() == GOOD_LETTER["message"]
    assert edited.asked("SELECT count(*) FROM desk_letter") == [(PER_HOUR,)]


def test_the_limit_of_one_reader_is_not_the_limit_of_another(edited: Edited) -> None:
    path = path_of("letter", edited)
    for _ in range(PER_HOUR):
        post_letter(edited, path, GOOD_LETTER)
    assert post_letter(edited, path, GOOD_LETTER).status == 429
    assert post_letter(edited, path, GOOD_LETTER, sender="127.0.0.2").status == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
def test_the_limit_is_not_passed_by_claiming_to_be_another(edited: Edited, header: str) -> None:
    path = path_of("letter", edited)
    for number in range(PER_HOUR):
        claim = {header: f"198.51.100.{number}"}
        assert post_letter(edited, path, GOOD_LETTER, headers=claim).status == 200
    claim = {header: "198.51.100.99"}
    assert post_letter(edited, path, GOOD_LETTER, headers=claim).status == 429


def test_a_letter_without_the_forms_own_secret_is_refused(edited: Edited) -> None:
    answer = edited.ask(
        path_of("letter", edited),
        method="POST",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        body=b"name=A&email=a@b.example&message=A+letter+from+another+site",
    )
    assert answer.status == 403
    assert edited.asked("SELECT * FROM desk_letter") == []
