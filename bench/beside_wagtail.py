"""An article page of ours against the same page from a stock Wagtail."""

from __future__ import annotations

from contextlib import ExitStack
from urllib.parse import quote

from bench.asking import ask
from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.missing import Missing, program
from bench.setting import Setting
from bench.spread import middle
from bench.stock_wagtail import stock_wagtail
from bench.turns import turns
from bench.wrk import wrk

PART = "beside-wagtail"
PLAIN = {"Accept-Encoding": "identity"}
# A page from the database and a file from the disk are not the same work: that is the point.
MANY_TIMES = Target("ratio", "at least", 500)


def measure(setting: Setting) -> list[Figure]:
    """Both give the same article, uncompressed: Wagtail by itself compresses nothing."""
    program("wrk", package="wrk")
    room = setting.newsrooms.open(PART)
    with clerk(room, setting.say) as desk, ExitStack() as stack:
        path = desk.do("fill", reports=3, picture=None, is_packed=True)["path"]
        stack.enter_context(room.served())
        url = room.origin + quote(path)
        page = ask(url, PLAIN).body.decode()
        wagtail = stack.enter_context(
            stock_wagtail(setting.scratch / "wagtail", page=page, body=_body(page))
        )
        theirs_page = ask(wagtail.url, PLAIN).body.decode()
        if not 0.9 < len(theirs_page) / len(page) < 1.1:
            raise Missing(f"the pages differ: {len(page)} and {len(theirs_page)} characters")
        desk.do("settle")
        ours, theirs = [], []
        for asked in turns([url, wagtail.url], rounds=setting.pace.serving_rounds):
            load = wrk(asked, PLAIN, seconds=setting.pace.serving_seconds)
            (ours if asked == url else theirs).append(load.per_second)
    return [
        Figure(
            part=PART,
            what="article page, not compressed",
            value=middle(ours),
            unit="req/s",
            beside="stock Wagtail, gunicorn",
            beside_value=middle(theirs),
            ratios=tuple(a / b for a, b in zip(ours, theirs, strict=True)),
            target=MANY_TIMES,
        )
    ]


def _body(page: str) -> str:
    """The article's paragraphs: from the first of its body to the last."""
    first, last = page.index('<p data-line="body.'), page.rindex('data-line="body.')
    return page[first : page.index("</p>", last) + len("</p>")]
