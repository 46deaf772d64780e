"""The log of decisions: it is written and read, and nothing else."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.talk.moderation.models import Decision
from broadsheet.talk.moderation.models.decision import LogIsClosed


@pytest.fixture
def line(newsroom: Config) -> Decision:
    return Decision.objects.create(
        kind="remove", clause="4. Advertise nothing.", moderator_name="Mo", made_at=timezone.now()
    )


def test_the_model_refuses_to_change_a_line(line: Decision) -> None:
    line.reason = "another"
    with pytest.raises(LogIsClosed, match="write another decision"):
        line.save()
    with pytest.raises(LogIsClosed):
        line.delete()
    with pytest.raises(LogIsClosed):
        Decision.objects.filter(pk=line.pk).update(reason="another")
    with pytest.raises(LogIsClosed):
        Decision.objects.all().delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE talk_decision SET reason = 'another'",
        "DELETE FROM talk_decision",
        "UPDATE talk_decision SET moderator_id = NULL",
    ],
)
def test_the_database_refuses_as_well(line: Decision, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match="cannot be changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    kept = Decision.objects.get()
    assert (kept.reason, kept.clause) == ("", "4. Advertise nothing.")
