"""An author is joined to the reader's account that they comment with, by its name."""

from __future__ import annotations

import pytest
from django.test import Client

from broadsheet.config import Config
from broadsheet.desk.models import Author
from tests.make import make_person
from tests.readers.making import make_reader


@pytest.fixture
def desk(newsroom: Config) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(make_person("chief"))
    return client


def join(desk: Client, author: Author, name: str) -> str:
    sent = {"name": author.name, "slug": author.slug, "comments_as": name}
    return desk.post(f"/desk/snippets/desk/author/edit/{author.pk}/", sent).content.decode()


def test_the_reader_of_that_name_is_joined_and_let_go(desk: Client) -> None:
    mina, author = make_reader("Mina Bell"), Author.objects.create(name="Ida Brandt")
    join(desk, author, " mina  bell ")
    author.refresh_from_db()
    assert author.reader == mina
    join(desk, author, "")
    author.refresh_from_db()
    assert author.reader is None


def test_what_cannot_be_joined_is_told(desk: Client) -> None:
    mina, author = make_reader("Mina Bell"), Author.objects.create(name="Ida Brandt")
    assert "No reader is called" in join(desk, author, "Somebody Else")
    Author.objects.create(name="Otto Riis", reader=mina)
    assert "is Otto Riis already" in join(desk, author, "Mina Bell")
    author.refresh_from_db()
    assert author.reader is None
