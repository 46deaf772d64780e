"""The story list of the desk, full to its last row."""

from __future__ import annotations

from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.setting import Setting
from bench.spread import middle, ninetieth

PART = "stories"
STORIES = 500
SOON = Target("figure", "under", 0.3)


def measure(setting: Setting) -> list[Figure]:
    """One page of 500 stories, as its desk editor is answered, without the time on the wire."""
    with clerk(setting.newsrooms.open(PART), setting.say) as desk:
        desk.do("fill_stories", stories=STORIES)
        # The first answer reads every draft once; nobody meets it again until a draft is kept.
        first, *others = desk.do("ask_stories", times=setting.pace.publications + 1)
    setting.say(f"{PART}: {middle(others):.3f} s")
    return [
        Figure(
            part=PART,
            what=f"{STORIES} stories on one page",
            value=middle(others),
            unit="s",
            target=SOON,
        ),
        Figure(
            part=PART, what="the same, nine in ten", value=ninetieth(others), unit="s", target=SOON
        ),
        Figure(part=PART, what="the same, for the first time", value=first, unit="s"),
    ]
