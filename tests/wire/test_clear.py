from __future__ import annotations

from broadsheet.wire.clear import clear, judged
from broadsheet.wire.headline import find_headline
from broadsheet.wire.ledger import Ledger
from tests.wire.making import SENTENCE, make_slips

HEADLINE = "The pier stays open"


def left(*texts: str) -> tuple[list[str], list[str]]:
    """The texts that are left, and why the others went."""
    slips = judged(make_slips(*texts))
    found = find_headline(slips)
    assert found is not None
    slips[found] = slips[found].as_headline()
    ledger = Ledger(line for slip in slips for line in slip.take.lines)
    kept = clear(slips, ledger)
    for slip in kept:
        ledger.enter(slip.take.lines, "kept")
    dropped = [entry.taken_as for entry in ledger.account() if entry.is_dropped]
    return [slip.text for slip in kept], dropped


def test_furniture_goes_and_the_report_stays() -> None:
    assert left("Share", HEADLINE, SENTENCE, "s", "ENDS") == (
        [HEADLINE, SENTENCE],
        ["dropped: row of buttons", "dropped: stray sign", "dropped: end mark"],
    )


def test_three_short_lines_over_the_headline_are_a_menu() -> None:
    kept, dropped = left("Ferries", "Tides", "Boat fair", HEADLINE, SENTENCE)
    assert (kept, dropped) == ([HEADLINE, SENTENCE], ["dropped: menu"] * 3)


def test_two_are_none() -> None:
    assert left("Ferries", "Tides", HEADLINE, SENTENCE)[1] == []


def test_the_headline_and_the_papers_name_go_where_they_repeat() -> None:
    kept, dropped = left("The Ormsay Courier", HEADLINE, f"{HEADLINE} | Courier", SENTENCE)
    assert kept == [HEADLINE, SENTENCE]
    assert dropped == ["dropped: name of the paper", "dropped: the headline again"]


def test_a_headline_in_a_list_of_links_ends_the_list() -> None:
    kept, _ = left("Trending", "Some other report", HEADLINE, HEADLINE, "By Ida Brandt", SENTENCE)
    assert kept[0] == HEADLINE
    assert kept[-1] == SENTENCE
