from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from wagtail.models import Site

from broadsheet.desk.models import ReportPage
from broadsheet.readers.display_name import take_name
from broadsheet.readers.models import Account
from broadsheet.talk.moderation.models import TalkSettings


def open_talk(*, readers: int, progress: Callable[[str], None]) -> dict[str, object]:
    """Have comments go out at once, and so many readers who are signed in.

    Gives the newest reports' numbers and paths, and the readers' session cookies.
    """
    TalkSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True),
        defaults={"mode": "open", "most_in_ten_minutes": None},
    )
    sessions = [_session(_reader(number)) for number in range(readers)]
    progress(f"{readers} readers are signed in")
    reports = ReportPage.objects.live().order_by("-first_published_at")
    return {
        "reports": [(one.pk, one.path_on_site) for one in reports],
        "sessions": sessions,
    }


def _reader(number: int) -> Account:
    account = Account.objects.new_reader()
    account.save()
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")
    take_name(account, f"Reader {letters}")
    return account


def _session(account: Account) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = "broadsheet.readers.backend.ReaderBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return str(session.session_key)
