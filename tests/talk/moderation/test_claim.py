"""A claim of rights: thirty days, two sides, and the clock."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment, Notice
from broadsheet.talk.moderation import claim as claims
from broadsheet.talk.moderation.decide import CannotDecide
from broadsheet.talk.moderation.keep_dates import keep_dates
from broadsheet.talk.moderation.models import Claim, Decision
from broadsheet.talk.moderation.where_to_object import where_to_object
from tests.talk.making import signed_in
from tests.talk.moderation.making import at_the_desk, decided
from tests.talk.moderation.test_appeal import csrf

STATEMENT = "It names my street and the number of my house."
CLAIM = {
    "name": "Ida Brandt",
    "email": "ida@mail.example",
    "right": "privacy",
    "statement": STATEMENT,
    "is_true": "on",
}


def make_claim(comment: Comment) -> Claim:
    claim = Claim(
        comment=comment,
        name="Ida Brandt",
        email="ida@mail.example",
        right="privacy",
        statement=STATEMENT,
    )
    return claims.receive(claim, now=timezone.now())


def told() -> list[tuple[str, str]]:
    return [
        (one.facts["role"], one.facts["step"])
        for one in Notice.objects.filter(kind="claim").order_by("pk")
    ]


def test_anybody_may_claim_and_is_told_that_it_came(standing: Comment, mo: Account) -> None:
    client = Client(headers={"host": "127.0.0.1:8000"})
    path = f"/talk/claims/new/?comment={standing.pk}"
    assert "forty-one lamps" in client.get(path).content.decode()
    answer = client.post(path, {**CLAIM, "csrfmiddlewaretoken": csrf(client, path)})
    assert answer.status_code == 200
    assert "Your claim is here" in answer.content.decode()
    claim = Claim.objects.get()
    assert (claim.state, claim.name, claim.comment_id) == ("received", "Ida Brandt", standing.pk)
    assert told() == [("claimant", "received")]
    assert Notice.objects.get().email == "ida@mail.example"
    standing.refresh_from_db()
    assert standing.state == "published", "nothing happens before a moderator has read it"


@pytest.mark.parametrize("wrong", [{"statement": "Short."}, {"right": "none"}, {"email": "x"}])
def test_a_claim_that_lacks_something_is_not_taken(
    standing: Comment, wrong: dict[str, str]
) -> None:
    client = Client(headers={"host": "127.0.0.1:8000"})
    path = f"/talk/claims/new/?comment={standing.pk}"
    assert client.post(path, {**CLAIM, **wrong}).status_code == 422
    assert not Claim.objects.exists()


@pytest.mark.parametrize("query", ["", "?comment=", "?comment=999", "?comment=x", "?comment=-1"])
def test_there_is_no_form_for_a_comment_that_does_not_stand(standing: Comment, query: str) -> None:
    client = Client(headers={"host": "127.0.0.1:8000"})
    assert client.get(f"/talk/claims/new/{query}").status_code == 404


def test_the_sixth_claim_of_a_day_from_one_place_waits(standing: Comment) -> None:
    client = Client(headers={"host": "127.0.0.1:8000", "x-forwarded-for": "192.0.2.7"})
    path = f"/talk/claims/new/?comment={standing.pk}"
    assert [client.post(path, CLAIM).status_code for _ in range(6)] == [200] * 5 + [429]


def test_a_granted_claim_blocks_for_thirty_days_and_tells_both_sides(
    standing: Comment, mo: Account, mina: Account
) -> None:
    claim, now = make_claim(standing), timezone.now()
    claims.block(claim.pk, "It does.", moderator=mo, now=now)
    standing.refresh_from_db()
    claim.refresh_from_db()
    assert standing.state == "blocked"
    assert claim.blocked_until == now + dt.timedelta(days=30)
    assert told() == [("claimant", "received"), ("claimant", "blocked"), ("writer", "blocked")]
    to_writer = Notice.objects.get(reader=mina)
    assert to_writer.facts["objection_path"] == f"/talk/objections/{claim.pk}/"
    assert "Ida" not in str(to_writer.facts)
    assert "ida@" not in str(to_writer.facts)


def test_the_clock_shows_it_again_when_nobody_has_decided(standing: Comment, mo: Account) -> None:
    claim, now = make_claim(standing), timezone.now()
    claims.block(claim.pk, "It does.", moderator=mo, now=now)
    assert keep_dates(now=now + dt.timedelta(days=29, hours=23)) == 0
    standing.refresh_from_db()
    assert standing.state == "blocked"
    assert keep_dates(now=now + dt.timedelta(days=30)) == 1
    assert keep_dates(now=now + dt.timedelta(days=31)) == 0
    standing.refresh_from_db()
    assert standing.state == "published"
    line = Decision.objects.first()
    assert (line.kind, line.moderator_id, line.moderator_name) == ("restore", None, "")
    assert told()[-2:] == [("claimant", "restored"), ("writer", "restored")]


def test_the_writer_objects_and_a_moderator_decides(
    standing: Comment, mo: Account, mina: Account, otto: Account
) -> None:
    claim = make_claim(standing)
    claims.block(claim.pk, "It does.", moderator=mo, now=timezone.now())
    standing.refresh_from_db()
    path = where_to_object(standing)
    assert path == f"/talk/objections/{claim.pk}/"
    assert signed_in(otto).get(path).status_code == 404
    client = signed_in(mina)
    page = client.get(path).content.decode()
    assert STATEMENT in page
    assert "Ida" not in page
    fields = {"csrfmiddlewaretoken": csrf(client, path), "text": "It names no street at all."}
    assert client.post(path, fields).status_code == 200
    assert "<textarea" not in client.get(path).content.decode()
    desk = at_the_desk(mo)
    page = desk.get(f"/desk/talk/claims/{claim.pk}/").content.decode()
    assert "It names no street at all." in page
    sent = desk.post(f"/desk/talk/claims/{claim.pk}/", {"step": "restore", "reason": "It is so."})
    assert sent.status_code == 302
    standing.refresh_from_db()
    assert standing.state == "published"


def test_a_removal_after_a_block_cites_a_clause_and_can_be_appealed(
    standing: Comment, mo: Account, mina: Account
) -> None:
    claim = make_claim(standing)
    claims.block(claim.pk, "It does.", moderator=mo, now=timezone.now())
    path = f"/desk/talk/claims/{claim.pk}/"
    desk = at_the_desk(mo)
    assert desk.post(path, {"step": "remove", "reason": "So."}).status_code == 422
    assert desk.post(path, {"step": "remove", "reason": "So.", "clause": "3"}).status_code == 302
    standing.refresh_from_db()
    assert standing.state == "removed"
    decision = Decision.objects.first()
    assert decision.clause.startswith("3. Leave private people")
    assert signed_in(mina).get(f"/talk/appeals/{decision.pk}/").status_code == 200
    assert keep_dates(now=timezone.now() + dt.timedelta(days=40)) == 0


def test_a_refused_claim_leaves_the_comment_and_tells_the_claimant_alone(
    standing: Comment, mo: Account
) -> None:
    claim = make_claim(standing)
    claims.refuse(claim.pk, "It names none.", moderator=mo, now=timezone.now())
    standing.refresh_from_db()
    assert standing.state == "published"
    assert told() == [("claimant", "received"), ("claimant", "refused")]
    with pytest.raises(CannotDecide, match="meanwhile"):
        claims.block(claim.pk, "It does.", moderator=mo, now=timezone.now())


def test_a_second_claim_runs_to_the_end_of_the_first(standing: Comment, mo: Account) -> None:
    first, second, now = make_claim(standing), make_claim(standing), timezone.now()
    claims.block(first.pk, "It does.", moderator=mo, now=now)
    later = now + dt.timedelta(days=20)
    claims.block(second.pk, "It does.", moderator=mo, now=later)
    second.refresh_from_db()
    assert second.blocked_until == now + dt.timedelta(days=30)
    assert keep_dates(now=now + dt.timedelta(days=30)) == 2
    standing.refresh_from_db()
    assert standing.state == "published"


def test_what_its_writer_deleted_is_not_shown_again(standing: Comment, mo: Account) -> None:
    claim, now = make_claim(standing), timezone.now()
    claims.block(claim.pk, "It does.", moderator=mo, now=now)
    Comment.objects.filter(pk=standing.pk).update(state="deleted", text="")
    keep_dates(now=now + dt.timedelta(days=30))
    standing.refresh_from_db()
    assert standing.state == "deleted"


def test_a_comment_that_was_removed_meanwhile_cannot_be_blocked(
    standing: Comment, mo: Account
) -> None:
    claim = make_claim(standing)
    decided(standing, "remove", mo)
    with pytest.raises(CannotDecide, match="does not stand"):
        claims.block(claim.pk, "It does.", moderator=mo, now=timezone.now())
