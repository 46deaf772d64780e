"""A reader's own comment → the page on which its writer may appeal or object."""

from __future__ import annotations

from django.urls import reverse

from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.models import Claim, Decision


def where_to_object(comment: Comment) -> str:
    """Its path; "" where nothing was decided against the comment. One query."""
    if comment.state == Comment.State.REMOVED:
        removals = Decision.objects.filter(comment=comment, kind__in=Decision.REMOVALS)
        decision = removals.first()
        return reverse("talk_appeal", args=[decision.pk]) if decision else ""
    if comment.state == Comment.State.BLOCKED:
        claim = Claim.objects.filter(comment=comment, state=Claim.State.BLOCKED).first()
        return reverse("talk_objection", args=[claim.pk]) if claim else ""
    return ""
