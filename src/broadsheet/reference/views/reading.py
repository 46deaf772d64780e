from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from broadsheet.desk.translate import Translator
from broadsheet.galley.compose import compose
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.lexicon.reading_level import RareWord, reading_level, word_level
from broadsheet.lexicon.volume import DictionaryError
from broadsheet.reference.marked import marked
from broadsheet.reference.permitted import report_to_edit
from broadsheet.reference.shelf import open_shelf

MOST_SIMPLER = 4


def reading(request: HttpRequest, report_id: int) -> HttpResponse:
    """How hard a report is to read as it was last kept, as a piece of HTML for its form."""
    report = report_to_edit(request, report_id).get_latest_revision_as_object()
    galley = compose(Translator().story(report))
    try:
        with open_shelf() as dictionaries:
            # Without the model, which takes seconds to load: it is for the worker.
            readings = PlainAnalyst(dictionaries).read(galley)
            level = reading_level(galley, readings, dictionaries)
            rare = [_told(one, dictionaries) for one in level.rare]
    except DictionaryError as error:
        return render(request, "reference/reading.html", {"trouble": str(error)})
    context = {
        "level": level,
        "rare_share": round(100 * level.rare_share, 1),
        "rare": rare,
        "lines": marked(galley, level),
    }
    return render(request, "reference/reading.html", context)


def _told(one: RareWord, dictionaries: Dictionaries) -> dict[str, object]:
    """A rare word with more common words of the same meaning, the most common first."""
    found = {word for known in dictionaries.meanings(one.base) for word in known.meaning.synonyms}
    zipfs = sorted(((dictionaries.zipf(word) or 0.0, word) for word in found), reverse=True)
    simpler = [word for zipf, word in zipfs if zipf > (one.zipf or 0.0) + 0.5]
    return {
        "base": one.base,
        "level": word_level(one.zipf) if one.zipf else "",
        "times": len(one.words),
        "simpler": simpler[:MOST_SIMPLER],
    }
