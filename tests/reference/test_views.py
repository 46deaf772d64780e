"""The reference desk's screens, and who may use them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from broadsheet.desk.models import Author, Topic
from broadsheet.reference.models import Pin, Term, Wordbook
from tests.make import make_person, make_report
from tests.reference.conftest import first_gloss, look_up_all, make_explained, print_all, published

RIVER = "the land beside a river"


def client(role: str) -> Client:
    made = Client(SERVER_NAME="127.0.0.1")
    made.force_login(make_person(role))
    return made


@pytest.fixture
def editor(site: Path) -> Client:
    return client("chief")


def text_of(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", response.content.decode())).split())


def test_an_editor_pins_a_meaning_and_takes_the_pin_out(editor: Client, site: Path) -> None:
    report = make_explained("The bank closed.", "Nobody asked the bank why.")
    url = reverse("reference_words", args=[report.pk])
    assert text_of(editor.get(url)).count("The bank closed.") == 1, "each word stands there once"
    asked = {"base": "bank", "part": "noun", "source": "small", "gloss": RIVER}
    response = editor.post(reverse("reference_pin", args=[report.pk]), asked, follow=True)
    assert response.redirect_chain[0][0].endswith("#word-noun-bank")
    assert "pinned" in text_of(response)
    assert first_gloss(site, report, "bank") == "a firm that keeps money"
    look_up_all()
    assert first_gloss(site, report, "bank") == RIVER
    editor.post(reverse("reference_unpin", args=[report.pk]), asked)
    assert not Pin.objects.exists()
    look_up_all()
    assert first_gloss(site, report, "bank") == "a firm that keeps money"


def test_a_pin_is_of_one_report(editor: Client, site: Path) -> None:
    report, other = make_explained("The bank closed."), make_explained("Another bank closed.")
    asked = {"base": "bank", "part": "noun", "source": "small", "gloss": RIVER}
    editor.post(reverse("reference_pin", args=[report.pk]), asked)
    assert look_up_all() == 1
    assert first_gloss(site, report, "bank") == RIVER
    assert first_gloss(site, other, "bank") != RIVER


def test_nothing_is_pinned_where_nothing_was_chosen(editor: Client, site: Path) -> None:
    report = make_explained("The bank closed.")
    response = editor.post(
        reverse("reference_pin", args=[report.pk]), {"base": "bank"}, follow=True
    )
    assert "choose one and pin it" in text_of(response)
    assert not Pin.objects.exists()


@pytest.mark.parametrize("view", ["reading", "state", "words", "pin", "unpin"])
def test_who_may_not_edit_a_report_sees_and_changes_nothing(site: Path, view: str) -> None:
    report = make_explained("The bank closed.")
    asked = {"base": "bank", "part": "noun", "source": "small", "gloss": RIVER}
    url = reverse(f"reference_{view}", args=[report.pk])
    let_in = get_user_model().objects.create_user(username="visitor", password="harbour-lights")
    let_in.user_permissions.add(Permission.objects.get(codename="access_admin"))
    visitor = Client(SERVER_NAME="127.0.0.1")
    visitor.force_login(let_in)
    for one in (visitor, Client(SERVER_NAME="127.0.0.1")):
        response = one.post(url, asked) if "pin" in view else one.get(url)
        assert response.status_code in {302, 403}
    assert not Pin.objects.exists()


def test_who_may_not_publish_pins_nothing(site: Path) -> None:
    report = make_explained("The bank closed.")
    desk = client("desk")
    page = text_of(desk.get(reverse("reference_words", args=[report.pk])))
    assert "Pin it" not in page
    asked = {"base": "bank", "part": "noun", "source": "small", "gloss": RIVER}
    # Wagtail answers who is let in, but may not, with its own page.
    desk.post(reverse("reference_pin", args=[report.pk]), asked)
    assert not Pin.objects.exists()


def test_a_pin_is_never_made_by_following_a_link(editor: Client, site: Path) -> None:
    report = make_explained("The bank closed.")
    assert editor.get(reverse("reference_pin", args=[report.pk])).status_code == 405


def test_the_form_says_how_far_the_words_are(editor: Client, site: Path) -> None:
    report = make_report()
    print_all()
    url = reverse("reference_state", args=[report.pk])
    assert "in a moment" in text_of(editor.get(url))
    look_up_all()
    assert "Readers can look its words up" in text_of(editor.get(url))
    Wordbook.objects.get().fail("no such luck", made_with="")
    assert "no such luck" in text_of(editor.get(url))


def test_words_of_an_earlier_text_are_not_offered(editor: Client, site: Path) -> None:
    report = make_explained("The bank closed.")
    report.body[0] = ("paragraph", "<p>Another bank closed.</p>")
    published(report)
    page = text_of(editor.get(reverse("reference_words", args=[report.pk])))
    assert "being looked up" in page
    assert "The bank closed" not in page


def test_the_reading_level_is_of_the_report_as_it_was_last_kept(editor: Client, site: Path) -> None:
    report = make_explained(*["The ship came to the harbor by day and it went away by night."] * 6)
    url = reverse("reference_reading", args=[report.pk])
    before = text_of(editor.get(url))
    assert "Words in a sentence" in before
    assert "quay" not in before
    report.body.append(("paragraph", "<p>It came to the quay.</p>"))
    report.save_revision()
    response = editor.get(url)
    assert "<mark>quay</mark>" in response.content.decode()


def test_a_broken_shelf_is_told_at_the_desk(editor: Client, site: Path, newsroom: Any) -> None:
    report = make_explained("The bank closed.")
    newsroom.dictionaries.write_bytes(b"no shelf at all")
    for view in ("reading", "words"):
        page = text_of(editor.get(reverse(f"reference_{view}", args=[report.pk])))
        assert "this is no file of dictionaries" in page


def test_the_panels_stand_in_the_form_where_there_is_a_dictionary(
    editor: Client, site: Path, newsroom: Any
) -> None:
    report = make_explained("The bank closed.")
    url = reverse("wagtailadmin_pages:edit", args=[report.pk])
    asked = [reverse(f"reference_{view}", args=[report.pk]) for view in ("reading", "state")]
    form = editor.get(url).content.decode()
    assert all(f'<report-glance data-url="{one}">' in form for one in asked)
    newsroom.dictionaries.unlink()
    form = editor.get(url).content.decode()
    assert not any(one in form for one in asked)


def test_a_glossary_entry_is_written_at_the_desk(editor: Client, site: Path) -> None:
    make_report(topics=("Lindvik",))
    topic = Topic.objects.get(name="Lindvik")
    url = reverse("wagtailsnippets_reference_term:add")
    asked = {
        "phrase": " <b>Lindvik</b> ",
        "gloss": "a port of\nthe north",
        "kind": "place",
        "topic": topic.pk,
        "author": "",
        "ipa": "/ˈlɪndvɪk/",
        "language": "",
    }
    assert editor.post(url, asked).status_code == 302
    term = Term.objects.get()
    assert (term.phrase, term.gloss, term.ipa) == ("Lindvik", "a port of the north", "ˈlɪndvɪk")
    assert term.path == "/topics/lindvik/"
    assert "in the glossary already" in text_of(editor.post(url, {**asked, "ipa": ""}))
    both = {**asked, "phrase": "Brandt", "author": Author.objects.get().pk}
    assert "a card has one link" in text_of(editor.post(url, both))
    assert "no letter" in text_of(editor.post(url, {**asked, "phrase": "–"}))
    assert "more than 6 words" in text_of(editor.post(url, {**asked, "phrase": "a b c d e f g"}))


def test_an_entry_leads_to_no_page_that_is_not_there() -> None:
    assert Term(phrase="Nowhere", gloss="not here").path == ""
