"""What readers send, and what becomes of it."""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment, Notice, Thread
from tests.make import make_report
from tests.readers.making import browser, make_reader
from tests.talk.making import (
    make_comment,
    send,
    signed_in,
    token,
    with_talk,
    write,
)


def test_a_comment_that_is_posted_stands_in_nfc_and_is_told_to_its_writer(
    report: ReportPage, mina: Account
) -> None:
    answer = write(signed_in(mina), report, "  가나다 \r\n cafe\u0301\x00 ")
    assert answer.status_code == 200
    comment = Comment.objects.get()
    assert comment.text == "가나다 \n café"
    assert (comment.author, comment.report_id, comment.state) == (mina, report.pk, "published")
    assert answer.json()["id"] == comment.pk
    assert "Mina Bell" in answer.json()["html"]
    assert answer["Cache-Control"] == "no-store"


def test_a_post_asks_six_questions_and_waits_for_the_disk_once(
    report: ReportPage, mina: Account
) -> None:
    client = signed_in(mina)
    write(client, report, "What the house has set is read with this one.")
    with CaptureQueriesContext(connection) as asked:
        assert write(client, report, "And kept for that one.").status_code == 200
    first_words = [question["sql"].split()[0] for question in asked]
    who_may, what_was_said = ["SELECT"] * 3, ["SELECT"]
    counted: list[str] = []
    begun, entered, done = ["BEGIN"], ["INSERT"] * 2, ["COMMIT"]
    if connection.vendor == "postgresql":
        counted = ["SELECT", "INSERT"]  # for all machines
        begun.append("SELECT")  # it takes its turn
    assert first_words == who_may + counted + begun + what_was_said + entered + done


def test_a_post_that_is_sent_twice_stands_once(report: ReportPage, mina: Account) -> None:
    client, key = signed_in(mina), str(uuid.uuid4())
    first = write(client, report, "Once.", key=key)
    again = write(client, report, "Once, but changed.", key=key)
    assert again.json()["id"] == first.json()["id"]
    assert [one.text for one in Comment.objects.all()] == ["Once."]


def test_two_readers_may_call_their_posts_alike(
    report: ReportPage, mina: Account, otto: Account
) -> None:
    key = str(uuid.uuid4())
    write(signed_in(mina), report, "Mine.", key=key)
    write(signed_in(otto), report, "Another one.", key=key)
    assert Comment.objects.count() == 2


def test_a_retry_is_answered_though_the_limit_is_reached(
    newsroom: Config, report: ReportPage, mina: Account
) -> None:
    client, key = signed_in(mina), str(uuid.uuid4())
    with with_talk(newsroom, reader_per_minute=1):
        first = write(client, report, "Once.", key=key)
        assert write(client, report, "Once.", key=key).json()["id"] == first.json()["id"]
        refused = write(client, report, "Something else.")
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 60


def test_each_limit_holds_for_its_own(newsroom: Config, report: ReportPage, mina: Account) -> None:
    otto, pia = make_reader("Otto Riis"), make_reader("Pia Holm")
    other = make_report()
    with with_talk(newsroom, network_per_minute=2):
        here, there = {"REMOTE_ADDR": "10.0.0.1"}, {"REMOTE_ADDR": "10.0.0.2"}
        assert write(signed_in(mina, **here), report, "One.").status_code == 200
        assert write(signed_in(otto, **here), report, "Two, elsewhere.").status_code == 200
        assert write(signed_in(pia, **here), other, "Three in a row.").status_code == 429
        assert write(signed_in(pia, **there), other, "Four is fine.").status_code == 200
    with with_talk(newsroom, report_per_minute=1):
        assert write(signed_in(mina), report, "Fifth of them.").status_code == 200
        assert write(signed_in(otto), report, "Sixth of them.").status_code == 429
        assert write(signed_in(otto), other, "Seventh of all.").status_code == 200


def test_who_may_not_write_is_told_why(report: ReportPage, mina: Account) -> None:
    stranger = browser()
    assert write(stranger, report, "Hello.").status_code == 401
    nameless = write(signed_in(make_reader("")), report, "Hello.")
    assert (nameless.status_code, "name" in nameless.json()["error"]) == (403, True)
    client = signed_in(mina)
    for text in ("", " \n\t ", "\u200b\u200d", "a" * 251, "e" + "\u0301" * 1200):
        refused = write(client, report, text)
        assert (refused.status_code, bool(refused.json()["error"])) == (422, True)
    assert not Comment.objects.exists()


def test_a_write_must_come_from_our_own_pages(report: ReportPage, mina: Account) -> None:
    client = signed_in(mina)
    path, fields = f"/talk/{report.pk}/", {"text": "Hello.", "key": str(uuid.uuid4())}
    proven = {"x-csrftoken": token(client, report)}
    assert client.post(path, fields).status_code == 403
    for wrong in (
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ):
        assert client.post(path, fields, headers={**proven, **wrong}).status_code == 403
    comment = make_comment(report, make_reader("Pia Holm"))
    for act in ("change", "delete", "recommend", "report"):
        there = f"/talk/comments/{comment.pk}/{act}/"
        assert client.post(there, fields).status_code == 403
        assert client.get(there).status_code == 405
    assert client.post(path, fields, headers=proven).status_code == 303


def test_a_closed_report_takes_no_comment(report: ReportPage, mina: Account) -> None:
    ReportPage.objects.filter(pk=report.pk).update(are_comments_open=False)
    assert write(signed_in(mina), report, "Hello.").status_code == 403
    unpublished = f"/talk/{make_report(publish=False).pk}/"
    assert send(signed_in(mina), report, unpublished, text="Hello.").status_code == 404


def test_replies_go_one_level_deep(report: ReportPage, mina: Account, otto: Account) -> None:
    comment = make_comment(report, mina)
    reply = write(signed_in(otto), report, "I agree with that.", parent=comment.pk)
    assert Comment.objects.get(pk=reply.json()["id"]).parent == comment
    deeper = write(signed_in(mina), report, "So do I, of course.", parent=reply.json()["id"])
    elsewhere = write(signed_in(mina), make_report(), "And elsewhere?", parent=comment.pk)
    assert (deeper.status_code, elsewhere.status_code) == (409, 409)
    assert Comment.objects.count() == 2


def test_whoever_is_answered_is_told_once_and_nobody_else(
    report: ReportPage, mina: Account, otto: Account
) -> None:
    comment = make_comment(report, mina)
    make_comment(report, mina, parent=comment)
    assert not Notice.objects.exists()
    reply = make_comment(report, otto, parent=comment)
    notice = Notice.objects.get()
    assert (notice.reader, notice.kind, notice.key) == (mina, "reply", f"reply:{reply.pk}")


def test_a_comment_is_changed_for_five_minutes_by_its_writer_alone(
    report: ReportPage, mina: Account, otto: Account
) -> None:
    comment = make_comment(report, mina)
    path = f"/talk/comments/{comment.pk}/change/"
    assert send(signed_in(otto), report, path, text="Not mine.").status_code == 404
    answer = send(signed_in(mina), report, path, text="Better said.")
    assert (answer.status_code, answer.json()["text"]) == (200, "Better said.")
    comment.refresh_from_db()
    assert comment.edited_at is not None
    Comment.objects.update(posted_at=timezone.now() - dt.timedelta(minutes=5, seconds=1))
    assert send(signed_in(mina), report, path, text="Too late.").status_code == 409
    assert Comment.objects.get().text == "Better said."


def test_a_deleted_comment_leaves_no_text(report: ReportPage, mina: Account, otto: Account) -> None:
    comment = make_comment(report, mina)
    path = f"/talk/comments/{comment.pk}/delete/"
    assert send(signed_in(otto), report, path).status_code == 404
    assert send(signed_in(mina), report, path).status_code == 200
    comment.refresh_from_db()
    assert (comment.state, comment.text) == ("deleted", "")
    removed = make_comment(report, mina, state=Comment.State.REMOVED)
    assert send(signed_in(mina), report, f"/talk/comments/{removed.pk}/delete/").status_code == 409


def test_a_reader_recommends_once_and_never_their_own(
    report: ReportPage, mina: Account, otto: Account
) -> None:
    comment = make_comment(report, mina)
    path = f"/talk/comments/{comment.pk}/recommend/"
    assert send(signed_in(mina), report, path).status_code == 409
    for _ in range(2):
        assert send(signed_in(otto), report, path).json()["recommended"] == 1
    assert send(signed_in(otto), report, path, take_back="1").json()["recommended"] == 0
    assert send(signed_in(otto), report, path, take_back="1").json()["recommended"] == 0
    assert Comment.objects.get().recommended == 0


def test_a_report_of_a_comment_carries_a_reason(
    report: ReportPage, mina: Account, otto: Account
) -> None:
    comment = make_comment(report, mina)
    path = f"/talk/comments/{comment.pk}/report/"
    client = signed_in(otto)
    assert send(client, report, path, reason="because").status_code == 422
    assert send(signed_in(mina), report, path, reason="insult").status_code == 409
    assert send(client, report, path, reason="insult", text="It is rude.").status_code == 200
    assert send(client, report, path, reason="privacy").status_code == 200
    assert [one.reason for one in comment.complaints.all()] == ["privacy"]


def test_mine_says_what_the_element_has_to_know(
    report: ReportPage, mina: Account, otto: Account
) -> None:
    own, other = make_comment(report, mina), make_comment(report, otto)
    held = make_comment(report, mina, state=Comment.State.HELD)
    send(signed_in(mina), report, f"/talk/comments/{other.pk}/recommend/")
    told = signed_in(mina).get(f"/talk/{report.pk}/mine.json")
    assert told["Cache-Control"] == "no-store"
    answer = told.json()
    assert (answer["signed_in"], answer["name"], answer["why_not"]) == (True, "Mina Bell", "")
    assert [(one["id"], one["state"]) for one in answer["own"]] == [
        (held.pk, "held"),
        (own.pk, "published"),
    ]
    assert answer["own"][0]["editable_seconds"] > 200
    assert answer["recommended"] == [other.pk]
    stranger = browser().get(f"/talk/{report.pk}/mine.json").json()
    assert (stranger["signed_in"], stranger["own"]) == (False, [])


def test_every_change_is_counted_for_the_press(report: ReportPage, mina: Account) -> None:
    otto = make_reader("Otto Riis")
    comment = make_comment(report, mina)
    send(signed_in(otto), report, f"/talk/comments/{comment.pk}/recommend/")
    send(signed_in(mina), report, f"/talk/comments/{comment.pk}/change/", text="Changed.")
    send(signed_in(mina), report, f"/talk/comments/{comment.pk}/delete/")
    assert Thread.objects.get().changes == 4
    make_comment(report, mina, "See the ferry.")
    mina.display_name = "Mina Lund"
    mina.save(update_fields=["display_name"])
    assert Thread.objects.get().changes == 6


def test_without_scripts_it_is_a_form_that_works(report: ReportPage, mina: Account) -> None:
    client = signed_in(mina)
    page = client.get(f"/talk/{report.pk}/")
    form = {
        name: page.content.decode().partition(f'name="{name}" value="')[2].partition('"')[0]
        for name in ("csrfmiddlewaretoken", "key")
    }
    empty = client.post(f"/talk/{report.pk}/", {**form, "text": "a" * 300})
    assert empty.status_code == 422
    assert "a" * 300 in empty.content.decode()
    sent = client.post(f"/talk/{report.pk}/", {**form, "text": "By form."})
    assert sent.status_code == 303
    assert "in the thread" in client.get(sent["Location"]).content.decode()
    comment = Comment.objects.get()
    own = client.get(f"/talk/comments/{comment.pk}/").content.decode()
    assert "Delete your comment" in own
    other = signed_in(make_reader("Otto Riis"))
    path = f"/talk/comments/{comment.pk}/"
    page = other.get(path).content.decode()
    csrf = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    done = other.post(f"{path}recommend/", {"csrfmiddlewaretoken": csrf})
    assert (done.status_code, done["Location"]) == (303, f"{path}?done=recommended")
    done = other.post(f"{path}report/", {"csrfmiddlewaretoken": csrf, "reason": "privacy"})
    assert "moderators will look" in other.get(done["Location"]).content.decode()
    stranger = browser().get(f"/talk/{report.pk}/").content.decode()
    assert f"/reader/sign-in/?next=%2Ftalk%2F{report.pk}%2F" in stranger


def test_a_comment_that_does_not_stand_is_shown_to_nobody_else(
    report: ReportPage, mina: Account, otto: Account
) -> None:
    held = make_comment(report, mina, state=Comment.State.HELD)
    path = f"/talk/comments/{held.pk}/"
    assert signed_in(mina).get(path).status_code == 200
    assert signed_in(otto).get(path).status_code == 404
    removed = make_comment(report, mina, state=Comment.State.REMOVED)
    assert signed_in(mina).get(f"/talk/comments/{removed.pk}/").status_code == 404
    assert signed_in(otto).get("/talk/comments/99999999999999999999/").status_code == 404
