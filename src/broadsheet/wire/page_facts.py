"""What an HTML page says about its report in its head: JSON-LD and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from broadsheet.wire.byline import called
from broadsheet.wire.copy import Writer
from broadsheet.wire.dates import Dates, dates
from broadsheet.wire.language import language_tag
from broadsheet.wire.lines import clean

_LARGEST = 1_000_000  # characters of JSON-LD; a report with its text in it has 50,000
_MOST_NODES = 400
_REPORT = re.compile(
    r"(?:News|Analysis|Opinion|Background|Review|Reportage)?NewsArticle|Article|BlogPosting|Report"
)
_LONGEST_SECTION = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the page says about its report; each is empty where it says nothing."""

    headline: str = ""
    writers: tuple[Writer, ...] = ()
    dates: Dates | None = None
    sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    language: str = ""


def facts(root: HtmlElement) -> Facts:
    """JSON-LD counts first, then Open Graph and the other meta elements."""
    nodes = list(_nodes(root))
    report = next((node for node in nodes if _is(node, _REPORT)), {})
    metas = _metas(root)
    published = _first(_text(report.get("datePublished")), *metas.get("article:published_time", ()))
    author = [Writer(name=name) for name in metas.get("author", ()) if "://" not in name]
    return Facts(
        headline=_first(_text(report.get("headline")), *metas.get("og:title", ()), _title(root)),
        writers=tuple(_writers(report.get("author"))) or tuple(author),
        dates=dates(published) if published else None,
        sections=_path(nodes) or _sections(report, metas),
        topics=_topics(report, metas),
        language=_language(root, report),
    )


def _nodes(root: HtmlElement) -> Iterator[dict[str, object]]:
    """Every object of the JSON-LD, from the outside to the inside."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            waiting = [_json(script.text or "")]
            for _ in range(_MOST_NODES):
                node = waiting.pop(0) if waiting else None
                if isinstance(node, dict):
                    yield node
                    waiting += [part for part in node.values() if isinstance(part, (dict, list))]
                elif isinstance(node, list):
                    waiting += node[:_MOST_NODES]


def _json(written: str) -> object:
    """What a script says, None where that is no JSON: the text of the page counts then."""
    if len(written) > _LARGEST:
        return None
    try:
        return json.loads(written, strict=False)
    except (ValueError, RecursionError):
        return None


def _is(node: dict[str, object], kind: re.Pattern[str]) -> bool:
    told = node.get("@type")
    kinds = told if isinstance(told, list) else [told]
    return any(isinstance(one, str) and kind.fullmatch(one) for one in kinds)


def _text(value: object) -> str:
    return clean(" ".join(value.split())) if isinstance(value, str) else ""


def _first(*texts: str) -> str:
    return next((text for text in texts if text), "")


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = _text(meta.get("content"))
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _title(root: HtmlElement) -> str:
    title = next(root.iter("title"), None)
    return "" if title is None else _text(title.text)


def _writers(value: object) -> Iterator[Writer]:
    for item in value if isinstance(value, list) else [value]:
        named = item.get("name") if isinstance(item, dict) else item
        for name in named if isinstance(named, list) else [named]:
            if (text := _text(name)) and "://" not in text:
                title = _text(item.get("jobTitle")) if isinstance(item, dict) else ""
                writer = Writer(name=text.removeprefix("By ").removeprefix("by "))
                yield called(writer, title)


def _path(nodes: Sequence[dict[str, object]]) -> tuple[str, ...]:
    """The breadcrumb without its first part, Home, and its last, the page itself."""
    for node in nodes:
        items = node.get("itemListElement")
        if _is(node, re.compile("BreadcrumbList")) and isinstance(items, list):
            names = [_item_name(item) for item in items]
            return tuple(name for name in names if 0 < len(name) <= _LONGEST_SECTION)
    return ()


def _item_name(item: object) -> str:
    if not isinstance(item, dict):
        return ""
    inner = item.get("item")
    return _text(item.get("name")) or (_text(inner.get("name")) if isinstance(inner, dict) else "")


def _sections(report: dict[str, object], metas: dict[str, list[str]]) -> tuple[str, ...]:
    told = report.get("articleSection")
    names = told if isinstance(told, list) else [told]
    texts = [text for name in names if (text := _text(name))] or metas.get("article:section", [])
    return tuple(text for text in texts[:1] if len(text) <= _LONGEST_SECTION)


def _topics(report: dict[str, object], metas: dict[str, list[str]]) -> tuple[str, ...]:
    told = report.get("keywords")
    names = told if isinstance(told, list) else (told.split(",") if isinstance(told, str) else [])
    texts = [text for name in names if (text := _text(name))] or metas.get("article:tag", [])
    return tuple(dict.fromkeys(text for text in texts if len(text) <= _LONGEST_SECTION))


def _language(root: HtmlElement, report: dict[str, object]) -> str:
    html = next(root.iter("html"), root)
    written = html.get("lang") or html.get(
        etree.QName("http://www.w3.org/XML/1998/namespace", "lang")
    )
    return language_tag(written or "") or language_tag(_text(report.get("inLanguage")))
