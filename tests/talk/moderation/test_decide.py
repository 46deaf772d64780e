"""Deciding: what becomes of the comment, of its reader, and who is told what."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment, Notice, Thread
from broadsheet.talk.moderation.complain import complained
from broadsheet.talk.moderation.decide import CannotDecide, Choice, DecidedMeanwhile, decide
from broadsheet.talk.moderation.lift import lift
from broadsheet.talk.moderation.models import Decision, Sanction
from broadsheet.talk.moderation.queue import waiting
from broadsheet.talk.moderation.standing import standing as standing_of
from broadsheet.talk.moderation.take_back import take_back
from broadsheet.talk.notices.words import words
from broadsheet.talk.permission import must_be_in_good_standing
from broadsheet.talk.refused import Refused
from tests.readers.making import make_reader
from tests.talk.making import make_comment
from tests.talk.moderation.making import decided, make_complaint, saw, set_mode


def test_a_held_comment_is_published_and_its_reader_told(mo: Account, held: Comment) -> None:
    assert held.state == "held"
    assert not Thread.objects.filter(pk=held.report_id).exists()
    decision = decided(held, "publish", mo, reason="It keeps to the policy.")
    held.refresh_from_db()
    assert (held.state, held.held_because) == ("published", [])
    assert Thread.objects.get(pk=held.report_id).changes == 1
    told = Notice.objects.get(key=f"decision:{decision.pk}")
    assert (told.reader_id, told.facts["decision"]) == (held.author_id, "publish")
    assert told.facts["appeal_path"] == ""


@pytest.mark.parametrize("kind", ["remove", "warn", "pause", "ban"])
def test_a_removal_names_the_clause_and_the_reason_to_the_reader(
    mo: Account, held: Comment, kind: str
) -> None:
    decision = decided(held, kind, mo, pause_days=7)
    held.refresh_from_db()
    assert held.state == "removed"
    facts = Notice.objects.get(kind="decision").facts
    assert facts["clause"] == "4. Advertise nothing."
    assert facts["reason"] == "It sells lamps."
    assert facts["appeal_path"] == f"/talk/appeals/{decision.pk}/"
    assert facts["decision"] == kind
    assert (decision.moderator_name, decision.kind) == ("mo", kind)
    assert decision.seconds is not None


def test_the_mail_waits_a_minute_in_which_the_decision_can_be_taken_back(
    mo: Account, held: Comment
) -> None:
    now = timezone.now()
    decision = decided(held, "ban", mo, now=now)
    assert not Notice.objects.due(now=now + dt.timedelta(seconds=59)).exists()
    assert Notice.objects.due(now=now + dt.timedelta(seconds=60)).exists()
    take_back(decision.pk, moderator=mo, now=now + dt.timedelta(seconds=30))
    held.refresh_from_db()
    assert held.state == "held"
    assert held.held_because
    assert not Notice.objects.exists()
    assert standing_of(held.author, now).may_write
    kinds = list(Decision.objects.values_list("kind", flat=True))
    assert kinds == ["take-back", "ban"], "both stay in the log"


def test_a_decision_is_taken_back_once_by_its_maker_and_within_the_minute(
    mo: Account, ada: Account, held: Comment
) -> None:
    now = timezone.now()
    decision = decided(held, "remove", mo, now=now)
    with pytest.raises(CannotDecide, match="not your decision"):
        take_back(decision.pk, moderator=ada, now=now)
    with pytest.raises(CannotDecide, match="told already"):
        take_back(decision.pk, moderator=mo, now=now + dt.timedelta(seconds=60))
    take_back(decision.pk, moderator=mo, now=now)
    with pytest.raises(DecidedMeanwhile):
        take_back(decision.pk, moderator=mo, now=now)


def test_the_second_of_two_moderators_sees_that_it_is_decided(
    mo: Account, ada: Account, held: Comment
) -> None:
    seen_by_both = saw(held)
    now = timezone.now()
    choice = Choice("remove", clause="1. Speak to the matter.", reason="No.")
    decide(held.pk, choice, moderator=mo, saw=seen_by_both, now=now)
    with pytest.raises(DecidedMeanwhile):
        decide(held.pk, Choice("publish"), moderator=ada, saw=seen_by_both, now=now)
    held.refresh_from_db()
    assert held.state == "removed"
    assert Decision.objects.count() == 1


def test_a_text_that_was_edited_meanwhile_is_looked_at_again(mo: Account, held: Comment) -> None:
    before = saw(held)
    Comment.objects.filter(pk=held.pk).update(text="Something else altogether.")
    with pytest.raises(DecidedMeanwhile):
        decide(held.pk, Choice("publish"), moderator=mo, saw=before, now=timezone.now())


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice("remove", clause="", reason="No."), "clause"),
        (Choice("remove", clause="1. A", reason="  "), "reason"),
        (Choice("pause", clause="1. A", reason="No."), "length"),
        (Choice("pause", clause="1. A", reason="No.", pause_days=366), "length"),
        (Choice("boil", clause="1. A", reason="No."), "no decision"),  # type: ignore[arg-type]
    ],
)
def test_a_decision_that_lacks_something_is_not_made(
    mo: Account, held: Comment, choice: Choice, said: str
) -> None:
    with pytest.raises(CannotDecide, match=said):
        decide(held.pk, choice, moderator=mo, saw=saw(held), now=timezone.now())
    assert not Decision.objects.exists()


@pytest.mark.parametrize("state", ["deleted", "blocked"])
def test_what_is_deleted_or_blocked_is_not_decided_on(
    mo: Account, held: Comment, state: str
) -> None:
    Comment.objects.filter(pk=held.pk).update(state=state)
    with pytest.raises(CannotDecide, match="nothing to decide"):
        decided(held, "publish", mo)


def test_a_paused_reader_may_write_again_when_the_time_is_over(mo: Account, held: Comment) -> None:
    now = timezone.now()
    decided(held, "pause", mo, pause_days=7, now=now)
    told = standing_of(held.author, now)
    assert (told.may_write, told.kind, told.until) == (False, "pause", now + dt.timedelta(days=7))
    assert told.reason == "It sells lamps."
    assert standing_of(held.author, now + dt.timedelta(days=7)).may_write


def test_a_paused_reader_is_told_until_when_and_in_which_zone(mo: Account, held: Comment) -> None:
    now = dt.datetime(2031, 5, 5, 3, 30, tzinfo=dt.UTC)
    decided(held, "pause", mo, pause_days=7, now=now)
    assert held.author
    until = "12:30 p.m. KST, May 12, 2031."
    with pytest.raises(Refused, match=f"until {re.escape(until)} The reason: It sells lamps."):
        must_be_in_good_standing(held.author, now=now)
    said = words(Notice.objects.get())
    assert said
    assert f"You may write again from {until}" in [one.text for one in said.passages]


def test_a_ban_has_no_end_and_outweighs_a_pause_and_a_warning_stops_nobody(
    mo: Account, report: ReportPage, mina: Account
) -> None:
    set_mode(report, "open")
    texts = ["One lamp is out.", "The ferry was late.", "Who pays for all this?"]
    comments = [make_comment(report, mina, text) for text in texts]
    now = timezone.now()
    decided(comments[0], "warn", mo, now=now)
    assert standing_of(mina, now).may_write
    decided(comments[1], "ban", mo, now=now)
    decided(comments[2], "pause", mo, pause_days=3, now=now)
    assert standing_of(mina, now).kind == "ban"
    assert not standing_of(mina, now + dt.timedelta(days=9999)).may_write


def test_a_ban_that_is_lifted_is_in_the_log_with_its_reason(mo: Account, held: Comment) -> None:
    decided(held, "ban", mo)
    sanction, now = Sanction.objects.get(), timezone.now()
    with pytest.raises(CannotDecide, match="reason"):
        lift(sanction.pk, " ", moderator=mo, now=now)
    lift(sanction.pk, "We spoke.", moderator=mo, now=now)
    assert standing_of(held.author, now).may_write
    assert Decision.objects.first().reason == "We spoke."
    with pytest.raises(CannotDecide, match="not in force"):
        lift(sanction.pk, "Again.", moderator=mo, now=now)


def test_a_report_on_an_approved_comment_comes_back_to_the_queue(
    mo: Account, standing: Comment, otto: Account
) -> None:
    decided(standing, "publish", mo)
    assert not waiting("reported").exists()
    make_complaint(standing, otto)
    complained(standing, timezone.now())
    assert list(waiting("reported")) == [standing]
    decided(standing, "publish", mo)
    assert not waiting("reported").exists()
    assert standing.complaints.get().answered_at


def test_more_reports_than_the_newsroom_lets_stand_hold_a_comment(
    mo: Account, standing: Comment
) -> None:
    for n in range(3):
        make_complaint(standing, make_reader(f"Reader {'ABC'[n]}"))
    complained(standing, timezone.now())
    standing.refresh_from_db()
    assert standing.state == "published"
    make_complaint(standing, make_reader("Reader D"))
    complained(standing, timezone.now())
    standing.refresh_from_db()
    assert standing.state == "held"
    assert [one["kind"] for one in standing.held_because] == ["reported"]


def test_a_crowd_does_not_outvote_a_decision(mo: Account, standing: Comment) -> None:
    decided(standing, "publish", mo)
    for n in range(6):
        make_complaint(standing, make_reader(f"Reader {'ABCDEF'[n]}"))
    complained(standing, timezone.now())
    standing.refresh_from_db()
    assert standing.state == "published"
    assert list(waiting("reported")) == [standing]


def test_a_reader_who_left_is_told_nothing_and_the_decision_stands(
    mo: Account, held: Comment
) -> None:
    Comment.objects.filter(pk=held.pk).update(author=None)
    decided(held, "remove", mo)
    assert not Notice.objects.exists()
    assert not Sanction.objects.exists()


def test_the_log_stays_whole_when_a_reader_and_a_moderator_leave(
    mo: Account, held: Comment, mina: Account
) -> None:
    decided(held, "ban", mo)
    mina.delete()
    mo.delete()
    held.report.delete()
    kept = Decision.objects.get()
    assert (kept.moderator_name, kept.kind, kept.comment_id) == ("mo", "ban", held.pk)
    assert not Sanction.objects.exists()
