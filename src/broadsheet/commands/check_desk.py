"""The part of `broadsheet check` that looks into the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.core.management import call_command
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from broadsheet.commands import check_backup, check_readers, check_reference, check_studio
from broadsheet.commands.finding import Finding, Level
from broadsheet.desk.models import FrontPage, Photo, PolicyPage
from broadsheet.press.models import Order, Output
from broadsheet.press.the_site import the_folder


def findings(*, mend: bool) -> list[Finding]:
    try:
        found = list(_database(mend=mend))
    except DatabaseError as error:
        return [
            Finding.wrong(
                f"the database cannot be read ({error})",
                "restore it from a backup, or give it to the account that serves",
            )
        ]
    if not any(finding.level is Level.WRONG for finding in found):
        parts: tuple[Callable[[], Iterable[Finding]], ...] = (
            *(_backup, _paper, _photos, _press),
            check_studio.findings,
            check_reference.findings,
            check_readers.findings,
        )
        found += [finding for part in parts for finding in part()]
    return found


def _database(*, mend: bool) -> Iterable[Finding]:
    if mend:
        call_command("migrate", verbosity=0)
    damage = _damage()
    if damage:
        yield Finding.wrong(f"the database is damaged: {damage}", "restore it from a backup")
        return
    executor = MigrationExecutor(connection)
    ahead = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if ahead:
        yield Finding.wrong(
            f"the database is {len(ahead)} steps behind this version of Broadsheet",
            "run: broadsheet check --mend, or start: broadsheet serve",
        )
    else:
        yield Finding.fine("the database is sound and up to date")


def _damage() -> str:
    """What SQLite finds wrong with its file. PostgreSQL's is looked after by its own tools."""
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check")
        answer = str(cursor.fetchone()[0])
    return "" if answer == "ok" else answer


def _backup() -> Iterable[Finding]:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        version = int(cursor.fetchone()[0])
    yield check_backup.finding(server=version // 10_000)


def _paper() -> Iterable[Finding]:
    if not FrontPage.objects.live().exists():
        yield Finding.wrong("there is no front page", "make one at the desk under the root page")
    if PolicyPage.objects.live().filter(kind=PolicyPage.Kind.STANDARDS).exists():
        yield Finding.fine("there is a standards policy")
    else:
        yield Finding.note(
            "there is no standards policy", "write one at the desk; moderators decide by it"
        )


def _photos() -> Iterable[Finding]:
    missing = [
        photo.pk
        for photo in Photo.objects.only("file")
        if not photo.file.storage.exists(photo.file.name)
    ]
    if missing:
        yield Finding.wrong(
            f"the files of {len(missing)} photos are gone (the first is photo {missing[0]})",
            "restore var/media from a backup, or put the pictures in again at the desk",
        )
    if awaited := Photo.objects.filter(is_awaited=True).count():
        yield Finding.note(f"{awaited} photos wait for their picture", "put them in at the desk")
    unnamed = Photo.objects.filter(credit="", is_awaited=False).count()
    if unnamed:
        yield Finding.note(f"{unnamed} photos have no credit", "add it at the desk")


def _press() -> Iterable[Finding]:
    for output in Output.objects.exclude(trouble=""):
        yield Finding.wrong(
            f"{output.key} could not be printed: {output.trouble}",
            "mend the page at the desk and publish it again",
        )
    waiting = Order.objects.count() + Output.objects.filter(is_stale=True).count()
    if waiting:
        yield Finding.note(
            f"{waiting} things wait for the press",
            "start: broadsheet serve, or run: broadsheet press",
        )
    else:
        yield Finding.fine("the site is in step with the desk")
    if not the_folder().holds("index.html"):
        yield Finding.note("the site has no front page yet", "run: broadsheet press --all")
