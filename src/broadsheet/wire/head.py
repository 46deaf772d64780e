"""The slips around a headline → kicker, standfirst, byline, date and section of a report."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.story import Paragraph, Photo
from broadsheet.wire.byline import is_house
from broadsheet.wire.bylines import bare_name
from broadsheet.wire.forme import Forme
from broadsheet.wire.furniture.languages import all_phrases
from broadsheet.wire.slip import Slip

_LONGEST_KICKER = 40  # characters
_LONGEST_KICKER_WORDS = 5
_LONGEST_STANDFIRST = 350
_LEAST_STANDFIRST = 4  # words
_LONGEST_CAPTION = 600
_SECTIONS = all_phrases("sections")
_KICKERS = all_phrases("kickers")
_SIGNS_OF_A_HEAD = frozenset({"byline", "dates", "email"})
_OVER = "stands above the headline"


def set_over(forme: Forme, slips: Sequence[Slip]) -> None:
    """Take what stands over the headline. What is not clear there opens the body, marked."""
    for at, slip in enumerate(slips):
        if take_particulars(forme, slip):
            continue
        is_last_line = not any(after.kind in {"title", "item"} for after in slips[at + 1 :])
        if slip.kind == "title" and _take_label(forme, slip):
            continue
        if slip.kind == "title" and is_last_line and _can_be_kicker(forme, slip):
            forme.kicker = slip.text
            forme.ask(f"“{slip.text}” stands above the headline and was taken for the kicker")
            forme.ledger.enter(slip.take.lines, "kicker")
        elif slip.kind == "prose" and forme.lead is None and len(slip.text) <= _LONGEST_CAPTION:
            query = "the caption of the lead photo stood above the headline, without a credit"
            forme.set_photo(Photo(caption=slip.text), slip.take.lines, query=query)
        else:
            forme.set_block(Paragraph(slip.rich), slip.take.lines, "paragraph", query=_OVER)


def set_under(forme: Forme, slips: Sequence[Slip]) -> int:
    """Take what stands between headline and body. Returns the place at which the body begins."""
    for at, slip in enumerate(slips):
        after = slips[at + 1 :]
        if (
            take_particulars(forme, slip)
            or (slip.kind == "title" and _take_label(forme, slip))
            or _is_writer(forme, slip, after)
            or _is_house(forme, slip, slips[at - 1] if at else None)
        ):
            continue
        if not forme.standfirst and _is_standfirst(slip, after):
            forme.standfirst = slip.text
            forme.ledger.enter(slip.take.lines, "standfirst")
        elif slip.kind == "title" and _has_sign_before_prose(after):
            query = "stands between the headline and the byline"
            forme.set_block(Paragraph(slip.rich), slip.take.lines, "paragraph", query=query)
        else:
            return at
    return len(slips)


def take_particulars(forme: Forme, slip: Slip) -> bool:
    """Take a line that tells about the report instead of being part of its text."""
    read, lines = slip.reading, slip.take.lines
    if read.photo and not (slip.kind == "credit" and read.writers):
        query = slip.doubt or ("" if read.photo.caption else "there is a photo without a caption")
        forme.set_photo(read.photo, lines, query=query)
    elif read.writers:
        forme.set_byline(read.writers, lines)
        if read.dates:
            forme.set_dates(read.dates, lines)
            forme.ledger.enter(lines, "byline with a date")
    elif read.dates:
        forme.set_dates(read.dates, lines)
    elif read.sections:
        forme.set_sections(read.sections, lines)
    elif read.topics:
        forme.set_topics(read.topics, lines)
    elif read.correction:
        forme.set_correction(read.correction, lines)
    else:
        return False
    return True


def _take_label(forme: Forme, slip: Slip) -> bool:
    """A known kicker, or a section that stands there without a path."""
    label = slip.text.casefold().strip("[]()<>【】〈〉 ")
    if slip.text in forme.sections:
        forme.ledger.drop(slip.take.lines, "the section again")
    elif label in _KICKERS and not forme.kicker:
        forme.kicker = slip.text
        forme.ledger.enter(slip.take.lines, "kicker")
    elif label in _SECTIONS and not forme.sections:
        forme.set_sections((slip.text,), slip.take.lines)
    else:
        return False
    return True


def _can_be_kicker(forme: Forme, slip: Slip) -> bool:
    return (
        not forme.kicker
        and len(slip.text) <= _LONGEST_KICKER
        and slip.size <= _LONGEST_KICKER_WORDS
    )


def _is_writer(forme: Forme, slip: Slip, after: Sequence[Slip]) -> bool:
    """A bare name below the headline, with a date below it."""
    writer = bare_name(slip)
    if not writer or forme.has_byline or not after or after[0].kind != "dates":
        return False
    forme.set_byline((writer,), slip.take.lines)
    forme.ask(f"“{slip.text}” stands below the headline and was taken for the byline")
    return True


def _is_house(forme: Forme, slip: Slip, before: Slip | None) -> bool:
    """The house that a writer works for, on the line below the byline."""
    if before is None or before.kind != "byline" or slip.kind != "title" or not is_house(slip.text):
        return False
    forme.add_title(slip.text, slip.take.lines)
    forme.ask(f"“{slip.text}” stands below the byline and was taken for the writer's title")
    return True


def _is_standfirst(slip: Slip, after: Sequence[Slip]) -> bool:
    """A line of some words, or a sentence or two between the headline and the byline or date."""
    if len(slip.text) > _LONGEST_STANDFIRST or slip.size < _LEAST_STANDFIRST:
        return False
    if slip.kind == "title":
        return any(later.kind == "prose" for later in after)
    return slip.kind == "prose" and _has_sign_before_prose(after, is_sure=True)


def _has_sign_before_prose(after: Sequence[Slip], *, is_sure: bool = False) -> bool:
    """A byline or a date comes before the text does. A bare day is no sure sign: days stand over
    the parts of a chronicle, too."""
    for at, later in enumerate(after):
        is_bare_day = later.reading.dates is not None and not later.reading.dates.is_told
        if later.kind in _SIGNS_OF_A_HEAD and not (
            is_sure and later.kind == "dates" and is_bare_day
        ):
            return any(rest.kind == "prose" for rest in after[at + 1 :])
        if later.kind in {"prose", "item"}:
            break
    return False
