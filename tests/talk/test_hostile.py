"""Whatever readers type is text, wherever it is shown."""

from __future__ import annotations

import json
import uuid
from contextlib import suppress
from typing import Any

import pytest
import regex
from django.core.cache import cache
from django.core.exceptions import ValidationError

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.work import start, the_site
from broadsheet.readers.display_name import clean_display_name
from broadsheet.readers.models import Account
from broadsheet.talk.holding import HOLDING
from broadsheet.talk.models import Comment, Notice
from broadsheet.talk.notices.mail import mail
from broadsheet.talk.wording import tidied
from tests.readers.making import make_reader
from tests.talk.hostile import hostile, packed
from tests.talk.making import (
    fill,
    make_comment,
    print_threads,
    send,
    shown,
    signed_in,
    thread_file,
    token,
    write,
)
from tests.talk.quiet import ensure_quiet, ensure_read, without_addresses

STRINGS = hostile()


def test_there_are_five_hundred_of_them() -> None:
    assert len(STRINGS) == len(set(STRINGS)) >= 500


def test_none_acts_in_the_thread_the_answers_or_the_download(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())
    client = signed_in(mina)
    taken = []
    for text in STRINGS:
        answer = write(client, report, text)
        assert answer.status_code in {200, 422}, text
        if answer.status_code == 200:
            ensure_quiet(answer.json()["html"])
            taken.append(tidied(text))
    assert len(taken) > 480
    print_threads()
    files = (talk.site / f"threads/{report.pk}").rglob("index.html")
    pages = [file.read_text(encoding="utf-8") for file in files]
    for page in pages:
        ensure_quiet(page)
    # Those that are too much like one another wait for a moderator.
    standing = Comment.objects.standing().values_list("text", flat=True)
    assert len(standing) > 340
    written = {" ".join(text.split()) for text in standing if "@" not in text}
    assert written <= {" ".join(text.split()) for page in pages for text in shown(page)}
    kept = [one["text"] for one in json.loads(json.dumps(HOLDING.export(mina)))]
    assert kept == taken


def test_replies_and_changed_comments_are_text_in_the_thread_and_to_whoever_is_told(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    start(the_site())
    hers, his = signed_in(mina), signed_in(otto)
    texts = packed(talk.talk.longest)
    for text in texts:
        comment = write(hers, report, f"What of {uuid.uuid4()}?").json()["id"]
        answer = write(his, report, text, parent=comment)
        assert answer.status_code == 200, text
        ensure_quiet(answer.json()["html"])
        answer = send(hers, report, f"/talk/comments/{comment}/change/", text=text)
        assert answer.status_code == 200, text
        ensure_quiet(answer.json()["html"])
        page = hers.get(f"/talk/comments/{comment}/").content.decode()
        ensure_quiet(page)
        ensure_read(without_addresses(text), page)
    Comment.objects.update(state="published", held_because=[])
    print_threads()
    files = (talk.site / f"threads/{report.pk}").rglob("index.html")
    pages = [file.read_text(encoding="utf-8") for file in files]
    for page in pages:
        ensure_quiet(page)
    ensure_read(without_addresses("\n".join(texts)), *pages)
    for notice in Notice.objects.all():
        ensure_quiet_mail(notice, Comment.objects.get(pk=notice.facts["comment_id"]).text)
    assert Notice.objects.count() > 20


@pytest.mark.parametrize("kind", ["decision", "appeal", "claim"])
def test_what_is_quoted_in_a_mail_is_text_in_both_its_parts(talk: Config, kind: str) -> None:
    for text in packed(3000):
        facts = {
            "comment": text,
            "report": "Pier opens",
            "path": "/pier/",
            "until": None,
            "decision": "remove",
            "clause": "",
            "reason": text,
            "appeal_path": "/talk/",
            "outcome": "refused",
            "answer": text,
            "role": "writer",
            "step": "blocked",
            "statement": text,
            "objection_path": "/talk/",
        }
        ensure_quiet_mail(Notice(kind=kind, key="k", email="a@mail.example", facts=facts), text)


def ensure_quiet_mail(notice: Notice, quoted: str) -> None:
    message = mail(notice, "mina@mail.example")
    assert message is not None
    html = str(message.alternatives[0][0])
    ensure_quiet(html)
    ensure_read(quoted, html)
    lines = set(str(message.body).splitlines())
    assert {f"> {line}" for line in quoted.splitlines()} <= lines
    sent = message.message()
    assert (sent["To"], sent["Bcc"]) == ("mina@mail.example", None)


def test_a_name_is_one_in_letters_or_is_refused(talk: Config, report: ReportPage) -> None:
    reader = make_reader("")
    for text in STRINGS:
        with suppress(ValidationError):
            assert regex.fullmatch(r"\w+", clean_display_name(text, account=reader)), text
    client = signed_in(reader)
    token(client, report)
    for text in packed(200):
        cache.clear()  # nobody has to wait
        fields = {"display_name": text, "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
        answer = client.post("/reader/name/", fields)
        assert answer.status_code == 422, text
        ensure_quiet(answer.content.decode())
        ensure_read(without_addresses(text), answer.content.decode())


def test_whatever_stands_for_a_name_is_text_in_the_thread_and_in_the_mail(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())
    names = packed(120)
    question = make_comment(report, mina)
    readers = Account.objects.bulk_create(
        Account(username=f"reader-{number}", display_name=name) for number, name in enumerate(names)
    )
    replies = [fill(report, reader, 1, parent=question)[0] for reader in readers]
    print_threads()
    page = thread_file(talk, report, f"replies/{question.pk}/")
    ensure_quiet(page)
    ensure_read(without_addresses("\n".join(names)), page)
    for reply in replies[::7]:
        notice = Notice(kind="reply", key="k", reader=mina, facts={"comment_id": reply.pk})
        ensure_quiet_mail(notice, reply.text)


def test_every_other_field_takes_them_as_text_or_not_at_all(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    comment = write(signed_in(mina), report, "What do you say?").json()["id"]
    client = signed_in(otto)
    fields: dict[str, Any] = {
        f"/talk/{report.pk}/": {"key": "", "parent": "", "text": "Fine."},
        f"/talk/comments/{comment}/report/": {"reason": "", "text": ""},
        f"/talk/comments/{comment}/recommend/": {"take_back": ""},
    }
    for text in STRINGS[::7]:
        cache.clear()  # nobody has to wait
        for path, plain in fields.items():
            for name in plain:
                answer = send(client, report, path, **{**plain, name: text})
                assert answer.status_code in {200, 404, 409, 422}, (path, name, text)
        assert client.get(f"/talk/{report.pk}/", {"posted": text}).status_code == 200
        assert client.get(f"/talk/comments/{comment}/", {"done": text}).status_code == 200
        assert client.get(f"/talk/notices/{len(text)}{report.pk}/").status_code == 404
        refused = client.post(
            f"/talk/{report.pk}/",
            {"text": text + "x" * 300, "key": text, "parent": text},
            headers={"x-csrftoken": client.cookies["csrftoken"].value},
        )
        ensure_quiet(refused.content.decode())
    assert set(Comment.objects.values_list("parent", flat=True)) == {None}
