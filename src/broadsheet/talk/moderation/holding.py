"""What moderation holds of a reader: shown on the reader's page, in the download, and forgotten.

The log stays. It names readers and comments by numbers that then lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from broadsheet.readers.holdings import Held, Holding
from broadsheet.readers.models import Account
from broadsheet.talk.moderation.models import Appeal, Claim, Decision

# What concerns the reader; that a claim was refused or a mode changed does not.
_CONCERNING = (
    *(*Decision.REMOVALS, Decision.Kind.LIFT, Decision.Kind.BLOCK, Decision.Kind.RESTORE),
    *(Decision.Kind.UPHOLD, Decision.Kind.REFUSE),
)


def export(account: Account) -> list[dict[str, Any]]:
    """Decisions, appeals with their answers, and objections, as plain values."""
    found: list[dict[str, Any]] = [
        {
            "kind": "decision",
            "decision": one.kind,
            "comment": one.comment_id,
            "clause": one.clause,
            "reason": one.reason,
            "until": one.until.isoformat() if one.until else None,
            "made_at": one.made_at.isoformat(),
        }
        for one in _decisions(account).order_by("pk")
    ]
    for given in Appeal.objects.filter(reader=account):
        what = {"comment": given.comment_id, "text": given.text, "answer": given.answer}
        when = {"outcome": given.outcome, "made_at": given.made_at.isoformat()}
        found.append({"kind": "appeal", **what, **when})
    for claim in Claim.objects.filter(comment__author=account, objected_at__isnull=False):
        what = {"comment": claim.comment_id, "text": claim.objection}
        found.append({"kind": "objection", **what})
    return found


def shown(account: Account) -> Iterable[Held]:
    """The decisions on the reader's comments, the newest first, each with its reason."""
    for one in _decisions(account)[:50]:
        path = reverse("talk_appeal", args=[one.pk]) if one.is_removal else "/reader/"
        clause = f" · {one.clause}" if one.clause else ""
        yield Held(
            text=f"{capfirst(one.get_kind_display())}{clause}",
            path=path,
            at=one.made_at,
            note=one.reason,
        )


def forget(account: Account) -> None:
    """Take the reader's words away. An appeal that nobody has answered goes altogether."""
    appeals = Appeal.objects.filter(reader=account)
    appeals.open().delete()
    appeals.update(text="", answer="", reader=None)
    Claim.objects.filter(comment__author=account).update(objection="")


HOLDING = Holding(
    key="moderation",
    title=_("Decisions on my comments"),
    export=export,
    shown=shown,
    forget=forget,
)


def _decisions(account: Account) -> Any:
    return Decision.objects.filter(reader_id=account.pk, kind__in=_CONCERNING)
