"""The moderators' part of the desk: who gets in, what it shows, what it costs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.utils import timezone

from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation import desk_urls
from broadsheet.talk.moderation.models import (
    Appeal,
    Claim,
    Decision,
    HeldWords,
    ReportTalk,
    Sanction,
    TalkSettings,
)
from tests.make import make_person
from tests.readers.making import make_reader
from tests.talk.making import make_comment, signed_in
from tests.talk.moderation.making import (
    SCRIPT,
    at_the_desk,
    decided,
    make_complaint,
    make_moderator,
    saw,
    set_mode,
)

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; alert(1); //",
    "</textarea><script>alert(1)</script>",
    "{{ 7|add:7 }}{% now %}",
    "javascript:alert(1)",
    "=cmd|' /C calc'!A0",
    "\u202e\u0000\ud7ff\u200bمرحبا",
)


@pytest.fixture
def desk(mo: Account) -> Client:
    return at_the_desk(mo)


@pytest.fixture
def everything(mo: Account, held: Comment, otto: Account) -> dict[str, int]:
    """One of each thing that an address of the desk can name."""
    make_complaint(held, otto)
    decision = decided(held, "pause", mo, pause_days=7)
    now = timezone.now()
    appeal = Appeal.objects.create(
        decision=decision, comment=held, reader=held.author, text="I sell none.", made_at=now
    )
    claim = Claim.objects.create(
        comment=held, name="Ida", email="ida@mail.example", right="privacy",
        statement="It names my street.", made_at=now,
    )  # fmt: skip
    return {
        "comment_id": held.pk,
        "decision_id": decision.pk,
        "reader_id": held.author_id or 0,
        "sanction_id": Sanction.objects.get().pk,
        "appeal_id": appeal.pk,
        "claim_id": claim.pk,
        "section_id": held.report.get_parent().pk,
        "report_id": held.report_id,
    }


def addresses(known: dict[str, int]) -> Iterator[str]:
    """Every address of the moderators' part, whatever is added to it."""
    for one in desk_urls.urlpatterns:
        path = str(one.pattern).replace("<slug:name>", "held")
        yield "/desk/" + re.sub(r"<int:(\w+)>", lambda found: str(known[found[1]]), path)
    yield from ("/desk/snippets/talk/heldwords/", "/desk/snippets/talk/heldwords/add/")


def test_only_moderators_reach_any_address_of_their_part(
    everything: dict[str, int], mina: Account
) -> None:
    outsiders = {
        "nobody": Client(headers={"host": "127.0.0.1:8000"}),
        "a reader": signed_in(mina),
        "a reporter": at_the_desk(make_person("reporter", "rita")),
        "an editor": at_the_desk(make_person("desk", "edda", section="National")),
    }
    before = Decision.objects.count()
    paths = list(addresses(everything))
    assert len(paths) > 19
    for path in paths:
        for who, client in outsiders.items():
            for method in (client.get, client.post):
                answer = method(path)
                assert answer.status_code in {302, 403, 404}, (who, path)
                if answer.status_code == 302:
                    where = answer["Location"]
                    assert "/login/" in where or where == "/desk/", (who, path, where)
    assert Decision.objects.count() == before


def test_a_moderator_and_the_chief_reach_every_address(everything: dict[str, int]) -> None:
    chief = make_person("chief")
    for client in (at_the_desk(make_moderator("ada")), at_the_desk(chief)):
        for path in addresses(everything):
            answer = client.get(path)
            assert answer.status_code in {200, 302, 405}, path
            assert "/login/" not in answer.get("Location", ""), path


def test_a_moderator_gets_nothing_else_of_the_desk(desk: Client, report: ReportPage) -> None:
    home = desk.get("/desk/").content.decode()
    assert "/desk/talk/" in home
    for path in ("/desk/all-reports/", "/desk/sections/", "/desk/snippets/"):
        assert path not in home
    for path in (
        *(f"/desk/pages/{report.pk}/edit/", "/desk/snippets/desk/author/", "/desk/users/"),
        *("/desk/images/add/", "/desk/snippets/desk/letter/", "/desk/settings/desk/masthead/"),
    ):
        answer = desk.get(path)
        assert answer.status_code in {302, 403}, path
    held = set(Permission.objects.filter(group__name="Comment moderators").values_list("codename"))
    assert held == {
        *(("access_admin",), ("moderate",), ("view_heldwords",), ("add_heldwords",)),
        *(("change_heldwords",), ("delete_heldwords",)),
    }


def test_the_log_has_no_address_that_changes_it(desk: Client) -> None:
    names = {str(name) for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert not [name for name in names if "decision" in name]
    for path in ("/desk/snippets/talk/decision/", "/desk/talk/log/1/edit/"):
        assert desk.get(path).status_code == 404


@pytest.mark.parametrize("name", ["held", "reported", "recent"])
def test_a_queue_costs_the_same_number_of_queries_however_long_it_is(
    desk: Client, report: ReportPage, mo: Account, name: str
) -> None:
    set_mode(report, "all" if name == "held" else "open")
    first = make_reader("Reader A", "a@mail.example")

    def add(reader: Account, text: str) -> None:
        comment = make_comment(report, reader, text)
        make_complaint(comment, make_reader(f"Witness {reader.pk} {text[:3]}"))

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = desk.get(f"/desk/talk/{name}/").content.decode()
        assert "data-decide" in page
        return len(queries)

    add(first, "One lamp is out.")
    desk.get(f"/desk/talk/{name}/")
    few = cost()
    decided(make_comment(report, first, "Buy my lamps."), "warn", mo)
    for n in range(8):
        reader = make_reader(f"Reader {'BCDEFGHI'[n]}")
        add(reader, f"{'abcdefgh'[n] * 9} is what I say of it.")
    assert cost() == few
    assert few < 30


def test_a_row_says_why_it_waits_and_marks_the_word(
    desk: Client, report: ReportPage, mina: Account
) -> None:
    HeldWords.objects.create(language="en", words="scoundrel\n")
    set_mode(report, "open")
    make_comment(report, mina, "That sc0undrel of a mayor!")
    page = desk.get("/desk/talk/held/").content.decode()
    assert "The word “scoundrel” is on a list." in page
    assert '<mark title="scoundrel">sc0undrel</mark>' in page


def test_a_form_decides_without_any_script(desk: Client, held: Comment) -> None:
    page = desk.get("/desk/talk/held/").content.decode()
    assert "Advertise nothing." in page
    answer = desk.post(
        f"/desk/talk/comments/{held.pk}/decide/",
        {
            "kind": "warn",
            "clause": "4",
            "reason": "It sells lamps.",
            "saw": saw(held),
            "back": "/desk/talk/held/?p=1",
        },
    )
    assert (answer.status_code, answer["Location"]) == (302, "/desk/talk/held/?p=1")
    decision = Decision.objects.get()
    assert (decision.kind, decision.clause) == ("warn", "4. Advertise nothing.")


def test_nobody_is_sent_to_another_site_after_a_decision(desk: Client, held: Comment) -> None:
    for back in ("https://evil.example/", "//evil.example/", "\\\\evil.example", ""):
        answer = desk.post(f"/desk/talk/comments/{held.pk}/decide/", {"back": back})
        assert answer["Location"] == "/desk/talk/held/"


def test_the_script_is_given_the_row_anew_and_may_take_it_back(desk: Client, held: Comment) -> None:
    url = f"/desk/talk/comments/{held.pk}/decide/"
    fields = {"kind": "publish", "saw": saw(held)}
    answer = desk.post(url, fields, headers=SCRIPT)
    assert answer.status_code == 200
    assert "Take it back" in answer.content.decode()
    decision = Decision.objects.get()
    answer = desk.post(f"/desk/talk/decisions/{decision.pk}/take-back/", headers=SCRIPT)
    assert answer.status_code == 200
    held.refresh_from_db()
    assert held.state == "held"


def test_the_second_moderator_is_shown_what_the_first_decided(
    desk: Client, ada: Account, held: Comment
) -> None:
    before = saw(held)
    decided(held, "remove", ada, reason="It sells lamps.")
    answer = desk.post(
        f"/desk/talk/comments/{held.pk}/decide/",
        {"kind": "publish", "saw": before},
        headers=SCRIPT,
    )
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "It has changed since you opened it" in told
    assert "It sells lamps." in told
    assert "(ada," in told


def test_a_clause_that_the_policy_does_not_have_is_not_cited(desk: Client, held: Comment) -> None:
    answer = desk.post(
        f"/desk/talk/comments/{held.pk}/decide/",
        {"kind": "remove", "clause": "99", "reason": "No.", "saw": saw(held)},
        headers=SCRIPT,
    )
    assert answer.status_code == 422
    assert not Decision.objects.exists()


def test_no_hostile_text_acts_on_any_screen(
    desk: Client, mo: Account, ada: Account, report: ReportPage
) -> None:
    set_mode(report, "all")
    known: dict[str, int] = {}
    kept = "" if connection.vendor == "postgresql" else "\x00"  # no text there can hold it
    for n, text in enumerate(one.replace("\x00", kept) for one in HOSTILE):
        reader = make_reader(f"Reader {'ABCDEFGH'[n]}")
        Account.objects.filter(pk=reader.pk).update(display_name=text.replace("\x00", "")[:30])
        comment = make_comment(report, reader, f"{'abcdefgh'[n] * 20} {n}")
        Comment.objects.filter(pk=comment.pk).update(
            text=text, held_because=[{"kind": "word", "detail": text, "start": 0, "end": 4}]
        )
        comment.refresh_from_db()
        make_complaint(comment, make_reader(f"Witness {'ABCDEFGH'[n]}"), text=text)
        decision = decided(comment, "pause", ada, reason=text, clause=text, pause_days=1)
        appeal = Appeal.objects.create(
            decision=decision, comment=comment, reader=reader, text=text, made_at=timezone.now()
        )
        claim = Claim.objects.create(
            comment=comment, name=text, email="a@mail.example", statement=text, objection=text,
            right="privacy", made_at=timezone.now(), state="blocked",
            blocked_until=timezone.now(),
        )  # fmt: skip
        known = {
            "comment_id": comment.pk,
            "decision_id": decision.pk,
            "reader_id": reader.pk,
            "sanction_id": Sanction.objects.latest("pk").pk,
            "appeal_id": appeal.pk,
            "claim_id": claim.pk,
            "section_id": report.get_parent().pk,
            "report_id": report.pk,
        }
        for path in [*addresses(known), "/desk/talk/recent/"]:
            answer = desk.get(path)
            if answer.status_code == 200 and not answer.streaming:
                _is_harmless(answer.content.decode(), path)


def _is_harmless(page: str, path: str) -> None:
    assert "<script>alert" not in page, path
    assert "<img src=x" not in page, path
    assert "14{%" not in page, path
    assert 'href="javascript:' not in page, path


def test_a_cell_of_the_log_is_no_formula(desk: Client, mo: Account, held: Comment) -> None:
    decided(held, "remove", mo, reason="=1+1", clause="@clause")
    answer: Any = desk.get("/desk/talk/log.csv")
    text = b"".join(answer.streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["decision"], row["reason"], row["clause"]) for row in rows] == [
        ("remove", "'=1+1", "'@clause")
    ]
    assert rows[0]["moderator"] == "mo"


def test_a_text_is_tried_against_words_that_are_not_kept(desk: Client) -> None:
    answer = desk.post(
        "/desk/talk/words/try/", {"words": "scoundrel\n바보\n", "text": "s.c.o.u.n.d.r.e.l, 바보새"}
    )
    told = answer.content.decode()
    assert "1 word" in told
    assert '<mark title="scoundrel">s.c.o.u.n.d.r.e.l</mark>' in told
    assert "Try a text" in desk.get("/desk/snippets/talk/heldwords/add/").content.decode()
    assert not HeldWords.objects.exists()


def test_the_mode_of_a_report_holds_at_once_and_is_in_the_log(
    desk: Client, mo: Account, standing: Comment
) -> None:
    url = f"/desk/talk/modes/reports/{standing.report_id}/"
    assert desk.get(url).status_code == 200
    answer = desk.post(url, {"mode": "closed", "closes_at": ""})
    assert answer.status_code == 302
    assert ReportTalk.objects.get(pk=standing.report_id).mode == "closed"
    line = Decision.objects.get()
    assert (line.kind, line.reason) == ("mode", "Pier opens: closed")


def test_the_mode_of_a_section_and_of_the_paper_are_set(desk: Client, report: ReportPage) -> None:
    section = report.get_parent()
    desk.post(f"/desk/talk/modes/sections/{section.pk}/", {"mode": "all", "closes_after_days": "3"})
    desk.post("/desk/talk/modes/paper/", {"mode": "open", "most_links": "0", "most_complaints": ""})
    page = desk.get("/desk/talk/modes/").content.decode()
    assert "after 3 days" in page
    assert TalkSettings.objects.get().most_links == 0
    assert TalkSettings.objects.get().most_complaints is None


def test_an_editor_sees_no_panel_and_a_chief_sees_how_the_thread_stands(
    report: ReportPage, mo: Account
) -> None:
    edit = f"/desk/pages/{report.pk}/edit/"
    editor = at_the_desk(make_person("desk", "edda", section="National"))
    assert "/desk/talk/modes/" not in editor.get(edit).content.decode()
    chief = make_person("chief")
    page = at_the_desk(chief).get(edit).content.decode()
    assert f"/desk/talk/modes/reports/{report.pk}/" in page
    assert "0 stand, 0 wait." in page
    section = report.get_parent()
    page = at_the_desk(chief).get(f"/desk/pages/{section.pk}/edit/").content.decode()
    assert f"/desk/talk/modes/sections/{section.pk}/" in page
