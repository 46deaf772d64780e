"""The rows of the story list as they are printed: each line once in each language."""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

import pytest
from django.utils import translation

from broadsheet.planning import print_lines as module
from broadsheet.planning.line import Line
from broadsheet.planning.print_lines import print_lines

LINE = Line(
    key="r7",
    kind="writing",
    headline="The levy & the harbour",
    form="/desk/pages/7/edit/",
    slug_line="harbour levy",
    sent_back="",
    stage="Writing",
    facts=(),
    section="National",
    who="ida",
    words="120",
    words_asked="400",
    photo="none",
    has_no_photo=True,
    photos="",
    photos_what="",
    due=("2030-11-03T06:30:00+00:00", "Sun 3 Nov 06:30 UTC"),
    late="",
    out=None,
    held="",
    moves=(("hand-in", "Hand in"),),
    move="/desk/stories/r7/move/",
    change="",
    change_what="",
)


@pytest.fixture(autouse=True)
def _nothing_printed() -> None:
    module._printed.cache_clear()


def test_a_line_that_is_as_it_was_is_not_printed_again() -> None:
    others = [replace(LINE, key=f"r{number}") for number in range(8, 12)]
    before = print_lines([LINE, *others])
    with mock.patch.object(module, "render_to_string") as printing:
        assert print_lines([replace(LINE), *others]) == before
    printing.assert_not_called()


def test_a_line_that_changed_is_printed_as_it_is_now() -> None:
    assert "late" not in print_lines([LINE])
    assert "<strong>late</strong>" in print_lines([replace(LINE, late="late")])


def test_a_line_is_printed_in_the_language_of_whoever_asks() -> None:
    with mock.patch.object(
        module, "labels", side_effect=lambda: {"who": translation.get_language()}
    ):
        for language in ("en", "ko", "en"):
            with translation.override(language):
                assert f'data-label="{language}">ida' in print_lines([LINE])


def test_what_a_reporter_typed_is_text_in_every_row() -> None:
    page = print_lines(
        [replace(LINE, headline="<script>", who='"><b>', change="/", change_what='"')]
    )
    assert "&lt;script&gt;" in page
    assert "<b>" not in page
    assert 'aria-label="&quot;"' in page
