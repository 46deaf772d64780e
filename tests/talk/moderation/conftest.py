from __future__ import annotations

import pytest

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from tests.talk.making import make_comment
from tests.talk.moderation.making import make_moderator, make_policy, set_mode


@pytest.fixture
def mo(talk: Config) -> Account:
    """A moderator, in a newsroom that has a standards policy."""
    make_policy()
    return make_moderator("mo")


@pytest.fixture
def ada(mo: Account) -> Account:
    """The second moderator."""
    return make_moderator("ada")


@pytest.fixture
def held(report: ReportPage, mina: Account) -> Comment:
    """Mina's comment under a report where all are seen first."""
    set_mode(report, "all")
    return make_comment(report, mina, "Buy lamps at the pier.")


@pytest.fixture
def standing(report: ReportPage, mina: Account) -> Comment:
    """Mina's comment, which stands."""
    set_mode(report, "open")
    return make_comment(report, mina, "The pier has forty-one lamps.")
