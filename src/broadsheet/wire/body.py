"""The slips of a body in order → its blocks."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.story import Block, Embed, Heading, Listing, Mark, Paragraph, PullQuote, Text
from broadsheet.wire.addresses import with_refused, without_scheme
from broadsheet.wire.byline import byline
from broadsheet.wire.bylines import bare_name
from broadsheet.wire.crossheads import run_of_lines, setting
from broadsheet.wire.dateline import dateline
from broadsheet.wire.forme import Forme
from broadsheet.wire.head import take_particulars
from broadsheet.wire.prose import is_prose
from broadsheet.wire.pull_quotes import attribution, is_pulled, is_quoted
from broadsheet.wire.slip import Slip

_END_SHARE = 0.7  # of the prose stands above a byline at the end
_PARTICULARS = frozenset({"byline", "dates", "email"})


def set_body(forme: Forme, slips: Sequence[Slip]) -> None:
    """Set the slips one after the other, each by what stands around it."""
    body = _Body(forme, slips)
    at = 0
    while at < len(slips):
        at += body.set(at)


class _Body:
    def __init__(self, forme: Forme, slips: Sequence[Slip]) -> None:
        self._forme = forme
        self._slips = slips
        prose = [at for at, slip in enumerate(slips) if slip.kind == "prose"]
        self._first_prose = prose[0] if prose else len(slips)
        self._last_prose = prose[-1] if prose else -1
        self._end = self._find_end()
        self._printed: set[str] = set()

    def set(self, at: int) -> int:
        """Set the slip at this place and those after it that belong to it; tell how many."""
        slip = self._slips[at]
        match slip.kind:
            case "prose":
                return self._prose(at)
            case "item":
                return self._items(at)
            case "pull quote":
                return self._spoken(at)
            case "title" | "dates" if at < self._end:
                return self._lines(at)
            case "address" | "embed" | "heading" | "rule":
                self._as_told(slip)
            case kind if kind not in _PARTICULARS or at >= self._end:
                self._particulars(at)
            case _:
                self._paragraph(slip, "looks like a byline, but stands in the middle of the text")
        return 1

    def _as_told(self, slip: Slip) -> None:
        """Set what needs no look at its neighbours."""
        if slip.kind == "heading":
            self._block(Heading(slip.text), slip, "heading", query=slip.doubt)
        elif slip.kind == "rule":
            self._forme.ledger.drop(slip.take.lines, "rule")
        else:
            title = slip.text if slip.kind == "embed" else without_scheme(slip.reading.text)
            embed = Embed(url=slip.reading.text, title=title)
            self._block(embed, slip, "link to something elsewhere", query=slip.doubt)

    def _find_end(self) -> int:
        """The place of the first byline or the like that stands below most of the prose."""
        sizes = [len(slip.text) if slip.kind == "prose" else 0 for slip in self._slips]
        above, total = 0, sum(sizes)
        for at, slip in enumerate(self._slips):
            above += sizes[at]
            is_sign = slip.kind in _PARTICULARS and (slip.kind != "dates" or at > self._last_prose)
            if is_sign and above >= total * _END_SHARE:
                return at
        return len(self._slips)

    def _prose(self, at: int) -> int:
        slip = self._slips[at]
        if self._is_pull_quote(at):
            return self._pull_quote(at)
        text, query = slip.rich, slip.doubt
        if not query and text.plain in self._printed:
            query = "this paragraph is printed twice"
        if not query and at > self._end:
            query = "stands below the byline at the end"
        self._printed.add(text.plain)
        taken_as = "paragraph"
        if at == self._first_prose:
            text, taken_as = self._without_dateline(text)
        self._block(Paragraph(text), slip, taken_as, query=query)
        return 1

    def _without_dateline(self, text: Text) -> tuple[Text, str]:
        place, writers, rest = dateline(text.plain)
        named = byline(writers, language=self._forme.language) if writers else ()
        if not place or (writers and not named):
            return text, "paragraph"
        self._forme.dateline = place
        self._forme.add_writers(named)
        names = "".join(f", byline {writer.name}" for writer in named)
        cut = len(text.plain) - len(rest)
        return _from(text, cut), f"paragraph, its dateline {place}{names} taken off"

    def _is_pull_quote(self, at: int) -> bool:
        slip = self._slips[at]
        if is_pulled(self._slips, at):
            return True
        return is_quoted(slip) and at < self._end and attribution(self._slips, at) != ""

    def _pull_quote(self, at: int) -> int:
        slip = self._slips[at]
        quoted = attribution(self._slips, at)
        is_signed = quoted != "" and (at + 1 < self._end or self._slips[at + 1].kind != "byline")
        quote = PullQuote(text=slip.text, attribution=quoted if is_signed else "")
        self._block(quote, slip, "pull quote", query=slip.doubt)
        if is_signed:
            self._forme.ledger.enter(
                self._slips[at + 1].take.lines, "attribution of the pull quote"
            )
        return 1 + is_signed

    def _spoken(self, at: int) -> int:
        """Lines that a typist marked with `>`: one pull quote, with its attribution."""
        end = at
        while end < len(self._slips) and self._slips[end].kind == "pull quote":
            if end > at and self._slips[end].take.is_after_blank:
                break
            end += 1
        run = self._slips[at:end]
        texts = [slip.reading.text for slip in run]
        quoted = ""
        if len(texts) > 1 and texts[-1].startswith(("—", "–", "--")):
            quoted = texts.pop().lstrip("—–- ")
        quote = PullQuote(text=" ".join(texts), attribution=quoted)
        lines = tuple(line for slip in run for line in slip.take.lines)
        self._forme.set_block(quote, lines, "pull quote")
        return len(run)

    def _items(self, at: int) -> int:
        end = at + 1
        while end < len(self._slips) and _is_of_list(self._slips[end - 1], self._slips[end]):
            end += 1
        run = self._slips[at:end]
        is_before_prose = end < len(self._slips) and self._slips[end].kind == "prose"
        first = run[0]
        if len(run) == 1 and first.reading.number:
            if is_prose(first.text) or not is_before_prose:
                self._block(Paragraph(first.rich), first, "paragraph", query=first.doubt)
            else:
                self._block(Heading(first.text), first, "heading", query=first.doubt)
            return 1
        is_ordered = [slip.reading.number for slip in run] == list(range(1, len(run) + 1))
        texts = [
            slip.marked
            or Text(slip.reading.text if is_ordered or not slip.reading.number else slip.text)
            for slip in run
        ]
        self._listing(run, texts, is_ordered=is_ordered, query=first.doubt)
        return len(run)

    def _lines(self, at: int) -> int:
        slip = self._slips[at]
        name = bare_name(slip)
        if name and at > self._last_prose and not self._forme.has_byline:
            self._forme.set_byline((name,), slip.take.lines)
            self._forme.ask(f"“{slip.text}” stands at the end and was taken for the byline")
            return 1
        if self._is_pull_quote(at):
            return self._pull_quote(at)
        if slip.text.endswith((":", "：")):
            self._block(Paragraph(slip.rich), slip, "paragraph", query=slip.doubt)
            return 1
        run = run_of_lines(self._slips, at)
        last = self._forme.blocks[-1] if self._forme.blocks else None
        before = last.text.plain if isinstance(last, Paragraph) else ""
        match setting(run, before=before, is_followed=at < self._last_prose):
            case "heading":
                self._block(Heading(slip.text), slip, "heading", query=slip.doubt)
            case "list":
                is_told = before.endswith((":", "："))
                query = "" if is_told else "these lines stand together like a list or like links"
                self._listing(run, [item.rich for item in run], is_ordered=False, query=query)
                return len(run)
            case "doubtful":
                self._paragraph(slip, "is neither clearly a heading nor clearly furniture")
        return 1

    def _particulars(self, at: int) -> None:
        slip = self._slips[at]
        if take_particulars(self._forme, slip):
            return
        is_below = at > self._end
        self._paragraph(
            slip,
            "stands below the byline at the end"
            if is_below
            else "is neither clearly body nor clearly furniture",
        )

    def _listing(
        self, run: Sequence[Slip], texts: Sequence[Text], *, is_ordered: bool, query: str
    ) -> None:
        listing = Listing(items=tuple(texts), is_ordered=is_ordered)
        lines = tuple(line for slip in run for line in slip.take.lines)
        told = with_refused("list", [address for slip in run for address in slip.refused])
        self._forme.set_block(listing, lines, told, query=query)

    def _paragraph(self, slip: Slip, query: str) -> None:
        self._block(Paragraph(slip.rich), slip, "paragraph", query=slip.doubt or query)

    def _block(self, block: Block, slip: Slip, taken_as: str, *, query: str = "") -> None:
        told = with_refused(taken_as, slip.refused)
        self._forme.set_block(block, slip.take.lines, told, query=query)


def _is_of_list(before: Slip, slip: Slip) -> bool:
    """The item goes on with the list of the item before it: numbers do not end, or begin anew."""
    has_number = slip.reading.number > 0
    return (
        slip.kind == "item"
        and has_number == (before.reading.number > 0)
        and not (has_number and slip.reading.number == 1)
        and slip.doubt == before.doubt
    )


def _from(text: Text, start: int) -> Text:
    """The text from this offset on."""
    marks = (
        Mark(max(mark.start - start, 0), mark.end - start, mark.kind, mark.href)
        for mark in text.marks
        if mark.end > start
    )
    return Text(text.plain[start:], tuple(marks))
