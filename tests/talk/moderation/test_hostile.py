"""Whatever readers write to the moderators is text on both sides, and so is what they read."""

from __future__ import annotations

import csv
import io
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.work import start, the_site
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation import claim as claims
from broadsheet.talk.moderation.models import Appeal, Claim, Decision
from broadsheet.talk.moderation.queue import LENGTH
from tests.talk.hostile import hostile, packed
from tests.talk.making import fill, make_comment, print_threads, send, signed_in
from tests.talk.moderation.making import at_the_desk, decided
from tests.talk.moderation.test_appeal import csrf
from tests.talk.moderation.test_claim import CLAIM
from tests.talk.quiet import (
    ensure_quiet,
    ensure_quiet_at_the_desk,
    ensure_read,
    without_addresses,
)

WITH_NUL = next(one for one in hostile() if "\0" in one)


def test_a_comment_and_the_reports_on_it_are_text_in_the_queues(
    talk: Config, report: ReportPage, mo: Account, mina: Account, otto: Account
) -> None:
    texts, said = packed(250), packed(500)
    comments = fill(report, mina, len(texts))
    client, desk = signed_in(otto), at_the_desk(mo)
    for comment, text in zip(comments, texts, strict=True):
        Comment.objects.filter(pk=comment.pk).update(text=text)
    for comment, text in zip(comments, said, strict=False):
        path = f"/talk/comments/{comment.pk}/report/"
        cache.clear()  # nobody has to wait
        assert send(client, report, path, reason="other", text=text).status_code == 200
    for queue, words in (("reported", said), ("recent", texts), ("held", texts)):
        if queue == "held":
            Comment.objects.update(state="held")
        pages = [
            desk.get(f"/desk/talk/{queue}/", {"p": number}).content.decode()
            for number in range(1, 2 + len(words) // LENGTH)
        ]
        for page in pages:
            ensure_quiet_at_the_desk(page)
        ensure_read("\n".join(words), *pages)


def test_an_appeal_is_text_to_its_writer_to_the_desk_and_in_the_download(
    talk: Config, report: ReportPage, mo: Account, ada: Account, mina: Account
) -> None:
    start(the_site())
    client, desk = signed_in(mina), at_the_desk(ada)
    for number, text in enumerate(packed(2000)):
        made = decided(make_comment(report, mina), "remove", mo, reason=f"It is number {number}.")
        path = f"/talk/appeals/{made.pk}/"
        refused = client.post(path, {"csrfmiddlewaretoken": csrf(client, path), "text": WITH_NUL})
        assert refused.status_code == 422
        ensure_quiet(refused.content.decode())
        page = client.post(path, {"csrfmiddlewaretoken": csrf(client, path), "text": text})
        ensure_quiet(page.content.decode())
        ensure_read(text, page.content.decode())
        given = Appeal.objects.get(decision=made)
        for there in ("/desk/talk/appeals/", f"/desk/talk/appeals/{given.pk}/"):
            page = desk.get(there).content.decode()
            ensure_quiet_at_the_desk(page)
        ensure_read(text, page)
        answer = desk.post(
            f"/desk/talk/appeals/{given.pk}/", {"outcome": "refused", "answer": text}
        )
        assert answer.status_code == 302
        page = client.get(path).content.decode()
        ensure_quiet(page)
        ensure_read(text, page)
    page = client.get("/reader/").content.decode()
    ensure_quiet(page)
    held = client.get("/reader/data.json")
    assert held["Content-Type"] == "application/json"
    kept = [one["text"] for one in held.json()["moderation"] if one["kind"] == "appeal"]
    assert kept == [given.text for given in Appeal.objects.all()]
    log = desk.get("/desk/talk/log/").content.decode()
    ensure_quiet_at_the_desk(log)
    ensure_read("\n".join(packed(2000)), log)
    print_threads()
    ensure_quiet((talk.site / "talk-figures/index.html").read_text(encoding="utf-8"))
    answer: Any = desk.get("/desk/talk/log.csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert len(rows) == Decision.objects.count()
    assert not [row for row in rows if row["reason"].startswith(("=", "+", "-", "@"))]


def test_a_claim_and_the_objection_to_it_are_text_on_both_sides(
    talk: Config, report: ReportPage, mo: Account, mina: Account
) -> None:
    writer, desk = signed_in(mina), at_the_desk(mo)
    for number, (statement, name) in enumerate(zip(packed(3000), packed(120), strict=False)):
        comment = make_comment(report, mina)
        anybody = Client(headers={"host": "127.0.0.1:8000", "x-forwarded-for": f"192.0.2.{number}"})
        path = f"/talk/claims/new/?comment={comment.pk}"
        sent = anybody.post(path, {**CLAIM, "name": name, "statement": statement})
        assert sent.status_code == 200
        ensure_quiet(sent.content.decode())
        claim = Claim.objects.latest("pk")
        claims.block(claim.pk, "It may.", moderator=mo, now=timezone.now())
        there = f"/talk/objections/{claim.pk}/"
        objection = {"csrfmiddlewaretoken": csrf(writer, there), "text": statement}
        for page in (writer.get(there), writer.post(there, objection)):
            ensure_quiet(page.content.decode())
            ensure_read(statement, page.content.decode())
        page = desk.get(f"/desk/talk/claims/{claim.pk}/").content.decode()
        ensure_quiet_at_the_desk(page)
        ensure_read(f"{statement}\n{name}", page)
    ensure_quiet_at_the_desk(desk.get("/desk/talk/claims/").content.decode())
    held = writer.get("/reader/data.json").json()["moderation"]
    kept = [one["text"] for one in held if one["kind"] == "objection"]
    assert kept == [claim.objection for claim in Claim.objects.all()]


def test_a_claim_that_lacks_something_shows_its_words_again_as_text(standing: Comment) -> None:
    anybody = Client(headers={"host": "127.0.0.1:8000"})
    path = f"/talk/claims/new/?comment={standing.pk}"
    for name in packed(120):
        sent = anybody.post(path, {**CLAIM, "name": name, "statement": name[:19], "right": name})
        assert sent.status_code == 422
        ensure_quiet(sent.content.decode())
        ensure_read(without_addresses(name), sent.content.decode())
