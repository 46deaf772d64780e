"""What a reader types for a name → a display name that nobody else has, or why not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import regex
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models import Author, Masthead
from broadsheet.desk.of_the_paper import of_the_paper
from broadsheet.readers.lookalikes import keeps_to_its_script, look
from broadsheet.readers.models import Account

SHORTEST, LONGEST = 2, 30
MOST_CODE_POINTS = 90
_ALLOWED = regex.compile(r"[\p{L}\p{M}\p{Nd} '’·・._-]+")
_GRAPHEME = regex.compile(r"\X")
_MOST_MARKS = regex.compile(r"\p{M}{4,}")

# Words by which somebody would pass for the newsroom: alone, or beside the paper's name.
_OFFICES = (
    *("admin", "administrator", "moderator", "mod", "editor", "editors", "newsroom", "staff"),
    *("official", "support", "webmaster", "reporter", "publisher", "system", "root"),
    *("관리자", "운영자", "운영진", "편집자", "편집국", "편집장", "기자", "공식", "고객센터"),
)


def clean_display_name(text: str, *, account: Account) -> str:
    """`text` as a display name for `account`, in NFC and with single spaces.

    Raises ValidationError, a sentence, for what cannot be read as a name and for what could be
    taken for somebody else's: another reader's, staff's, an author's, the paper's own.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    _must_read_as_a_name(name)
    _must_be_free(name, account)
    return name


def take_name(account: Account, name: str) -> None:
    """Give `account` that name. Raises IntegrityError where another took it a moment ago."""
    account.display_name = name
    account.name_key = look(name)
    account.save(update_fields=["display_name", "name_key"])


def proposed_name(text: str, *, account: Account) -> str:
    """`text` if it would do as a display name, or nothing."""
    try:
        return clean_display_name(text, account=account)
    except ValidationError:
        return ""


def _must_read_as_a_name(name: str) -> None:
    length = len(_GRAPHEME.findall(name))
    if not SHORTEST <= length <= LONGEST or len(name) > MOST_CODE_POINTS:
        raise ValidationError(
            _("A name has from %(least)d to %(most)d letters.")
            % {"least": SHORTEST, "most": LONGEST}
        )
    if not _ALLOWED.fullmatch(name) or _MOST_MARKS.search(name):
        raise ValidationError(
            _("A name is made of letters, digits, spaces and the marks ' · . _ and -.")
        )
    if not any(sign.isalpha() for sign in name):
        raise ValidationError(_("A name has at least one letter in it."))
    if not keeps_to_its_script(name):
        raise ValidationError(_("Please write the name in one alphabet."))


def _must_be_free(name: str, account: Account) -> None:
    key = look(name)
    others = Account.objects.exclude(pk=account.pk) if account.pk else Account.objects.all()
    if not key or others.filter(name_key=key).exists():
        raise ValidationError(_("Another reader has that name, or one that looks like it."))
    if account.pk and account.works_at_the_desk:
        return
    if _speaks_for_the_paper(name, key):
        raise ValidationError(_("That name could be taken for the newsroom's."))


def _speaks_for_the_paper(name: str, key: str) -> bool:
    words = {look(word) for word in regex.split(r"[^\p{L}\p{M}\p{Nd}]+", name)}
    offices = {look(office) for office in _OFFICES}
    if key in offices or words & offices:
        return True
    # A short name within another word is chance: Ann in Annabel. Whole names are compared then.
    return any(key == one or (len(one) >= 6 and one in key) for one in map(look, _people()) if one)


def _people() -> Iterable[str]:
    yield of_the_paper(Masthead).name
    yield from Author.objects.values_list("name", flat=True)
    for one in Account.objects.get_queryset().staff():
        yield from (one.username, one.display_name, one.get_full_name())
