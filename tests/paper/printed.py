"""Every page that the paper can print, by name; and how a test reads one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from django import forms
from lxml import html as lxml_html
from lxml.html import HtmlElement

from broadsheet.newspaper import Front, Newspaper, SearchPage
from broadsheet.paper import pages
from broadsheet.story import Person, Text
from tests.paper import fronts, making


class LetterForm(forms.Form):
    name = forms.CharField(label="Your name", max_length=120)
    email = forms.EmailField(label="Your e-mail address")
    message = forms.CharField(
        label="Your letter", widget=forms.Textarea, help_text="In any language."
    )


Spoil = Callable[[Any], Any]


def every_page(spoil: Spoil = lambda value: value) -> dict[str, str]:
    """All pages, by name. `spoil` is applied to each value before it is printed."""
    paper: Newspaper = spoil(making.make_newspaper())
    teasers = spoil(making.make_teasers(5))
    person = spoil(making.IDA)
    nobody = SearchPage(query="", teasers=(), total=0)
    return {
        "report": pages.report_page(spoil(making.make_full_story()), paper),
        "report with sound": pages.report_page(
            spoil(making.make_full_story(sound=making.make_sound(), talk=making.make_talk())), paper
        ),
        "plain report": pages.report_page(spoil(making.make_plain_story()), paper),
        "live report": pages.report_page(spoil(making.make_live_story()), paper),
        "ended report": pages.report_page(
            spoil(making.make_live_story(ended_at=making.UPDATED_AT)), paper
        ),
        "print": pages.print_page(spoil(making.make_full_story()), paper),
        "front": pages.front_page(spoil(fronts.make_front()), paper),
        "empty front": pages.front_page(Front(lead=None), paper),
        "section": pages.list_page(spoil(fronts.make_list()), paper),
        "older": pages.list_page(spoil(fronts.make_list(number=3)), paper),
        "author": pages.list_page(spoil(fronts.make_author_list()), paper),
        "topic": pages.list_page(spoil(fronts.make_list(kind="topic", breadcrumb=())), paper),
        "latest": pages.list_page(spoil(fronts.make_list(kind="latest", breadcrumb=())), paper),
        "topics": pages.topics_page(spoil(fronts.make_topic_counts()), paper),
        "authors": pages.authors_page([person, spoil(making.KESI)], paper),
        "policy": pages.policy_page(spoil(fronts.make_policy()), paper),
        "search": pages.search_page(spoil(fronts.make_search()), paper),
        "empty search": pages.search_page(nobody, paper),
        "letter": letter(person, paper),
        "letter sent": letter(person, paper, is_sent=True),
        "my words": pages.my_words_page(paper),
        "not found": pages.not_found_page(teasers, paper),
        "moved": pages.moved_page("/city/", paper),
        "unavailable": pages.unavailable_page(paper),
    }


def letter(
    person: Person,
    paper: Newspaper,
    *,
    form: forms.Form | None = None,
    is_sent: bool = False,
) -> str:
    return pages.letter_page(
        person, paper, form=form or LetterForm(), csrf_token="a" * 64, is_sent=is_sent
    )


def read(page: str) -> HtmlElement:
    return lxml_html.document_fromstring(page)


def words(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def one(page: str | HtmlElement, path: str) -> HtmlElement:
    """The only element that `path` (XPath) finds."""
    tree = read(page) if isinstance(page, str) else page
    found = tree.xpath(path)
    assert len(found) == 1, f"{len(found)} × {path}"
    return found[0]


def structured(page: str) -> list[dict[str, Any]]:
    """The JSON-LD of a page."""
    scripts = read(page).xpath("//script[@type='application/ld+json']")
    return [json.loads(script.text) for script in scripts]


_KEPT = {"id", "kind", "language", "media_type", "time_zone", "url"}


def with_words(said: str) -> Spoil:
    """Puts `said` before every text of a value that somebody wrote, however deep; paths stay."""

    def spoil(value: Any, name: str = "") -> Any:
        if isinstance(value, str):
            is_kept = name in _KEPT or name.endswith("path") or name in {"older", "newer"}
            return value if is_kept or not value else said + value
        if isinstance(value, Text):
            return Text(said + value.plain)
        if isinstance(value, tuple | list):
            return tuple(spoil(item, name) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            changed = {
                field.name: spoil(getattr(value, field.name), field.name) for field in fields(value)
            }
            return replace(value, **changed)
        return value

    return spoil
