"""The sample newspaper with what it lacks: `pytest_plugins = ["tests.browser.editions"]`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Paper
from tests.browser.newsrooms import Edited, Newsroom, make_copy_of, serving

# So short that the reports of the sample fill several pages of a list.
LIST_LENGTH = "5"


@pytest.fixture(scope="session")
def edited(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edited]:
    """The sample newspaper with lists of several pages, a report that was renamed, and one that
    has every kind of block and a photo whose picture has not come. It is only read from."""
    folder = tmp_path_factory.mktemp("edited") / "newsroom"
    copied = make_copy_of(paper, folder, PRESS__LIST_LENGTH=LIST_LENGTH)
    settings = {**copied.settings, "PAPER__URL": copied.url}
    newsroom = Newsroom(folder, copied.port, settings, copied.password)
    done = newsroom.edit("edit-everything")
    with serving(newsroom):
        yield Edited(**vars(newsroom), **done)
