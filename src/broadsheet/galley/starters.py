"""What follows a period → whether it begins a sentence, where the word before might go on."""

from __future__ import annotations

import re

from broadsheet.galley.stops import Stop

# Capitalised words that begin a sentence and hardly ever follow an abbreviation within one.
_STARTERS = frozenset(
    """A About According Across After Again All Almost Already Also Although Among An And Another
    Any Are As At Because Before Behind Being Besides Both But By Can Could Despite Did Do Does
    During Each Earlier Either Even Every Everybody Everyone Few Finally For From Further Given Had
    Has Have Having He Her Here His How However I If In Indeed Inside Instead Into Is It Its Just
    Last Later Least Less Like Many Meanwhile More Moreover Most Much My Nearly Neither Never
    Nevertheless Next No Nobody None Nor Not Nothing Now Of Often Old On Once One Only Or Other
    Others Our Out Outside Over Perhaps Rather Recently She Should Since So Some Somebody Someone
    Something Sometimes Soon Still Such That The Their Then There Therefore These They This Those
    Though Three Through Thus Today Together Tomorrow Two Under Unlike Until Unless Was We Were
    What When Where Whether Which While Who Whose Why With Within Without Would Yesterday Yet You
    Your Analysts Asked Authorities Critics Details Economists Exports Experts Investigators
    Investors Lawmakers Negotiations Observers Officials Opponents Police Polls Prices Prosecutors
    Rescuers Researchers Residents Sales Scientists Several Shares Sources Stocks Supporters Talks
    Voters Witnesses Workers
    Aber Das Der Ein Eine Er Es Sie Und Wir Elle Elles Il Ils Mais Nous Une El Ella Pero
    Una""".split()
)
# And these are surnames behind an initial.
_SURNAMES = frozenset("An Do Few Has Her Just Like Most My No Old On Or Our So Still Yet".split())

# `“We are ready,” she said.` says something, `“Star Wars” program` names something.
_STATEMENT = re.compile(r"[^“”\"«»]{0,300}[,.!?…][”\"»]")
_UNCASED = re.compile(r"[^\W\d_]")
_INVERTED = frozenset("¿¡")
_QUOTES = frozenset('“"„«「『')


def begins_sentence(stop: Stop) -> bool:
    """Whether what follows is hardly ever a part of the sentence before."""
    if _INVERTED & set(stop.openers):
        return True
    if _QUOTES & set(stop.openers):
        return _STATEMENT.match(stop.text, stop.end + len(stop.openers)) is not None
    if len(stop.last_word) == 1 and stop.stem in _SURNAMES:
        return False
    if stop.stem in _STARTERS or stop.next_word.startswith("Then-"):
        return True
    letter = stop.next_word[:1]
    return _UNCASED.match(letter) is not None and letter.lower() == letter.upper()
