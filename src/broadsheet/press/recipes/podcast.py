from __future__ import annotations

from broadsheet.desk.translate import Translator
from broadsheet.feeds.podcast import podcast
from broadsheet.newspaper import Episode
from broadsheet.paper.places import PODCAST_ARTWORK_PATH, podcast_path
from broadsheet.press.models import Listed
from broadsheet.press.recipes.heads import Head, head_of
from broadsheet.press.recipes.made import Made, Round
from broadsheet.studio.models import Recording

NEWEST = 50


def make(key: str, now: Round) -> Made | None:
    """`podcast:section:3` → its newest audio reports as a podcast, if there are any."""
    name = key.removeprefix("podcast:")
    head = head_of(name, now)
    recordings = recordings_in(name)
    if head is None or not recordings:
        return None
    sounds = {one.report_id: one.sound for one in recordings}
    teasers = Translator(now.sections, now=now.at).teasers(sounds)
    path = podcast_of(head)
    is_whole = head.kind == "latest"
    data = podcast(
        now.newspaper.name if is_whole else f"{now.newspaper.name}: {head.name}",
        "/" if is_whole else head.path,
        path,
        [Episode(teaser, sound) for teaser in teasers if (sound := sounds[int(teaser.id)])],
        now.newspaper,
        description=head.description,
        artwork_path=PODCAST_ARTWORK_PATH,
    )
    return Made({path.lstrip("/"): data})


def recordings_in(name: str, *, most: int = NEWEST) -> list[Recording]:
    """The recordings of a list that have come, of the newest report first.

    Where a person has read a report, that recording and not the voice's.
    """
    newest = Listed.objects.in_list(name).newest_first().values_list("report_id", flat=True)
    come = Recording.objects.wanted().exclude(stamp="").by_people_last()
    found = {one.report_id: one for one in come.filter(report_id__in=newest[: 4 * most])}
    return [found[pk] for pk in newest[: 4 * most] if pk in found][:most]


def has_podcast(name: str) -> bool:
    """The whole paper and each section have one; authors and topics have none."""
    return name == "latest" or name.startswith("section:")


def podcast_of(head: Head) -> str:
    """The podcast of the latest is the podcast of the whole paper."""
    return podcast_path("/" if head.kind == "latest" else head.path)
