from __future__ import annotations

from broadsheet.story import Photo
from broadsheet.wire.captions import joined_captions, joined_labels, once
from broadsheet.wire.ledger import Ledger
from broadsheet.wire.lines import lines
from broadsheet.wire.slip import Slip, slips
from broadsheet.wire.take import takes
from tests.wire.making import SECOND, SENTENCE, make_slips

DAWN = "The pier at dawn on the first day."


def photos(text: str) -> list[Photo | None]:
    read = joined_labels(slips(takes(lines(text)), language="en"))
    return [slip.reading.photo for slip in joined_captions(read)]


def kept(found: list[Slip]) -> list[Slip]:
    return once(found, Ledger(line for slip in found for line in slip.take.lines))


def test_a_credit_on_the_next_line_is_the_captions() -> None:
    assert photos(f"{DAWN}\nPhoto: Jo Dean") == [Photo(caption=DAWN, credit="Jo Dean")]


def test_a_credit_below_a_blank_line_is_not_a_paragraphs() -> None:
    assert photos(f"{SENTENCE}\n\nPhoto: Jo Dean") == [None, Photo(credit="Jo Dean")]


def test_a_file_name_is_joined_to_the_caption_on_either_side() -> None:
    whole = Photo(caption=DAWN, credit="X", source="pier.jpg")
    assert photos(f"pier.jpg\n{DAWN} [X]") == [whole]
    assert photos(f"{DAWN} [X]\npier.jpg") == [whole]


def test_a_credit_that_stands_over_its_caption_is_joined_downwards() -> None:
    page = f"Image caption, The boats\n\nImage source, Jo Dean\nImage caption, \n{DAWN}"
    assert photos(page) == [Photo(caption="The boats"), Photo(caption=DAWN, credit="Jo Dean")]


def test_a_caption_printed_twice_is_kept_once_with_its_credit() -> None:
    for pair in ((f"{DAWN} [X]", f"{DAWN} [X]"), (DAWN, f"{DAWN} [X]"), (f"{DAWN} [X]", DAWN)):
        found = kept(make_slips(*pair, SECOND))
        assert [slip.reading.photo for slip in found] == [Photo(caption=DAWN, credit="X"), None]


def test_a_caption_that_returns_far_below_is_dropped() -> None:
    found = kept(make_slips(f"{DAWN} [X]", SENTENCE, SECOND, DAWN))
    assert [slip.text for slip in found] == [f"{DAWN} [X]", SENTENCE, SECOND]


def test_two_paragraphs_apart_that_are_the_same_are_no_caption() -> None:
    assert [slip.kind for slip in kept(make_slips(SENTENCE, SECOND, SENTENCE))] == ["prose"] * 3
