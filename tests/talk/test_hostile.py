"""Whatever readers type is text, wherever it is shown."""

from __future__ import annotations

import json
from typing import Any

import regex
from django.core.cache import cache
from lxml import html as parser

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.work import start, the_site
from broadsheet.readers.models import Account
from broadsheet.talk.holding import HOLDING
from broadsheet.talk.models import Comment, Notice
from broadsheet.talk.notices.mail import mail
from broadsheet.talk.wording import tidied
from tests.talk.hostile import hostile
from tests.talk.making import print_threads, send, shown, signed_in, write

STRINGS = hostile()
# What a page, a mail or a fragment of ours may be made of.
_ELEMENTS = {
    *("html", "head", "body", "meta", "title", "link", "script", "a", "b", "p", "ol", "ul", "li"),
    *("span", "time", "header", "main", "section", "nav", "footer", "div", "button", "svg", "path"),
    *("form", "input", "label", "textarea", "h1", "h2", "fieldset", "legend", "blockquote", "br"),
    *("details", "summary", "search"),
}


def ensure_quiet(html: str) -> None:
    """Nothing but our own elements, none of which acts, and links to the web alone."""
    for one in parser.document_fromstring(html).iter():
        if not isinstance(one.tag, str):
            continue
        assert one.tag in _ELEMENTS, one.tag
        assert not [name for name in one.attrib if name.lower().startswith("on")]
        assert one.tag != "script" or (one.get("src", "").startswith("/assets/"))
        href = one.get("href", "")
        assert regex.match(r"(https?://|/|#|$)", href, regex.IGNORECASE), href
        if href.startswith("http") and "ugc" in one.get("rel", ""):
            assert one.text_content() == href


def test_there_are_five_hundred_of_them() -> None:
    assert len(STRINGS) == len(set(STRINGS)) >= 500


def test_none_acts_in_the_thread_the_forms_the_mail_or_the_download(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    start(the_site())
    client = signed_in(mina)
    question = write(client, report, "What do you say?").json()["id"]
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
    assert len(standing) > 350
    written = {" ".join(text.split()) for text in standing if "@" not in text}
    assert written <= {" ".join(text.split()) for page in pages for text in shown(page)}
    kept = [one["text"] for one in json.loads(json.dumps(HOLDING.export(mina)))[1:]]
    assert kept == taken
    _ensure_quiet_mail(talk, report, question, otto)


def _ensure_quiet_mail(talk: Config, report: ReportPage, question: int, otto: Account) -> None:
    text = "<script>hit=1</script>\r\nBcc: all@mail.example"
    write(signed_in(otto), report, text, parent=question)
    message = mail(Notice.objects.get(), "mina@mail.example")
    assert message is not None
    ensure_quiet(str(message.alternatives[0][0]))
    sent = message.message()
    assert sent["Bcc"] is None
    assert "> <script>hit=1</script>" in str(message.body)


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
