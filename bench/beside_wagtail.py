"""An article page of ours against the same page from a stock Wagtail."""

from __future__ import annotations

from bench.equal_article import equal_article
from bench.figure import Figure, Target
from bench.setting import Setting
from bench.stock_wagtail import stock_wagtail

PART = "beside-wagtail"
# A page from the database and a file from the disk are not the same work: that is the point.
MANY_TIMES = Target("ratio", "at least", 500)


def measure(setting: Setting) -> list[Figure]:
    return equal_article(
        setting, stock_wagtail, part=PART, beside="stock Wagtail, gunicorn", target=MANY_TIMES
    )
