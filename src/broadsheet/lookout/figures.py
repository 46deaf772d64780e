"""What is waiting in the newsroom, for how long, and what went wrong, in figures."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator

from django.conf import settings
from django.db.models import Count, Sum
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from broadsheet import __version__
from broadsheet.lookout.delivered import delivered
from broadsheet.lookout.figure import Figure
from broadsheet.lookout.reach import reach
from broadsheet.press.models import ListLength, Order, Output, Urgency
from broadsheet.press.the_site import is_stored
from broadsheet.roster import is_on_duty
from broadsheet.studio.models import Recording
from broadsheet.talk.models import Comment

HOUR = dt.timedelta(hours=1)


def figures(*, now: dt.datetime) -> tuple[Figure, ...]:
    """A few queries, each answered by an index. Raises database errors."""
    copy = _copy(now) if is_stored() else ()
    return (*_press(now), *_booth(now), *_troubles(), *_machine(), *copy)


def figures_of_reach() -> tuple[Figure, ...]:
    """What can be told without a database."""
    found = reach(settings.CONFIG)
    if not found:
        return ()
    answers = tuple((of, not why) for of, why in found.items())
    told = "Whether the store, and the broker, answer this machine."
    return (Figure("answers", told, answers, label="of"),)


def oldest_order_seconds(*, now: dt.datetime) -> float:
    """How long the press has not followed the oldest order; 0 where none waits."""
    placed_at = Order.objects.order_by("pk").values_list("placed_at", flat=True).first()
    return max(0.0, (now - placed_at).total_seconds()) if placed_at else 0.0


def _press(now: dt.datetime) -> Iterator[Figure]:
    yield Figure.of(
        "orders_waiting", "Changes that the press has not followed yet.", Order.objects.count()
    )
    yield Figure.of(
        "oldest_order_seconds", "How long the oldest of them waits.", oldest_order_seconds(now=now)
    )
    stale = Output.objects.filter(is_stale=True).values_list("urgency").annotate(Count("pk"))
    counts = dict(stale.order_by())
    yield Figure(
        "outputs_waiting",
        "Pages and other outputs that are to be printed.",
        tuple((one.name.lower(), counts.get(one.value, 0)) for one in Urgency),
        label="urgency",
    )
    in_print = ListLength.of("latest")
    yield Figure.of("reports_published", "Reports that stand in the paper.", in_print)


def _booth(now: dt.datetime) -> Iterator[Figure]:
    waiting = Recording.objects.wanted().filter(state=Recording.State.WAITING)
    yield Figure.of("recordings_waiting", "Reports that wait to be read aloud.", waiting.count())
    first = waiting.order_by("ordered_at").values_list("ordered_at", flat=True).first()
    yield Figure.of(
        "oldest_recording_seconds",
        "How long the first of them waits.",
        max(0.0, (now - first).total_seconds()) if first else 0.0,
    )
    voiced = Recording.objects.filter(state=Recording.State.DONE, done_at__gt=now - HOUR)
    milliseconds = voiced.aggregate(sum=Sum("milliseconds"))["sum"] or 0
    yield Figure.of(
        "sound_seconds_last_hour", "Seconds of sound that the last hour gave.", milliseconds / 1000
    )


def _troubles() -> Iterator[Figure]:
    failed = Recording.objects.wanted().filter(state=Recording.State.FAILED)
    yield Figure(
        "troubles",
        "What went wrong and waits for somebody.",
        (
            ("output", Output.objects.exclude(trouble="").count()),
            ("recording", failed.count()),
            ("task", DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).count()),
        ),
        label="of",
    )
    held = Comment.objects.filter(state=Comment.State.HELD)
    yield Figure.of("comments_held", "Comments that wait for a moderator.", held.count())


def _machine() -> Iterator[Figure]:
    config = settings.CONFIG
    names = ("worker", "booth") if config.voice else ("worker",)
    yield Figure(
        "on_duty",
        "Whether such a process is at work in the newsroom.",
        tuple((name, is_on_duty(name)) for name in names),
        label="process",
    )
    free = shutil.disk_usage(config.home).free
    yield Figure.of("disk_free_bytes", "Room on the disk of the newsroom.", free)
    yield Figure("info", "The version of Broadsheet.", ((__version__, 1),), label="version")


def _copy(now: dt.datetime) -> Iterator[Figure]:
    copy = delivered(now=now)
    yield Figure.of("delivery_on_duty", "Whether the delivery is at work here.", copy.is_alive)
    yield Figure.of(
        "delivery_changes_behind", "Changes of the site that are not here yet.", copy.behind
    )
    yield Figure.of(
        "delivery_behind_seconds", "How long the first of them waits.", copy.behind_seconds
    )
    if copy.last_seconds is not None:
        yield Figure.of(
            "delivery_last_seconds", "Seconds since the last change came.", copy.last_seconds
        )
