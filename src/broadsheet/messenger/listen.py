"""The seam with those who order work: each order → a message, when its transaction is done."""

from __future__ import annotations

import functools
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django_tasks.signals import task_enqueued

from broadsheet.messenger.celery_app import SOUND, TASKS
from broadsheet.messenger.send_word import send_word
from broadsheet.studio.models import Recording


def connect() -> None:
    post_save.connect(_recording_saved, sender=Recording, dispatch_uid="messenger.recording")
    task_enqueued.connect(_task_ordered, dispatch_uid="messenger.task")


def _recording_saved(instance: Recording, **_: object) -> None:
    if instance.state == Recording.State.WAITING:
        transaction.on_commit(functools.partial(send_word, SOUND))


def _task_ordered(**_: Any) -> None:
    transaction.on_commit(functools.partial(send_word, TASKS))
