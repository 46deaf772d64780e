from __future__ import annotations

from broadsheet.server.media_types import MEDIA, TEXTS, kind_of


def test_a_text_says_its_charset_and_a_photo_has_none() -> None:
    page, photo = kind_of("index.html"), kind_of("talks.1a2b.jpg")
    assert page
    assert (page.content_type, page.is_text) == ("text/html; charset=utf-8", True)
    assert photo
    assert (photo.content_type, photo.is_text) == ("image/jpeg", False)


def test_what_the_press_keeps_for_itself_is_of_no_kind() -> None:
    for name in ("index.html.br", "index.html.gz", "moved.map", "talks.jpg.tmp", "LICENSE", ""):
        assert kind_of(name) is None


def test_no_ending_is_of_two_kinds() -> None:
    assert not TEXTS.keys() & MEDIA.keys()
