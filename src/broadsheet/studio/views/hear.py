from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from broadsheet.studio.hearing import hearing
from broadsheet.studio.reading import voice_for, voice_spec
from broadsheet.voice.engine import EngineError
from broadsheet.voice.script.saying import Saying, SayingError, check

LONGEST_PHRASE = 120


def hear(request: HttpRequest) -> HttpResponse:
    """The phrase of a pronunciation as it would be said: WAV, or one sentence why not."""
    asked = {name: request.GET.get(name, "").strip() for name in ("phrase", "said", "language")}
    language = asked["language"] or settings.CONFIG.paper.language
    voice = voice_for(language) or next(iter(settings.CONFIG.voice), None)
    if voice is None:
        return _refused(gettext("There is no voice; set one in broadsheet.toml."))
    saying = Saying(phrase=asked["phrase"][:LONGEST_PHRASE], said=asked["said"])
    try:
        check(saying)
        sound = hearing(saying, voice_spec(voice))
    except (SayingError, EngineError) as error:
        return _refused(str(error))
    return HttpResponse(sound, content_type="audio/wav", headers={"Cache-Control": "no-store"})


def _refused(sentence: str) -> HttpResponse:
    return HttpResponse(sentence, status=400, content_type="text/plain; charset=utf-8")
