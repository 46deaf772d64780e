"""A comment → the HTML in which it stands in its thread: text and nothing else of what was typed.

Not a template: a thread of two thousand is printed every second while people write in it, and a
template takes twenty times as long for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from broadsheet.newspaper import Newspaper
from broadsheet.paper import newspaper_time
from broadsheet.paper.line_html import line_html
from broadsheet.paper.withhold_addresses import withhold_addresses
from broadsheet.talk.reading.cut import REPLIES_AT_FIRST
from broadsheet.talk.reading.links import links
from broadsheet.talk.reading.places import comment_path, replies_path
from broadsheet.talk.reading.said import Said


@dataclass(slots=True)
class CommentSetter:
    """Sets comments under one report, in the language that is active. Each is set once.

    `report_path` is the report's own address: a comment's permanent link is a place in it.
    """

    newspaper: Newspaper
    report_id: int
    report_path: str
    can_write: bool = True
    _items: dict[int, str] = field(default_factory=dict)
    _minutes: dict[int, str] = field(default_factory=dict)

    def items(self, comments: Sequence[Said]) -> SafeString:
        """`<li>` elements, one for each comment, with the first of its replies in it."""
        return mark_safe("\n".join(self._item(one, REPLIES_AT_FIRST) for one in comments))

    def whole(self, comment: Said) -> SafeString:
        """One `<li>` with all of its replies."""
        return mark_safe(self._set(comment, len(comment.replies)))

    def _item(self, one: Said, most: int) -> str:
        if one.id not in self._items:
            self._items[one.id] = self._set(one, most)
        return self._items[one.id]

    def _set(self, one: Said, most: int) -> str:
        replies = "\n".join(self._set(reply, 0) for reply in one.replies[:most])
        below = f'\n<ol class="replies">\n{replies}\n</ol>' if replies else ""
        if len(one.replies) > most:
            below += self._more(one, len(one.replies) - most)
        if not one.name:
            words = escape(self._gone(one.standing))
            return (
                f'<li class="comment is-gone" id="{one.place}" data-id="{one.id}">\n'
                f'<p class="comment-gone">{words}</p>{below}\n</li>'
            )
        return (
            f'<li class="comment" id="{one.place}" data-id="{one.id}">\n'
            f'<p class="comment-head"><b dir="auto">{line_html(one.name)}</b>{self._badge(one)} '
            f"{self._time(one)}</p>\n"
            f'<p class="comment-text" dir="auto">{self._text(one)}</p>\n'
            f"{self._waits() if one.standing == 'held' else self._acts(one)}{below}\n</li>"
        )

    def _text(self, one: Said) -> str:
        text = one.text
        if "@" in text:
            text = withhold_addresses(text, instead=gettext("[address withheld]"))
        if "://" not in text:
            return line_html(text)
        return "".join(
            _link(piece) if is_link else line_html(piece) for piece, is_link in links(text)
        )

    def _badge(self, one: Said) -> str:
        if not one.badge:
            return ""
        words = gettext("Author") if one.badge == "author" else gettext("Staff")
        return f' <span class="badge badge-{one.badge}">{escape(words)}</span>'

    def _time(self, one: Said) -> str:
        minute = int(one.posted_at.timestamp()) // 60
        if minute not in self._minutes:
            self._minutes[minute] = newspaper_time.clock_and_day(one.posted_at, self.newspaper)
        machine = newspaper_time.machine_time(one.posted_at, self.newspaper)
        edited = f' <span class="comment-edited">{escape(gettext("changed"))}</span>'
        return (
            f'<a class="comment-time" href="{escape(self.report_path)}#{one.place}">'
            f'<time datetime="{machine}">{escape(self._minutes[minute])}</time></a>'
            f"{edited if one.is_edited else ''}"
        )

    def _acts(self, one: Said) -> str:
        path = comment_path(one.id)
        count = f' <span class="count">{one.recommended}</span>' if one.recommended else ""
        acts = [self._act("recommend", path, gettext("Recommend"), count)]
        if one.parent is None and self.can_write:
            acts.append(self._act("reply", path, gettext("Reply")))
        acts.append(self._act("report", path, gettext("Report")))
        return f'<p class="comment-acts">{" ".join(acts)}</p>'

    def _act(self, what: str, path: str, words: str, count: str = "") -> str:
        return f'<a href="{path}#{what}" data-do="{what}" rel="nofollow">{escape(words)}{count}</a>'

    def _waits(self) -> str:
        words = gettext("A moderator will read this first. Until then nobody but you sees it.")
        return f'<p class="comment-held">{escape(words)}</p>'

    def _more(self, one: Said, left: int) -> str:
        words = ngettext("%(left)d more reply", "%(left)d more replies", left) % {"left": left}
        path = replies_path(self.report_id, one.id)
        return (
            f'\n<p class="comment-more"><a href="{path}" data-do="replies">{escape(words)}</a></p>'
        )

    def _gone(self, standing: str) -> str:
        return {
            "held": gettext("This comment waits for a moderator."),
            "removed": gettext("A moderator removed this comment."),
            "blocked": gettext("This comment is blocked while a claim of rights is looked into."),
            "deleted": gettext("This comment was deleted by whoever wrote it."),
        }.get(standing, gettext("This comment cannot be shown."))


def _link(url: str) -> str:
    """A link of a reader's: shown as it was typed, and no recommendation of the paper's."""
    return f'<a href="{escape(url)}" rel="ugc nofollow noopener noreferrer">{line_html(url)}</a>'
