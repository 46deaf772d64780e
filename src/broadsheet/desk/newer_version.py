"""Two people in one form: whoever keeps it second is told before anything is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from wagtail.models import Page, Revision


def newer_version(page: Page, sent: Mapping[str, str], user: Any) -> Revision | None:
    """What somebody else has kept of `page` since `user` opened the form that is `sent`.

    Wagtail looks for this itself where the browser keeps the form by itself, and warns before a
    button is pressed; here it is where the button was pressed all the same.
    """
    loaded = sent.get("overwrite_revision_id") or sent.get("loaded_revision_id")
    latest = page.latest_revision if page.pk and loaded else None
    if latest is None or latest.user_id is None or latest.user_id == user.pk:
        return None
    if str(latest.pk) != loaded:
        return latest
    # A form that keeps itself writes its own version anew each time.
    opened_at = parse_datetime(sent.get("loaded_revision_created_at", ""))
    return latest if opened_at and latest.created_at > opened_at else None


def words_for(newer: Revision) -> str:
    name = newer.user.get_full_name() or newer.user.get_username()
    at = date_format(localtime(newer.created_at), "TIME_FORMAT")
    return gettext(
        "%(name)s kept another version at %(at)s, after you had opened this one. Nothing is "
        "overwritten: what you typed stands below. Keep it once more to make it the newest; the "
        "other version stays in the history."
    ) % {"name": name, "at": at}
