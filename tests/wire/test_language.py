from __future__ import annotations

import pytest

from broadsheet.wire.language import language, language_tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The council met on Monday and kept the pier open for a year.", "en"),
        ("솔섬 주민회는 5일 렌즈 복원을 모두 마쳤다고 밝혔다. NASA and others said so.", "ko"),
        ("北浦市は４日、灯台を来月から公開すると発表した。", "ja"),
        ("北浦市四日宣布灯塔将于下月开放。", "zh"),
        ("El faro de la punta vuelve a tener un guardián que vive en la casa del puerto.", "es"),
        ("Le dernier car de la vallée part dans une heure et les habitués sont sur le quai.", "fr"),
        ("Die Mühle und der Bach sind im Sommer nicht mit Wasser versorgt, für das Dorf.", "de"),
        ("Привет, мир", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_told_by_letters_and_everyday_words(text: str, tag: str) -> None:
    assert language(text) == tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en_gb", "en-GB"),
        ("KO", "ko"),
        (" zh-Hant ", "zh-Hant"),
        ("English language", ""),
        ("", ""),
    ],
)
def test_a_tag_is_put_in_its_usual_form(written: str, tag: str) -> None:
    assert language_tag(written) == tag
