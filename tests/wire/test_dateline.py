from __future__ import annotations

import pytest

from broadsheet.wire.dateline import dateline


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("MARL — The gauge fell.", "MARL", "The gauge fell."),
        ("KALTBERG, Jan. 11 — Snow fell.", "KALTBERG, Jan. 11", "Snow fell."),
        ("NEW YORK (AP) -- It rained.", "NEW YORK (AP)", "It rained."),
        ("Kell, March 4 (Reuters) - They met.", "Kell, March 4 (Reuters)", "They met."),
        ("(솔섬=남해일보) 등대가 켜졌다.", "솔섬=남해일보", "등대가 켜졌다."),
    ],
)
def test_a_dateline_is_taken_off(text: str, place: str, rest: str) -> None:
    assert dateline(text) == (place, "", rest)


def test_an_agencys_writers_stand_behind_the_dateline() -> None:
    assert dateline("[솔섬=남해] 한가람 기자 = 등대가 켜졌다.") == (
        "솔섬=남해",
        "한가람 기자",
        "등대가 켜졌다.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The pier — and the boats — stayed.",
        "Tauberau – Am Sonntag drehte sich das Rad.",
        "EXCLUSIVE — The pier is sold.",
        "NASA said it would come.",
        "",
    ],
)
def test_a_paragraph_without_a_dateline_is_left_whole(text: str) -> None:
    assert dateline(text) == ("", "", text)
