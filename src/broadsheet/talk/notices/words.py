"""A notice → what its mail says, in the language of the paper.

The facts of each kind: a reply has `comment_id`, the number of the answer. A decision has
`comment`, `report`, `path`, `decision`, `clause`, `reason`, `until` (ISO 8601 or None) and
`appeal_path`. An appeal has `comment`, `report`, `path`, `outcome` (upheld or refused) and
`answer`. A claim has `role` (claimant or writer), `step`, `comment`, `report`, `path`,
`statement`, `until` and `objection_path`. Paths are on this site.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from broadsheet.desk.furniture import newspaper
from broadsheet.paper.newspaper_time import clock_and_day
from broadsheet.talk.models import Comment, Notice


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a mail. What is quoted is somebody's own words; `path` is where it leads."""

    text: str
    is_quoted: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    passages: tuple[Passage, ...]


def words(notice: Notice) -> Words | None:
    """What there is to say, or None where it has become idle: a reply that stands no more."""
    match notice.kind:
        case Notice.Kind.REPLY:
            return _reply(notice.facts)
        case Notice.Kind.DECISION:
            return _decision(notice.facts)
        case Notice.Kind.APPEAL:
            return _appeal(notice.facts)
        case _:
            return _claim(notice.facts)


def _reply(facts: dict[str, Any]) -> Words | None:
    reply = (
        Comment.objects.standing()
        .select_related("author", "parent", "report")
        .filter(pk=facts["comment_id"])
        .first()
    )
    if reply is None or reply.parent is None or reply.author is None:
        return None
    name, report = reply.author.shown_name, reply.report
    place = f"{report.path_on_site}#{reply.place}"
    return Words(
        gettext("%(name)s answered your comment") % {"name": name},
        (
            Passage(_under(report.title)),
            Passage(gettext("You wrote:")),
            Passage(reply.parent.text, is_quoted=True),
            Passage(gettext("%(name)s answered:") % {"name": name}),
            Passage(reply.text, is_quoted=True),
            Passage(gettext("Read it in its place"), path=place),
        ),
    )


def _decision(facts: dict[str, Any]) -> Words:
    said = {
        "publish": gettext("A moderator has read your comment; it is printed now."),
        "remove": gettext("A moderator removed your comment."),
        "warn": gettext("A moderator removed your comment, and this is a warning."),
        "pause": gettext("A moderator removed your comment, and you may not write for a while."),
        "ban": gettext("A moderator removed your comment, and you may not write here any more."),
        "take-back": gettext("The decision on your comment was taken back."),
        "lift": gettext("You may write comments again."),
        "restore": gettext("Your comment is shown again."),
        "block": gettext("Your comment is blocked while a claim of rights is looked into."),
        "remove-claimed": gettext("Your comment was removed after a claim of rights."),
    }
    return Words(
        gettext("A decision on your comment"),
        (
            Passage(said.get(facts["decision"], gettext("There is a decision on your comment."))),
            *_the_comment(facts),
            *_labelled(gettext("The clause of our standards policy:"), facts["clause"]),
            *_labelled(gettext("The reason:"), facts["reason"]),
            *_until(gettext("You may write again from %(time)s."), facts["until"]),
            *_link(
                gettext("Appeal against it: somebody else will look at it"), facts["appeal_path"]
            ),
        ),
    )


def _appeal(facts: dict[str, Any]) -> Words:
    is_upheld = facts["outcome"] == "upheld"
    return Words(
        gettext("The answer to your appeal"),
        (
            Passage(
                gettext("A second moderator agrees with you: the decision does not stand any more.")
                if is_upheld
                else gettext("A second moderator has looked at it anew: the decision stands.")
            ),
            *_the_comment(facts),
            *_labelled(gettext("The answer:"), facts["answer"]),
        ),
    )


def _claim(facts: dict[str, Any]) -> Words:
    is_writer = facts["role"] == "writer"
    said = {
        "received": gettext("Your claim against a comment has arrived. We shall look into it."),
        "blocked": gettext("The comment is blocked while the claim is looked into."),
        "objected": gettext("Whoever wrote the comment has objected to your claim."),
        "restored": gettext("The comment is shown again."),
        "removed": gettext("The comment was removed."),
        "refused": gettext("The claim was refused; the comment stands."),
    }
    return Words(
        gettext("A claim against your comment") if is_writer else gettext("Your claim"),
        (
            Passage(said.get(facts["step"], gettext("There is news of the claim."))),
            *_the_comment(facts),
            *_labelled(gettext("What was said:"), facts["statement"]),
            *_until(gettext("The block ends at %(time)s."), facts["until"]),
            *_link(gettext("Object to the claim"), facts["objection_path"]),
        ),
    )


def _under(headline: str) -> str:
    return gettext("Under: %(headline)s") % {"headline": headline}


def _the_comment(facts: dict[str, Any]) -> tuple[Passage, ...]:
    under = Passage(_under(facts["report"]), path=facts["path"])
    return (under, *_labelled(gettext("The comment:"), facts["comment"]))


def _labelled(label: str, text: str) -> tuple[Passage, ...]:
    return (Passage(label), Passage(text, is_quoted=True)) if text else ()


def _until(sentence: str, until: str | None) -> tuple[Passage, ...]:
    if not until:
        return ()
    time = clock_and_day(dt.datetime.fromisoformat(until), newspaper())
    return (Passage(sentence % {"time": time}),)


def _link(text: str, path: str) -> tuple[Passage, ...]:
    return (Passage(text, path=path),) if path else ()
