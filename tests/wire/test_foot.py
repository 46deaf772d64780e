from __future__ import annotations

from broadsheet.wire.clear import judged
from broadsheet.wire.foot import find_foot
from tests.wire.making import SECOND, SENTENCE, make_slips


def test_the_foot_begins_at_the_comment_box() -> None:
    slips = judged(make_slips("The pier", SENTENCE, SECOND, "Leave a comment", "with the Courier"))
    foot = find_foot(slips, 0)
    assert (foot.begins, foot.comments) == (3, 5)
    assert foot.why_dropped(4, slips[4]) == "foot of the page"
    assert foot.why_dropped(2, slips[2]) == ""


def test_a_comment_button_over_the_text_is_not_the_foot() -> None:
    slips = judged(make_slips("The pier", "Comments (3)", SENTENCE, SECOND))
    assert find_foot(slips, 0).begins == len(slips)


def test_what_stands_below_counted_comments_is_the_readers() -> None:
    slips = judged(make_slips("The pier", SENTENCE, SECOND, "3 comments", "Well said, all of it."))
    assert find_foot(slips, 0).why_dropped(4, slips[4]) == "a reader's comment"


def test_prose_below_a_copyright_line_is_doubtful() -> None:
    slips = judged(make_slips("The pier", SENTENCE, SECOND, "© 2031 The Courier", SENTENCE))
    foot = find_foot(slips, 0)
    assert foot.why_dropped(4, slips[4]) == ""
    assert foot.doubt(4) == "stands below the end of the report"
