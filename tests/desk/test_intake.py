"""Copy that came in becomes reports: whole, once, and with what the editor has to know."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Comment, Page, ReferenceIndex

from broadsheet import story as s
from broadsheet.desk.intake import Filing, TakenIn, take_in
from broadsheet.desk.models import Author, Photo, ReportPage, SectionPage, WireCopy
from broadsheet.desk.translate import Translator
from broadsheet.press.models import Order
from broadsheet.wire.copy import Copy, Erratum, Query, Writer
from tests.make import SEOUL, make_copy, picture_bytes

NOW = dt.datetime(2026, 11, 23, 5, 0, tzinfo=dt.UTC)

pytestmark = pytest.mark.usefixtures("newsroom")


def take(*copies: Copy, file: Path = Path("copy.txt"), **words: object) -> list[TakenIn]:
    filings = [Filing(copy, file) for copy in copies]
    return take_in(filings, now=NOW, zone=SEOUL, **words)  # type: ignore[arg-type]


def take_one(copy: Copy, **words: object) -> ReportPage:
    return ReportPage.objects.get(pk=take(copy, **words)[0].report.pk)


def test_a_copy_becomes_a_draft_with_everything_in_its_place() -> None:
    body = (
        s.Paragraph(s.Text("He said it. “Now.”", (s.Mark(0, 2, "em"),))),
        s.Heading("What comes next"),
        s.PullQuote(text="It is time", attribution="Nils Lund"),
        s.Listing(items=(s.Text("rope"), s.Text("tar")), is_ordered=True),
        s.Embed(url="https://maps.example/pier", title="A map"),
    )
    report = take_one(
        make_copy(
            body=body,
            kicker="Harbour",
            dateline="LINDVIK",
            byline=(Writer(name="Ida Brandt"), Writer(name="Otto Riis", role="photography")),
        )
    )
    assert not report.live
    story = Translator().story(report)
    assert story.body == body
    assert story.kicker == "Harbour"
    assert story.dateline == "LINDVIK"
    assert [(c.person.name, c.role) for c in story.byline] == [
        ("Ida Brandt", ""),
        ("Otto Riis", "photography"),
    ]
    assert [section.name for section in story.sections] == ["National", "Harbour"]
    assert [topic.name for topic in story.topics] == ["Piers"]


def test_what_came_in_is_known_where_it_is_used() -> None:
    report = take_one(make_copy(byline=(Writer(name="Ida Brandt"),)))
    author = Author.objects.get(name="Ida Brandt")
    noted = list(ReferenceIndex.get_references_to(author))
    assert [int(one.object_id) for one in noted] == [report.pk]
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(report)
    assert list(ReferenceIndex.get_references_to(author)) == noted


def test_names_of_many_reports_are_looked_up_together() -> None:
    names = [f"Writer {letter}" for letter in "abcdefgh"]
    take(*(make_copy(byline=(Writer(name=name),)) for name in names))
    with CaptureQueriesContext(connection) as asked:
        take(*(make_copy(byline=(Writer(name=name),)) for name in names))
    assert Author.objects.count() == len(names)
    assert len([q for q in asked if 'FROM "desk_author"' in q["sql"]]) == 1


def test_the_same_file_twice_is_one_report() -> None:
    copy = make_copy()
    first, second = take(copy), take(copy)
    assert first[0].is_new
    assert not second[0].is_new
    assert first[0].report.pk == second[0].report.pk
    assert ReportPage.objects.count() == 1


def test_the_same_file_twice_in_one_go_is_one_report() -> None:
    copy = make_copy()
    assert len({one.report.pk for one in take(copy, copy)}) == 1
    assert ReportPage.objects.count() == 1


def test_a_draft_that_comes_again_to_be_published_is_published() -> None:
    copy = make_copy()
    take(copy)
    (again,) = take(copy, publish=True)
    assert again.report.live
    assert ReportPage.objects.get().live


def test_two_reports_of_one_headline_have_two_addresses() -> None:
    reports = [one.report for one in take(*(make_copy(headline="Pier opens") for _ in range(3)))]
    assert [report.slug for report in reports] == ["pier-opens", "pier-opens-2", "pier-opens-3"]


def test_the_tree_is_sound_after_many_came_at_once() -> None:
    take(*(make_copy(sections=("National",)) for _ in range(70)))
    take(*(make_copy(sections=("National",)) for _ in range(3)))
    assert Page.find_problems() == ([], [], [], [], [])
    section = SectionPage.objects.get(title="National")
    assert section.numchild == section.get_children().count() == 73


def test_a_day_given_wins_over_the_day_found() -> None:
    report = take_one(make_copy(published_on=dt.date(2020, 1, 1)), day=dt.date(2024, 11, 27))
    assert report.first_published_at == dt.datetime(2024, 11, 27, tzinfo=SEOUL)


def test_a_copy_without_a_day_is_dated_today_and_the_editor_is_told() -> None:
    (one,) = take(make_copy(published_on=None, published_time=None))
    assert one.report.first_published_at == NOW
    told = "The copy names no day: it is dated 2026-11-23, when it came in."
    assert told in one.account
    assert told in WireCopy.objects.get().account


def test_a_section_that_was_not_there_is_opened_once_and_the_editor_is_told() -> None:
    one, two = take(make_copy(), make_copy())
    assert "The section Harbour was not there and is open now." in one.account
    assert not [line for line in two.account if "section" in line]
    assert SectionPage.objects.filter(title="Harbour").count() == 1


def test_a_section_is_found_by_name_in_any_case() -> None:
    take(make_copy(sections=("National", "Harbour")))
    take(make_copy(), section=("NATIONAL", "harbour"))
    assert SectionPage.objects.count() == 2


def test_a_question_of_the_wire_is_a_comment_on_the_block() -> None:
    copy = make_copy(queries=(Query(block=1, reason="Line 9: body or furniture?"),))
    report = take_one(copy)
    comment = Comment.objects.get()
    assert comment.text == "Line 9: body or furniture?"
    assert comment.contentpath == f"body.{report.body[1].id}"


def test_a_photo_without_its_picture_waits_for_it_with_caption_and_credit() -> None:
    report = take_one(make_copy(lead=s.Photo(caption="The pier.", credit="EPA/YONHAP")))
    assert report.lead_photo.is_awaited
    lead = Translator().story(report).lead
    assert lead == s.Photo(caption="The pier.", credit="EPA/YONHAP")


def test_a_picture_beside_the_copy_is_taken_along(tmp_path: Path) -> None:
    (tmp_path / "pier.jpg").write_bytes(picture_bytes())
    lead = s.Photo(caption="The pier.", source="pier.jpg")
    report = take_one(make_copy(lead=lead), file=tmp_path / "copy.md")
    assert not report.lead_photo.is_awaited
    assert report.lead_photo.width == 1800


@pytest.mark.parametrize("source", ["../secret.jpg", "/etc/passwd", "missing.jpg"])
def test_no_picture_is_read_from_outside_the_folder(tmp_path: Path, source: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.jpg").write_bytes(picture_bytes())
    report = take_one(make_copy(lead=s.Photo(source=source)), file=folder / "copy.md")
    assert report.lead_photo.is_awaited


def test_a_picture_that_is_none_is_refused_and_told(tmp_path: Path) -> None:
    (tmp_path / "pier.jpg").write_bytes(b"<script>alert(1)</script>")
    (one,) = take(make_copy(lead=s.Photo(source="pier.jpg")), file=tmp_path / "copy.md")
    assert Photo.objects.get().is_awaited
    assert any(line.startswith("pier.jpg: This is no picture") for line in one.account)


def test_an_address_in_a_byline_is_kept_at_the_desk() -> None:
    take(make_copy(byline=(Writer(name="Ida Brandt", email="ida@courier.example"),)))
    take(make_copy(byline=(Writer(name="IDA BRANDT", email="other@courier.example"),)))
    assert Author.objects.get().email == "ida@courier.example"


def test_what_is_no_address_is_not_kept() -> None:
    take(make_copy(byline=(Writer(name="Ida Brandt", email="[email protected]"),)))
    assert Author.objects.get().email == ""


def test_a_correction_comes_in_with_its_day() -> None:
    erratum = Erratum(text="The pier has 41 lamps.", corrected_on=dt.date(2026, 11, 20))
    story = Translator().story(take_one(make_copy(corrections=(erratum,))))
    assert [(c.text, c.corrected_at.astimezone(SEOUL).date()) for c in story.corrections] == [
        ("The pier has 41 lamps.", dt.date(2026, 11, 20))
    ]


def test_published_at_once_the_press_has_its_order_in_the_same_transaction() -> None:
    report = take_one(make_copy(), publish=True)
    assert report.live
    assert Order.objects.filter(subject=f"report:{report.pk}").exists()


def test_nothing_is_left_where_one_of_many_cannot_come_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("broadsheet.desk.insert._write_revisions", fail)
    with pytest.raises(RuntimeError):
        take(make_copy(), make_copy())
    assert not ReportPage.objects.exists()
    assert not SectionPage.objects.exists()
    assert not WireCopy.objects.exists()


def test_the_editor_can_take_an_imported_draft_on() -> None:
    report = take_one(make_copy(headline="Pier opens"))
    draft = report.get_latest_revision_as_object()
    draft.title = "Pier opens at last"
    draft.save_revision().publish()
    report = ReportPage.objects.get()
    assert (report.title, report.live) == ("Pier opens at last", True)
    assert report.byline.count() == 1
    assert [topic.name for topic in report.topics.all()] == ["Piers"]
    assert len(report.revisions.all()) == 2


def test_an_imported_report_is_found_at_once() -> None:
    take(
        make_copy(body=(s.Paragraph(s.Text("The dredger Havfrue lay off the mole.")),)),
        publish=True,
    )
    found = ReportPage.objects.live().search("havfrue", order_by_relevance=False)
    assert [report.pk for report in found] == [ReportPage.objects.get().pk]


def test_copy_of_a_day_that_is_to_come_waits_for_it(newsroom: object) -> None:
    later = timezone.now() + dt.timedelta(days=2)
    copy = make_copy(published_on=later.date(), published_time=dt.time(9, 0))
    [taken] = take_in(
        [Filing(copy, Path("copy.txt"))], now=timezone.now(), zone=SEOUL, publish=True
    )
    report = ReportPage.objects.get(pk=taken.report.pk)
    assert not report.live
    assert report.first_published_at is None
    approved = report.scheduled_revision.approved_go_live_at
    assert approved == dt.datetime.combine(later.date(), dt.time(9, 0), SEOUL)
    assert any("still to come" in line for line in taken.account)


def test_whoever_has_a_title_wrote_it_all_the_same() -> None:
    took = take_one(
        make_copy(
            byline=(
                Writer(name="Ida Brandt", title="Staff reporter"),
                Writer(name="Otto Riis", role="text and photos", title="in Kell"),
            )
        )
    )
    names = [(line.author.name, line.role) for line in took.byline.all()]
    assert names == [("Ida Brandt", ""), ("Otto Riis", ""), ("Otto Riis", "photography")]
    assert Author.objects.get(name="Ida Brandt").title == "Staff reporter"
    assert Author.objects.get(name="Otto Riis").title == ""
    assert Translator().teaser(took).writers == ("Ida Brandt", "Otto Riis")
