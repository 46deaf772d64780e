"""A moderator's day: a queue worked through without touching the mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Locator, Page, expect

from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.models import Decision
from tests.chromium import PATIENCE_MS
from tests.readers.making import make_reader
from tests.talk.making import make_comment
from tests.talk.moderation.making import at_the_desk, decided, set_mode

pytestmark = pytest.mark.browser

TEXTS = (
    "The pier has forty-one lamps.",
    "Buy lamps from me at half the price!",
    "Who pays for all this, and who was asked?",
)


@pytest.fixture
def served(mo: Account) -> Iterator[str]:
    """The desk in a thread of this process. Gives its address."""
    thread = LiveServerThread("127.0.0.1", StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None, thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()
    connections.close_all()


@pytest.fixture
def queue(served: str, chromium: Browser, mo: Account, report: ReportPage) -> Iterator[Page]:
    """The queue of the held, opened by Mo: three comments of three readers."""
    set_mode(report, "all")
    for n, text in enumerate(TEXTS):
        make_comment(report, make_reader(f"Reader {'ABC'[n]}", f"{n}@mail.example"), text)
    session = at_the_desk(mo).cookies["sessionid"].value
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    context.add_cookies([{"name": "sessionid", "value": session, "url": served}])
    page = context.new_page()
    page.goto(f"{served}/desk/talk/held/")
    expect(page.get_by_role("button", name="Keys")).to_be_visible()
    yield page
    context.close()


def row(page: Page, text: str) -> Locator:
    return page.locator("[data-row]").filter(has_text=text)


def states() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("state", flat=True))


def test_a_queue_is_worked_through_by_keyboard(queue: Page, ada: Account) -> None:
    first, second, third = (row(queue, text) for text in TEXTS)
    queue.keyboard.press("?")
    expect(queue.get_by_text("remove and pause the reader")).to_be_visible()
    found = Axe().run(queue, ".talk-queue", {"resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()

    queue.keyboard.press("j")
    expect(first).to_be_focused()
    queue.keyboard.press("p")
    expect(first.locator(".talk-state")).to_have_text("published")
    expect(second).to_be_focused()

    queue.keyboard.press("w")
    expect(second.get_by_label("remove and warn")).to_be_focused()
    queue.keyboard.press("4")
    reason = second.get_by_label("Reason, which the reader is sent")
    expect(reason).to_be_focused()
    expect(reason).to_have_value("Advertise nothing.")
    queue.keyboard.type("You sell lamps. p j r")
    queue.keyboard.press("Control+Enter")
    expect(second.locator(".talk-state")).to_have_text(re.compile("removed"))
    expect(second.locator(".talk-row__latest")).to_contain_text("You sell lamps. p j r")
    expect(third).to_be_focused()
    assert states() == ["published", "removed", "held"]

    queue.keyboard.press("u")
    expect(second.locator(".talk-state")).to_have_text("held")
    assert states() == ["published", "held", "held"]

    decided(Comment.objects.get(text=TEXTS[2]), "remove", ada, reason="Nobody asked.")
    queue.keyboard.press("p")
    expect(third.get_by_role("alert")).to_contain_text("It has changed since you opened it")
    expect(third).to_contain_text("Nobody asked.")
    expect(third).to_be_focused()
    assert states() == ["published", "held", "removed"]
    kinds = list(Decision.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["publish", "warn", "take-back", "remove"]
