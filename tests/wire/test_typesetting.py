from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.story import Mark, MarkKind, Text
from broadsheet.wire.typesetting import Typesetter


def test_marks_lie_on_the_letters_they_were_opened_over() -> None:
    setter = Typesetter()
    setter.add(" The ")
    setter.open("strong")
    setter.add(" pier ")
    setter.close("strong")
    setter.add("stays\n open")
    assert setter.text() == Text("The pier stays open", (Mark(4, 8, "strong"),))


def test_a_link_that_is_not_safe_is_taken_off_and_told() -> None:
    setter = Typesetter()
    setter.open("link", "javascript:x")
    setter.add("the pier")
    setter.close("link")
    assert (setter.text(), setter.refused) == (Text("the pier"), ["javascript:x"])


def test_a_mark_over_nothing_is_none() -> None:
    setter = Typesetter()
    setter.open("em")
    setter.add(" ")
    setter.close("em")
    assert setter.text() == Text("")


STEPS = st.one_of(
    st.text(max_size=8),
    st.tuples(st.sampled_from(["open", "close"]), st.sampled_from(["strong", "em", "link"])),
)


@given(st.lists(STEPS, max_size=30))
def test_marks_are_sorted_inside_the_text_and_never_cross(
    steps: list[str | tuple[str, MarkKind]],
) -> None:
    setter = Typesetter()
    for step in steps:
        if isinstance(step, str):
            setter.add(step)
        elif step[0] == "open":
            setter.open(step[1], "https://a.example/")
        else:
            setter.close(step[1])
    text = setter.text()
    assert list(text.marks) == sorted(
        text.marks, key=lambda mark: (mark.start, -mark.end, mark.kind)
    )
    for at, mark in enumerate(text.marks):
        assert 0 <= mark.start < mark.end <= len(text.plain)
        assert not any(
            mark.start < other.start < mark.end < other.end for other in text.marks[at + 1 :]
        )
