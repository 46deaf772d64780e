"""An article page of ours against the same page from another system."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bench.asking import ask
from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.missing import program
from bench.picture import picture
from bench.running import Broken
from bench.setting import Setting
from bench.spread import middle
from bench.turns import turns
from bench.wrk import wrk

PLAIN = {"Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True)
class Article:
    """Our whole page, what of it is the article's body, and the file of its lead photo."""

    page: str
    body: str
    photo: Path

    def template(self, *, body: str) -> str:
        """The page with something else in place of its body. Raises Broken where that fails."""
        if self.page.count(self.body) != 1:
            raise Broken("the article's body does not stand once in its page")
        return self.page.replace(self.body, body)


# A folder of its own and the article → the article's address there, as long as it is served.
Rival = Callable[[Path, Article], AbstractContextManager[str]]


def equal_article(
    setting: Setting, rival: Rival, *, part: str, beside: str, target: Target | None = None
) -> list[Figure]:
    """Both give the same article, uncompressed: the others by themselves compress nothing."""
    program("wrk", package="wrk")
    room = setting.newsrooms.open(part)
    photo = picture(setting.scratch / f"{part}.jpg")
    with clerk(room, setting.say) as desk, ExitStack() as stack:
        path = desk.do("fill", reports=3, picture=str(photo), is_packed=True)["path"]
        stack.enter_context(room.served())
        url = room.origin + quote(path)
        page = ask(url, PLAIN).body.decode()
        article = Article(page, _body(page), photo)
        theirs_url = stack.enter_context(rival(setting.scratch / f"{part}-rival", article))
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
