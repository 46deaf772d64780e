from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from broadsheet.desk.translate import Translator
from broadsheet.galley.compose import compose
from broadsheet.lexicon.volume import DictionaryError
from broadsheet.reference.meanings_of import Looked, meanings_of
from broadsheet.reference.models import Wordbook
from broadsheet.reference.permitted import may_pin, report_to_edit
from broadsheet.reference.shelf import open_shelf
from broadsheet.reference.words_of import digest_of


def state(request: HttpRequest, report_id: int) -> HttpResponse:
    """How far the words of a report are, as a piece of HTML for its form."""
    report = report_to_edit(request, report_id)
    wordbook = Wordbook.objects.filter(pk=report.pk).first()
    context = {
        "wordbook": wordbook,
        "words_url": reverse("reference_words", args=[report.pk]),
        "pins": report.pins.count(),
    }
    return render(request, "reference/words_state.html", context)


def words(request: HttpRequest, report_id: int) -> HttpResponse:
    """The words of a report with their meanings in order, to pin the one that is meant."""
    report = report_to_edit(request, report_id)
    wordbook = Wordbook.objects.filter(pk=report.pk).first()
    looked: tuple[Looked, ...] | None = None
    trouble = ""
    try:
        looked = _looked(report, wordbook)
    except DictionaryError as error:
        trouble = str(error)
    context = {
        "report": report,
        "looked": looked,
        "trouble": trouble or (wordbook.trouble if wordbook else ""),
        "may_pin": may_pin(request, report),
        "is_waiting": wordbook is None or wordbook.is_moving,
    }
    return render(request, "reference/words.html", context)


def _looked(report: object, wordbook: Wordbook | None) -> tuple[Looked, ...] | None:
    """None where there are no words of the text as it is published now."""
    story = Translator().story(report)  # type: ignore[arg-type]  # a page is Any
    if wordbook is None or not wordbook.stamp or wordbook.digest != digest_of(story):
        return None
    try:
        content = wordbook.content()
    except FileNotFoundError:
        return None
    pins = [one.choice for one in wordbook.report.pins.all()]
    with open_shelf() as dictionaries:
        return meanings_of(content, compose(story), dictionaries, pins)
