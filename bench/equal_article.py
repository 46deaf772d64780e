"""An article page of ours against the same page from another system."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from urllib.parse import quote

from bench.asking import ask
from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.missing import program
from bench.running import Broken
from bench.setting import Setting
from bench.spread import middle
from bench.turns import turns
from bench.wrk import wrk

PLAIN = {"Accept-Encoding": "identity"}

# A folder of its own, our whole page, and what of it is the article's body → its address there.
Rival = Callable[[Path, str, str], AbstractContextManager[str]]


def equal_article(
    setting: Setting, rival: Rival, *, part: str, beside: str, target: Target | None = None
) -> list[Figure]:
    """Both give the same article, uncompressed: the others by themselves compress nothing."""
    program("wrk", package="wrk")
    room = setting.newsrooms.open(part)
    with clerk(room, setting.say) as desk, ExitStack() as stack:
        path = desk.do("fill", reports=3, picture=None, is_packed=True)["path"]
        stack.enter_context(room.served())
        url = room.origin + quote(path)
        page = ask(url, PLAIN).body.decode()
        theirs_url = stack.enter_context(
            rival(setting.scratch / f"{part}-rival", page, _body(page))
        )
        theirs_page = ask(theirs_url, PLAIN).body.decode()
        if not 0.9 < len(theirs_page) / len(page) < 1.1:
            raise Broken(f"the pages differ: {len(page)} and {len(theirs_page)} characters")
        desk.do("settle")
        ours: list[float] = []
        theirs: list[float] = []
        for asked in turns([url, theirs_url], rounds=setting.pace.serving_rounds):
            load = wrk(asked, PLAIN, seconds=setting.pace.serving_seconds)
            (ours if asked == url else theirs).append(load.per_second)
    return [
        Figure(
            part=part,
            what="article page, not compressed",
            value=middle(ours),
            unit="req/s",
            beside=beside,
            beside_value=middle(theirs),
            ratios=tuple(a / b for a, b in zip(ours, theirs, strict=True)),
            target=target,
        )
    ]


def _body(page: str) -> str:
    """The article's paragraphs: from the first of its body to the last."""
    first, last = page.index('<p data-line="body.'), page.rindex('data-line="body.')
    return page[first : page.index("</p>", last) + len("</p>")]
