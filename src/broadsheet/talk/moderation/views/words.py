from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from broadsheet.talk.moderation.look import as_kept
from broadsheet.talk.moderation.models.held_words import entries_of
from broadsheet.talk.moderation.pipeline.reason import Reason
from broadsheet.talk.moderation.pipeline.word_list import WordList
from broadsheet.talk.moderation.reasons import marked
from broadsheet.talk.moderation.views.gate import for_moderators

_LONGEST_TEXT = 5000
_LONGEST_LIST = 100_000


@for_moderators
@require_POST
def try_text(request: HttpRequest) -> HttpResponse:
    """What the words of a form that is not kept yet would find in a text, as a piece of HTML."""
    text = request.POST.get("text", "")[:_LONGEST_TEXT]
    found = WordList(entries_of(request.POST.get("words", "")[:_LONGEST_LIST])).find(text)
    kept = as_kept(tuple(Reason("word", one.word, one.start, one.end) for one in found))
    words = tuple(dict.fromkeys(one.word for one in found))
    return render(request, "talk/desk/tried.html", {"pieces": marked(text, kept), "words": words})
