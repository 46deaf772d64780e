"""A report as it is now → how it ought to be read: by which voice, with which pronunciations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.setting.voice import VoiceConfig
from broadsheet.story import Story
from broadsheet.studio.heard_text import digest, heard_lines, heard_text
from broadsheet.studio.models import Pronunciation
from broadsheet.studio.tags_of import artwork_photo
from broadsheet.voice.script.saying import Saying
from broadsheet.voice.voice_spec import VoiceSpec


@dataclass(frozen=True, slots=True)
class Reading:
    """What decides how a report sounds. `digest` is another one whenever the sound would be."""

    voice: VoiceSpec
    sayings: tuple[Saying, ...]
    text: str
    digest: str


def reading_of(report: ReportPage, story: Story, sections: Sequence[SectionPage]) -> Reading | None:
    """None where the newsroom wants no reading, or has no voice for the language.

    `sections` are those that the report stands in, from the broadest.
    """
    if not is_to_be_read(report, sections):
        return None
    voice = voice_for(story.language, sections)
    if voice is None:
        return None
    lines, text = heard_lines(story), heard_text(story)
    sayings = Pronunciation.objects.sayings(text, language=story.language, sections=sections)
    spec = voice_spec(voice)
    said = [(one.phrase, one.said) for one in sayings]
    opening = settings.CONFIG.sound.opening
    parts = [repr(spec), _weight(spec.model), story.language, opening, lines, said]
    if story.lead and story.lead.artwork and artwork_photo(report, story):
        parts.append(story.lead.artwork.path)  # another one as soon as it says something else
    return Reading(spec, sayings, text, digest(*parts))


def is_to_be_read(report: ReportPage, sections: Sequence[SectionPage]) -> bool:
    """Whether its page may have an audio report at all, whoever reads it.

    A report that is still being written while it happens is read after its wrap.
    """
    if report.is_running:
        return False
    return bool(report.is_read_aloud) and all(section.is_read_aloud for section in sections)


def voice_for(language: str, sections: Sequence[SectionPage] = ()) -> VoiceConfig | None:
    """The nearest section's own voice where it speaks the language, else the first that does."""
    known = [one for one in settings.CONFIG.voice if _speaks(one.language, language)]
    for section in reversed(sections):
        for one in known:
            if one.name == section.voice:
                return one
    return known[0] if known else None


def voice_spec(voice: VoiceConfig) -> VoiceSpec:
    """A voice of `broadsheet.toml`, as an engine wants to be told."""
    return VoiceSpec(
        name=voice.name,
        language=voice.language,
        engine=voice.engine,
        model=voice.model,
        voices=voice.voices,
        speaker=voice.speaker,
        speed=voice.speed,
        url=voice.url,
        key_environment=voice.key_environment,
        timeout_seconds=voice.timeout_seconds,
        settings=tuple(sorted(voice.settings.items())),
    )


def _speaks(own: str, wanted: str) -> bool:
    """A voice for en reads en-GB too; one for en-GB reads en, and en-US if there is no better."""
    return own.partition("-")[0].casefold() == wanted.partition("-")[0].casefold()


def _weight(model: str) -> int:
    """The size of the model's file. Another model under the same name has another one, nearly
    always, and reading 60 MB for every page that is printed would be too dear."""
    try:
        return Path(model).stat().st_size if model else 0
    except OSError:
        return 0
