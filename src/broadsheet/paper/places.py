"""Where the furniture of every paper stands, so that a page can link to it."""

from __future__ import annotations

SEARCH_PATH = "/search/"
LATEST_PATH = "/latest/"
TOPICS_PATH = "/topics/"
AUTHORS_PATH = "/authors/"
MY_WORDS_PATH = "/my-words/"
CORRECTIONS_PATH = "/corrected/"
TALK_FIGURES_PATH = "/talk-figures/"
PODCAST_ARTWORK_PATH = "/podcast.png"


def feed_path(list_path: str) -> str:
    """The RSS feed of the list that stands at `list_path`; "/" is the whole paper."""
    return f"{list_path}feed.xml"


def podcast_path(list_path: str) -> str:
    """The podcast of the list that stands at `list_path`; "/" is the whole paper."""
    return f"{list_path}podcast.xml"


def numbered_path(list_path: str, number: int) -> str:
    """Page `number`, counted from the oldest, of the list that stands at `list_path`."""
    return f"{list_path}page/{number}/"


def print_path(report_path: str) -> str:
    """The print version of the report that stands at `report_path`."""
    return f"{report_path}print/"


def corrections_path(year: int | None = None) -> str:
    """What the paper corrected in a year, or lately."""
    return f"{CORRECTIONS_PATH}{year}/" if year else CORRECTIONS_PATH


def withdrawn_file(report_path: str) -> str:
    """The page that stays where a report was withdrawn; servers answer with it and with 410."""
    return f"{report_path}gone.html"


def changes_path(report_path: str) -> str:
    """What changed in the report that stands at `report_path`, and when."""
    return f"{report_path}changes/"
