"""A page is live at once, gets its dictionary a moment later, and never that of another text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test.utils import override_settings

from broadsheet.config import Config
from broadsheet.desk.models import Topic
from broadsheet.lexicon import shelf
from broadsheet.press.work import start, the_site
from broadsheet.reference.models import Term, Wordbook
from broadsheet.setting.dictionary import DictionaryConfig
from tests.lexicon.making import SMALL, make_volume, meaning
from tests.make import make_report
from tests.reference.conftest import (
    Beside,
    files_on,
    first_gloss,
    look_up_all,
    make_explained,
    page_of,
    print_all,
    published,
    words_on,
)


def test_a_page_is_live_at_once_and_gains_its_dictionary_when_it_is_ready(site: Path) -> None:
    report = make_report()
    print_all()
    assert "<word-lookup" not in page_of(site, report)
    assert look_up_all() == 1
    content = words_on(site, report)
    assert "harbor" not in content
    assert {one["base"] for one in content["entries"]} >= {"council", "master"}
    (name,) = files_on(site)
    assert (site / f"words/{name}.br").exists()
    assert (site / f"words/{name}.gz").exists()
    assert look_up_all() == 0


def test_a_correction_withdraws_the_words_until_the_new_ones_are_there(site: Path) -> None:
    report = make_explained("The ship came.")
    old = files_on(site)
    report.body[0] = ("paragraph", "<p>The ship and the plan came.</p>")
    published(report)
    assert "<word-lookup" not in page_of(site, report)
    assert files_on(site) == set()
    look_up_all()
    assert "plan" in {one["base"] for one in words_on(site, report)["entries"]}
    assert not files_on(site) & old
    assert len(list(settings.CONFIG.words.iterdir())) == 1


def test_what_changes_no_word_leaves_the_words_alone(site: Path) -> None:
    report = make_explained("The ship came.")
    before = files_on(site)
    report.are_comments_open = False
    published(report)
    assert files_on(site) == before
    assert words_on(site, report)
    assert look_up_all() == 0


def test_an_unpublished_report_takes_its_words_along_and_brings_them_back(site: Path) -> None:
    report = make_explained("The ship came.")
    before = files_on(site)
    report.unpublish()
    print_all()
    assert files_on(site) == set()
    report.refresh_from_db()
    published(report)
    assert files_on(site) == before


def test_words_whose_file_is_gone_from_the_disk_are_looked_up_again(site: Path) -> None:
    report = make_explained("The ship came.")
    shutil.rmtree(settings.CONFIG.words)
    published(report)
    assert words_on(site, report) is None
    look_up_all()
    assert words_on(site, report)


def test_without_a_dictionary_nothing_is_shown_kept_or_started(bare_site: Path) -> None:
    report = make_report()
    print_all()
    Beside.asked.clear()
    assert look_up_all() == 0
    assert "<word-lookup" not in page_of(bare_site, report)
    assert not Wordbook.objects.exists()
    assert Beside.asked == []


def test_a_language_that_no_dictionary_knows_has_no_switch(site: Path) -> None:
    report = make_report(language="ko", headline="부두가 열렸다")
    print_all()
    assert look_up_all() == 0
    assert "<word-lookup" not in page_of(site, report)


def test_another_dictionary_explains_every_report_anew_and_prints_those_that_it_changes(
    site: Path, newsroom: Config
) -> None:
    report, other = make_explained("The ship came."), make_explained("The plan failed.")
    kept = words_on(site, other)
    changed = [one for one in SMALL if getattr(one, "headword", "") != "ship"]
    changed.append(meaning("ship", gloss="a vessel"))
    shelf.add(newsroom.dictionaries, make_volume(changed), name="small")
    assert look_up_all() == 2
    assert first_gloss(site, report, "ship") == "a vessel"
    assert words_on(site, other) == kept
    shelf.remove(newsroom.dictionaries, "small")
    look_up_all()
    assert "<word-lookup" not in page_of(site, report)
    assert files_on(site) == set()


def test_a_glossary_entry_touches_only_the_reports_that_hold_it(site: Path) -> None:
    report, other = make_explained("The arms races began."), make_explained("The ship came.")
    Beside.asked.clear()
    term = Term.objects.create(phrase="arms race", gloss="who has more weapons")
    assert look_up_all() == 1
    assert first_gloss(site, report, "arms race") == "who has more weapons"
    assert not any(one.get("kind") == "glossary" for one in words_on(site, other)["entries"])
    term.phrase, term.gloss = "ship", "the ferry to Lindvik"
    term.save()
    assert look_up_all() == 2
    assert first_gloss(site, other, "ship") == "the ferry to Lindvik"
    term.delete()
    assert look_up_all() == 1
    assert first_gloss(site, other, "ship") == "a large boat"


def test_a_topic_that_the_desk_has_described_is_a_name_with_a_link(site: Path) -> None:
    report = make_explained("They came to Lindvik.", topics=("Lindvik",))
    topic = Topic.objects.get(name="Lindvik")
    assert look_up_all() == 0
    topic.description = "A port of 9,000 people."
    topic.save()
    assert look_up_all() == 1
    content = words_on(site, report)
    (entry,) = [one for one in content["entries"] if one.get("kind") == "glossary"]
    assert (entry["base"], entry["path"]) == ("Lindvik", "/topics/lindvik/")
    assert first_gloss(site, report, "Lindvik") == "A port of 9,000 people."
    assert 'href="/topics/lindvik/"' in page_of(site, report)
    topic.name = "Port of Lindvik"
    topic.save()
    look_up_all()
    assert not any(one.get("kind") == "glossary" for one in words_on(site, report)["entries"])


def test_the_hard_words_and_names_stand_under_the_report_without_scripts(site: Path) -> None:
    Term.objects.create(phrase="Lindvik", gloss="our own port", kind=Term.Kind.PLACE)
    report = make_explained("The ship left Lindvik for the quay of the council.")
    hard = Wordbook.objects.get(pk=report.pk).hard
    assert [one["word"] for one in hard] == ["council", "Lindvik"]
    assert "our own port" in page_of(site, report)


def test_word_help_is_the_newsrooms_to_offer(site: Path) -> None:
    report = make_explained("The ship came.")
    assert "word-help-choice" not in page_of(site, report)
    offered = DictionaryConfig(word_help=True)
    with override_settings(CONFIG=settings.CONFIG.model_copy(update={"dictionary": offered})):
        start(the_site())
        print_all()
        assert "word-help-choice" in page_of(site, report)


@pytest.mark.parametrize("language", ["", "en", "en-gb"])
def test_an_entry_for_a_language_holds_in_reports_of_it(site: Path, language: str) -> None:
    Term.objects.create(phrase="ship", gloss="the ferry", language=language)
    Term.objects.create(phrase="ship", gloss="배", language="ko")
    assert first_gloss(site, make_explained("A ship came."), "ship") == "the ferry"
