"""`BY SEO JI-EUN [email]` → the writers, with their roles and addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from broadsheet.wire.copy import Writer
from broadsheet.wire.furniture.languages import LANGUAGES, all_phrases, any_of, phrases
from broadsheet.wire.names import in_title_case, is_name

_LONGEST = 240
_LONGEST_ROLE = 60
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# What Cloudflare puts in the place of an address.
_HIDDEN_EMAIL = re.compile(r"\[?\[?\be-?mail\s*protected\s*\]?\]?", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@\w{2,30}")
_EDGE = " ()[]（）【】<>|*_.,;:：=/-–—▶▲■●"
_ROLES = all_phrases("roles")
_OTHER_HANDS = all_phrases("other_hands")
_CJK_ROLES = any_of(frozenset(word for word in _ROLES if not word.isascii()))
_HAS_CJK_ROLE = re.compile(_CJK_ROLES)
_CJK_WITH_ROLE = re.compile(
    rf"(?P<name>\S{{2,5}}?|\S{{1,4}} \S{{1,4}}?)\s?(?P<role>[가-힣一-鿿]{{0,6}}(?:{_CJK_ROLES}))"
)
_PREPOSITIONS = frozenset(
    phrases("in; at; for; of; the; and; on; en; à; aus; au; de; del; der; la; und; y; et")
)
_WHERE = re.compile(r"\s+(?=(?:in|at|for|of|en|à|aus) [^\W\d_a-z])")


def byline(text: str, *, language: str) -> tuple[Writer, ...]:
    """The writers that a line names, () if it is no byline.

    It is one if it begins with By (or the like in the copy's language) and names follow, or if a
    name stands with an e-mail address or a role. A bare name is none: see `names.is_name`.
    """
    if len(text) > _LONGEST:
        return ()
    begin, middle, between, roles = _by(language)
    if not begin.match(text.lstrip(_EDGE)) and not _can_be_told(text):
        return ()
    line, emails, has_address = _without_addresses(text)
    found: list[Writer] = []
    by: str | None = None
    start = begin.match(line)
    if start:
        by, line = roles[start[1].casefold()], line[start.end() :]
    for piece in between.split(middle.sub("; ", line)):
        bare, address = _address(piece, emails)
        told = begin.match(f"{bare} ")
        if told:
            by, bare = roles[told[1].casefold()], bare[told.end() :].strip(_EDGE)
        if not all(_add(found, part.strip(_EDGE), by) for part in _WHERE.split(bare)):
            return ()
        if address and found:
            found[-1] = replace(found[-1], email=found[-1].email or address)
    is_alone = len(found) == 1 and is_role(found[0].title or found[0].role)
    return merged(found) if by is not None or has_address or is_alone else ()


def _can_be_told(text: str) -> bool:
    """There is an address or a role somewhere in the line: a cheap look before a dear one."""
    if "@" in text or "protected" in text or _HAS_CJK_ROLE.search(text):
        return True
    return not _ROLES.isdisjoint(text.casefold().replace(",", " ").split())


def is_role(text: str) -> bool:
    """Staff reporter, Political correspondent, 기자."""
    words = text.casefold().strip(_EDGE).split(" ")
    return len(text) <= _LONGEST_ROLE and (words[-1] in _ROLES or words[0] in _ROLES)


def called(writer: Writer, words: str) -> Writer:
    """The writer, whom the copy calls so: by a title, or by what somebody did who wrote nothing."""
    if not _OTHER_HANDS.isdisjoint(words.casefold().split()):
        return replace(writer, role=writer.role or words)
    return replace(writer, title=writer.title or words)


def email(text: str) -> str:
    """The address of a line that is nothing else; "" for any other line."""
    bare = text.strip(_EDGE)
    return bare if _EMAIL.fullmatch(bare) else ""


def merged(writers: list[Writer]) -> tuple[Writer, ...]:
    """Everybody once, with role, title and address from wherever they were given."""
    once: dict[str, Writer] = {}
    for writer in writers:
        known = once.setdefault(writer.name.casefold(), writer)
        once[writer.name.casefold()] = replace(
            known,
            role=known.role or writer.role,
            title=known.title or writer.title,
            email=known.email or writer.email,
        )
    return tuple(once.values())


def _without_addresses(text: str) -> tuple[str, list[str], bool]:
    """The line with a private sign in the place of every address, the addresses, and whether
    there was any, if only a hidden one."""
    emails: list[str] = []

    def keep(match: re.Match[str]) -> str:
        emails.append(match[0])
        return f" {chr(0xE000 + len(emails) - 1)} "

    marked = _EMAIL.sub(keep, text)
    shown = _HIDDEN_EMAIL.sub(" ", _HANDLE.sub(" ", marked))
    has_address = bool(emails) or bool(_HIDDEN_EMAIL.search(marked))
    return " ".join(shown.split()).strip(_EDGE), emails, has_address


@cache
def _by(
    language: str,
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Patterns for what begins a byline, for what goes on with other people in it, and for what
    stands between two of its parts; and the role that each beginning tells."""
    own = [LANGUAGES[tag] for tag in dict.fromkeys(("en", language)) if tag in LANGUAGES]
    roles = {phrase: role for words in own for phrase, role in words.by.items()}
    also = {word for words in own for word in phrases(words.also)}
    spelled = "|".join(sorted(word for word in also if word.isalpha()))
    signs = "".join(sorted(word for word in also if not word.isalpha()))
    longer = frozenset(phrase for phrase in roles if " " in phrase)
    return (
        re.compile(rf"({any_of(frozenset(roles))})(?:\s*[:：・]\s*|\s+)", re.IGNORECASE),
        re.compile(rf"[,.]?\s(?=(?:{any_of(longer)})\s)", re.IGNORECASE),
        re.compile(rf"\s*[,;/|{signs}]\s*(?:(?:{spelled})\s+)?|\s+(?:{spelled})\s+", re.IGNORECASE),
        roles,
    )


def _address(piece: str, emails: list[str]) -> tuple[str, str]:
    address = ""
    for at, known in enumerate(emails):
        if chr(0xE000 + at) in piece:
            piece, address = piece.replace(chr(0xE000 + at), ""), known
    return " ".join(piece.split()).strip(_EDGE), address


def _add(found: list[Writer], part: str, by: str | None) -> bool:
    """Take one part of a byline as a name, a name with its role, or the role of those before."""
    if not part:
        return True
    name, role = _split_role(part)
    if name and not _is_town(name, found):
        found.append(called(Writer(name=in_title_case(name), role=by or ""), role))
    elif is_role(part) or (found and is_house(part)):
        for at, writer in enumerate(found):
            found[at] = called(writer, part)
        if not found and by is not None:
            found.append(Writer(name=part))
        return bool(found)
    else:
        return False
    return True


def _split_role(part: str) -> tuple[str, str]:
    """`Jane Porter Staff Reporter` → (`Jane Porter`, `Staff Reporter`)."""
    cjk = _CJK_WITH_ROLE.fullmatch(part)
    if cjk and is_name(cjk["name"]):
        return cjk["name"], cjk["role"]
    words = part.split(" ")
    first_role = next((at for at, word in enumerate(words) if word.casefold() in _ROLES), 0)
    if first_role >= 2 and is_name(" ".join(words[:first_role])):
        return " ".join(words[:first_role]), " ".join(words[first_role:])
    return (part, "") if is_name(part) and not is_role(part) else ("", "")


def _is_town(name: str, found: list[Writer]) -> bool:
    """One word behind a full name: By Karl Müller, Berlin."""
    return bool(found) and " " not in name and " " in found[-1].name


def is_house(part: str) -> bool:
    """What may follow a name without being one: in Seoul, The Ormsay Courier."""
    return len(part) <= _LONGEST_ROLE and all(
        word[:1].isupper() or word in _PREPOSITIONS for word in part.split(" ")
    )
