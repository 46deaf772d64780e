from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

# How `wire.account` writes a line: its number, what it was taken as or why it was dropped, a
# question about it, and its words. What follows without a number is a remark about the whole.
_DROPPED = re.compile(r" *(?P<line>\d+)  dropped: (?P<taken_as>[^:]*)(?:: (?P<text>.*))?")
_TAKEN = re.compile(
    r" *(?P<line>\d+)  (?P<taken_as>[^:;]*)(?:; marked: (?P<query>[^:]*))?(?:: (?P<text>.*))?"
)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of a file that came in, and what became of it. Line 0 is about the whole file."""

    line: int
    text: str
    taken_as: str = ""
    query: str = ""
    is_dropped: bool = False


class WireCopy(models.Model):
    """A file that came in, and what was made of it, kept with the report for its editor.

    One file is one report: `digest`, the SHA-256 of its bytes, is unique.
    """

    report = models.OneToOneField(
        "desk.ReportPage", on_delete=models.CASCADE, related_name="wire_copy"
    )
    file_name = models.CharField(_("file"), max_length=255)
    digest = models.CharField(max_length=64, unique=True)
    shape = models.CharField(_("read as"), max_length=20)
    account = models.TextField(_("what was taken for what"))
    taken_at = models.DateTimeField(_("came in"))

    class Meta:
        verbose_name = _("wire copy")
        verbose_name_plural = _("wire copy")

    def __str__(self) -> str:
        return self.file_name

    def lines(self) -> tuple[AccountLine, ...]:
        """The account line by line, as the file had them."""
        return tuple(line for line in self._read() if line.line)

    def remarks(self) -> tuple[str, ...]:
        """What is to be said of the whole: no day, a new section, a photo without its picture."""
        return tuple(line.text for line in self._read() if not line.line)

    def _read(self) -> Iterator[AccountLine]:
        for row in self.account.splitlines():
            if found := _DROPPED.fullmatch(row):
                words = found.groupdict(default="")
                yield AccountLine(
                    int(words["line"]), words["text"], words["taken_as"], is_dropped=True
                )
            elif found := _TAKEN.fullmatch(row):
                words = found.groupdict(default="")
                yield AccountLine(
                    int(words["line"]), words["text"], words["taken_as"], words["query"]
                )
            else:
                yield AccountLine(0, row.strip())
