"""Appeals: whoever decided does not answer, and what is answered holds."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.readers.holdings import holdings
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment, Notice
from broadsheet.talk.moderation.appeal import answer, appeal
from broadsheet.talk.moderation.decide import CannotDecide
from broadsheet.talk.moderation.models import Appeal, Decision
from broadsheet.talk.moderation.standing import standing as standing_of
from broadsheet.talk.moderation.take_back import take_back
from tests.talk.making import signed_in
from tests.talk.moderation.making import at_the_desk, decided

WHY = "I sell no lamps; I counted them."


@pytest.fixture
def given(mo: Account, held: Comment, mina: Account) -> Appeal:
    """Mina appeals against a pause that Mo gave her."""
    decision = decided(held, "pause", mo, pause_days=7)
    return appeal(decision, reader=mina, text=WHY, now=timezone.now())


def csrf(client: Client, path: str) -> str:
    page = client.get(path).content.decode()
    return page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]


def test_a_reader_appeals_on_the_page_that_the_mail_names(
    mo: Account, held: Comment, mina: Account
) -> None:
    decided(held, "remove", mo)
    path = Notice.objects.get(kind="decision").facts["appeal_path"]
    client = signed_in(mina)
    page = client.get(path).content.decode()
    assert "It sells lamps." in page
    assert "4. Advertise nothing." in page
    fields = {"csrfmiddlewaretoken": csrf(client, path), "text": WHY}
    assert client.post(path, fields).status_code == 200
    assert Appeal.objects.get().text == WHY
    page = client.get(path).content.decode()
    assert "Your appeal is here" in page
    assert "<textarea" not in page
    client.post(path, {**fields, "text": "Another text, sent a second time."})
    assert Appeal.objects.get().text == WHY


def test_the_page_of_an_appeal_is_for_whoever_wrote_the_comment(
    mo: Account, held: Comment, otto: Account
) -> None:
    decision = decided(held, "remove", mo)
    path = f"/talk/appeals/{decision.pk}/"
    assert signed_in(otto).get(path).status_code == 404
    outside = Client(headers={"host": "127.0.0.1:8000"}).get(path)
    assert outside["Location"] == f"/reader/sign-in/?next=%2Ftalk%2Fappeals%2F{decision.pk}%2F"


def test_whoever_decided_cannot_answer_whatever_they_send(given: Appeal, mo: Account) -> None:
    with pytest.raises(CannotDecide, match="somebody else"):
        answer(given.pk, "refused", "No.", moderator=mo, now=timezone.now())
    path = f"/desk/talk/appeals/{given.pk}/"
    page = at_the_desk(mo).get(path).content.decode()
    assert "somebody else has to answer" in page
    assert 'name="outcome"' not in page
    sent = at_the_desk(mo).post(path, {"outcome": "refused", "answer": "No."})
    assert sent.status_code == 422
    chief = Account.objects.get(pk=mo.pk)
    chief.is_superuser = True
    chief.save()
    assert at_the_desk(chief).post(path, {"outcome": "refused", "answer": "No."}).status_code == 422
    given.refresh_from_db()
    assert given.answered_at is None


def test_an_appeal_that_is_upheld_puts_all_right_again(
    given: Appeal, ada: Account, mina: Account
) -> None:
    now = timezone.now()
    assert not standing_of(mina, now).may_write
    sent = at_the_desk(ada).post(
        f"/desk/talk/appeals/{given.pk}/", {"outcome": "upheld", "answer": "You are right."}
    )
    assert sent["Location"] == "/desk/talk/appeals/"
    assert Comment.objects.get().state == "published"
    assert standing_of(mina, now).may_write
    facts = Notice.objects.get(kind="appeal").facts
    assert (facts["outcome"], facts["answer"]) == ("upheld", "You are right.")
    line = Decision.objects.first()
    assert (line.kind, line.moderator_name, line.answers_id) == ("uphold", "ada", given.decision_id)
    page = signed_in(mina).get(f"/talk/appeals/{given.decision_id}/").content.decode()
    assert "You are right." in page


def test_an_appeal_that_is_refused_changes_nothing_and_is_answered_once(
    given: Appeal, ada: Account, mina: Account
) -> None:
    now = timezone.now()
    answer(given.pk, "refused", "It stands.", moderator=ada, now=now)
    assert Comment.objects.get().state == "removed"
    assert not standing_of(mina, now).may_write
    with pytest.raises(CannotDecide, match="answered already"):
        answer(given.pk, "upheld", "No, it does not.", moderator=ada, now=now)
    assert Notice.objects.filter(kind="appeal").count() == 1


@pytest.mark.parametrize(("outcome", "text"), [("", "Yes."), ("upheld", " "), ("maybe", "Yes.")])
def test_an_answer_without_words_or_outcome_is_none(
    given: Appeal, ada: Account, outcome: str, text: str
) -> None:
    with pytest.raises(CannotDecide):
        answer(given.pk, outcome, text, moderator=ada, now=timezone.now())


def test_there_is_no_appeal_against_what_is_old_taken_back_or_no_removal(
    mo: Account, held: Comment, mina: Account
) -> None:
    now = timezone.now()
    published = decided(held, "publish", mo, now=now)
    removed = decided(held, "remove", mo, now=now)
    with pytest.raises(CannotDecide):
        appeal(published, reader=mina, text=WHY, now=now)
    with pytest.raises(CannotDecide):
        appeal(removed, reader=mina, text=WHY, now=now + dt.timedelta(days=180))
    take_back(removed.pk, moderator=mo, now=now)
    with pytest.raises(CannotDecide):
        appeal(removed, reader=mina, text=WHY, now=now)


def test_a_banned_reader_still_reads_downloads_appeals_and_leaves(
    mo: Account, held: Comment, mina: Account
) -> None:
    decided(held, "ban", mo)
    client = signed_in(mina)
    assert client.get("/reader/").status_code == 200
    data = client.get("/reader/data.json")
    assert data.status_code == 200
    assert "Buy lamps at the pier." in data.content.decode()
    leaving = client.get("/reader/leave/")
    assert "again=1" in leaving["Location"], "whoever leaves signs in once more, banned or not"
    assert client.get(f"/talk/appeals/{Decision.objects.get().pk}/").status_code == 200


def test_what_moderation_holds_of_a_reader_is_in_the_download_and_goes_with_the_account(
    given: Appeal, ada: Account, mina: Account
) -> None:
    answer(given.pk, "refused", "It stands.", moderator=ada, now=timezone.now())
    client = signed_in(mina)
    data = client.get("/reader/data.json").content.decode()
    for words in (WHY, "It stands.", "It sells lamps.", "4. Advertise nothing."):
        assert words in data
    page = client.get("/reader/").content.decode()
    assert "Decisions on my comments" in page
    assert f"/talk/appeals/{given.decision_id}/" in page
    for holding in holdings():
        holding.forget(mina)
    mina.delete()
    given.refresh_from_db()
    assert (given.text, given.answer, given.outcome) == ("", "", "refused")
    assert Decision.objects.count() == 2


def test_the_answer_to_an_appeal_stands_on_the_page_of_the_decision(
    given: Appeal, ada: Account, mina: Account
) -> None:
    answer(given.pk, "refused", "It stands.", moderator=ada, now=timezone.now())
    line = Decision.objects.first()
    page = signed_in(mina).get(f"/talk/appeals/{line.pk}/")
    assert page.status_code == 200
    assert "It stands." in page.content.decode()
    assert "It sells lamps." in page.content.decode()
