"""Many writes share a commit, and each is answered as if it had been alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from broadsheet.config import Config
from broadsheet.desk.models import Topic
from broadsheet.talk import together as shared
from broadsheet.talk.together import together


def add(name: str) -> Topic:
    return Topic.objects.create(name=name, slug=name)


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with every transaction that a leader opens."""
    opened: list[int] = []
    lead = shared._Queue._lead

    def counted(queue: shared._Queue) -> None:
        opened.append(len(queue._waiting))
        lead(queue)

    monkeypatch.setattr(shared._Queue, "_lead", counted)
    return opened


def at_once(works: list[Callable[[], object]]) -> list[object]:
    """Do all of them while the first is still in its transaction; gives what each came to."""
    is_in, may_go_on = threading.Event(), threading.Event()

    def first() -> object:
        is_in.set()
        may_go_on.wait()
        return works[0]()

    def done(work: Callable[[], object]) -> object:
        try:
            return together(work)
        except Exception as error:  # noqa: BLE001  # it is what is looked at
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        begun = [pool.submit(done, first)]
        is_in.wait()
        begun += [pool.submit(done, work) for work in works[1:]]
        while len(shared._queue._waiting) < len(works) - 1:
            pass
        may_go_on.set()
        return [one.result() for one in begun]


def test_what_comes_during_a_commit_shares_the_next(newsroom: Config, commits: list[int]) -> None:
    names = [f"topic-{number}" for number in range(6)]
    made = at_once([lambda name=name: add(name) for name in names])
    assert [str(one) for one in made] == names
    assert sorted(Topic.objects.values_list("name", flat=True)) == names
    assert commits == [1, 5]


def test_one_that_fails_is_undone_alone(newsroom: Config, commits: list[int]) -> None:
    def fails() -> None:
        add("half")
        raise ValueError("no")

    made = at_once([lambda: add("one"), fails, lambda: add("two")])
    assert isinstance(made[1], ValueError)
    assert sorted(Topic.objects.values_list("name", flat=True)) == ["one", "two"]


def test_a_savepoint_is_made_only_where_somebody_fails(newsroom: Config) -> None:
    def fails() -> None:
        add("half")
        raise ValueError("no")

    with CaptureQueriesContext(connection) as alone:
        together(lambda: add("one"))
        with pytest.raises(ValueError, match="no"):
            together(fails)
    assert not [asked["sql"] for asked in alone if "SAVEPOINT" in asked["sql"]]
    assert list(Topic.objects.values_list("name", flat=True)) == ["one"]


def test_where_the_commit_fails_nobody_is_told_that_it_stands(
    newsroom: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "commit", broken)
        with pytest.raises(OperationalError, match="disk is full"):
            together(lambda: add("lost"))
    assert not Topic.objects.exists()
    assert str(together(lambda: add("next"))) == "next"
