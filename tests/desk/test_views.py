"""What Django answers to readers: search and letters, with the paper's own headers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import Author, Letter
from broadsheet.desk.views.letters import network_of
from broadsheet.desk.views.search import LONGEST_QUERY
from broadsheet.headers import PAPER_HEADERS
from broadsheet.press.errands import clear_old
from tests.make import make_copy, make_person, make_report, make_reports
from tests.talk.hostile import packed
from tests.talk.quiet import (
    ensure_quiet,
    ensure_quiet_at_the_desk,
    ensure_read,
    without_addresses,
)

LETTER = {
    "name": "A Reader",
    "email": "reader@home.example",
    "message": "The pier has forty-one lamps. I counted them.",
}


@pytest.fixture
def client(newsroom: Config) -> Client:
    return Client(headers={"host": "127.0.0.1", "x-forwarded-for": "192.0.2.7"})


@pytest.fixture
def ida(client: Client) -> Author:
    make_report()
    author = Author.objects.get(name="Ida Brandt")
    author.email = "ida@courier.example"
    author.save()
    return author


def test_search_finds_what_is_published_and_not_a_draft(client: Client) -> None:
    make_report(headline="Lighthouse keeper retires")
    make_report(headline="Lighthouse to be sold", publish=False)
    page = client.get("/search/", {"q": "lighthouse"}).content.decode()
    assert "Lighthouse keeper retires" in page
    assert "Lighthouse to be sold" not in page


def test_search_wants_every_word(client: Client) -> None:
    make_report(headline="Lighthouse keeper retires")
    assert (
        "keeper retires" not in client.get("/search/", {"q": "lighthouse ferry"}).content.decode()
    )


def test_search_pages_through_many(client: Client) -> None:
    make_reports([make_copy(headline=f"Lighthouse report {n:02}") for n in range(25)])
    first = client.get("/search/", {"q": "lighthouse"}).content.decode()
    second = client.get("/search/", {"q": "lighthouse", "page": "2"}).content.decode()
    assert "Lighthouse report 24" in first
    assert "Lighthouse report 00" in second
    assert "Lighthouse report 24" not in second


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', "'", "*", "a OR", "NEAR(", "-", "\x00", "pier AND NOT", "x" * 5000, "<script>",
     "한국 부두", "%", "^pier", "title:pier", "(((", "\ud7ff", "🚢"],
)  # fmt: skip
def test_no_query_is_too_odd(client: Client, query: str) -> None:
    make_report()
    response = client.get("/search/", {"q": query, "page": "99999999999999999999"})
    assert response.status_code == 200
    assert "<script>" not in response.content.decode().replace('<script type="', "")


def test_whatever_is_searched_for_is_text_on_the_page(client: Client) -> None:
    make_report(headline="Lighthouse keeper hit by a gull")
    for query in packed(LONGEST_QUERY):
        page = client.get("/search/", {"q": query}).content.decode()
        ensure_quiet(page)
        ensure_read(without_addresses(query), page)


def test_dynamic_pages_have_the_headers_of_the_paper(client: Client, ida: Author) -> None:
    for path in ("/search/?q=pier", ida.letters_path, "/letters/nobody/"):
        response = client.get(path)
        for name, value in PAPER_HEADERS.items():
            assert response[name] == value, path


def test_a_letter_is_kept_and_its_page_never_shows_the_address(client: Client, ida: Author) -> None:
    assert ida.email not in client.get(ida.letters_path).content.decode()
    response = client.post(ida.letters_path, LETTER)
    assert response.status_code == 200
    assert ida.email not in response.content.decode()
    letter = Letter.objects.get()
    assert (letter.author, letter.text, letter.email) == (ida, LETTER["message"], LETTER["email"])
    assert letter.network == "192.0.2.7/32"


def test_a_letter_is_passed_on_by_mail_where_there_is_a_server(
    client: Client, ida: Author, newsroom: Config
) -> None:
    with_mail = newsroom.model_copy(
        update={"mail": newsroom.mail.model_copy(update={"host": "mail.example"})}
    )
    backend = "django.core.mail.backends.locmem.EmailBackend"
    with override_settings(CONFIG=with_mail, EMAIL_BACKEND=backend):
        client.post(ida.letters_path, LETTER)
    (message,) = mail.outbox
    assert message.to == ["ida@courier.example"]
    assert message.reply_to == ["reader@home.example"]
    assert Letter.objects.get().mailed_at


def test_whatever_a_letter_says_is_text_on_the_page_at_the_desk_and_in_the_mail(
    client: Client, ida: Author, newsroom: Config
) -> None:
    with_mail = newsroom.model_copy(
        update={
            "mail": newsroom.mail.model_copy(update={"host": "mail.example"}),
            "letters": newsroom.letters.model_copy(update={"per_hour": 1000}),
        }
    )
    backend = "django.core.mail.backends.locmem.EmailBackend"
    names, texts = packed(120), packed(5000)
    with override_settings(CONFIG=with_mail, EMAIL_BACKEND=backend):
        for name in names:
            assert client.post(ida.letters_path, {**LETTER, "name": name}).status_code == 200
        for text in texts:
            page = client.post(ida.letters_path, {**LETTER, "message": text, "email": text})
            assert page.status_code == 422
            ensure_quiet(page.content.decode())
            ensure_read(without_addresses(text), page.content.decode())
            assert client.post(ida.letters_path, {**LETTER, "message": text}).status_code == 200
    messages = mail.outbox[-len(names) - len(texts) :]
    assert [message.body.splitlines() for message in messages[len(names) :]] == [
        text.splitlines() for text in texts
    ]
    for message in messages:
        sent = message.message()
        assert (sent["To"], sent["Bcc"], sent.is_multipart()) == (ida.email, None, False)
    chief = Client(SERVER_NAME="127.0.0.1")
    chief.force_login(make_person("chief"))
    listed = [
        chief.get("/desk/snippets/desk/letter/", {"p": number}).content.decode()
        for number in range(1, 2 + len(messages) // 20)
    ]
    for page in listed:
        ensure_quiet_at_the_desk(page)
    ensure_read("\n".join(names), *listed)
    for letter in Letter.objects.exclude(text=LETTER["message"]):
        page = chief.get(f"/desk/snippets/desk/letter/inspect/{letter.pk}/").content.decode()
        ensure_quiet_at_the_desk(page)
        ensure_read(letter.text, page)


def test_a_mail_server_that_is_down_loses_no_letter(
    client: Client, ida: Author, newsroom: Config
) -> None:
    dead = newsroom.mail.model_copy(update={"host": "127.0.0.1", "port": 1})
    config = newsroom.model_copy(update={"mail": dead})
    with override_settings(CONFIG=config, EMAIL_HOST="127.0.0.1", EMAIL_PORT=1):
        assert client.post(ida.letters_path, LETTER).status_code == 200
    assert Letter.objects.get().mailed_at is None


def test_the_sixth_letter_in_an_hour_is_refused_with_its_text_kept(
    client: Client, ida: Author
) -> None:
    for _ in range(5):
        assert client.post(ida.letters_path, LETTER).status_code == 200
    response = client.post(ida.letters_path, LETTER)
    assert response.status_code == 429
    assert LETTER["message"] in response.content.decode()
    assert Letter.objects.count() == 5
    other = Client(headers={"host": "127.0.0.1", "x-forwarded-for": "192.0.2.8"})
    assert other.post(ida.letters_path, LETTER).status_code == 200


def test_where_a_letter_came_from_is_forgotten_after_a_day(client: Client, ida: Author) -> None:
    client.post(ida.letters_path, LETTER)
    Letter.objects.forget_networks(before=timezone.now() - dt.timedelta(days=1))
    assert Letter.objects.get().network == "192.0.2.7/32"
    Letter.objects.update(sent_at=timezone.now() - dt.timedelta(days=1, minutes=1))
    clear_old()
    assert Letter.objects.get().network == ""


@pytest.mark.parametrize(
    "wrong",
    [{"email": "nobody"}, {"message": "short"}, {"name": ""}, {"message": "x" * 5001}],
)
def test_a_letter_that_cannot_be_answered_is_not_kept(
    client: Client, ida: Author, wrong: dict[str, str]
) -> None:
    assert client.post(ida.letters_path, {**LETTER, **wrong}).status_code == 422
    assert not Letter.objects.exists()


def test_a_letter_without_the_forms_token_is_refused(ida: Author) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    assert strict.post(ida.letters_path, LETTER).status_code == 403
    assert not Letter.objects.exists()


def test_an_author_who_takes_no_letters_has_no_form(client: Client, ida: Author) -> None:
    ida.accepts_letters = False
    ida.save()
    assert client.get(f"/letters/{ida.slug}/").status_code == 404


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7/32"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_the_network_that_a_limit_counts(address: str, network: str) -> None:
    assert network_of(address) == network


def test_the_desks_pictures_are_for_the_desk(client: Client, newsroom: Config) -> None:
    (newsroom.media / "original_images").mkdir(parents=True)
    (newsroom.media / "original_images/pier.jpg").write_bytes(b"embargoed")
    response = client.get("/desk/media/original_images/pier.jpg")
    assert response.status_code == 302
    assert "/desk/login/" in response["Location"]
