from __future__ import annotations

import pytest
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

from broadsheet.voice.script.saying import _SOUNDS, Saying, SayingError, applicable, applies, check
from tests.voice.script.making import make_galley


@pytest.mark.parametrize(
    ("saying", "message"),
    [
        (Saying("", "HAHM"), "The phrase '' holds no word; write the word that is to be said."),
        (Saying(" — ", "HAHM"), "The phrase ' — ' holds no word"),
        (Saying("Halm", ""), "Nothing tells how 'Halm' is said; respell it"),
        (Saying("Halm", "HAHM 2"), "The respelling 'HAHM 2' of 'Halm' holds more than letters"),
        (Saying("Halm", "h@m"), "The respelling 'h@m' of 'Halm' holds more than letters"),
        (Saying("Halm", "/"), "The IPA '/' of 'Halm' is not closed"),
        (Saying("Halm", "/hɑːm"), "The IPA '/hɑːm' of 'Halm' is not closed"),
        (Saying("Halm", "/ /"), "The IPA '/ /' of 'Halm' is not closed"),
        (Saying("Halm", "/h4m/"), "The IPA '/h4m/' of 'Halm' holds '4', which no voice knows"),
        (Saying("Halm", "/ˈː/"), "The IPA '/ˈː/' of 'Halm' holds no sound"),
        (Saying("Halm", "ah" * 150), "What is said for 'Halm' has 300 characters"),
    ],
)
def test_a_saying_that_no_voice_could_follow_is_refused(saying: Saying, message: str) -> None:
    with pytest.raises(SayingError) as refused:
        check(saying)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("said", ["JUNG uhn", "lee-HIGH", "o'HAHM", "/dʒʌŋˈuːn/", "/ã ʁɔ̃.d͡ʒe/"])
def test_a_respelling_and_ipa_are_taken(said: str) -> None:
    check(Saying("Halm", said))


def test_ipa_is_taken_as_people_type_it() -> None:
    assert Saying("Halm", " /'ha:.d͡ʒəg/ ").ipa == "ˈhaːdʒəɡ"


def test_every_sound_that_is_taken_is_one_that_the_voice_has() -> None:
    assert set(_SOUNDS) <= set(DEFAULT_PHONEME_ID_MAP)


def test_a_report_that_holds_the_phrase_is_touched() -> None:
    galley = make_galley(("headline", "Port shuts"), ("paragraph", "Halm’s yard is in Port City."))
    assert applies(Saying("Halm", "HAHM"), galley)
    assert applies(Saying("Port City", "port SIT-ee"), galley)
    assert not applies(Saying("City Port", "SIT-ee port"), galley)
    assert not applies(Saying("Hal", "HAL"), galley)


def test_a_report_in_another_language_is_not_touched() -> None:
    galley = make_galley(("headline", "Halm"), language="en-GB")
    assert applies(Saying("Halm", "HAHM", language="en"), galley)
    assert not applies(Saying("Halm", "HAHM", language="en-US"), galley)
    assert not applies(Saying("Halm", "HAHM", language="ko"), galley)


def test_capitals_matter_only_where_the_phrase_has_one() -> None:
    polish, small = Saying("Polish", "POH-lish"), Saying("live", "LYVE")
    assert applicable([polish, small], "They polish it. Live music.") == (small,)
    assert applicable([polish, small], "Polish music") == (polish,)


def test_those_that_a_text_holds_come_in_their_order() -> None:
    first, second, third = Saying("b", "bee"), Saying("a", "ay"), Saying("c", "see")
    assert applicable([first, second, third], "a and b") == (first, second)
