"""Names in copy → the authors and topics of the desk, found or newly entered."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from broadsheet.desk.models import Author, Topic
from broadsheet.wire.byline import is_role
from broadsheet.wire.copy import Writer

LONGEST_NAME = 120


class Cast:
    """Looks names up without regard to case, and remembers them for the copies that follow."""

    def __init__(self) -> None:
        self._authors: dict[str, Author] = {}
        self._topics: dict[str, Topic] = {}

    def meet(self, *, authors: Iterable[str], topics: Iterable[str]) -> None:
        """Look all these up together, each as it is written; the others one by one later."""
        for found, model, names in (
            (self._authors, Author, authors),
            (self._topics, Topic, topics),
        ):
            wanted = {name[:LONGEST_NAME] for name in names}
            for one in model.objects.filter(name__in=wanted).order_by("-pk"):
                found[one.name.casefold()] = one

    def author(self, writer: Writer, remark: Callable[[str], None]) -> Author:
        name = writer.name[:LONGEST_NAME]
        key = name.casefold()
        if key not in self._authors:
            author = Author.objects.filter(name__iexact=name).first()
            if author is None:
                author = Author.objects.create(name=name)
                remark(f"{name} was not among the authors and is now.")
            self._authors[key] = author
        author = self._authors[key]
        if is_role(writer.title) and not author.title:
            author.title = writer.title
            author.save(update_fields=["title"])
        return self._with_address(author, writer.email)

    def topic(self, name: str) -> Topic:
        name = name[:LONGEST_NAME]
        key = name.casefold()
        if key not in self._topics:
            topic = Topic.objects.filter(name__iexact=name).first()
            self._topics[key] = topic or Topic.objects.create(name=name)
        return self._topics[key]

    def _with_address(self, author: Author, email: str) -> Author:
        """The address in a byline is kept for letters, if it is one and none was known."""
        if email and not author.email:
            try:
                validate_email(email)
            except ValidationError:
                return author
            author.email = email
            author.save(update_fields=["email"])
        return author
