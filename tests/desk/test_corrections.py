"""What was printed of a correction stays, whatever is done to the report afterwards."""

from __future__ import annotations

import datetime as dt

import pytest

from broadsheet.desk.models import Correction, ReportPage
from tests.make import make_report

pytestmark = pytest.mark.usefixtures("newsroom")

NOON = dt.datetime(2031, 5, 5, 12, tzinfo=dt.UTC)


def corrected(report: ReportPage, text: str = "It was ten, not nine.", **changes: object) -> None:
    draft = report.get_latest_revision_as_object()
    draft.corrections.add(Correction(text=text, corrected_at=NOON, **changes))
    draft.save_revision().publish()


def texts(report: ReportPage) -> list[str]:
    return list(Correction.objects.filter(report=report).values_list("text", flat=True))


def form_of(report: ReportPage, **posted: str) -> object:
    page = ReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()
    handler = ReportPage.get_edit_handler().bind_to_model(ReportPage)
    return handler.get_form_class()(posted or None, instance=page, parent_page=page.get_parent())


def test_a_report_that_goes_back_to_an_older_revision_keeps_its_correction() -> None:
    report = make_report()
    before = report.get_latest_revision()
    corrected(report)
    before.publish()
    assert texts(report) == ["It was ten, not nine."]


def test_publishing_again_prints_no_correction_twice() -> None:
    report = make_report()
    corrected(report)
    key = Correction.objects.get().pk
    corrected(ReportPage.objects.get(pk=report.pk), "Nor was it eleven.")
    ReportPage.objects.get(pk=report.pk).get_latest_revision().publish()
    assert texts(report) == ["It was ten, not nine.", "Nor was it eleven."]
    assert Correction.objects.filter(pk=key).exists()


def test_a_draft_may_change_its_corrections_until_they_are_printed() -> None:
    report = make_report(publish=False)
    draft = report.get_latest_revision_as_object()
    draft.corrections.add(Correction(text="It was nine.", corrected_at=NOON))
    draft.save_revision()
    again = ReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()
    again.corrections.set([Correction(text="It was ten.", corrected_at=NOON)])
    again.save_revision().publish()
    assert texts(report) == ["It was ten."]


def test_the_form_shows_a_printed_correction_and_lets_nobody_change_it() -> None:
    report = make_report()
    corrected(report)
    formset = form_of(report).formsets["corrections"]  # type: ignore[attr-defined]
    printed, *_ = formset.forms
    assert all(printed.fields[name].disabled for name in ("kind", "text", "corrected_at"))
    assert not formset.empty_form.fields["text"].disabled
    prefix = formset.prefix
    posted = {
        f"{prefix}-TOTAL_FORMS": "1",
        f"{prefix}-INITIAL_FORMS": "1",
        f"{prefix}-0-id": str(Correction.objects.get().pk),
        f"{prefix}-0-kind": "note",
        f"{prefix}-0-text": "Nothing was ever wrong.",
        f"{prefix}-0-DELETE": "1",
        f"{prefix}-0-ORDER": "1",
    }
    forged = form_of(report, **posted).formsets["corrections"]  # type: ignore[attr-defined]
    assert forged.is_valid(), forged.errors
    forged.save(commit=False)
    kept = list(forged.instance.corrections.all())
    assert [(one.kind, one.text) for one in kept] == [("correction", "It was ten, not nine.")]


def test_the_form_names_the_zone_of_its_time() -> None:
    formset = form_of(make_report()).formsets["corrections"]  # type: ignore[attr-defined]
    said = formset.empty_form.fields["corrected_at"].help_text
    assert said == "In the time of Asia/Seoul, KST."


def test_a_copy_of_a_report_takes_no_correction_along() -> None:
    report = make_report()
    corrected(report)
    other = ReportPage.objects.get(pk=report.pk).copy(update_attrs={"slug": "another"})
    assert texts(other) == []


def test_all_but_a_note_make_the_report_updated() -> None:
    for kind in Correction.Kind:
        report = make_report(headline=f"A matter of {kind.label}")
        corrected(report, kind=kind)
        changed = ReportPage.objects.get(pk=report.pk).substance_changed_at
        assert changed == (None if kind == Correction.Kind.NOTE else NOON)
