from __future__ import annotations

import pytest

from broadsheet.wire.clear import judged
from broadsheet.wire.headline import find_headline, is_paper, repeats_headline, without_paper
from tests.wire.making import SENTENCE, make_slips

HEADLINE = "The pier stays open"


def headline(*texts: str) -> str | None:
    slips = judged(make_slips(*texts))
    found = find_headline(slips)
    return None if found is None else slips[found].text


@pytest.mark.parametrize(
    "texts",
    [
        (HEADLINE, SENTENCE),
        ("Longer words about something else here", HEADLINE, "Home > News", HEADLINE, SENTENCE),
        (f"{HEADLINE} - The Courier", "News", HEADLINE, SENTENCE),
        ("The Ormsay Evening Courier", HEADLINE, SENTENCE),
        ("News", "Sport", HEADLINE, "By Ida Brandt", SENTENCE),
        (
            "Home > News",
            HEADLINE,
            "A line about the night on which it was kept",
            "By Ida",
            SENTENCE,
        ),
        ("The pier at dawn. [COURIER]", HEADLINE, SENTENCE),
        ("Boats lie at the pier on Monday.", HEADLINE, "By Ida Brandt", SENTENCE),
        ("ANALYSIS", HEADLINE, SENTENCE),
    ],
)
def test_the_headline_is_found(texts: tuple[str, ...]) -> None:
    assert headline(*texts) == HEADLINE


def test_a_headline_may_be_a_sentence() -> None:
    assert headline("The pier stays open.", SENTENCE) == "The pier stays open."
    assert headline("It stays.", "Home > News", "It stays.", SENTENCE) == "It stays."


def test_long_prose_alone_has_no_headline() -> None:
    assert headline(SENTENCE * 2, SENTENCE) is None


def test_a_link_to_another_report_is_no_headline_where_there_is_a_better_one() -> None:
    slips = make_slips("Some other report of the day", HEADLINE, "By Ida Brandt", SENTENCE)
    assert find_headline(slips, links={0}) == 1


@pytest.mark.parametrize(
    "text", [HEADLINE, "“The Pier” stays open!", f"{HEADLINE} | The Courier", "The pier stays…"]
)
def test_a_headline_is_known_again(text: str) -> None:
    assert repeats_headline(text, HEADLINE)


def test_another_line_is_no_repetition() -> None:
    assert not repeats_headline("The pier stays shut", HEADLINE)
    assert not repeats_headline("The…", HEADLINE)


def test_the_name_of_the_paper_is_known() -> None:
    assert is_paper("The Ormsay Courier")
    assert is_paper("남해일보")
    assert not is_paper(HEADLINE)
    assert without_paper(f"{HEADLINE} - The Courier") == HEADLINE
    assert without_paper(HEADLINE) == HEADLINE
