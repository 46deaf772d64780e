"""Every kind of page that a reader can come to, by name, found in a newsroom that is served."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlencode

from lxml import html as lxml_html
from lxml.html import HtmlElement
from playwright.sync_api import Page, Route

from tests.browser.newsrooms import Edited
from tests.server.asking import Reply

# Where it stands in every paper.
_STANDING = {
    "front": "/",
    "latest": "/latest/",
    "older list page": "/latest/page/1/",
    "topics": "/topics/",
    "authors": "/authors/",
    "search": "/search/",
    "search with results": "/search/?q=the",
    "search without results": "/search/?q=zzyzx",
    "my words": "/my-words/",
    "not found": "/no/such/page/",
    "unavailable": "/unavailable.html",
}
_REPORT = "/html[@lang='en']/body[contains(@class, 'report-page')]"
# What a page must hold to be of its kind; the first in the order of addresses is taken.
_BY_WHAT_THEY_HOLD = {
    "report with a lead photo": f"{_REPORT}//figure[contains(@class, 'report-lead')]/img",
    "report with a gallery": f"{_REPORT}//section[@class='gallery']//img",
    "report with corrections": f"{_REPORT}//section[@id='corrections']",
    "report in Korean": "/html[@lang='ko']/body[contains(@class, 'report-page')]",
    "print version": "//main[@class='sheet-page']//figure[contains(@class, 'sheet-lead')]/img",
    "print version in Korean": "/html[@lang='ko']//main[@class='sheet-page']",
    "policy": "/html/body[contains(@class, 'policy-page')]",
}
# On which page a link leads there, and which.
_LETTERS = ("authors/", "//a[starts-with(@href, '/letters/')]")
_LINKED = {
    "section": ("", "//nav[@class='strip']//li/a"),
    "nested section": ("", "//div[@id='index']//li//li/a"),
    "author": ("authors/", "//li[.//img]//h2/a"),
    "topic": ("topics/", "//main/*[not(self::header)]//a"),
    "letter": _LETTERS,
    "letter with errors": _LETTERS,
    "letter sent": _LETTERS,
}

KINDS = (
    *_STANDING,
    *_BY_WHAT_THEY_HOLD,
    "report with everything",
    "print version with everything",
    "section with a report in Korean",
    "moved",
    *_LINKED,
)
GOOD_LETTER = {
    "name": "Mira Sund",
    "email": "mira@reader.example",
    "message": "Your report on the pier left out the tides. They are the whole story.",
}
# A browser lets it through and the newsroom does not.
BAD_LETTER = {"name": "Mira Sund", "email": "mira@reader", "message": " " * 12}


def open_kind(kind: str, newsroom: Edited, page: Page) -> None:
    """Bring a browser's page to a page of this kind, as a reader would."""
    if kind == "moved":
        # The page leads on at once. What is looked at is what stays where that does not happen.
        page.route("**/page/*/", _without_refresh)
    page.goto(f"{newsroom.url}{path_of(kind, newsroom)}")
    if kind == "letter with errors":
        send_letter(page, BAD_LETTER)
    elif kind == "letter sent":
        forget_letters(newsroom)
        send_letter(page, GOOD_LETTER)


def fetch_kind(kind: str, newsroom: Edited) -> Reply:
    """A page of this kind as it is served."""
    path = path_of(kind, newsroom)
    if kind not in {"letter with errors", "letter sent"}:
        return newsroom.ask(path)
    forget_letters(newsroom)
    return post_letter(newsroom, path, GOOD_LETTER if kind == "letter sent" else BAD_LETTER)


def path_of(kind: str, newsroom: Edited) -> str:
    """The address, from the root of the site, of a page of this kind."""
    if kind in _STANDING:
        return _STANDING[kind]
    if kind in _LINKED:
        page, xpath = _LINKED[kind]
        return str(found(newsroom.site / page / "index.html", xpath)[0].get("href"))
    if kind == "moved":
        # The number after the last full page of a list leads to the page that fills.
        full = len(list((newsroom.site / "latest/page").iterdir()))
        return f"/latest/page/{full}/"
    if kind == "section with a report in Korean":
        return str(PurePosixPath(path_of("report in Korean", newsroom)).parent) + "/"
    if kind == "report with everything":
        return newsroom.whole_report
    if kind == "print version with everything":
        return f"{newsroom.whole_report}print/"
    return _holding(newsroom.site, _BY_WHAT_THEY_HOLD[kind])


def send_letter(page: Page, letter: dict[str, str]) -> None:
    for name, words in letter.items():
        page.locator(f"form.letter [name={name}]").fill(words)
    with page.expect_event("load"):
        page.get_by_role("button", name="Send the letter").click()


def post_letter(
    newsroom: Edited,
    path: str,
    letter: dict[str, str],
    *,
    sender: str = "127.0.0.1",
    headers: dict[str, str] | None = None,
) -> Reply:
    """Send a letter from a network address of this machine, with headers besides the form's."""
    asked = newsroom.ask(path)
    cookie = asked["Set-Cookie"].partition(";")[0]
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', asked.text)
    assert found, asked.text
    form = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    return newsroom.ask(
        path,
        method="POST",
        headers={**form, **(headers or {})},
        body=urlencode({"csrfmiddlewaretoken": found[1], **letter}).encode(),
        sender=sender,
    )


def forget_letters(newsroom: Edited) -> None:
    """So that the limit of letters in an hour is not reached by one test for another."""
    newsroom.asked("DELETE FROM desk_letter")


def found(file: Path, xpath: str) -> list[HtmlElement]:
    """What a page of the paper, as it stands on disk, holds of this; never nothing."""
    elements = list(_read(file).xpath(xpath))
    assert elements, f"{file} holds no {xpath}"
    return elements


def _holding(site: Path, xpath: str) -> str:
    for file in sorted(site.rglob("index.html")):
        if _read(file).xpath(xpath):
            return quote(f"/{file.parent.relative_to(site)}/")
    raise AssertionError(f"no page of the paper holds {xpath}")


@cache
def _read(file: Path) -> HtmlElement:
    return lxml_html.document_fromstring(file.read_bytes().decode())


def _without_refresh(route: Route) -> None:
    answer = route.fetch()
    body = re.sub(r'<meta http-equiv="refresh"[^>]*>', "", answer.text())
    route.fulfill(response=answer, body=body)
