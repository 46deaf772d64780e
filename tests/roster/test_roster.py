"""One at a time for each duty, on whatever database: with PostgreSQL, on however many machines."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import Error as DatabaseError
from django.db import connection, transaction

from broadsheet import roster
from broadsheet.desk.models import Topic
from tests.databases import POSTGRESQL
from tests.roster.elsewhere import another, cut_off

pytestmark = pytest.mark.usefixtures("newsroom")
on_postgresql = pytest.mark.skipif(not POSTGRESQL, reason="of several machines, on PostgreSQL")


def test_one_is_on_duty_at_a_time() -> None:
    assert not roster.is_on_duty("worker")
    with another(lambda: roster.on_duty("worker")):
        assert roster.is_on_duty("worker")
        with roster.on_duty("worker") as is_alone:
            assert not is_alone
        with roster.on_duty("another duty") as is_alone:
            assert is_alone
    with roster.on_duty("worker") as is_alone:
        assert is_alone
    assert not roster.is_on_duty("worker")


@on_postgresql
def test_many_are_at_work_and_each_has_another_piece() -> None:
    with another(lambda: roster.at_work("booth")), roster.at_work("booth") as is_here:
        assert is_here
        assert roster.is_on_duty("booth")
    with another(lambda: roster.claimed("recording 5")):
        for piece, is_free in (("recording 5", False), ("recording 6", True)):
            with roster.claimed(piece) as is_ours:
                assert is_ours is is_free


@on_postgresql
def test_who_is_cut_off_loses_the_duty_with_all_that_was_not_committed() -> None:
    is_cut, said = threading.Event(), list[DatabaseError]()

    @contextmanager
    def writing() -> Iterator[None]:
        with roster.on_duty("worker"):
            try:
                with transaction.atomic():
                    Topic.objects.create(name="late", slug="late")
                    yield
                    is_cut.wait()
                    Topic.objects.create(name="later", slug="later")
            except DatabaseError as error:
                said.append(error)

    with another(writing) as number:
        with roster.on_duty("worker") as is_alone:
            assert not is_alone
        cut_off(number[0])
        with roster.on_duty("worker") as is_alone:
            assert is_alone
            is_cut.set()
    assert said
    assert not Topic.objects.exists()


@on_postgresql
def test_a_duty_is_over_when_its_connection_is_another_one() -> None:
    with roster.on_duty("worker"):
        connection.close()
        with another(lambda: roster.on_duty("worker")):
            assert roster.is_on_duty("worker")
            with roster.on_duty("worker") as is_alone:
                assert not is_alone
