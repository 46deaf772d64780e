from __future__ import annotations

from collections.abc import Callable

from broadsheet.talk.reading.standing_type import StandingType


def say(what: str, said: list[str]) -> Callable[[], str]:
    def compose() -> str:
        said.append(what)
        return what

    return compose


def test_a_page_is_set_again_only_where_something_changed() -> None:
    standing, said = StandingType(), list[str]()
    assert standing.page("/1/", ("a",), say("first", said)) == b"first"
    assert standing.page("/1/", ("a",), say("not asked", said)) == b"first"
    assert standing.page("/2/", ("a",), say("other", said)) == b"other"
    assert standing.page("/1/", ("b",), say("second", said)) == b"second"
    assert standing.page("/1/", ("a",), say("third", said)) == b"third"
    assert said == ["first", "other", "second", "third"]


def test_it_forgets_what_was_not_asked_for_longest() -> None:
    standing, said = StandingType(most_bytes=3), list[str]()
    for path in ("1", "2", "3", "1", "4"):
        assert standing.page(path, None, say(path, said)) == path.encode()
    assert said == ["1", "2", "3", "4"]
    assert standing.page("1", None, say("again", said)) == b"1"
    assert standing.page("2", None, say("anew", said)) == b"anew"


def test_a_page_larger_than_all_it_may_keep_is_given_all_the_same() -> None:
    standing, said = StandingType(most_bytes=3), list[str]()
    assert standing.page("1", None, say("가나다", said)) == "가나다".encode()
    assert standing.page("1", None, say("가나다", said)) == "가나다".encode()
    assert len(said) == 2
