"""What leaves the desk is what stands at the desk."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from broadsheet.desk.models import Correction, ReportPage
from broadsheet.desk.models.report import RelatedReport
from broadsheet.desk.preview import printed
from broadsheet.desk.translate import Translator
from broadsheet.press.models import Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.story import Heading, Paragraph, Text
from tests.make import make_copy, make_photo, make_report, make_reports

pytestmark = pytest.mark.usefixtures("newsroom")


def test_the_preview_is_the_page_as_the_press_prints_it() -> None:
    report = make_report()
    report.lead_photo = make_photo()
    report.save_revision().publish()
    start(the_site())
    press_until_done(urgency=Urgency.REBUILD)
    from django.conf import settings

    page = settings.CONFIG.site / report.path_on_site.strip("/") / "index.html"
    assert printed(ReportPage.objects.get(pk=report.pk)) == page.read_text()


def test_a_heading_that_was_pasted_into_a_paragraph_is_a_heading_of_the_report() -> None:
    report = make_report(publish=False)
    report.body = [("paragraph", "<p>Before.</p><h2>What it cost</h2><p>After.</p>")]
    story = Translator().story(report)
    assert story.body == (
        Paragraph(Text("Before.")),
        Heading("What it cost"),
        Paragraph(Text("After.")),
    )


def test_the_translator_notes_everything_that_a_page_is_made_of() -> None:
    other = make_report(headline="Another matter of piers")
    report = make_report()
    report.lead_photo = make_photo()
    report.related.add(RelatedReport(other=other))
    report.save_revision().publish()
    translator = Translator()
    translator.story(ReportPage.objects.get(pk=report.pk))
    kinds = {name.partition(":")[0] for name in translator.read}
    assert kinds == {"report", "photo", "author", "topic", "section"}
    assert {f"report:{report.pk}", f"report:{other.pk}"} <= translator.read


def test_the_editors_related_reports_come_before_the_systems_own() -> None:
    wool = {"standfirst": "", "topics": ("Wool",), "body": ()}
    chosen = make_report(headline="Wool prices fall", **wool)
    make_reports([make_copy(headline=f"Pier news {n}") for n in range(3)])
    report = make_report()
    assert chosen.title not in [teaser.headline for teaser in Translator().story(report).related]
    report.related.add(RelatedReport(other=chosen))
    assert [teaser.headline for teaser in Translator().story(report).related] == [chosen.title]


def test_related_reports_are_published_and_alike_and_never_the_report_itself() -> None:
    alike = make_report(headline="Ferry company orders two boats", topics=("Ferries",))
    make_report(headline="Ferry company secret draft", topics=("Ferries",), publish=False)
    make_report(headline="Wool prices fall", topics=("Wool",), standfirst="Sheep.")
    report = make_report(headline="Ferry company sells two boats", topics=("Ferries",))
    related = Translator().story(report).related
    assert related[0].headline == alike.title
    assert report.title not in [teaser.headline for teaser in related]
    assert "Ferry company secret draft" not in [teaser.headline for teaser in related]


def test_a_typo_does_not_move_updated_and_a_correction_does() -> None:
    report = make_report()
    report.title = "Typo mended"
    report.save_revision().publish()
    assert Translator().story(ReportPage.objects.get()).updated_at is None
    corrected_at = timezone.now()
    report.corrections.add(Correction(text="It has 41 lamps.", corrected_at=corrected_at))
    report.save_revision().publish()
    assert Translator().story(ReportPage.objects.get()).updated_at == corrected_at


def test_updated_is_never_before_published() -> None:
    report = make_report()
    report.updated_at = report.first_published_at - dt.timedelta(days=1)
    assert report.substance_changed_at is None


def test_versions_in_other_languages_know_each_other() -> None:
    english = make_report(headline="Pier opens")
    korean = make_report(headline="부두 개통", language="ko")
    korean.translation_of = english
    korean.save_revision().publish()
    korean = ReportPage.objects.get(pk=korean.pk)
    assert [t.language for t in Translator().story(english).translations] == ["ko"]
    assert [t.language for t in Translator().story(korean).translations] == ["en"]
