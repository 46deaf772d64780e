"""YAML front matter → its top-level keys with plain values and the lines that they take up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from broadsheet.wire.copy import CopyError

_LONGEST = 64_000  # characters; what stands over a report fills a screen, not a book
_DEEPEST = 4
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Value = str | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the front matter; `line` is where it begins, from 0."""

    key: str
    value: Value
    line: int


def front_matter(text: str, *, name: str) -> list[Field]:
    """The fields in their order. Raises CopyError where the text is no plain YAML mapping.

    Only strings, lists and mappings are read: dates and numbers stay as they are written. Anchors
    and aliases are refused, since a few lines of them can stand for gigabytes.
    """
    if len(text) > _LONGEST:
        raise CopyError(
            f"{name}: the front matter has {len(text):,} characters; keep it under {_LONGEST:,}"
        )
    try:
        return list(_fields(yaml.parse(text, Loader=_LOADER), name))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}" if mark else "the front matter"
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "no reason"
        raise CopyError(f"{name}: {where} is not YAML ({problem}); mend the front matter") from None


def _fields(events: Iterator[yaml.Event], name: str) -> Iterator[Field]:
    """Build the values from the parser's events: without recursion, and only so deep."""
    stack: list[_Open] = []
    for event in events:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise CopyError(f"{name}: the front matter has an anchor (& or *); write it out")
        value: Value
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                stack.append(_Open(is_mapping=isinstance(event, yaml.MappingStartEvent)))
                if len(stack) > _DEEPEST or not stack[0].is_mapping:
                    raise _no_fields(name)
                continue
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                value = stack.pop().value()
            case yaml.ScalarEvent() if stack:
                value = event.value
            case _:
                continue
        if stack and (field := stack[-1].add(value, _line(event))) and len(stack) == 1:
            yield field


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


class _Open:
    """A list or mapping whose end has not come yet."""

    def __init__(self, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self._key: str | None = None
        self._line = 0
        self._items: list[Value] = []
        self._pairs: dict[str, Value] = {}

    def add(self, value: Value, line: int) -> Field | None:
        """Add an item, a key, or the value of the key before it, which makes a field."""
        if not self.is_mapping:
            self._items.append(value)
        elif self._key is None:
            self._key, self._line = value if isinstance(value, str) else "?", line
        else:
            field = Field(self._key, value, self._line)
            self._pairs[self._key] = value
            self._key = None
            return field
        return None

    def value(self) -> Value:
        return self._pairs if self.is_mapping else self._items


def _no_fields(name: str) -> CopyError:
    return CopyError(
        f"{name}: the front matter is no plain list of fields; write a line for each, "
        "such as headline: The pier reopens"
    )
