"""What leaves the desk: a report as frozen plain values.

Everything downstream of the desk (press, paper, feeds, voice, lexicon, research) speaks in these
types. They hold no Django and no markup: running text is `Text`, characters plus marks over
offsets, so that a word has one place wherever it is shown, heard or looked up.

All times are aware datetimes. All paths are absolute on the site and end in a slash
(`/national/north-korea/talks-resume/`), unless they name a file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["strong", "em", "link"]


Shape = Literal["whole", "landscape", "square"]
PictureOrigin = Literal["", "generated", "altered"]
CorrectionKind = Literal["correction", "clarification", "update", "note", "retraction"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Emphasis or a link over `Text.plain[start:end]`; `href` is set for links only."""

    start: int
    end: int
    kind: MarkKind
    href: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Running text: its characters, and the marks over them.

    `plain` is what is read, heard and counted. Offsets are in code points. Marks are sorted by
    start, then by descending end; they nest and never cross.
    """

    plain: str
    marks: tuple[Mark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.plain.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One file of a photo. `path` is on the site; width and height are in pixels."""

    path: str
    width: int
    height: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo with what has to stand beside it wherever it shows.

    `renditions` run from narrow to wide, all of one media type. An empty tuple means that the
    picture itself has not come yet: the frame, caption and credit are shown all the same.
    `landscape` is the same cut to three by two, and `square` to a square, around what matters in
    it; empty where nothing would be lost. `card` is the JPEG that social cards and feeds take, and
    `artwork` the square one that stands for a sound. `source` is the file name under which the
    picture was announced, while the wire has it in hand; the desk clears it. `origin` says that
    no camera saw this: the picture is generated, or altered in what it shows.
    """

    caption: str = ""
    alt: str = ""
    credit: str = ""
    creator: str = ""
    rights: str = ""
    origin: PictureOrigin = ""
    renditions: tuple[Rendition, ...] = ()
    landscape: tuple[Rendition, ...] = ()
    square: tuple[Rendition, ...] = ()
    card: Rendition | None = None
    artwork: Rendition | None = None
    source: str = ""

    @property
    def is_awaited(self) -> bool:
        return not self.renditions

    @property
    def widest(self) -> Rendition | None:
        return self.renditions[-1] if self.renditions else None

    def in_shape(self, shape: Shape) -> tuple[Rendition, ...]:
        """Its renditions for a place of that shape, from narrow to wide."""
        cuts = {"landscape": self.landscape, "square": self.square}
        return cuts.get(shape) or self.renditions


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a byline. `letters_path` is the form that reaches them, "" for none."""

    name: str
    path: str = ""
    letters_path: str = ""
    title: str = ""
    biography: str = ""
    portrait: Photo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One name in a byline and what that person did: "" for the writer, else "photography"…"""

    person: Person
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    name: str
    path: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    name: str
    path: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the paper says afterwards of a report. Corrections are added, never taken away.

    A correction says what was wrong; a clarification, what could be misread; an update, what is
    new; a note, what a reader should know of the report; a retraction, why none of it stands.
    """

    text: str
    corrected_at: dt.datetime
    kind: CorrectionKind = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a report said until its substance changed: its texts (`galley.texts`) in order."""

    until: dt.datetime
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A report that is not in the paper any more, and why."""

    id: str
    path: str
    headline: str
    reason: str
    withdrawn_at: dt.datetime
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """A report as it is announced elsewhere: on a front, in a river, in a feed, as related."""

    id: str
    path: str
    headline: str
    published_at: dt.datetime
    updated_at: dt.datetime | None = None
    kicker: str = ""
    standfirst: str = ""
    section: Section | None = None
    writers: tuple[str, ...] = ()
    photo: Photo | None = None
    language: str = "en"
    corrections: tuple[Correction, ...] = ()


# The body of a report is a sequence of these, in reading order.


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    photo: Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    photos: tuple[Photo, ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote:
    text: str
    attribution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    items: tuple[Text, ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Something that stands elsewhere. The page links to it and loads nothing from there."""

    url: str
    title: str
    description: str = ""

    @property
    def host(self) -> str:
        return self.url.split("://", 1)[-1].split("/", 1)[0].removeprefix("www.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Related reports set into the body, where the writer wants them."""

    teasers: tuple[Teaser, ...]
    title: str = ""


Block = Paragraph | Heading | Figure | Gallery | PullQuote | Listing | Embed | Aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The same report in another language (BCP 47 tag)."""

    language: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A report read aloud, as files on the site.

    `mp3_path` and `opus_path` are the same sound twice; `captions_path` is WebVTT by sentence and
    `cues_path` JSON by word; both are "" where it is not known when each word is heard. `voice` is
    the name under which the newsroom knows the voice. Where a person reads, `reader` is the name
    of that person, and `voice` is "".
    """

    mp3_path: str
    mp3_bytes: int
    opus_path: str
    opus_bytes: int
    captions_path: str
    cues_path: str
    milliseconds: int
    voice: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HardWord:
    """A word or a name of a report with a short answer; `path` leads to its topic page."""

    word: str
    gloss: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The dictionary of a report.

    `path` is the file that its page looks words up in: `docs/dictionaries.md`. `hard` are the
    words and names that stand under the report where there are no scripts, in their order.
    `is_help_offered` says whether a reader may have short glosses set over the rarest words.
    """

    path: str
    hard: tuple[HardWord, ...] = ()
    is_help_offered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Where readers answer a report.

    `thread_path` is the file of what they said, `writing_path` the place to write. `has_thread`
    says whether anybody has, `is_open` whether anybody may; it closes by itself at `closes_at`.
    `longest` is in characters as people count them. `ways` are the names of the ways to sign in,
    which is done at `sign_in_path`. `reasons` are those for which a comment can be reported: what
    the form sends, and what it says.
    """

    thread_path: str
    writing_path: str
    sign_in_path: str
    longest: int
    ways: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    is_open: bool = True
    closes_at: dt.datetime | None = None
    has_thread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A report, whole, as it was published.

    `sections` is the breadcrumb from the broadest to the narrowest and is never empty.
    `updated_at` is set only when the substance changed after publication.
    """

    id: str
    path: str
    headline: str
    published_at: dt.datetime
    sections: tuple[Section, ...]
    language: str = "en"
    updated_at: dt.datetime | None = None
    kicker: str = ""
    standfirst: str = ""
    dateline: str = ""
    byline: tuple[Credit, ...] = ()
    lead: Photo | None = None
    body: tuple[Block, ...] = ()
    topics: tuple[Topic, ...] = ()
    related: tuple[Teaser, ...] = ()
    corrections: tuple[Correction, ...] = ()
    translations: tuple[Translation, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    are_comments_open: bool = False
    sound: Sound | None = None
    words: Words | None = None
    talk: Talk | None = None

    @property
    def section(self) -> Section:
        """The section that the report stands in."""
        return self.sections[-1]

    @property
    def writers(self) -> tuple[Person, ...]:
        """Who wrote it. The others in the byline did something else for it, and are no authors."""
        return tuple(credit.person for credit in self.byline if not credit.role)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Every photo on the page, lead first, in reading order."""
        found: list[Photo] = [self.lead] if self.lead else []
        for block in self.body:
            if isinstance(block, Figure):
                found.append(block.photo)
            elif isinstance(block, Gallery):
                found.extend(block.photos)
        return tuple(found)

    @property
    def plain(self) -> str:
        """The running text of the body, a blank line between blocks; captions are left out."""
        return plain(self.body)


def plain(blocks: Iterable[Block]) -> str:
    """The running text of blocks, a blank line between them; captions are left out."""
    return "\n\n".join(text for block in blocks if (text := _plain(block)))


def _plain(block: Block) -> str:
    match block:
        case Paragraph(text):
            return text.plain
        case Heading(text):
            return text
        case PullQuote():
            return block.text
        case Listing():
            return "\n".join(item.plain for item in block.items)
        case _:
            return ""
